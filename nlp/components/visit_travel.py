"""A journey between the sides that no word for a visit names: who will be where, on a day to come."""

import re
from collections.abc import Sequence

from nlp.components.institutions import find_institutions, region_of
from nlp.components.small_letters import holds_any
from nlp.components.visit_ends import Way
from nlp.components.visit_names import Side
from nlp.components.visit_sides import Sides
from nlp.components.visit_words import TRAVELLERS
from nlp.extraction import Kind

_I = re.IGNORECASE
# One of these, in small letters, stands in every text that _JOURNEY matches.
_CUES = (
    "berangkat", "bertolak", "terbang", "kembali", "hadir", "tiba", "berada", "temu", "jumpa", "bersua", "singgah", "mampir", "datang",
    "monitor", "antau", "supervisi", "damping", "asistensi", "nengok", "jenguk", "injau", "melihat", "aksikan", "evaluasi", "menilai", "mengirim",
    "utus", "memimpin", "susul", "pembicara", "narasumber", "delegasi", "nugaskan", "tugaskan", "erjunkan", "undang", "unggu", "nanti", "jamu", "dikirim", "menerima ", " ke ",
)  # fmt: skip
_PERSONS = rf"(?:{TRAVELLERS}|narasumber|pejabat|perwakilan)(?:nya)?"
_JOURNEY = re.compile(
    r"\b(?=[a-z])(?:berangkat|(?:mem|di)berangkatkan|bertolak|terbang|kembali|menyusul|memimpin|menghadiri|(?:ke)?hadir(?:an)?|(?:menjadi|sebagai)\s+(?:pembicara|narasumber|tamu|juri|pengajar|penguji|saksi)|tiba|berada|(?:ber|per)temu(?:an)?|(?:ber)?jumpa|bersua|singgah|mampir|(?:ke)?datang(?:an)?"
    r"|(?:me)?monitor(?:ing)?|(?:me)?mantau|pemantauan|(?:men)?supervisi|(?:pen|men)damping(?:i|an)|(?:meng)?asistensi|meninjau|peninjauan|melihat|menengok|menjenguk"
    r"|menyaksikan|(?:meng)?evaluasi|menilai|(?:meng|di)?undang(?:an)?|(?:me|di)?tunggu|(?:me|di)?nanti(?:kan)?|menunggu|(?:men)?jamu"
    rf"|(?:mengirim(?:kan)?|mengutus|menugaskan|menerjunkan|mendatangkan|menghadirkan)\s(?:[^.,;]{{0,30}}?\s)?{_PERSONS}"
    rf"|(?:diutus|ditugaskan|diterjunkan|didatangkan|dihadirkan|dikirim)"
    r"|menerima\s+(?:(?:satu|sebuah|para)\s+)?(?:rombongan|delegasi|tim|utusan|pejabat|tamu)"
    r"|(?:di(?:rencanakan|jadwalkan|agendakan)|jadwalkan|agendakan|rencananya)\s+ke)\b",
    _I,
)
# Those who learn, what is no person, what needs no journey, what is past and what will not be.
_NO_JOURNEY = re.compile(
    r"(?<!hasil )(?<!pasca )(?<!pasca)(?<!alumni )(?<!setelah )(?<!seusai )(?<!usai )(?<!berakhirnya )(?<!lokasi )(?<!tempat )\b(?:(?:pe)?magang(?:an)?|praktik)\b"
    r"|(?<!asal )(?<!tugas )(?<!penyerahan )(?<!kerja )(?<!mantan )(?<!melihat )(?<!menjemput )(?<!menyerahkan )(?<!mengantar )(?<!memantau )(?<!mendampingi )(?<!menengok )(?<!menjenguk )\bpeserta\b"
    r"|\b(?:seperti|sebagaimana|mencontoh|meniru|mengadopsi|praktik\s+baik)\b|\b(?:mahasiswa|siswa|taruna|sertifikat|piagam|berkas|dokumen|draf\w*|naskah|nilai|barang|peralatan|daring|virtual|zoom|online|video|telekonferensi"
    r"|wisatawan|warga|masyarakat|investor|pelatihan|diklat|kursus|beasiswa|gelombang|bertugas\s+kembali|kembali\s+(?:bertugas|bekerja|aktif|masuk)"
    r"|telah|(?:tidak|tak|belum)\s+(?:akan|jadi|dapat|bisa)|batal|dibatalkan|ditunda|urung)\b"
    r"|\bsudah\b(?!\s+(?:kami\s+|kita\s+)?(?:di)?(?:jadwal|agenda|rencana|sepakat|janji|berjanji|bersedia|menyatakan|meng|undang))",
    _I,
)
# `BKPSDM X akan menengok peserta pada 24 Juli`: where they learn
_LOOKS_AFTER = re.compile(
    r"\b(?:akan|dapat|hendak|bermaksud|berencana|dijadwalkan|direncanakan|ingin)\s+(?:menengok|menjenguk|memantau|memonitor|mendampingi|menjemput)\s+(?:langsung\s+)?(?:para\s+)?peserta\b",
    _I,
)
_LONGEST_NOTE = 120  # characters
_NOTED = re.compile(r"\s(?:ke|menuju|→|➜|->)\s+[A-Z]")
_NOTED_BETWEEN = re.compile(
    r"(?:[A-Z][\w./]*\s+){1,7}(?:ke|menuju|→|➜|->)\s+(?:(?:Pemerintah|Kabupaten|Kab\.|Kota|Provinsi)\s+)*"
)
_SENDS_SOME = re.compile(
    r"\b(?:mengirim(?:kan)?|mengutus|menugaskan)\s+(?:\w+\s+){0,2}?(?:delegasi|utusan|rombongan|tim)\b", _I
)
_TO = re.compile(
    r"\b(?P<word>ke|menuju|di|pada)\s+(?:(?!ke\b|di\b|pada\b|dari\b|oleh\b|menuju\b)[a-z]+\s+){0,3}(?:(?:Pemerintah|Kabupaten|Kota|Provinsi)\s+)*$"
)
_TO_US = re.compile(
    r"\b(?:ke|di|pada)\s+(?:kantor|tempat|daerah|wilayah|instansi|kota|kabupaten|dinas|badan)\s+(?:kami|kita)\b|\bke\s+sini\b",
    _I,
)
_TO_THEM = re.compile(
    r"\b(?:ke|di|pada)\s+(?:kantor|tempat|daerah|wilayah|instansi|kota|kabupaten|dinas|badan)\s+(?:Saudara|Bapak|Ibu)\b",
    _I,
)
_WE = re.compile(
    r"\b(?:kami|kita|tim|rombongan|(?:akan|perlu|dijadwalkan)\s+(?:dikirim|diutus|diberangkatkan|ditugaskan))\b", _I
)
_GUESTS_CALLED = re.compile(
    r"\b(?:kehadiran|kedatangan|rombongan|tim|delegasi|jajaran)\s+(?:Saudara|Bapak|Ibu)\b[^.;]{0,30}\bkami\s+(?:tunggu|nanti|nantikan|harapkan)\b",
    _I,
)
# `kami mengharapkan Bapak beserta para kepala bidang hadir di tengah petani kami`
_HOPED_FOR = re.compile(
    r"\bkami\s+(?:sangat\s+|juga\s+|tetap\s+)*(?:mengharap(?:kan)?|harapkan|berharap|menanti(?:kan)?|menunggu|tunggu|ingin)\s+(?:agar\s+|kiranya\s+)?(?:Saudara|Bapak|Ibu)\b"
    r"(?![^.;]*\b(?:rapat|sosialisasi|bimtek|seminar|upacara|apel|surat|jawaban|konfirmasi)\b)[^.;]{0,80}?\b(?:hadir|datang|berada|singgah|mampir|tiba|menyaksikan)\b"
    r"[^.;]{0,40}?\b(?:di|ke)\s+(?:\w+\s+){0,4}?kami\b",
    _I,
)
# An invitation to something that is to be seen, not to a meeting that anybody may be called to.
_CALLS = re.compile(
    r"\b(?:kami|perkenankan)\b[^.;]{0,30}\b(?:mengundang|undang)\s+(?:kehadiran\s+)?(?:Saudara|Bapak|Ibu)\b(?![^.;]*\b(?:rapat|sosialisasi|bimtek|bimbingan|seminar|upacara|apel)\b)[^.;]*\b(?:menghadiri|hadir|melihat|menyaksikan|meninjau|datang|berkunjung)\b",
    _I,
)
_HITHER = re.compile(
    r"\b(?:[Bb]eliau|[Mm]ereka|(?:Wakil\s+)?(?:Bupati|Wali\s*[Kk]ota|Gubernur)|Kepala\s+\w+|[Pp]impinan|[Rr]ombongan)\b[^.;]{0,40}\b(?:akan|ingin|berencana|hendak|dijadwalkan|berjanji)\b"
    r"[^.;]{0,30}\b(?:menyusul|datang|kembali|hadir|singgah|mampir|terbang)\s+(?:ke|di)\s+sini\b"
)
_SEE_YOU = re.compile(r"\bsampai\s+(?:ber)?(?:jumpa|temu)\b", _I)
_TO_WHOM = re.compile(r"\b(?:Saudara|Bapak|Ibu)\b")
_THEY = re.compile(r"\b(?:mereka|pihaknya|mentor|pembimbing|narasumber|tuan\s+rumah)\b", _I)


