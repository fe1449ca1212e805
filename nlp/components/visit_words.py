"""The words by which a sentence speaks of a visit to come: the visit itself, that it lies ahead, why and roughly when."""

import re

from nlp.components.programme_words import STUDY
from nlp.components.small_letters import holds_any, small_letters

_I = re.IGNORECASE
RETURN = re.compile(
    r"\b(?:kunjungan|lawatan|kedatangan)\s+(?:(?:kerja|studi|kehormatan|muhibah|resmi)\s+)?(?:balasan|balik|kembali)|\b(?:gantian|giliran)\s+(?:kita|kami)\s+(?:yang\s+)?men(?:jamu|erima)|\b(?:undang|berkunjung|bertandang|bertamu|melawat|datang)\s+balik"
    r"|\bbalas\s+(?:(?:berkunjung|datang|mengunjungi|diterima)\b|ke\s+(?:sana\b|(?-i:[A-Z])))|\bmembalas\s+(?:kunjungan|lawatan|kedatangan)|\bsebagai\s+(?:(?:langkah|bentuk|wujud|tanda|kunjungan)\s+)?(?:balasan|imbalan|imbal\s+balik)\b|\bbalasan:\s|\breturn\s+(?:that|the|this)\s+visit"
    r"|\bgiliran\s+(?:kita|kami)\s+(?:yang\s+)?(?:men)?jadi\s+tuan\s+rumah|\breturn\s+visit"
    r"|\b(?:balik|ganti(?:an)?)\s+(?:(?:kami|kita|mereka)\s+(?:yang\s+)?(?:akan\s+)?)?(?:berkunjung|bertandang|mengunjungi|menyambangi|melawat|bertamu|datang|menengok|melihat|meninjau|ke\s+(?:sana|sini|tempat)|di(?:jamu|terima|undang))\b"
    r"|\bhost\s+you\s+back|\bvisit(?:ing)?\s+(?:us\s+)?back\b|\bgiliran\s+[^.;]{3,70}?\b(?:berkunjung|menyambangi|bertandang|mengunjungi|melawat|bertamu)\b",
    _I,
)
# One of these, in small letters, stands in every text that RETURN matches: `balas`, `balik`, `kembali`, `imbal` have the first.
_RETURN_CUES = ("bal", "giliran", "ganti", "return", "back")
TRAVELLERS = (
    r"(?:orang|tim|rombongan|delegasi|utusan|perwakilan|pegawai|pejabat|staf|ASN|lurah|camat|pekerja|tenaga|perawat|dokter|guru|auditor"
    r"|analis|penyuluh|jajaran|pelatih|pendamping|pembimbing|mentor|instruktur|fasilitator|petugas|ahli|teknisi|pengajar|narasumber|personel)"
)
# `menanti kehadiran tim X`: whom the words name after it comes.
ARRIVAL = (
    r"(?:\b(?:kedatangan|kehadiran)(?=\s+(?:tim|rombongan|delegasi|utusan|jajaran|perwakilan|Bapak|Ibu|Pem\w+|Gubernur|Bupati|Wali|Kepala|Dinas|Badan|Inspektorat|Sekretariat)\b)"
    r"|\b(?:menunggu|menanti(?:kan)?|nantikan|tunggu)(?=\s+(?:rombongan|delegasi|jajaran)\b))"
)
VISIT = re.compile(
    r"\b(?=[abdghiklmnoprstvw])(?:studi\s+lanjutan(?=\s+ke\s)|kunjungan(?!\s+(?:pasien|wisata\w*|kerja\s+dilaksanakan|rumah))|lawatan\b|berkunjung\b|mengunjungi\b|menyambangi\b|melawat\b"
    r"|" + STUDY + r"\b|benchmarking\b|bertandang\b|sebagai\s+tamu\b|saling\s+kunjung\b"
    r"|(?:datang|hadir|bertolak|bertamu)\s+(?:kembali\b|lagi\b|ke|(?:di|pada)(?=\s+(?-i:[A-Z])))|(?:akan|ingin|hendak|mau)\s+ke(?=\s+(?-i:[A-Z]))"
    # Everyday words for it, and those of ceremony.
    r"|(?:main|sowan|menghadap|(?:ber)?silaturahmi|(?:di|kami\s+|kita\s+)undang)\s+(?:(?:terlebih|lebih)\s+(?:dahulu|dulu)\s+|langsung\s+|kembali\s+)?ke(?=\s+\w{3})"
    r"|(?:datang|hadir)\s+(?:(?:terlebih|lebih)\s+(?:dahulu|dulu)|langsung|bersama\s+\w+)\s+ke(?=\s+\w{3})"
    r"|(?:menengok|menjenguk|melongok|balas)\s+ke(?=\s+(?:sana\b|(?-i:[A-Z])))"
    r"|datang\s+(?:melihat|menengok|menjenguk|menemui|meninjau|menyaksikan|mempelajari)\b"
    r"|(?:menjadi|sebagai)\s+(?:narasumber|pembicara|pengajar|penguji|pelatih|pemateri)\s+(?:di|ke|pada)(?=\s+(?-i:[A-Z]))"
    r"|(?:membawa|memboyong|mengajak)\s+(?:serta\s+)?(?:jajaran|rombongan|tim|stafnya|anak\s+buah)(?:nya)?\b[^.,;]{0,30}?\ske(?=\s+(?-i:[A-Z]))"
    r"|hadir\s+(?:sebagai|menjadi)\s+(?:narasumber|pembicara|tamu|pengajar|penguji|pengamat)"
    rf"|(?:mengirim(?:kan)?|mengutus|menugaskan|menerjunkan)\s(?![^.]*\bmagang\b)[^.,;]{{0,25}}?\b{TRAVELLERS}(?:nya)?\b[^.,;]{{0,30}}?\bke\b"
    rf"|mengirim(?:kan)?\s(?![^.]*\bmagang\b)[^.,;]{{0,25}}?\b{TRAVELLERS}(?:nya)?\b[^.,;]{{0,30}}?\b(?:untuk|guna)\s+(?:melihat|mempelajari|meninjau|belajar)\b"
    r"|(?<!yang )(?<!masa )(?:akan|bakal|dijadwalkan|direncanakan|berencana)\s+(?:datang|tiba)(?=\s+(?:(?:pada|untuk|tanggal|bulan|hari|tahun|membawa)\b|\d{1,2}\s))"
    r"|balas\s+datang\b|gantian\s+diterima\b|(?:melanjutkan|meneruskan)\s+perjalanan\s+ke\b|(?:minta|meminta|memohon|ingin)\s+diterima\b|memenuhi\s+undangan\b|(?:menerima|menyambut|menyanggupi|menyetujui)\s+undangan\s+(?:kami|kita)\b|(?:kami|kita)\s+yang\s+(?:akan\s+)?(?:datang|ke\s+sana)\b"
    r"|(?:direncanakan|dijadwalkan)\s+kembali\s+ke(?=\s+(?-i:[A-Z]))"
    r"|(?:ingin|siap|akan|dapat|bisa|kesempatan)\s+menyambut\s+(?:kunjungan|kedatangan|rombongan|jajaran|delegasi|tim)\b"
    r"|(?:menimba\s+ilmu|berguru)\s+(?:ke|di|pada|kepada)(?=\s+(?-i:[A-Z]))"
    r"|(?:ingin|berniat|bermaksud|berencana|hendak)\s+kembali\s+ke(?=\s+(?-i:[A-Z]))"
    r"|(?:menyusul|belajar(?:\s+(?!magang)\w+){0,3})\s+ke(?=\s+(?-i:[A-Z]))|datang\s+(?:sendiri|langsung)\b|datang\s+(?:sekali|satu\s+kali)\s+lagi\b|tiba\s+di(?=\s+(?-i:[A-Z]))"
    r"|menerima\s+(?:(?:rombongan|Saudara|Bapak|Ibu)\b(?![^.]*\b(?:magang|surat|bantuan|kasih)\b)|(?:tim|delegasi|utusan|pejabat|jajaran)\s+kami\b(?![^.]*\bmagang\b))"
    r"|menerima\s+(?:tim|delegasi|utusan|rombongan|perwakilan)\s+(?:(?!magang)[a-z]+\s+){1,3}(?:kami|kita)\b(?![^.]*\bmagang\b)"
    r"|(?:berlayar|menyeberang|terbang|melangkah(?:kan\s+kaki)?|bertamu|meluangkan\s+waktu)\s+(?:kembali\s+)?ke(?=\s+\w{3})"
    r"|(?:ditunggu|dinanti(?:kan)?)\s+(?:(?:kehadiran|kedatangan)nya\s+)?(?:di|ke)(?=\s+(?-i:[A-Z]))"
    rf"|{ARRIVAL}|return\s+visit\b|visitasi\b|visits?\b|send(?:ing)?\s+(?:a|its|their)\s+(?:delegation|team|officials|staff)\b|host(?:ing)?\s+(?:you|the)\b)",
    _I,
)
# One of these, in small letters, or _GOES_TO stands in every text that VISIT matches; plain searches are ten times as fast as the pattern.
_VISIT_CUES = (
    "unjung", "lawat", "studi", "kaji", "patok", "bench", "wisata", "lapangan", "anjangsana", "datang", "hadir", "menyambangi", "tandang", "tamu", "bertolak", "mengirim", "tiba",
    "nunggu", "tunggu", "menanti", "dinanti", "nantikan", "diterima", "perjalanan", "mengutus", "menugaskan", "menerjunkan", "undangan", "menyambut", "menerima", "menimba", "berguru", "narasumber", "pembicara", "pengajar", "penguji", "pelatih", "pemateri", "visit", "send", "host",
)  # fmt: skip
_GOES_TO = re.compile(r"\ske\s")
# VISIT of small letters, which matches wherever VISIT does, and soon tells where it does not.
_MAY_VISIT = re.compile(VISIT.pattern.lower())
# Words for a visit only where the one who comes or the place to come to follows them and is a side of the story.
WEAK_VISIT = re.compile(
    r"\b(?:singgah|mampir)(?:lah)?(?:\s+(?:ke|di))?\b|\b(?:menengok|melihat(?![^.]{0,40}\bsebagai\b)|meninjau|mendatangi|menyinggahi)\b|\b(?:meng)?undang\b|\bundangan\s+(?:kepada|untuk|bagi|agar)\b"
    r"|\bmenginjakkan\s+kaki\b|\bmenjamu\b|\btuan\s+rumah\s+bagi\b",
    _I,
)
THEN = re.compile(r"\bpada\s+(?:waktu|saat|hari(?:-hari)?|tanggal|bulan|kesempatan|acara)\s+(?:itu|tersebut)\b", _I)
AWAITED = re.compile(r"\b(?:ditunggu|dinanti(?:kan)?)\b", _I)
_WEAK_CUES = ("singgah", "mampir", "menengok", "melihat", "meninjau", "mendatangi", "undang", "kaki", "menjamu", "tuan")
TO_COME = re.compile(
    r"\b(?:akan|bakal|ins?ya\s?allah|suatu\s+(?:saat|hari|ketika)|lain\s+(?:waktu|kali|hari)|di\s+(?:kemudian|lain)\s+hari|dengan\s+senang\s+hati\s+(?:akan\s+)?(?:menyambut|menerima|menjamu)|dinanti(?:kan)?|ditunggu|menyusun\s+jadwal|membuka\s+(?:peluang|kemungkinan|diri|pintu|kesempatan)|perlu\s+(?:di|meng)undang|diundang(?=\s+(?:untuk|ke|agar|guna|kembali|balik|datang|hadir|berkunjung))|(?:ber)?minat(?:nya)?|kapan-kapan|mesti|disepakati|sepakat|direncanakan|berencana|merencanakan|dijadwalkan|menjadwalkan|jadwalkan|diagendakan|mengagendakan|berharap|mengharapkan|harapkan|harapan|diharapkan|menjanjikan|berjanji|dijanjikan|janji|mau|nanti|kelak|mempersilakan|persilakan|mengutus|sekalian|siap|kesiapan(?:nya)?|bersedia|kesediaan(?:nya)?|tertarik|hendak|berkenan|sudi|berkesempatan"
    r"|mohon|memohon|tunggu|menanti|nantikan|ingin|keinginan|berkeinginan|hasrat(?:nya)?|berhasrat|berminat|meminta|minta|undangan|sanggup|bermaksud|berniat|niat|mengundang|undang|mengajak|menunggu|menantikan|menawarkan|mengusulkan|diusulkan|usulkan|sarankan|disarankan|rencana(?:nya)?|agenda|menyanggupi|menyatakan\s+(?:siap|bersedia)|nantinya|mendatang|giliran|menjajaki|menganggarkan|dianggarkan|(?:menerima|menyambut|menyetujui)\s+undangan\s+(?:kami|kita)|will|agreed|let\s+us|hope|look\s+forward|invites?|agar|dapat\s+(?:berkunjung|melakukan\s+kunjungan|(?:kami|kita)\s+(?:terima|sambut|jadwalkan))|(?:meng)?harap|semoga)\b",
    _I,
)
_WISHED = re.compile(
    r"\b(?:keinginan(?:nya)?|(?:ber)?minat(?:nya)?|hasrat(?:nya)?|tertarik|berkeinginan|kesediaan(?:nya)?|semoga|berharap|harapan|harap\w*|sudi|berkenan|berkesempatan|bersedia|siap|mengundang|undang\w*|mengajak|menanti|menunggu|giliran|akan|berencana|rencana|dijadwalkan|minta|meminta|menawarkan|menawari|mau|ingin|hendak|bermaksud|berniat|(?:ber|men)janji(?:kan)?|menyanggupi|direncanakan|diagendakan)\b",
    _I,
)
_AGREED_TO_COME = re.compile(
    r"\b(?:akan|berencana|merencanakan|bermaksud|direncanakan|dijadwalkan|mengundang|sepakat|disepakati|menerima|mengutus|mengirim(?:kan)?|berjanji|wajib)\b[^.]{0,90}\b(?:kunjungan|berkunjung|mengunjungi|bertandang|melawat|lawatan)"
    r"|\b(?:kunjungan|studi\s+tiru|lawatan)\b[^.]{0,80}\b(?:direncanakan|dijadwalkan|diagendakan)\b|\bwill\s+(?:visit|send|return)\b",
    _I,
)
_DONE = re.compile(
    r"\b(?:telah|sudah|pernah|beberapa\s+kali|tahun\s+lalu|kemarin|tadi|usai|selesai|(?<!dapat )(?<!kiranya )(?<!berkenan )(?<!untuk )diterima|menerima\s+kunjungan\s+untuk)\b",
    _I,
)
_NOT_OURS = re.compile(
    r"\b(?:sudah|telah)\s+(?:di(?:agendakan|rencanakan|jadwalkan)|terjadwal|terencana)\s+(?:sejak|dari|jauh)\b|\bkunjungan\s+(?:(?:kerja|studi|belajar|lapangan)\s+)?(?:kali\s+)?ini\b|\bkunjungan\s+tersebut\b|(?<!atas )(?<!setelah )\bmagang\s+ini\b|\b(?:waktu|jam|jadwal)\s+(?:ke)?(?:tiba|datang)(?:an)?\b[^.;]*\b(?:di)?(?:kabar|sampai|berita|konfirmasi|beri\s?tahu|informasi)|\btingkat\s+kunjungan|\bjumlah\s+kunjungan|\b(?:tentang|perihal|hal)\s+(?:kesediaan|permohonan|penerimaan|jawaban)",
    _I,
)
_STILL_AHEAD = re.compile(
    r"\b(?:akan|kesediaan(?:nya)?|(?:ber)?minat(?:nya)?|niat(?:nya)?|keinginan(?:nya)?|komitmen(?:nya)?|rencana(?:nya)?|menjadwalkan|mengagendakan|diagendakan|disepakati|menyepakati|berencana|merencanakan|dijadwalkan|giliran|(?:ber)?janji|menjanjikan|berniat|bersedia|siap|menyanggupi|ingin|hendak|mau"
    r"|(?:di|meng)undang|undangan|berharap|mengharapkan|agar|supaya)\b",
    _I,
)
_SOON = re.compile(r"\b(?:minggu|pekan|bulan|tahun)\s+depan\b(?![^.;]*\b(?:tersebut|dimaksud|di\s+atas)\b)", _I)
# There will be none, or it is not officials who come.
_NONE_TO_COME = re.compile(
    r"\b(?:tidak|tak|belum)\s+(?:(?:(?:dapat|bisa|berani|mampu)\s+)?(?:men)?janjikan|berjanji|(?:ada|punya|memiliki)\s+(?:rencana|agenda|jadwal|niat|janji)|(?:menentukan|menetapkan|menyusun|membahas|membicarakan)\s+rencana|merencanakan|mengagendakan|berencana)|\b(?:tidak|tak)\s+(?:akan|(?:di)?rencanakan|di ?jadwalkan"
    r"|di ?janjikan|jadi|berencana|berniat|(?:dapat|bisa)\s+(?:kami\s+|kita\s+)?(?:di)?(?:terima|penuhi|laksanakan|lakukan))\b|\bbelum\s+(?:dapat|bisa)\s+(?:kami\s+|kita\s+)?(?:di)?(?:terima|penuhi)\b|\bsaling\s+(?:berkunjung|mengunjungi)|\b(?:di|mem)?batal(?:kan)?\b|\b(?:di|meng)?urung(?:kan)?\b|\bdi(?:tiadakan|coret)\b",
    _I,
)
_PUBLIC = re.compile(
    r"\b(?:warga|wisatawan|masyarakat|pasien|investor|pelanggan|pemohon|siswa|pelajar|pengunjung|turis|pengguna)\b[^.,;]{0,40}$",
    _I,
)
# `Undangannya belum ada, tetapi kami berharap …`: what stands behind counts.
_BUT = re.compile(r"\b(?:tetapi|namun|tapi|hanya\s+saja|meskipun\s+demikian|walau\s+begitu|but)\b", _I)
_PREPARED = re.compile(
    r"\b(?:menyiapkan|mempersiapkan|menyusun|mengatur|merealisasikan|mewujudkan|memfasilitasi|menindaklanjuti|menyambut|persiapan|siapkan"
    r"|jadwalkan|agendakan|sambut|realisasi|perlu(?:nya)?\s+(?:ada(?:nya)?|di(?:lakukan|adakan|laksanakan|selenggarakan)))\s+(?:\w+\s+){0,2}?(?:kunjungan|lawatan)\s+(?:\w+\s+)?(?:balasan|balik)\b",
    _I,
)
# `Peserta magang akan tiba di X`: that is the internship itself.
_ARRIVES = re.compile(r"(?:tiba|datang|hadir|akan|dijadwalkan|direncanakan|berencana)\b", _I)
_INTERNS = re.compile(
    r"\bpeserta(?:\s+(?!asal|akan|agar)\w+){0,3}?(?:\s+(?:akan|dijadwalkan|direncanakan|diharapkan|diminta|agar|wajib|harus|sudah)){0,2}\s*$",
    _I,
)
_NOUN = re.compile(r"\b(?:studi|benchmarking|kunjungan|visitasi|lawatan)", _I)
# `Kunjungan` alone is a word of everyday office life; these make it a journey.
_UNDERTAKEN = re.compile(
    r"\b(?:melakukan|melaksanakan|mengadakan|menerima|menjajaki|membalas|(?:kunjungan|lawatan)\s+(?:kami|lanjutan|lapangan|kerja|studi|dari|ke|pada|balasan)|ke|(?:rencana|jadwal)\s+(?:kunjungan|lawatan)|jadwalkan|dijadwalkan|(?:rencananya|direncanakan|akan)\s+(?:berlangsung|digelar|dilaksanakan|diadakan)|(?:untuk|guna)\s+(?:studi|benchmarking))\b",
    _I,
)
# `hasil kunjungan`, `setelah kunjungan`: the visit that the document tells of.
_LOOKS_BACK = re.compile(
    r"\b(?:hasil|selama|setelah|sesudah|seusai|usai|pasca|sepulang|pengalaman|laporan|manfaat)\s+(?:dari\s+)?$", _I
)
_OF_A_SITE = re.compile(
    r"\bpeserta\b[^.]{0,60}\b(?:memanfaatkan|mengunjungi\s+laman)|\blaman\b|\bwebsite\b|\bsitus\b", _I
)
_PLANS = re.compile(
    r"\b(?:tindak\s+lanjut|RTL|langkah|rencana|agenda|jadwal|saran|rekomendasi|usul(?:an)?|komitmen|kesepakatan|harapan|next\s+steps?)\b",
    _I,
)
_INVITED = re.compile(r"\b(?:telah|sudah)\s+(?:kami|kita)\s+undang\b", _I)
_REFUSED = re.compile(
    r"\b(?:tidak|tak|belum)\s+(?:sanggup|dapat|bisa|mungkin)\s+(?:(?:kami|kita)\s+)?(?:di|me)?n?(?:terima|erima|penuhi|menuhi|layani)\b",
    _I,
)
_VOICED = re.compile(
    r"\b(?:(?:ke)?inginan|harap\w*|berharap|(?:meng|di)?undang\w*|menawarkan|minat|niat|sambutan(?:nya)?|usul\w*|mengusulkan|belum)\b",
    _I,
)
_NOTE = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*)?(?:rencana\s+|persiapan\s+|agenda\s+)?(?:kunjungan|lawatan|"
    + STUDY
    + r")\b(?!\s+(?:pasien|lapangan|wisata\w*|rumah|industri)\b)[^.;]{0,90}?\bke\s+[A-Z]",
    _I,
)
_WE_WANT = re.compile(
    r"\bkami\s+(?:ingin|mau|hendak|bermaksud)\s+(?:melakukan|melaksanakan|mengadakan|belajar|menimba|berguru)\b", _I
)
_AGAIN = re.compile(
    r"\b(?:kembali|(?<!sebentar )lagi|lanjutan|depan|mendatang|kelak|nanti|berikutnya|selanjutnya|suatu|rencana\w*|akan)\b",
    _I,
)
_AROUND = 110  # characters before a visit's word in which the word for what is to come stands


