"""Participants whose NIP stands beside or below their name in running text, lists and cards; signers and mentors left out."""

import re
from collections.abc import Iterator, Sequence, Set

from nlp.components.head_words import EVENT
from nlp.components.people_names import NIP_LABEL, clean_name, find_nips, is_name, leading_name, names_office
from nlp.components.person_tables import names_others, names_team
from nlp.components.recommendation_headings import is_heading
from nlp.components.recommendation_units import Unit
from nlp.components.tables import is_label
from nlp.extraction import Person
from nlp.source import Source

_I = re.IGNORECASE
_OFFICE_LINE = re.compile(
    r"(?:^|\n)\s*(?:(?:ditetapkan\s+di\s+[\w ]{2,30}?\s+)?(?:pada\s+)?tanggal\s*:?\s*\d{1,2}\s+\w+\s+\d{4}\s+)?(?:a\.n\.?\s|u\.b\.?\s|plt\.?\s|pj\.?\s|plh\.?\s)?\s*(?:kepala|ketua|sekretaris|inspektur|direktur|gubernur|bupati|wali\s*kota|asisten|camat|lurah|kabid|kabag|kasi|kasubbag|kasubag|sekda|sekdis|pelapor|pembuat|yang\s+melapor|penanggung|mengetahui|notulis|petugas|penyelenggara|panitia|menyetujui|pelaksana|rektor|dekan|koordinator|pimpinan)\b[^\n]{0,90},?\s*(?:\n|$)",
    _I,
)
_PLACE_DATE = re.compile(
    r"(?:^|\n)\s*[A-Z][\w ]{2,30}\s?,\s*(?:(?:\d{1,2}\s+)?[A-Z][a-z]+\s+|\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*)\d{4}\s*(?:\n|$|(?=(?:Kepala|Ketua|Pimpinan|Pelapor|Mengetahui|Plt)\b))"
)
_PLACE_AND_DAY = re.compile(
    r"(?!(?:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu)\b)(?:[A-Z][\w'-]+ ?){1,3},\s*(?:\d{1,2}\s+)?[A-Z][a-z]+\s+\d{4}\b"
)
_RANK_LINE = re.compile(
    r"\((?:I|II|III|IV|V)\s?/\s?[a-e]\)|^(?:pangkat\b.*|(?:pembina|penata|pengatur|juru)\b.*|(?:gol(?:ongan)?)\b.*)", _I
)
_LABELLED = re.compile(r"^(?:jabatan)\s*[:.]?\s*(?P<value>.+)$", _I)
_THANKS = re.compile(r"\b(?:ber)?terima\s*kasih\b|\bpenghargaan\s+kepada\b", _I)
# `X (NIP …), arsiparis madya yang membimbing kami`
_HELPED = re.compile(
    r"[^.;]{0,60}?\b(?:acted\s+as\s+our|was\s+our|guided\s+us|accompanied\s+us|hosted\s+us|received\s+us)\b|[^.;]{0,90}?\byang\s+(?:telah\s+|sudah\s+|dengan\s+sabar\s+|setia\s+)*(?:men?dampingi|mem(?:bimbing|andu|beri\s+(?:materi|pengantar))|mengajar|melatih|menerima|menyambut|menjamu)\b",
    _I,
)
# Who is met, heard or cited there.
_MET = re.compile(
    r"\b(?:menurut|kata|ujar|jelas|tutur|diterima|disambut|ditemui|bertemu|dijamu|diantar|dikawal|didampingi|(?:meng|di)?hubungi|dipandu|dibimbing|diajari|dilatih|dijelaskan|dipaparkan|diserahkan\s+oleh|penjelasan|keterangan|wawancara)\b",
    _I,
)
# `Di sana kami didampingi Bapak X (NIP …)`, whatever the section tells of.
_BY_A_HOST = re.compile(
    r"\b(?:kami|rombongan|peserta|tim)\s+(?:\w+\s+)?(?:didampingi|dipandu|dibimbing|diterima|disambut|ditemani|diajari|dijamu)(?:\s+(?:langsung|oleh))*\s+(?:Bapak|Ibu|Pak|Bu|Sdr\.?|Saudara|Saudari)\s[^.;:()]{0,60}(?:\.\w+\.?|\()*[^;:()]{0,20}\(?\s*(?:NIP\b\.?\s*)?$",
    _I,
)
# `ditempatkan pada X, dengan pengarah A (NIP …)`, `di bawah asuhan B (NIP …)`
_UNDER = re.compile(
    r"\b(?:dengan|di\s+bawah)\s+(?:pengarah(?:an)?|arahan|bimbingan|asuhan|pembina(?:an)?|pengampu(?:an)?|pengasuh|penyelia|atasan)(?:\s+\w+){0,2}\s+[^;:]{3,70}$",
    _I,
)
_GOES_ON = re.compile(r"[\w,]$")
_SENTENCE = re.compile(r"(?<=[a-z]{4})\.\s+(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SLIDES = frozenset({"pptx", "odp", "ppt"})
_AIM = re.compile(r"\s+(?:untuk|guna|dalam\s+rangka|agar)\b")
_TOGETHER_WITH = re.compile(r"\bbersama\s+(?:(?:Bapak|Ibu|Pak|Bu)\s+)?[^,;()]{3,60}\(?\s*(?:NIP\b\.?\s*)?$")
_NEXT_IN_ROW = re.compile(r";\s+(?:dan\s+|serta\s+)?|(?<=[^\d\s])\s+(?=\(?\d{1,2}[.)]\s+[A-Z])")
_SIGNERS = re.compile(r"\bbertanda\s?tangan\b[^:]{0,40}:$")  # of minutes; who they are stands below
_ROW = 2  # persons with a NIP that make a row
_LONGEST_OFFICE = 80
_LONGEST_CELL = 120  # characters of a cell that holds one person
_STRAY = re.compile(r"\W*\d?\W*")  # what OCR makes of a cell's lower edge
# `menerima ASN kami untuk mengikuti magang sebagai berikut:`
_ANNOUNCED = re.compile(
    rf"\b(?:{EVENT}|menugaskan|mengusulkan|menghadapkan)\b[^.:]{{0,80}}\b(?:berikut|yaitu|yakni|nama(?:-nama)?|atas\s+nama)\b[^.:]{{0,20}}:\s*$",
    _I,
)
_FIRST_ITEM = re.compile(r"\s\(?1\s?[.)]\s+(?=[A-Z])")
_SIDE = re.compile(r"\b(?:[Ss]elanjutnya\s+)?[Dd]isebut\s+(?:juga\s+|sebagai\s+)?[“\"]?PIHAK\b")
_FORMULA = 420  # characters from a NIP to the end of the formula that makes its owner a side
_LONGEST_TITLE = 90  # characters of a line above a signature: place, date and office that a reader joined
_AROUND = 260  # characters before a NIP in which a signature shows


def people_with_nip(source: Source, units: Sequence[Unit], listed: Set[str] = frozenset()) -> list[Person]:
    """Everyone whose NIP the text gives; beside two who are listed, nobody whom a sentence names by the way.

    `listed`: the NIPs that tables and forms list.
    """
    told = [*_told(source, units)]
    sure = listed | {person.nip for person, by_the_way in told if not by_the_way and person.nip}
    if len(sure) < _ROW:
        return [person for person, _ in told]
    return [person for person, by_the_way in told if not by_the_way or person.nip in sure]


def _told(source: Source, units: Sequence[Unit]) -> Iterator[tuple[Person, bool]]:
    """Each with whether a sentence on something else names the person."""
    heading = ""
    last = next((place for place in range(len(units) - 1, -1, -1) if find_nips(units[place].text)), -1)
    for index, unit in enumerate(units[: last + 1]):
        nips = find_nips(unit.text)
        if not nips and is_heading(unit):
            heading = unit.text
        if _SIGNERS.search(unit.text):
            heading = "bertanda tangan"
        if unit.owner.table is not None or unit.text.count("|") > 2:
            continue
        for position, nip in enumerate(nips):
            start = nips[position - 1].end if position else 0
            end = nips[position + 1].start if position + 1 < len(nips) else len(unit.text)
            before, alone = _before(units, index, unit.text[start : nip.start])
            name, office = _name_and_office(before)
            if name is None and not position:
                name = leading_name(unit.text[nip.end : end].lstrip(" )-–:,/"))
            if name is None or _HELPED.match(unit.text[nip.end : end]):
                continue
            if _is_other(source, units, index, unit.text[:start] + before, heading):
                continue
            if office is None:
                office = _office_after(
                    unit.text[nip.end : end], units, index, look_on=alone or position + 1 == len(nips)
                )
            *earlier, sentence = _SENTENCE.split(unit.text[start : nip.start])
            apart = not alone and (len(nips) == 1 or bool(earlier))
            by_the_way = apart and not names_team(f"{heading} {sentence}")
            opening = sentence.partition(name)[0]
            yield Person(name, nip.digits, office, None), by_the_way and len(_WORD.findall(opening)) >= _ROW


def people_beside_nips(units: Sequence[Unit]) -> Iterator[Person]:
    """Those without a NIP in a row whose others have one: `A (1980…), Sekretaris; B (1999…), anggota; C, anggota.`"""
    if not any(len(find_nips(unit.text)) >= _ROW for unit in units):
        return
    heading = ""
    for unit in units:
        nips = find_nips(unit.text)
        if not nips:
            heading = unit.text if is_label(unit) else heading
            continue
        label = unit.text[: nips[0].start].partition(":")[0]
        if len(nips) < _ROW or unit.owner.table is not None or not names_team(f"{heading} {label}"):
            continue
        items = [item for item in _NEXT_IN_ROW.split(unit.text) if item.strip()]
        if names_others(f"{heading} {label}") or sum(bool(find_nips(item)) for item in items) < len(nips):
            continue
        for item in items:
            name = leading_name(item) if not find_nips(item) else None
            office = item[item.find(name) + len(name) :].strip(" ,.()–-") if name else ""
            if name and len(office) < _LONGEST_OFFICE and not names_others(item):
                yield Person(name, None, office or None, None)


def people_in_cells(source: Source, units: Sequence[Unit]) -> list[Person]:
    """Persons in cells that hold nothing else, each NIP below its name; none where the table has but one of them."""
    found: dict[tuple[int, int | None], list[Person]] = {}
    heads: dict[tuple[int, int | None, int | None], str] = {}
    for index, unit in enumerate(units):
        if unit.owner.table is None:
            continue
        head = heads.setdefault((unit.page, unit.owner.table, unit.owner.column), unit.owner.header or unit.text)
        nips = find_nips(unit.text)
        if not nips or names_others(head):
            continue
        if len(unit.text) > _LONGEST_CELL * len(nips) or _STRAY.fullmatch(unit.text, nips[-1].end) is None:
            continue
        begin = 0
        for nip in nips:
            before = unit.text[begin : nip.start]
            begin = nip.end
            name, office = _name_and_office(before)
            if name is not None and not _is_other(source, units, index, before, ""):
                found.setdefault((unit.page, unit.owner.table), []).append(Person(name, nip.digits, office, None))
    return [person for people in found.values() if len(people) > 1 for person in people]


def _before(units: Sequence[Unit], index: int, text: str) -> tuple[str, bool]:
    """What stands before a NIP: on its line, else on the line above that is no rank; whether it is the line above.

    An office between name and NIP goes with the name.
    """
    if len(re.sub(r"[\W_]", "", NIP_LABEL.sub("", text))) >= 3 or index == 0:
        return text, False
    above = index - 1
    while above > 0 and index - above < 3 and _between(units[above].text):
        above -= 1
    said = units[above].text
    if (
        above > 0
        and names_office(said)
        and not find_nips(said)
        and is_name(name := units[above - 1].text.strip(" ,.;"))
    ):
        return f"{name}, {said}", True
    return said, True


def _between(text: str) -> bool:
    """A line that may stand between a name and its NIP: a rank, the label alone."""
    if NIP_LABEL.fullmatch(text.strip()):
        return True
    return _RANK_LINE.search(text) is not None and not leading_name(text)


def _name_and_office(text: str) -> tuple[str | None, str | None]:
    """The person named in the words before a NIP, and the office between name and NIP."""
    text = re.sub(r"\s*(?:[(/|,;:–—-]|\bNI\s?P(?:PPK)?\b\.?)*\s*$", "", NIP_LABEL.sub(" ", text).rstrip(" :"), flags=_I)
    text = re.split(
        r"\)\s*(?:,|;|\.|dan|serta)\s*|\b(?:dan|serta|oleh|yaitu|yakni|adalah|terdiri\s+(?:dari|atas)|atas\s+nama)\s+(?=[A-Z])|\n|(?:^|\s)\W?(?:\d{1,2}|l)[.)]\s+(?=[A-Z])|;\s+",
        text,
    )[-1]
    # A colon parts a label from its value, not a name from an office.
    text = clean_name(re.split(r":\s+", text)[-1])
    if name := leading_name(text, single=True):
        rest = text[text.find(name) + len(name) :].strip(" ,;:/-–—(|)")
        if not rest or (len(rest) < 90 and not find_nips(rest) and not is_name(rest)):
            return name, rest or None
    if is_name(text):
        return text, None
    for match in re.finditer(r"(?<![A-Za-z.])[A-Z]", text):
        if is_name(text[match.start() :]) and len(text[match.start() :].split()) <= 8:
            return text[match.start() :], None
    return None, None


def _office_after(text: str, units: Sequence[Unit], index: int, *, look_on: bool) -> str | None:
    rest = re.split(r"[;.]\s|\)\s*(?:,|dan\b)|\s\d{1,2}[.)]\s", text.lstrip(" ()-–—:,/."))[0].strip(" )-–—:,/.")
    rest = _AIM.split(re.sub(r"^jabatan\s*:?\s*", "", rest, flags=_I))[0]
    if rest:
        return rest if len(rest) < 80 and rest[0].isupper() and not leading_name(rest) else None
    if not look_on:
        return None
    for unit in units[index + 1 : index + 4]:
        if labelled := _LABELLED.match(unit.text):
            return _AIM.split(labelled["value"])[0].strip(" :")
        if _RANK_LINE.search(unit.text):
            continue
        plain = len(unit.text) < 80 and unit.mark_kind is None and not is_label(unit) and not unit.text.endswith(".")
        return unit.text if plain and not find_nips(unit.text) and not is_name(unit.text) else None
    return None


def _is_other(source: Source, units: Sequence[Unit], index: int, before: str, heading: str) -> bool:
    """A signer, a mentor or a host."""
    if (
        names_others(before[-160:])
        or _UNDER.search(before[-160:])
        or _PLACE_AND_DAY.match(before)
        or _THANKS.search(units[index].text)
    ):
        return True
    if _is_side(source.text, units[index].end):
        return True
    if _goes_on_from_thanks(units, index) or _BY_A_HOST.search(before[-160:]):
        return True
    if _MET.search(_SENTENCE.split(before[-160:])[-1]) and not names_team(heading):
        return True
    if _TOGETHER_WITH.search(before) and find_nips(units[index].text[: len(before)]):
        return True  # `A (NIP …), B (NIP …) bersama C (NIP …)`: the host on the photograph
    if names_team(NIP_LABEL.sub("", before[-160:])) and not re.match(r"\s*nama\s*:", before, _I):
        return False
    unit = units[index]
    if names_team(heading) and (unit.mark_kind is not None or re.match(r"\s*\d{1,2}[.)]\s", before)):
        return False
    if unit.mark_kind is not None and _below_team_label(units, index):
        return False
    others_above = any(
        names_others(other.text) and len(other.text) < _LONGEST_TITLE for other in units[max(0, index - 3) : index]
    )
    if source.form in _SLIDES and names_team(heading):
        return others_above  # nobody signs a slide
    # Whole lines only: the cut of a line may begin with an office.
    cut = unit.start - _AROUND
    first = 0 if cut <= 0 else source.text.find("\n", cut, unit.start) + 1 or unit.start
    surroundings = source.text[first : unit.end]
    if _is_below_office(surroundings, heading) or _PLACE_DATE.search(surroundings):
        if others_above and _PLACE_DATE.search(surroundings[_last_nip(surroundings, unit.text) :]):
            return True
        return not (names_team(heading) and len(find_nips(surroundings)) > 1)
    if names_others(heading):
        return True
    return others_above


def _is_side(text: str, end: int) -> bool:
    """Who hands over or takes over in a record, `selanjutnya disebut PIHAK KESATU` below the NIP and before the next."""
    side = _SIDE.search(text, end, end + _FORMULA)
    return side is not None and not find_nips(text[end : side.start()])


def _goes_on_from_thanks(units: Sequence[Unit], index: int) -> bool:
    """The sentence of thanks that the line above begins goes on in this one."""
    above = units[max(index - 1, 0)]
    goes_on = above.mark_kind is None and units[index].mark_kind is None and _GOES_ON.search(above.text) is not None
    return goes_on and _THANKS.search(above.text) is not None


def _last_nip(surroundings: str, line: str) -> int:
    """Where the NIP ends that stands above the line."""
    above = find_nips(surroundings[: max(0, len(surroundings) - len(line))])
    return above[-1].end if above else 0


def _is_below_office(surroundings: str, heading: str) -> bool:
    """A line above gives an office as a signature does; below a NIP it is the office of the person listed before.

    `Pelaksana`, the heading of the list, is none; before a signature a comma stands behind it.
    """
    listed = heading.strip() if names_team(heading) and not heading.rstrip().endswith(",") else None
    for match in _OFFICE_LINE.finditer(surroundings):
        if listed is not None and match.group().strip() == listed:
            continue
        line_before = surroundings[: match.start()].rstrip().rpartition("\n")[2]
        if not find_nips(line_before) or re.search(r"(?:[a-z]{2}|\))\.$", line_before):  # none, or in a sentence
            return True
    return False


def _below_team_label(units: Sequence[Unit], index: int) -> bool:
    """An item of the list that `Tim : 1. A` begins, its first item on the label's line."""
    while index > 0 and units[index].mark_kind is not None:
        index -= 1
    if _ANNOUNCED.search(units[index].text) and not names_others(units[index].text):
        return True
    label, colon, _ = units[index].text.partition(":")
    if not colon and (first := _FIRST_ITEM.search(units[index].text)):  # `Pelaksana 1. A`, its colon lost
        label, colon = units[index].text[: first.start()], ":"
    return bool(colon) and len(label) < 40 and names_team(label) and not names_others(label)
