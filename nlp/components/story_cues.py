"""Words around an institution's name that say whether it sends, receives or arranges."""

import re

from nlp.components.programme_words import STUDY

# SENDS, RECEIVES, ARRANGES, BROUGHT_FROM, FUTURE and PROPOSED read a text in small letters, `pattern.search(text.lower())`: that
# takes a third of the time of a pattern that ignores case.
SENDS = re.compile(
    r"(?:\b(?:pemagang|kunjungan kerja|tim(?: magang| studi tiru| benchmarking| penyusun| kerja)?|(?<!ip )(?<!profesionalitas )asn|pns|pegawai|"
    r"aparatur(?: sipil negara)?|auditor|arsiparis|perencana|widyaiswara|lurah|camat|dokter|perawat|bidan|statistisi|pustakawan|analis|operator|penyuluh|mewakili|peserta(?: magang)?|rombongan|delegasi|perwakilan|pejabat|staf|"
    r"instansi asal|asal(?: daerah| instansi| opd| unit(?: kerja)?)?|oleh|unit kerja|perangkat daerah|ditulis oleh [^\n]{3,50},|dari pihak|pengirim|mengirim(?:kan)?|mengutus|utusan|jajaran|daerah asal|"
    r"tamu dari|kunjungan(?: kerja)? dari|magang dari|dari|studi tiru|hasil magang|hasil studi tiru|penyusun|"
    r"(?<!kepala )pelaksana|kunjungan|kunjungan\s+belajar|praktik\s+kerja|"
    + STUDY
    + r"|yang\s+(?:mengkaji|berkunjung|berangkat|belajar|diutus|mengirim|mengutus|melapor(?:kan)?)|(?:tim\s+)?pengkaji|kontingen|pelapor|"
    r"(?:kantor|dinas|badan|instansi|unit|bagian|daerah)\s+kami)\b"
    r"[\s:(),@–-]*(?:\([^)]{2,40}\)\s*)?(?:tim\s+|asn\s+|dari\s+|oleh\s+|pegawai\s+|\d+\s+orang\s+(?:pegawai\s+|"
    r"asn\s+)?(?:dari\s+)?)*)$",
)
# A word of whose staff somebody is, none of what they do and where.
_OF_A_POST = r"(?!di(?:[a-z]{4}|\b)|ber|me[nm]|pe?magang|magang|duduk|peserta|belajar|pada\b|ke\b|lok[ua]s|tempat|telah|sudah|sedang|akan|selesai)"
# `dua orang perancang peraturan pada Bagian Hukum X`: whose staff they are.
STAFF_OF = re.compile(
    r"\borang(?:\s+" + _OF_A_POST + r"[a-z/-]+){1,6}\s+(?:pada|di)\s+(?:lingkungan\s+)?$"
    # `18 ASN di lingkungan Pemerintah Kota X akan magang`
    r"|\b(?:\d+(?:\s*\([a-z ]{3,25}\))?|sejumlah|seluruh|para|beberapa)\s+(?:orang\s+)?(?:asn|pns|pegawai(?:\s+negeri\s+sipil)?|aparatur(?:\s+sipil\s+negara)?|pejabat)"
    r"(?:\s*\([^)]{2,12}\))?\s+di\s?(?:lingkungan|lingkup)\s+$",
    re.I,
)
_JOB = (
    r"(?:staf|pegawai|perencana|auditor|arsiparis|pustakawan|pengelola|widyaiswara|analis|perancang|pranata|penata|statistisi|"
    r"operator|dokter|perawat|bidan|penyuluh|sekretaris|kepala\s+(?:bidang|seksi|bagian|sub\w*))(?:\s+"
    + _OF_A_POST
    + r"[\w-]+){0,5}"
)
# `menerima kunjungan dua daerah sekaligus, yakni X dan Y`
GUESTS_NAMED = re.compile(
    r"\b(?:menerima|menyambut|menjamu|kedatangan|kunjungan|terima|sambut)\b[^.;]{0,60}\b(?:dua|tiga|2|3)\s+(?:rombongan|daerah|tamu|delegasi|tim|pemda|instansi|kabupaten|kota|pemerintah\s+daerah)\b"
    r"[^.;]{0,70}\b(?:yakni|yaitu|ialah|masing-masing|antara\s+lain)\s+(?:dari\s+|rombongan\s+)*(?:[^.;]{3,80}?(?:,|\bdan|\bserta)\s+(?:dari\s+)?)?$",
    re.I,
)
# `Saya, perencana pada Bappeda X`: where the writers come from.
WRITES_AT = re.compile(r"\b(?:saya|kami|penulis)\b[^.;]{0,70}?\b" + _JOB + r"\s+(?:pada|di)\s*$", re.I)
# `oleh-oleh dari Dinas X`, `pelajaran dari BKD Y`: where they were.
BROUGHT_FROM = re.compile(
    r"\b(?:oleh-oleh|pelajaran|cerita|kabar|ilmu|inspirasi|dibawa|pulang|sepulang|bekal|diadopsi|dipetik|praktik\s+baik)"
    r"\b[^.;:?]{0,50}?\bdari\s*$|\b(?:kami|tim|rombongan|peserta)\b[^.;]{0,40}\b(?:kembali|pulang|tiba)\s+dari\s*$",
)
# `Bahan ekspose Dinas X` on a title slide: who speaks.
PREPARES = re.compile(
    r"\bbahan (?:ekspos\w?|paparan|tayang(?:an)?|presentasi|rapat)(?: hasil [a-z ]{3,30})?[\s:(,–-]*(?:oleh |dari )?$"
)
RECEIVES = re.compile(
    r"(?:\b(?:di|ke|pada|mengunjungi|menuju|kunjungi|sambangi|lokus|tempat|tujuan|instansi tujuan|tuan rumah|"
    r"lokasi|tuan rumahnya|bertempat di|lokus magang|ke mana|yang dituju|tempat belajar|instansi penerima|host|tiba di|"
    r"dititipkan di|dilayani|lokus studi|mitra|tempat magang|tempat pelaksanaan|"
    r"lokus kunjungan|mitra magang|belajar (?:dari|ke|di)|berguru ke|dipelajari dari|diterima(?: di [a-z]\w+)?(?: oleh)?|(?:kerja sama|bermitra|mou|pks) dengan|menggandeng|"
    r"menimba ilmu (?:di|ke)|mengenal|profil|gambaran umum|objek|mentor|"
    r"terima kasih kepada(?:\s+keluarga\s+besar)?|yang\s+(?:menerima|dikunjungi|didatangi)|pihak\s+penerima|"
    r"(?:diterima|disambut(?!\s+baik)|dijamu|ditemui)(?:\s+(?:hangat|langsung|resmi|baik|dengan\s+\w+(?:\s+\w+)?|secara\s+\w+)){0,2}\s+oleh|"
    r"satu\s+ruang(?:an)?\s+dengan(?:\s+tim)?|menempel\s+(?:di|pada)|(?:mentor|tuan\s+rumah|pembimbing)\s+kami(?:\s+di)?)\b"
    r"[\s:(),@–-]*(?:lingkungan\s+|lingkup\s+|wilayah\s+(?:kerja\s+)?|kantor\s+|beberapa\s+opd\s+|"
    r"sejumlah\s+\w+(?:\s+\w+){0,5}\s+|opd\s+|perangkat daerah\s+|organisasi perangkat daerah\s+(?:\(opd\)\s+)?|"
    r"jajaran\s+|pimpinan\s+|kepala\s+|sekretaris\s+|pihak\s+|di\s+|ke\s+|pemprov\s+)*)$",
)
ARRANGES = re.compile(
    r"(?:\b(?:difasilitasi|diprakarsai|diinisiasi|diselenggarakan|dikoordinasikan|digagas|program magang|"
    r"dipilih|ditunjuk|(?:atas|dengan|lewat|melalui)\s+(?:fasilitasi|prakarsa|inisiatif|koordinasi)|fasilitator|penyelenggara)\b\s*:?\s*(?:oleh\s+|dari\s+)?)$",
)
ARRANGES_AFTER = re.compile(
    r"^\s*(?:\([^)]{2,20}\)\s*)?(?:memiliki program magang|memfasilitasi|selaku fasilitator|sebagai fasilitator|"
    r"menyelenggarakan program magang)",
    re.I,
)
SENDS_AFTER = re.compile(
    r"^\s*(?:\([^)]{2,30}\)\s*)*,?\s*(?:(?:[A-Z][\w ]+,\s*)?(?:(?:langsung|resmi|kembali|juga|pun|kini|baru\s+saja|baru-baru\s+ini|telah|sudah|sedang)\s+){0,2}"
    r"(?:(?:melakukan|melaksanakan|menggelar)(?=[^.;]{0,60}?\b(?:(?:pe)?magang|studi|kunjungan|kunker|benchmark|kaji|patok|belajar|pembelajaran|"
    r"praktik|orientasi|perjalanan|widya|lawatan|visitasi))|mengikuti|"
    r"mengirim\w*|merampungkan|menuntaskan|menyelesaikan|belajar|berkunjung|mengunjungi|menimba|"
    r"bertolak|berguru|(?:meny|s)ambangi|bertandang|bertamu|"
    + STUDY
    + r"|magang|kunjungi|menjalani|memberangkatkan|(?:me)?lepas|kirim|utus|tarik|menerima kembali|"
    r"menjalin|teken|meneken)|yang\s+(?:sedang\s+|"
    r"telah\s+)?(?:magang|mengikuti|melaksanakan))",
    re.I,
)
RECEIVES_AFTER = re.compile(
    r"^\s*(?:\([^)]{2,30}\)\s*)*,?\s*(?:menjadi (?:salah satu )?(?:lokus|tempat|tujuan|tuan rumah|"
    r"pemerintah daerah)|menerima|menyambut|bersedia menerima|sebagai (?:tempat|lokus|mitra)|selaku tuan rumah|"
    r"terima kunjungan|jadi (?:lokus|tempat|tujuan)|membuka (?:tempat|kesempatan|pintu|diri|lowongan)|"
    r"memberi(?:kan)? (?:kesempatan|tempat|izin)|menyediakan (?:tempat|pembimbing|mentor|pendamping)|yang (?:telah |sudah )?menerima)",
    re.I,
)
# English papers: `officers from X`, `was hosted by Y`.
ENGLISH_SENDS = re.compile(
    r"\b(?:officers?|officials?|team|delegation|staff|employees|participants?|interns?|visitors?|prepared)\s+(?:from|of|by)\s+(?:the\s+)?$",
    re.I,
)
ENGLISH_RECEIVES = re.compile(
    r"\b(?:(?:hosted|received|welcomed)\s+by|(?:visit(?:ed|s)?|internship|placement|benchmarking|secondment|lessons?|stayed|worked|trained)"
    r"\s+(?:to|at|from|in|with|by))\s+(?:the\s+)?$",
    re.I,
)
FUTURE = re.compile(
    r"kunjungan (?:balasan|balik)|dijadwalkan (?:\w+ ){0,2}(?:bertandang|berkunjung|singgah|mampir)|\b(?:singgah|mampir)\b|return visit|\bmengundang\b[^.;]{3,70}\b(?:bertandang|berkunjung|datang|hadir|menghadiri|bertamu)\b|\bakan (?:datang|terbang|bertandang|bertamu|menyambangi)\b|(?:mohon|kiranya|perkenan|berkenan)\b[^.]{0,60}\bmenerima kunjungan|akan (?:melakukan|berkunjung)|direncanakan|"
    r"bersedia menerima kunjungan lanjutan|\bmenyatakan (?:minat|keinginan|niat|hasrat)\b|\bmenunggu (?:kedatangan|kunjungan|tim|rombongan)\b",
)
_CITES = re.compile(
    r"\b(?:surat\s+(?:perintah\s+)?(?:tugas|perintah|edaran|keputusan)|peraturan(?!\s+perundang)|(?<!-)undangan)\b[^,;\n]*$",
    re.I,
)
_NUMBERED = re.compile(r"^[^.;\n]{0,40}\b(?:nomor|no)\b\.?\s*:?\s*\S*\d", re.I)