def speaks_of_journey(text: str) -> bool:
    """Whether `text` has a word by which people are, go or are awaited somewhere."""
    small = text.lower()
    if holds_any(small, _CUES):
        return _JOURNEY.search(text) is not None or _is_note(text)
    return "→" in text and _is_note(text)


def is_no_journey(line: str) -> bool:
    """Whether the line speaks of the internship itself, of things, or of what is past."""
    return _NO_JOURNEY.search(line) is not None


def _is_note(text: str) -> bool:
    """A short line without a verb: `Kota X ke Kota Y, 12 Agustus`."""
    return len(text) < _LONGEST_NOTE and _NOTED.search(text) is not None


def way_of_journey(line: str, named: Sequence[Side], sides: Sides) -> Way:
    """Who goes and where to, by the places that `ke` and `di` lead to; the goer may be known by the place."""
    if _NO_JOURNEY.search(line):
        return [], None
    if _JOURNEY.search(line) is None:
        return _of_note(line, named, sides)
    if sides.facts.kind is Kind.LETTER and sides.sender is not None and (way := _of_letter(line, sides)):
        return way
    if not named and sides.facts.kind is Kind.NEWS and _HITHER.search(line) and (way := _hither(sides)):
        return way
    if not sides.agreement and sides.home and sides.host and [side.name for side in named] == [sides.home.name]:
        looks = _LOOKS_AFTER.search(line, named[0].start)
        if looks is not None:
            return [sides.home.name], sides.host.name
    led = [(match["word"], side) for side in named if (match := _TO.search(line, 0, side.start))]
    leads = [side for word, side in led if word in ("ke", "menuju")] or [
        side for word, side in led if word in ("di", "pada")
    ]
    hosts = {side.name for side in leads}
    if not led and len(named) == 1 and _SENDS_SOME.search(line, named[0].start) and not sides.agreement:
        goer_ = named[0].name  # `X akan mengirim delegasi pada Maret`: to the other side
        return ([goer_], sides.other(goer_)) if sides.other(goer_) else ([], None)
    goers = {side.name for side in named} - hosts
    if len(hosts) != 1 or len(goers) > 1:
        return [], None
    host = next(iter(hosts))
    goer = next(iter(goers), None) or _unnamed(line, host, sides)
    return ([goer] if goer else []), host