def is_return(text: str) -> bool:
    """Whether `text` speaks of a visit in return."""
    return holds_any(text.lower(), _RETURN_CUES) and RETURN.search(text) is not None


def is_planned(line: str, heading: str) -> bool:
    """A line of few words on a return visit that nobody says to be past, below a heading for plans."""
    return bool(_PLANS.search(heading)) and not is_past(line)


def is_note_of_visit(line: str) -> bool:
    """A line that begins with the visit itself and says where to: `Kunjungan tim X ke Y`."""
    return _NOTE.match(line) is not None


def is_only_wished(line: str) -> bool:
    """Whether somebody is to voice a hope or to invite, so that the day of the saying is not that of the visit."""
    return _VOICED.search(line) is not None


def is_refused(behind: str) -> bool:
    """Whether the next sentence declines what one asks for: `kita tidak sanggup menerima bulan itu`."""
    return _REFUSED.search(behind) is not None


def is_past(line: str) -> bool:
    """Whether the sentence has a word for what is done, or says that there will be no visit."""
    return bool(_DONE.search(line) or _NONE_TO_COME.search(line))


def speaks_of_visit(text: str) -> bool:
    """Whether `text` has a word for a visit, a weak one included."""
    small = small_letters(text)
    begun = _MAY_VISIT.search(small) if holds_any(small, _VISIT_CUES) or _GOES_TO.search(small) else None
    if begun is not None and VISIT.search(text, begun.start()):
        return True
    if ("balas" in small or "imbal" in small or "giliran" in small or "gantian" in small) and RETURN.search(text):
        return True
    return holds_any(small, _WEAK_CUES) and WEAK_VISIT.search(text) is not None