def cited(text: str, start: int, end: int) -> bool:
    """The institution is named as who issued a paper: `Surat Tugas Kepala Dinas X Nomor 800/…`."""
    before = text[max(text.rfind("\n", 0, start) + 1, text.rfind(". ", 0, start), start - 160, 0) : start]
    return _CITES.search(before) is not None or _NUMBERED.match(text[end : end + 70]) is not None


# What a document proposes, does not tell: `perlu mengundang juri dari Universitas X`.
PROPOSED = re.compile(
    r"\b(?:perlu|sebaiknya|hendaknya|seyogianya|diusulkan|mengusulkan|disarankan|menyarankan|direkomendasikan|diharapkan)\b",
)
# `BKD X di BKD Y`, `Diskominfo X @ Diskominfo Y`: the first goes to the second.
TO_THE_OTHER = re.compile(
    r"^\s*(?:\([^)]{2,30}\)\s*)?(?:@|→|➜|➔|->|=>|(?:(?:belajar|berguru|studi\s+tiru|studi\s+banding|magang|bertandang|berkunjung)\s+)?"
    r"(?:di|ke|pada)(?:\s+lingkungan)?|menuju|mengunjungi)\s*$",
    re.I,
)
# The writers, their office in a bracket: `Oleh N dan N (Dinas X)`.
BYLINE = re.compile(
    r"(?:^|[\n.|•])\s*(?:oleh|ditulis\s+oleh|disusun\s+oleh|penulis|penyusun|tim\s+penulis)\b\s*:?\s*[A-Z][^()\n]{3,160}\(\s*$",
    re.I,
)
# A ministry or agency of the state that a region works with on a journey to another arranges it.
WORKS_WITH = re.compile(r"\b(?:bekerja\s*sama|berkolaborasi)\s+(?:dengan|bersama)\s*$", re.I)


