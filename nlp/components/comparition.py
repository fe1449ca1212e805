"""The comparition of an agreement, segment by segment: who signs, in which office, for whom.

`untuk dan atas nama X` names the party whatever the office of who signs.
"""

import re

from nlp.components.comparition_names import (
    OF_OTHERS,
    as_signed,
    name_end,
    titles_before,
    titles_joined,
    without_slip,
)
from nlp.components.party_names import (
    AGENCY_HEAD,
    BLANK,
    BODY,
    HEAD_OF_REGION,
    OFFICE,
    official_party_name,
    person_name,
    position_text,
)
from nlp.components.signatures import signature_lines, signature_name
from nlp.extraction import Party, Representative
from nlp.facts import InstitutionMention
from nlp.names import DEGREE, completed
from nlp.source import Source
from nlp.zones import PartySegment, Zones

EXPLICIT, NAMED, TITLED = 0.97, 0.92, 0.85

STOP = (
    r"(?=\s*[,;]?\s*(?:\(?\s*(?<![A-Za-z])(?:yang\b|untuk\b|selanjutnya\b|kemudian\b|berkedudukan|berkantor|"
    r"beralamat|berdasarkan|diangkat|ditetapkan|"
    r"dalam\s+(?:hal|(?:naskah|nota|perjanjian|adendum|addendum|kesepakatan|kerja\s+sama|kedudukan|jabatan|kapasitas)\w*)\b|"
    r"(?:dengan\s+)?(?:telah\s+)?(?:saling\s+)?(?:menyatakan|menerangkan|(?:ber)?sepakat|setuju|menyepakati|menyetujui)\b|dari\s+dan|bertindak|oleh\s+karena|sesuai\b|dengan\s+ini\b|selaku\b|sebagaimana|disebut|sebagai\b|sah\b|"
    r"mewakili|masa\s+jabatan|dan\s+(?:sah|oleh|karena|berdasar|selanjutnya|berkedudukan)|serta\s+(?:sah|berdasar)|"
    r"untuk\s+dan\s+atas|atas\s+nama|hereinafter|[–—-]+\s*(?:pihak|PIHAK)\b|Badan\s+(?:Usaha|Hukum)|suatu\b|sebuah\b|perseroan|didirikan|alamat\s*:|"
    r"Alamat\b|ALAMAT\b|(?:Nama|NAMA|Jabatan|JABATAN)\s*:|NIP\b|NIK\b|Pangkat\b|Instansi\s*:|Unit\s+Kerja\s*:|Dasar\s+(?:Surat|Keputusan|Hukum)|-{2,}))|\s*[;\[]|\s*\((?!Persero|Perseroda|Tbk)|\s*[.,]?\s*$|"
    r"\.\s+(?=Selanjutnya|Untuk|Yang|Dalam))"
)
_ON_BEHALF = re.compile(
    r"(?:untuk\s+dan\s+atas\s+nama|untuk\s+atas\s+nama|for\s+and\s+on\s+behalf\s+of|(?P<weak>bertindak\s+untuk|atas\s+nama|"
    r"mewakili|representing))"
    r"(?:\s+(?:serta|dan)\s+sah(?:\s+mewakili)?|\s+sah\s+mewakili|\s+serta\s+mewakili)?\s*[:“\"]?\s*(?P<name>\S.*?)"
    + STOP,
    re.I,
)
_ROW_END = (
    r"(?=\s*(?:[;,]?\s*(?:\bNIP\b|\bN\s?I\s?P\b|\bNRP\b|\bNIDN\b|\bNIK\b|\b[Jj]abatan\b|\bJ\sa\sb\sa\st\sa\sn\b|"
    r"\bJABATAN\b|\bPANGKAT\b|\bALAMAT\b|\bINSTANSI\b|\bPangkat\b|\bGolongan\b|\bAlamat\b|\bInstansi\b|\bUnit\s+[Kk]erja\b|\bPekerjaan\b|"
    r"\bKedudukan\b|\bTempat\b|\bBerkedudukan\b|\bberkedudukan\b|\bberalamat\b|\bdalam\s+hal\s+ini\b|"
    r"\bDalam\s+hal\s+ini\b|\bbertindak\b|\bBertindak\b|"
    r"\buntuk\s+dan\s+atas\b|\bUntuk\s+dan\s+atas\b|\bberdasarkan\b|\bBerdasarkan\b|\byang\b|\bselanjutnya\b|"
    r"\bSelanjutnya\b|\bdiangkat\b|\batas\s+nama\b|\bmewakili\b|\bdisebut\b|\bDasar\b))|\s*;?\s*$)"
)
_ROWS = {
    # `nama X` and `jabatan Y` without colons stand in the rows of a list, `Nama X NIP …` in those of a table.
    "name": re.compile(
        r"(?:\b(?:N\s?a\s?m\s?a|NAMA)(?:\s+[Ll]engkap\s*:?|\s*:|(?=\s+(?!NI[PK]\b|Jabatan\b|Pangkat\b|Alamat\b|Instansi\b)[A-Zd][^:;]{4,70}?\s(?:NIP|NRP|Jabatan|Pangkat)\b))|(?<!atas )(?<!dengan )\bnama(?=\s+[A-Z])(?!\s+"
        + BODY
        + r"))"
        r"\s*(?P<text>.*?)" + _ROW_END
    ),
    "position": re.compile(
        r"\b(?:[Jj]\s?a\s?b\s?a\s?t\s?a\s?n|JABATAN)(?:\s*:|\s+(?=" + OFFICE + r"\b))\s*(?P<text>.*?)" + _ROW_END
    ),
    "body": re.compile(
        r"\b(?:Instansi|Unit\s+[Kk]erja|Nama\s+[Ii]nstansi|Lembaga|Perusahaan)\s*:\s*(?P<text>.*?)" + _ROW_END
    ),
}
_LEAD = re.compile(
    r"^(?:[\s:;,.\-–—|_\"”’')(]+|(?i:kami)\b\s*,?\s*(?=[A-Z])|I[IL]{1,2}\s+(?=[A-Z])|I\s+(?=(?:Prof|Dr|dr|Ir|Drs|Dra|H|Hj|KH)\.)|[IVXLl|1]{1,4}[.)]\s*|(?:dan|serta|dengan|bersama|"
    r"and)\s+(?=[\dIVX(]|[A-Z])|[A-Za-z]{1,2},?\s+(?=(?:Prof|Dr|dr|drg|Ir|Drs|Dra|H|Hj|KH)\.\s)|\(?(?:\d{1,2}|[IVX]{1,5}|[a-e])[.)]+\s*|\(\d\)\s*|\d{1,2}\s+(?=[A-Z])|:\s*)+"
)
_SELAKU = re.compile(
    r"[\s,:]+(?:(?:yang\s+|dalam\s+hal\s+ini\s+)*bertindak\s+)?(?:selaku|sebagai|dalam\s+(?:jabatannya|"
    r"kedudukannya|kapasitasnya)(?:\s+(?:selaku|sebagai))?|jabatan\s*:|yang\s+menjabat(?:\s+sebagai)?)\s+"
)
_OFFICE_AT = re.compile(r"(?:^|[\s,:]+)(?P<office>" + OFFICE + r"\b.*)", re.S)
_POSITION_END = re.compile(r"^(?P<text>.*?)" + STOP, re.S | re.I)
_ACTING_AS = re.compile(r"[^,;:]{4,80}?\s(?:selaku|sebagai)\s+(?=(?:Plt|Plh|Pj|Pjs|Pelaksana|Penjabat)\b)")
# `… telah disepakati oleh Name, …`: what stands before is about the day and the place.
_INTRODUCED = re.compile(r"\b(?:oleh|antara|(?<=\shadir dan )menanda\s?tangani)\s*:?\s+(?=(?:[A-Z]|dr\.|drg\.))")
_REPRESENTED = re.compile(
    r"(?:dalam hal ini )?(?:yang )?(?:secara sah )?(?:di ?wakili|diwakilkan|"
    r"represented)\s+(?:secara\s+sah\s+)?(?:oleh|by)\s*:?\s+(?P<name>.*?)(?:[,\s]+(?:(?:yang\s+|"
    r"dalam\s+hal\s+ini\s+)*bertindak\s+)?(?:selaku|sebagai|dalam\s+(?:jabatan\w*|kedudukan\w*|kapasitas\w*)(?:\s+(?:selaku|sebagai))?|"
    r"as)\s+|,\s+(?=" + OFFICE + r"\b))(?P<position>.*?)" + STOP,
    re.I,
)

