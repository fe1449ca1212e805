"""First and last day of the internship or visit, day of publication and other days of a report, an article or a letter."""

import re
from datetime import date, timedelta

from nlp.components.dated import dated
from nlp.components.news_kind import DATED_LINE, DATELINE
from nlp.extraction import DateType, Kind
from nlp.facts import DateMention, Facts
from nlp.indonesian import number_from_words
from nlp.source import Source

_PROGRAMME = re.compile(
    r"\b(?:magang|studi\s+(?:tiru|banding|lapangan)|benchmark\w*|kunjungan|mengunjungi|berkunjung|berlangsung|"
    r"dilaksanakan|diselenggarakan|digelar|waktu(?:\s+pelaksanaan)?|periode|lama\s+magang|tanggal|"
    r"selama|perjalanan|pekan|minggu|gelombang|bekerja\s+bersama|belajar|patok\s+banding|jadwalkan|dijadwalkan|berangkat|hari/tanggal|pelaksanaan|study\s+visit|"
    r"visitasi)\b",
    re.I,
)
_NOT_PROGRAMME = re.compile(
    r"\b(?:kunjungan\s+(?:balasan|balik|lanjutan)|direncanakan|rencana\s+tindak|paling\s+lambat|target|tenggat|"
    r"surat\s+(?:tugas|perintah|saudara|kepala|dari|bapak|ibu)|nomor\s+\S*\d|menjawab|menanggapi|perihal|"
    r"peraturan|undang-undang|keputusan|tahun\s+anggaran|mohon\s+kesediaan|akan\s+(?:berkunjung|"
    r"melakukan\s+kunjungan)|rapat\s+paripurna|semula|konfirmasi|perjanjian\s+kerja\s+sama|lahir)\b",
    re.I,
)
_REPORT_EVENT = re.compile(
    r"\b(?:disampaikan|dipaparkan|dipresentasikan|seminar|presentasi|paparan|ekspose|diserahkan|dibuka|ditutup|"
    r"pelepasan)\b",
    re.I,
)
_VISITS_THAT_DAY = re.compile(
    r"\b(?:melakukan|melaksanakan|menggelar|menerima|mengadakan|dalam)\b[^.]{0,60}?\b(?:studi\s+(?:tiru|banding|"
    r"komparasi|lapangan)|kunjungan|kaji\s+\w+|"
    r"benchmark\w*|patok\s+banding|visitasi)\b|\b(?:mengunjungi|berkunjung\s+ke|kunjungi|studi\s+(?:tiru|"
    r"banding)\s+ke)\b",
    re.I,
)
_SPOKEN = re.compile(
    r"\b(?:ujar|kata|ungkap|tutur|jelas|terang|imbuh|tambah|pungkas|ucap|tukas|papar|sebut|tegas|beber)(?:nya|"
    r"kan)?\b|\bmengatakan\b|\bsaat\s+ditemui\b",
    re.I,
)
_WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)"


def story_dates(source: Source, facts: Facts) -> None:
    text = source.text
    end_of_story = _end_of_story(source, facts.kind)
    mentions = [
        mention for mention in facts.date_mentions if mention.start < end_of_story and mention.precision == "day"
    ]
    published = _published(source, facts.kind, mentions)
    if published is not None:
        facts.dates.append(dated(source, DateType.PUBLISHED, published, published.first, published.derived, 0.93))
    span = _programme_span(source, facts, [mention for mention in mentions if mention is not published])
    used: list[DateMention] = [published] if published else []
    others = [mention for mention in mentions if mention is not published]
    apart = None if span is not None and _is_span(span) else _told_apart(source, facts, others)
    lasting = None if apart or (span is not None and _is_span(span)) else _lasting(source, facts, others)
    if apart is not None:
        span = (*apart, 0.85)
    if lasting is not None:
        first, day = lasting
        facts.dates.append(dated(source, DateType.START, first, first.first, first.derived, 0.85))
        facts.dates.append(dated(source, DateType.END, first, day, True, 0.75))
        used.append(first)
    elif span is not None:
        first, last, confidence = span
        facts.dates.append(dated(source, DateType.START, first, first.first, first.derived, confidence))
        facts.dates.append(dated(source, DateType.END, last, last.last, last.derived, confidence))
        facts.warnings.extend(first.warnings)
        used += [first, last]
    for mention in mentions:
        if mention in used or mention.is_range or any(mention.first == other.first for other in used):
            continue
        if _is_event(source, facts.kind, mention, text):
            facts.dates.append(dated(source, DateType.EVENT, mention, mention.first, mention.derived, 0.7))


def _is_span(span: tuple[DateMention, DateMention, float]) -> bool:
    return span[0].is_range or span[0] is not span[1]