# A heading below which it is said what should be done, no longer what was.
PROPOSALS = re.compile(
    r"^[\W\d]*(?:bab\s+\w+\W+|[A-Z]{1,4}[.)]\s+)?(?:rekomendasi|saran|usul\w*|masukan|(?:rencana\s+)?tindak\s+lanjut|rencana\s+aksi|action\s+plan)\b",
    re.I | re.M,
)
_COPIES = re.compile(r"^\W*tembusan\b", re.I | re.M)
_HEAD_ROWS = re.compile(r"^\W*(?:sifat|hal|perihal)\b", re.I | re.M)
_HEAD = 900  # characters


def copies_at(text: str, begin: int) -> int | None:
    """Where the list of those who get a copy begins, behind `begin`; in a note's head the row `Tembusan` is one of many."""
    for found in _COPIES.finditer(text, begin):
        if found.start() > _HEAD or not _HEAD_ROWS.search(text, found.end(), found.end() + 250):
            return found.start()
    return None


def sentence_at(text: str, place: int) -> str:
    """The sentence, or the line, that holds the place."""
    start = max(text.rfind("\n", 0, place), text.rfind(". ", 0, place), place - 300)
    ends = [end for end in (text.find("\n", place), text.find(". ", place)) if end >= 0]
    return text[start + 1 : min([*ends, place + 300])]