# `diwakili oleh Dekan, Prof. Dr. N, M.P.`, `oleh Kepala Dinas, N, S.P. (…)`: the office stands before the name.
_OFFICE_THEN_NAME = re.compile(
    r"(?i:di ?wakili|diwakilkan|represented)\s+(?:secara\s+sah\s+)?(?:oleh|by)\s*:?\s+(?P<position>"
    + OFFICE
    + r"(?:\s(?:[A-Z][\w./-]*|dan|di|pada|of|the))*)(?:,|\s+(?:yaitu|yakni))\s+(?:Sdr\.?i?\s|Bapak\s|Ibu\s)?(?!"
    + OFFICE
    + r"\b|"
    + BODY
    + r")(?P<name>(?:(?:Prof|Dr|dr|drg|Ir|Drs|Dra|Hj|H|KH|apt|Ns|Pdt)\.\s*)*[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,6}(?:,\s*"
    + DEGREE
    + r"\.?)*)(?=\s*(?:[,;(]|\.\s|\.?$|\s(?:yang|berdasarkan|selaku|dalam|untuk|bertindak|berkedudukan)\b))"
)


def party_of_segment(
    source: Source, mentions: list[InstitutionMention], parts: Zones, segment: PartySegment, number: int
) -> Party | None:
    flat = source.flat
    text = flat.text[segment.start : segment.end]
    name, position = _representative(titles_before(flat.text, segment.start) + text[_own_entry(text, number) :])
    if name is None and position is None:
        # The rows of all persons stand together before the first label.
        everybody = _stacked(flat.text[parts.segments[0].start : parts.segments[-1].end])
        if len(everybody) == len(parts.segments) and number <= len(everybody):
            name, position = everybody[number - 1]
    confidence = EXPLICIT
    span: tuple[int, int] | None = None
    behalf = _behalf(text) or _presence(text)
    if behalf is not None:
        span = behalf
    else:
        row = _ROWS["body"].search(text)
        if row is not None and row.group("text").strip():
            span = row.span("text")
        else:
            labelled = _before_label(source, mentions, segment)
            if labelled is not None and name is None:
                position = None  # the office of somebody else
            begin = labelled or _body_first(text)
            if begin is not None:
                span, confidence = begin, NAMED
            elif position is not None:
                place = text.find(position)
                body = AGENCY_HEAD.match(position)
                if HEAD_OF_REGION.match(position):
                    span, confidence = (place, place + len(position)), NAMED
                elif body is not None and place >= 0:
                    span, confidence = (place + body.start("body"), place + body.end("body")), TITLED
    if span is None:
        return None
    start, end = flat.span(segment.start + span[0], segment.start + span[1])
    end = name_end(source, start, end)
    official = official_party_name(source.text[start:end], start, end, mentions)
    if official is None:
        return None
    if source.page_at(start).source == "ocr":
        official = without_slip(official, position, source.flat.text[: parts.title_end])
    tail = flat.text[parts.ending :]
    if name is not None:
        name = as_signed(name, text, signature_lines(source, parts))
        name = completed(name, tail) if "," not in name else name
    elif BLANK.search(text) is None:
        name = signature_name(source, parts, segment.label, official)
    representative = Representative(name, position) if name or position else None
    return Party(
        name=official,
        as_written=" ".join(source.text[start:end].split()),
        role=f"party_{number}",
        representative=representative,
        evidence=source.evidence(start, end),
        confidence=confidence,
    )