def _end_of_story(source: Source, kind: Kind) -> int:
    pattern = (
        r"^\W*(?:berita\s+(?:lainnya|terkait|terpopuler)|artikel\s+(?:lainnya|terkait)|\d+\s+komentar|komentar|"
        r"ikuti\s+juga|discussion\s+about|related\s+posts?|copyright)"
        if kind is Kind.NEWS
        else r"^\W*(?:tembusan)\b"
    )
    found = re.search(pattern, source.text[200:], re.I | re.M)
    return found.start() + 200 if found else len(source.text)


def _line(text: str, place: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return start, end if end >= 0 else len(text)


def _sentence_around(text: str, start: int, end: int) -> str:
    """The sentence, over line ends that break it, that holds the mention."""
    first = start
    while first > 0 and start - first < 260:
        previous = text[first - 1]
        if (
            previous in ".;!?"
            and first < len(text)
            and text[first : first + 1].isspace()
            and not re.search(r"\b(?:s|d|no|jl|st)\.?$", text[max(0, first - 5) : first - 1], re.I)
        ):
            break
        if previous == "\n" and (
            text[max(0, first - 2)] in ".:;\n" or re.match(r"\W*(?:[A-Z0-9•✓–-])", text[first : first + 3])
        ):
            break
        first -= 1
    last = end
    while last < len(text) and last - end < 200 and text[last] not in ".;\n":
        last += 1
    return text[first:last]


_PUBLISHED = re.compile(
    rf"\b(?:terbit|tayang|diterbitkan|dipublikasikan|diposting|dirilis|published|posted)\s*:\s*(?:{_WEEKDAY}[,\s]*)?$",
    re.I,
)


def _published(source: Source, kind: Kind, mentions: list[DateMention]) -> DateMention | None:
    text = source.text
    if kind is Kind.LETTER:
        for mention in mentions:
            lead = " ".join(text[max(0, mention.start - 80) : mention.start].split())
            if re.search(
                r"\b(?:dikeluarkan|ditetapkan)\s+di\b[^.;]{0,50}\btanggal\s*:?$|^(?:.*\s)?tgl\.?\s*:$", lead, re.I
            ):
                return mention
        addressed = re.search(r"\bYth\b|^\W*Kepada\b", text, re.M)
        body = re.search(
            r"\b(?:dengan\s+hormat|menjawab|menindaklanjuti|sehubungan|dalam\s+rangka|berkenaan)\b", text, re.I
        )
        limit = body.start() if body else addressed.end() + 200 if addressed else 900
        for mention in mentions:
            start, _ = _line(text, mention.start)
            lead = text[start : mention.start]
            if (
                mention.start < limit
                and not mention.is_range
                and not re.search(r"\bsurat|\bnomor\b[^\n]*\btanggal", lead, re.I)
            ):
                return mention
        return None
    if kind is not Kind.NEWS:
        return None
    for mention in mentions:
        if not mention.is_range and _PUBLISHED.search(text[max(0, mention.start - 60) : mention.start]):
            return mention
    stated = DATED_LINE.search(text[:1500])
    for mention in mentions[:12]:
        if stated is not None and stated.start() <= mention.start < stated.end() and not mention.is_range:
            return mention
        if mention.start > 1500 or mention.is_range:
            continue
        start, end = _line(text, mention.start)
        line = text[start:end]
        lead = text[start : mention.start]
        dateline = DATELINE.match(text, start)
        if dateline is not None and mention.end <= dateline.end() + 2:
            return mention
        if (
            re.fullmatch(
                rf"\W*(?:[A-Z][\w.’' -]{{2,30}},\s*)?(?:(?:diterbitkan|dipublikasikan|dirilis|tanggal|tayang|"
                rf"terbit|posted|published|oleh\s+[^|\n]{{2,40}}|[\w .]{{2,30}})\s*[:|–-]?\s*(?:on\s+|"
                rf"pada\s+)?)?(?:{_WEEKDAY}[,\s]*)?\W*",
                lead,
                re.I,
            )
            and len(line) < 110
        ):
            rest = text[mention.end : end]
            if len(rest) < 45 and not re.search(r"[a-z]{3,}\s+[a-z]{3,}\s+[a-z]{3,}", rest):
                return mention
        if re.search(r"\|\s*$|\boleh\b.{2,40}[|–-]\s*(?:" + _WEEKDAY + r",?\s*)?$", lead, re.I):
            return mention
    return None


# What stands before the first and before the last day where the text tells them apart.
_BEGINS = re.compile(
    r"\b(?:sejak|mulai|dimulai|dibuka|terhitung\s+mulai|berangkat|dari|tiba\s+di\s+[^.\n]{3,60}|datang)\b[\s:]*(?:pada\s+)?(?:hari\s+)?(?:tanggal\s+)?"
    rf"(?:{_WEEKDAY}\W{{0,3}})?(?:tanggal\s+)?\(?$",
    re.I,
)
_ENDS = re.compile(
    r"\b(?:sampai(?:\s+dengan)?|hingga|s\.?\s?d\.?|s/d|selesai|berakhir|diakhiri|ditutup|usai|tuntas|rampung|kembali|pulang|berpamitan)\b[\s:]*"
    rf"(?:pada\s+)?(?:hari\s+)?(?:tanggal\s+)?(?:{_WEEKDAY}\W{{0,3}})?(?:tanggal\s+)?\(?$",
    re.I,
)
_PROLONGED = re.compile(r"\bdi ?perpanjang\b", re.I)
_FARTHEST = 500  # characters between both


def _told_apart(source: Source, facts: Facts, mentions: list[DateMention]) -> tuple[DateMention, DateMention] | None:
    """`dimulai Selasa, 1 Juli 2025 dan diakhiri Kamis, 31 Juli 2025`: first and last day, each with its own word."""
    text = source.text
    first: DateMention | None = None
    last: DateMention | None = None
    for mention in mentions:
        if mention.is_range or mention.precision != "day":
            continue
        sentence = _sentence_around(text, mention.start, mention.end)
        if _excluded(text, mention, sentence, facts.kind) and not (last and _PROLONGED.search(sentence)):
            continue
        lead = " ".join(text[max(0, mention.start - 90) : mention.start].split()) + " "
        if first is None:
            if _BEGINS.search(lead) and not re.search(r"\b(?:berlaku|keputusan|sejak\s+tahun)\b", lead[-60:], re.I):
                first = mention
            continue
        if mention.start - first.start > _FARTHEST:
            break
        later = last is None or _PROLONGED.search(text, last.end, mention.start) is not None
        if later and _ENDS.search(lead) and mention.first > first.first:
            last = mention
    return (first, last) if first is not None and last is not None else None


_WORKING_DAYS = re.compile(
    r"\b(?P<figure>\d{1,2})?\s*(?:\((?P<words>[a-z ]{3,20})\)|(?P<bare>(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|"
    r"sebelas|[a-z]{3,9}\s+belas|[a-z]{3,9}\s+puluh)))?\s+hari\s+kerja\b",
    re.I,
)


def _lasting(source: Source, facts: Facts, mentions: list[DateMention]) -> tuple[DateMention, date] | None:
    """`5 (lima) hari kerja terhitung mulai tanggal 21 April 2025`: the first day and the last working day, counted."""
    text = source.text
    for mention in mentions:
        if mention.is_range or mention.precision != "day" or mention.start > 3000:
            continue
        lead = " ".join(text[max(0, mention.start - 90) : mention.start].split()) + " "
        behind = text[mention.end : mention.end + 90].split(".")[0]
        counted = (
            _WORKING_DAYS.search(behind)
            if re.search(r"\b(?:berlangsung|selama)\b", behind)
            else _WORKING_DAYS.search(lead)
        )
        begins = _BEGINS.search(lead) or re.search(rf"\b(?:{_WEEKDAY})\W{{0,3}}$|\bmulai\s*$", lead, re.I)
        if counted is None or not begins or not (_BEGINS.search(lead) or counted.string is behind):
            continue
        words = counted.group("words") or counted.group("bare")
        number = number_from_words(words.casefold()) if words else int(counted.group("figure") or 0)
        if not number or number > 90:
            continue
        last = mention.first
        left = number - 1
        while left:
            last += timedelta(days=1)
            left -= last.weekday() < 5
        return mention, last
    return None


def _programme_span(
    source: Source, facts: Facts, mentions: list[DateMention]
) -> tuple[DateMention, DateMention, float] | None:
    text = source.text
    best: tuple[float, DateMention, DateMention] | None = None
    index = 0
    while index < len(mentions):
        mention = mentions[index]
        last = mention
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        index += 1
        if (
            not mention.is_range
            and following is not None
            and not following.is_range
            and following.first >= mention.first
        ):
            between = " ".join(text[mention.end : following.start].split())
            if re.fullmatch(
                rf"[,)]?\s*(?:hingga|sampai(?: dengan)?|s\.?\s?d\.?|s/d|[-–—]|dan berakhir(?: pada)?|"
                rf"dan)\s*(?:hari\b\s*)?(?:{_WEEKDAY}\W*)?(?:tanggal\b\s*)?\(?",
                between,
                re.I,
            ):
                last = following
                index += 1
        is_span = mention.is_range or last is not mention
        sentence = _sentence_around(text, mention.start, last.end)
        line_start, line_end = _line(text, mention.start)
        line = text[line_start:line_end]
        if _excluded(text, mention, sentence, facts.kind):
            continue
        if mention.last < mention.first or last.last < mention.first:
            continue
        score = 0.0
        cue = len({found.group().casefold() for found in _PROGRAMME.finditer(sentence)})
        score += min(cue, 3) * 1.0
        score += 3.0 if is_span else 0.0
        if re.search(r"\bmagang\b", sentence, re.I):
            score += 1.0
        if re.search(
            r"^\W*(?:waktu|tanggal|lama|periode|hari|jadwal)\b[^\n]{0,40}$",
            text[line_start : mention.start].rstrip(),
            re.I,
        ):
            score += 2.0
        if mention.start < 1200:
            score += 0.5
        if (
            is_span
            and len(line.strip()) - (last.end - mention.start) < 45
            and facts.kind is Kind.REPORT
            and mention.start < 2500
        ):
            score += 1.0
        if not is_span:
            parenthesised = text[max(0, mention.start - 14) : mention.start].rstrip().endswith("(")
            placed = re.search(r"^\W*[A-Z][\w.’' ]{2,30},\s*$", text[line_start : mention.start]) is not None
            if facts.kind is Kind.NEWS:
                # A day of a visit, not the day on which somebody spoke of it; an internship lasts longer.
                if not _VISITS_THAT_DAY.search(sentence) or _SPOKEN.search(sentence):
                    continue
            elif parenthesised or placed or _REPORT_EVENT.search(sentence):
                continue
            if not re.search(
                r"\b(?:dilaksanakan|berlangsung|diselenggarakan|waktu|mengunjungi|berkunjung|jadwalkan|"
                r"dijadwalkan|hari/tanggal|kunjungan|melakukan|melaksanakan|studi)\b",
                sentence,
                re.I,
            ):
                continue
            score += 0.5 if facts.kind is Kind.NEWS else -0.5
        if score < 1.5 or (facts.kind is Kind.LETTER and cue == 0):
            continue
        if best is None or score > best[0] + 0.01:
            best = (score, mention, last)
    if best is None:
        return None
    return best[1], best[2], 0.93 if best[0] >= 4 else 0.8 if best[0] >= 3 else 0.6


def _excluded(text: str, mention: DateMention, sentence: str, kind: Kind) -> bool:
    lead = " ".join(text[max(0, mention.start - 150) : mention.start].split())
    in_sentence = " ".join(sentence.split())
    if re.search(
        r"\b(?:surat|nomor|keputusan|peraturan|perintah|tugas)\b[^.;:]{0,90}\b(?:tanggal|tertanggal|tgl\.?)\s*$",
        lead,
        re.I,
    ):
        return True
    if kind is Kind.LETTER:
        near = lead[-120:]
        if re.search(r"\b(?:perihal|menjawab|surat\s+saudara|permohonan)\b", in_sentence, re.I) and not re.search(
            r"\b(?:jadwalkan|(?<!permohonan )magang|disampaikan\s+bahwa)\b", near, re.I
        ):
            return True
        if re.search(r"\bpaling\s+lambat\b|\bpada\s+tanggal\s+tersebut\b.{0,40}$", near, re.I):
            return True
        return re.search(r"kunjungan\s+(?:balasan|balik)", near, re.I) is not None
    strong = re.search(
        r"\b(?:kunjungan\s+(?:balasan|balik|lanjutan)|paling\s+lambat|direncanakan|akan\s+(?:berkunjung|"
        r"melakukan\s+kunjungan)|rapat|tenggat|target)\b",
        lead[-110:],
        re.I,
    )
    if (
        strong
        and " ".join(text[mention.start - len(lead[-110:]) : mention.start].split())
        and _same_sentence(lead[-110:], strong.end())
    ):
        return True
    return _NOT_PROGRAMME.search(in_sentence) is not None and _PROGRAMME.search(in_sentence) is None


def _same_sentence(lead: str, place: int) -> bool:
    return re.search(r"[.;](?=\s)", lead[place:]) is None


def _is_event(source: Source, kind: Kind, mention: DateMention, text: str) -> bool:
    sentence = _sentence_around(text, mention.start, mention.end)
    if _excluded(text, mention, sentence, kind):
        return False
    start, _ = _line(text, mention.start)
    lead = text[start : mention.start]
    if kind is Kind.NEWS:
        return (
            re.search(rf"{_WEEKDAY}\W{{0,3}}$", text[max(0, mention.start - 12) : mention.start], re.I) is not None
            or re.match(rf"{_WEEKDAY}\b", mention.text, re.I) is not None
        )
    if kind is Kind.LETTER:
        return False
    first_page = source.page_at(mention.start).number == source.pages.pages[0].number
    slides = source.pages.format in ("pptx", "pdf")
    placed = (
        re.search(r"(?:^|\s)[A-Z][\w.’']{2,20},\s*$", lead) is not None
        and not text[mention.end : _line(text, mention.end)[1]].strip()
    )
    if first_page and slides and placed and mention.start < 700:
        return True
    return _REPORT_EVENT.search(lead) is not None and first_page