# `Bupati X, H. Nama Nama, menerima`, `Wali Kota X diwakili Sekda Nama menyambut`: who it is, between the office and what is done.
_NAMED_BEHIND = re.compile(r"\s*,?\s*(?:(?:yang\s+)?diwakili\s+(?:oleh\s+)?)?(?:[A-Z][\w.’'-]*,?\s+){1,8}")


# What such a person does that says which side he is on: more than what stands behind a bare name, for he speaks of much.
NAMED_SENDS = re.compile(
    r"(?:melepas|memberangkatkan|mengirim\w*|memboyong|(?:meny|s)ambangi|berkunjung|mengunjungi|bertolak|bertandang)\b",
    re.I,
)
NAMED_RECEIVES = re.compile(
    r"(?:menerima|menyambut)\s+(?:(?:langsung|hangat|baik|secara\s+\w+)\s+){0,2}(?:kunjungan|kedatangan|rombongan|tamu|delegasi|tim|"
    r"(?:para\s+)?peserta|pj\.?|penjabat|bupati|wali\s?kota|gubernur|sekda|jajaran|pem(?:kab|kot|prov|da)\b|pemerintah)",
    re.I,
)


def behind_name(text: str, start: int, end: int) -> str:
    """What stands behind the name of the person that follows at `start`, if one does, before `end`."""
    name = _NAMED_BEHIND.match(text, start, end)
    return text[name.end() : name.end() + 120] if name is not None else ""