# `Dari Politeknik X hadir dan menandatangani N, yang menjabat Direktur`.
_PRESENT = re.compile(
    r"(?:^|[.;:]\s+|\s)(?i:dari(?:\s+pihak)?|untuk|bagi|atas\s+nama)\s+(?P<name>"
    + BODY
    + r"[^,;:.]{2,120}?)\s+(?:(?:telah\s+)?hadir|menanda\s?tangani|ditanda\s?tangani|ber\s?tanda\s?tangan|dihadiri)\b"
)


def _presence(text: str) -> tuple[int, int] | None:
    """The body from which somebody is said to be present and to sign."""
    found = _PRESENT.search(text)
    return found.span("name") if found is not None else None


# `bertindak untuk a.n. Kepala BKPSDM …, mewakili Badan …`
_SUPERIOR = re.compile(r"a\.?\s?n\.?\s", re.I)


def _behalf(text: str) -> tuple[int, int] | None:
    strong: tuple[int, int] | None = None
    weak: tuple[int, int] | None = None
    superior: tuple[int, int] | None = None  # for whom one signs, not the body
    for found in _ON_BEHALF.finditer(text):
        name = found.group("name")
        if (
            re.match(r"(?i:jabatan|diri|dirinya|direksi|kepentingan|dan\b|yang\b)", name)
            or _SAID_BEFORE.search(name)
            or BLANK.search(name)
            or len(name) < 3
        ):
            continue
        if _SUPERIOR.match(name):
            superior = superior or found.span("name")
        elif found.group("weak"):
            weak = weak or found.span("name")
        else:
            strong = found.span("name")
    return strong or weak or superior