def anchor(line: str) -> re.Match[str] | None:
    """The words that state the visit: the first after a word that puts it into the future, else the first."""
    found = [
        match
        for match in VISIT.finditer(line)
        if not _LOOKS_BACK.search(line, max(0, match.start() - 30), match.start())
    ]
    to_come = TO_COME.search(line)
    if to_come:
        later = next((match for match in found if match.start() >= to_come.end()), None)
        if later is not None:
            return later
    return found[0] if found else None


def weak_anchor(line: str) -> re.Match[str] | None:
    """A weak word for a visit that somebody hopes for or is asked to; an invitation is its own wish."""
    for match in WEAK_VISIT.finditer(line):
        small = match.group().casefold()
        if "undang" in small or "lah" in small or _WISHED.search(line, max(0, match.start() - 80), match.start()):
            done = _DONE.search(line, max(0, match.start() - 20), match.start())
            return match if done is None or is_invited(line) else None
    return None


def is_invited(line: str) -> bool:
    """`Kepala Dinas X telah kami undang untuk melihat …`: the invitation is past, what it is to may lie ahead."""
    return _INVITED.search(line) is not None


def is_to_come(line: str, *, reciprocal: bool, agreement: bool) -> bool:
    """Whether the sentence, which has a word for a visit, speaks of one that lies ahead."""
    if _NONE_TO_COME.search(line):
        return False
    if reciprocal:
        if agreement:
            return not re.search(r"\bsaling\b|\bdapat\s+melakukan\b", line, _I)
        if (but := _BUT.search(line)) and TO_COME.search(line, but.end()):
            line = line[but.end() :]
        return bool(TO_COME.search(line) or _PREPARED.search(line) or _SOON.search(line)) and not re.search(
            r"\b(?:telah|sudah)\s+(?:melakukan|dilakukan|melaksanakan)|\bbelum\s+ada\b", line, _I
        )
    ahead = TO_COME.search(line) or (agreement and _AGREED_TO_COME.search(line))
    if _NOT_OURS.search(line) or not ahead:
        return False
    visit = anchor(line)
    if visit is None or _is_done(line, visit.start()) or _PUBLIC.search(line, 0, visit.start()):
        return False
    if _ARRIVES.match(visit.group()) and _INTERNS.search(line, 0, visit.start()):
        return False
    if _NOUN.search(visit.group()) and not _UNDERTAKEN.search(line):
        return False
    if agreement:
        return bool(_AGREED_TO_COME.search(line))
    near = line[max(0, visit.start() - _AROUND) : visit.end() + 60]
    return bool(TO_COME.search(near)) and not _OF_A_SITE.search(line)


def _is_done(line: str, visit: int) -> bool:
    """`telah … berkunjung`, but not `setelah selesai magang, … akan berkunjung`, not `sudah berjanji berkunjung`."""
    done = [match.end() for match in _DONE.finditer(line, 0, visit)]
    return bool(done) and _STILL_AHEAD.search(line[done[-1] : visit]) is None


def is_wanted_here(line: str) -> bool:
    """`Kami ingin melakukan kaji banding`, said by guests of what they are there for: nothing of a time to come."""
    return _WE_WANT.search(line) is not None and _AGAIN.search(line) is None