def _hither(sides: Sides) -> Way | None:
    """`Beliau akan menyusul ke sini`: to the town where the article's story takes place."""
    town, home, host = sides.facts.place, sides.home, sides.host
    if not town or home is None or host is None:
        return None
    at_host, at_home = (town in (region_of(party.name) or "") for party in (host, home))
    if at_host == at_home:
        return None
    return ([home.name], host.name) if at_host else ([host.name], home.name)


def _of_note(line: str, named: Sequence[Side], sides: Sides) -> Way:
    if not _is_note(line) or sides.agreement or len(named) != 2 or named[0].name == named[1].name:
        return [], None
    between = line[named[0].start : named[1].start]
    return ([named[0].name], named[1].name) if _NOTED_BETWEEN.fullmatch(between) else ([], None)


def _unnamed(line: str, host: str, sides: Sides) -> str | None:
    """`kami kembali ke X`: the writers' side; `para mentor akan hadir di Y`: the one that the story's people stayed with."""
    ours = sides.sender if sides.facts.kind is Kind.LETTER else sides.home
    if sides.agreement or ours is None:
        return None
    if _SEE_YOU.search(line):  # the closing slide
        return sides.other(host)
    if host != ours.name:
        return ours.name if _WE.search(line) and sides.host else None
    if any(sides.names.party_name(m.name, m.region) is None for m in find_institutions(line) if m.sure):
        return None  # `mengundang narasumber dari BKN ke X`: somebody else comes
    they = _TO_WHOM if sides.facts.kind is Kind.LETTER else _THEY
    return sides.other(host) if they.search(line) else None


def _of_letter(line: str, sides: Sides) -> Way | None:
    """`kedatangan rombongan Saudara kami tunggu`, `kami mengundang Saudara … ke kantor kami`."""
    assert sides.sender is not None
    other = sides.other(sides.sender.name)
    if other is None:
        return None
    if _CALLS.search(line) and region_of(other) != region_of(sides.sender.name):
        return [other], sides.sender.name
    if (
        _GUESTS_CALLED.search(line)
        or _HOPED_FOR.search(line)
        or (_TO_US.search(line) and _is_bidden(line, other, sides))
    ):
        return [other], sides.sender.name
    if _TO_THEM.search(line) and _WE.search(line):
        return [sides.sender.name], other
    return None


def _is_bidden(line: str, other: str, sides: Sides) -> bool:
    """The other side is spoken to, or named: `Rombongan Kota X kami nantikan hadir di tempat kami`."""
    return _TO_WHOM.search(line) is not None or any(side.name == other for side in sides.named(line))