# `untuk dan atas nama badan tersebut`: the body is the one of the office.
_SAID_BEFORE = re.compile(
    r"\b(?:tersebut|dimaksud|termaksud|(?:di|ter)sebut\s+di\s+atas|yang\s+dipimpinnya)\s*$|^\w+nya$", re.I
)


def _before_label(source: Source, mentions: list[InstitutionMention], segment: PartySegment) -> tuple[int, int] | None:
    """The institution right before its label in brackets: `… Dinas Kesehatan Kota X (Pihak Pertama)`."""
    flat = source.flat
    if not re.match(r"\s*\(", flat.text[segment.end : segment.end + 2]):
        return None
    for mention in mentions:
        start, end = flat.place(mention.start), flat.place(mention.end - 1) + 1
        if (
            mention.sure
            and mention.kind != "other"
            and segment.start <= start
            and segment.end - 2 <= end <= segment.end
        ):
            return start - segment.start, end - segment.start
    return None


def _body_first(text: str) -> tuple[int, int] | None:
    """A segment that begins with the institution: `PT X, diwakili oleh …`."""
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    if re.match(BODY, text[begin:]) is None:
        return None
    found = re.match(
        r"(?P<name>.*?)(?:,?\s+(?:dalam\s+hal\s+ini\s+)?(?:yang\s+)?di ?wakili|,?\s+represented)", text[begin:], re.I
    )
    found = found or re.match(r"(?P<name>.*?)" + STOP, text[begin:])
    if found is None or not found.group("name").strip(" ,"):
        return None
    seated = re.match(r"(?P<name>.*?)" + STOP, found.group("name"))
    name = (seated or found).group("name").rstrip(" ,")
    return (begin, begin + len(name)) if name else None


# `[nama Bupati], Bupati X`: to be filled in.
_PLACEHOLDER = re.compile(r"\[[^\[\]]{0,60}\]|<[^<>]{2,60}>")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def _own_entry(text: str, number: int) -> int:
    """Where the party's own entry begins, where notes of an editor stand before it; 0 where none do."""
    marks = f"{number}|{_ROMAN[number - 1]}|{chr(96 + number)}" if number <= len(_ROMAN) else str(number)
    found = re.search(rf"(?<=[a-z)”\"][.;:)]\s)(?:{marks})[.)]\s+(?=[A-Z\[]|dr\.|drg\.)", text)
    return found.start() if found is not None else 0


def _representative(text: str) -> tuple[str | None, str | None]:
    """Name and position of who signs, as written; None where the text leaves them blank."""
    text = _PLACEHOLDER.sub(".....", titles_joined(OF_OTHERS.sub(" ", text)))
    name_row, position_row = _ROWS["name"].search(text), _ROWS["position"].search(text)
    stacked = _stacked(text)
    if stacked:
        return stacked[0]
    if name_row is not None:
        position = position_row.group("text") if position_row else None
        if position is None:
            _, position = _inline(text[name_row.end("text") :])
        return person_name(name_row.group("text")), position_text(position)
    notarial = _NOTARIAL.search(text)
    if notarial is not None:
        office = _NOTARIAL_OFFICE.search(notarial.group("rest"))
        return person_name(notarial.group("name")), position_text(office.group("office") if office else None)
    headed = _OFFICE_THEN_NAME.search(text)
    if headed is not None:
        return person_name(headed.group("name")), position_text(headed.group("position"))
    represented = _REPRESENTED.search(text)
    if represented is not None:
        return person_name(represented.group("name")), position_text(represented.group("position"))
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    name, position = _inline(text[begin:])
    if position_row is not None:
        position = position_row.group("text")
        if name is None and 0 < position_row.start() - begin < 100:
            name = text[begin : position_row.start()].rstrip()  # `Name, S.Sos. Jabatan: Kepala Dinas X`
    if name is not None:
        name = re.sub(r"\s*\b[Jj]abatan\W*$", "", name)
    return person_name(name), position_text(position)


# As a notary writes: `tuan N, lahir di X pada tanggal …, Warga Negara Indonesia, Direktur dari …, bertempat tinggal di …`.
_NOTARIAL = re.compile(
    r"\b(?i:tuan|nyonya|nona|saudara|saudari)\s+(?:(?i:dokter(?:\s+gigi)?|insinyur|doktoranda|doktorandus|profesor|doktor)\s+)*"
    r"(?P<name>[A-Z][^,;:]{3,60}(?:,\s*" + DEGREE + r")*)\s*,(?P<rest>[^;]{0,200}?\b(?:lahir|warga\s+negara|bertempat\s+tinggal)\b[^;]*)",
)  # fmt: skip
_NOTARIAL_OFFICE = re.compile(
    r",\s*(?:(?:pekerjaan|jabatan|selaku|sebagai)\s*:?\s*)?(?P<office>" + OFFICE + r"\b[^,;]*?)(?=\s+dari\s+[a-z]|\s*[,;]|$)"
)  # fmt: skip


# A table whose first column holds the words of all rows: `Nama NIP Jabatan : : : Name 1970… Kepala …`.
_STACK = re.compile(
    r"\b(?P<keys>Nama(?:\s+(?:NIP|NIK|Jabatan|Pangkat|Alamat|Instansi))+)(?:\s*:){2,}\s*(?P<values>.*?)"
    r"(?=\s*(?:\d[.)]\s*)?\bNama\s|\s+\d[.)]\s|\bNomor urut\b|\bbertindak\b|\bselanjutnya\b|\bdisebut\b|$)"
)


def _stacked(text: str) -> list[tuple[str | None, str | None]]:
    """Names and positions of everybody whose rows are stacked in `text`."""
    found: list[tuple[str | None, str | None]] = []
    for stack in _STACK.finditer(text):
        parted = re.split(r"\s+(?:NIP\.?\s*)?(?=\d)[\d .]{16,24}\s+", stack.group("values"), maxsplit=1)
        if len(parted) == 2:
            end = _POSITION_END.match(parted[1])
            found.append((person_name(parted[0]), position_text(end.group("text") if end else None)))
    return found


def _inline(text: str) -> tuple[str | None, str | None]:
    """`Name, S.H., Kepala Dinas X, berkedudukan di …` parted into name and position."""
    introduced = [found.end() for found in _INTRODUCED.finditer(text)]
    if introduced:
        text = text[introduced[-1] :]
    as_office = _SELAKU.search(text)
    office = _OFFICE_AT.search(text)
    if (
        as_office is not None
        and as_office.start() < 140
        and (office is None or as_office.start() <= office.start() + 2)
    ):
        end = _POSITION_END.match(text[as_office.end() :])
        return text[: as_office.start()], end.group("text") if end else None
    if office is not None and office.start() < 140:
        begin = office.start("office")
        acting = _ACTING_AS.match(text, begin)
        if acting is not None:  # `Wakil Bupati X selaku Plt. Bupati X`
            begin = acting.end()
        end = _POSITION_END.match(text[begin:])
        return text[: office.start()], end.group("text") if end else None
    return None, None
