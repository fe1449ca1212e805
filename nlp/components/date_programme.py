"""The span of days in which an internship or a visit took place, among all the days of a report, an article or a letter."""

import re
from datetime import date
from functools import lru_cache

from nlp.components.changed_columns import asked_cells, row_head
from nlp.components.date_called_off import called_off
from nlp.components.date_letters import RETURN, about_a_return, only_wished, recalls, stated_in_letter
from nlp.components.date_lines import WEEKDAY, line_around, sentence_around, sentence_start
from nlp.components.date_one_day import heads_report, is_day_of_visit
from nlp.components.date_others import of_other_days
from nlp.components.programme_words import STUDY
from nlp.extraction import Kind
from nlp.facts import DateMention
from nlp.source import Source

PROGRAMME = re.compile(
    r"\b(?:(?:pe)?magang(?:an)?|" + STUDY + r"|kunjungan|mengunjungi|berkunjung|berlangsung|"
    r"dilaksanakan|diselenggarakan|digelar|waktu(?:\s+pelaksanaan)?|periode|lama\s+magang|tanggal|praktik\s+kerja|"
    r"selama|perjalanan|pekan|minggu|gelombang|bekerja\s+bersama|belajar|patok\s+banding|jadwal|jadwalkan|dijadwalkan|berangkat|hari/tanggal|pelaksanaan|study\s+visit|"
    r"visitasi)\b",
    re.I,
)
_NOT_PROGRAMME = re.compile(
    r"\b(?:kunjungan\s+(?:balasan|balik|lanjutan)|(?<!datang )(?<!hendak )membalas\s+kunjungan|berkunjung\s+balik|balas\s+berkunjung|(?:menyanggupi|berjanji|bersedia|siap)\s+(?:untuk\s+)?(?:datang|hadir|berkunjung)|direncanakan|rencana\s+tindak|paling\s+lambat|target|tenggat|"
    r"surat\s+(?:tugas|perintah|saudara|kepala|dari|bapak|ibu)|nomor\s+\S*\d|menjawab|menanggapi|perihal|"
    r"peraturan|undang-undang|keputusan|tahun\s+anggaran|mohon\s+kesediaan|akan\s+(?:berkunjung|"
    r"melakukan\s+kunjungan)|rapat\s+paripurna|semula|konfirmasi|perjanjian\s+kerja\s+sama|lahir)\b",
    re.I,
)
# An earlier visit, the other way: `Mereka sudah datang ke sini 12-13 Agustus`, `Kunjungan kali ini adalah balasan`.
_CAME_TO_US = re.compile(
    r"\b(?:sudah|telah|pernah)\s+(?:datang|berkunjung|bertandang|bertamu)\s+ke\s+(?:sini|mari|(?:tempat|daerah|kota|kabupaten|kantor)\s+(?:kita|kami))\b",
    re.I,
)
_THIS_RETURNS = re.compile(
    r"\b(?:kunjungan|lawatan|"
    + STUDY
    + r")\s+(?:kali\s+)?ini\s+(?:(?:adalah|merupakan|menjadi|sebagai)\s+(?:\w+\s+)?(?:balasan|balik)|membalas)\b",
    re.I,
)
REPORT_EVENT = re.compile(
    r"\b(?:disampaikan|dipaparkan|dipresentasikan|disajikan|seminar|presentasi|paparan|ekspose|diserahkan|dibuka|ditutup|"
    r"pelepasan)\b",
    re.I,
)
_SPOKEN = re.compile(
    r"\b(?:ujar|kata|ungkap|tutur|jelas|terang|imbuh|tambah|pungkas|ucap|tukas|papar|sebut|tegas|beber)(?:nya|"
    r"kan)?\b|\bmengatakan\b|\bsaat\s+ditemui\b",
    re.I,
)
_ONE_DAY = re.compile(
    r"\b(?:dilaksanakan|berlangsung|diselenggarakan|waktu|mengunjungi|berkunjung|jadwalkan|"
    r"dijadwalkan|hari/tanggal|kunjungan|melakukan|melaksanakan|studi)\b",
    re.I,
)
_LABEL = re.compile(
    r"^\W*(?:\w{1,2}[.)]\s+)?(?:waktu|tanggal|lama|periode|hari|jadwal|kapan|bilamana)\b[^\n]{0,40}$", re.I
)
# `Waktu` or `III. Waktu dan Tempat` on the line above.
_LABEL_ABOVE = re.compile(
    r"(?:^|\n)\W*(?:(?:[IVX]{1,4}|[A-Z]|\d{1,2})[.)]\s+)?(?:waktu|tanggal|lama|periode|hari|jadwal|kapan|bilamana)"
    r"(?:\s*(?:\bdan\b|\bserta\b|[/,&])\s*\w+|\s+pelaksanaan|\s+kegiatan){0,2}\W*\n\W*$",
    re.I,
)
_UNTIL = re.compile(
    rf"[,)]?\s*(?:hingga|sa(?:m|rn)pai(?: dengan)?|s\.?\s?d\.?|s/d|[-–—]|dan berakhir(?: pada)?|"
    rf"dan)\s*(?:hari\b\s*)?(?:{WEEKDAY}\W*)?(?:tanggal\b\s*)?\(?",
    re.I,
)
_CITES = re.compile(
    r"\b(?:surat|nomor|keputusan|peraturan|perintah|tugas)\b(?:[^.;:]|\.(?=[\w/])){0,90}\b(?:tanggal|tertanggal|tgl\.?)\s*$",
    re.I,
)
_REPLIES = re.compile(r"\b(?:perihal|menjawab|surat\s+saudara|permohonan)\b", re.I)
_STATES = re.compile(r"\b(?:jadwalkan|(?<!permohonan )(?:pe)?magang(?:an)?|bahwa)\b", re.I)
# What a reply says itself, not what it answers.
_ANSWERS = re.compile(
    r"\bbahwa\b|\b(?:kami\s+)?(?:bersedia|menyetujui|menyanggupi|sanggup|berkenan)\b|\bkami\s+(?:\w+\s+)?(?:terima|setujui|buka|tetapkan|tentukan)\b"
    r"|\b(?:dapat|bisa)\s+(?:kami\s+)?(?:menerima|terima|tampung|menampung|dilaksanakan|akomodasi|mengakomodasi|sediakan|menyediakan|fasilitasi|memfasilitasi|layani|penuhi)\b"
    r"|\bpada\s+prinsipnya\b|\btidak\s+(?:ber)?keberatan\b",
    re.I,
)
_LATER = re.compile(
    r"\b(?:mendaftar(?:\s+ulang)?|daftar\s+ulang|pendaftaran|(?<!panitia )(?<!tim )seleksi|sanggah\w*|kunjungan\s+(?:balasan|balik|lanjutan)|(?<!datang )(?<!hendak )membalas\s+kunjungan|berkunjung\s+balik|balas\s+berkunjung|(?:menyanggupi|berjanji|bersedia|siap)\s+(?:untuk\s+)?(?:datang|hadir|berkunjung)|paling\s+lambat|direncanakan|menawarkan\s+(?:kunjungan|lawatan)|(?:kami|kita)\s+(?:undang|tunggu|nantikan)|mengundang\s+(?:kita|kami|tim|rombongan|peserta)|mengundang\b[^.;]{3,60}\b(?:hadir|menghadiri|datang|bertandang|berkunjung|menyaksikan|singgah|bertamu|ikut\s+serta)|akan\s+(?:berkunjung|"
    r"melakukan\s+kunjungan)|dijadwalkan\s+(?:berkunjung|bertandang|membalas)|(?<!ruang )(?<!ruangan )(?<!balai )rapat(?!\s+me\w+kan\b)|tenggat|target)\b",
    re.I,
)
_WAVE = re.compile(
    r"\b(?:gelombang|angkatan|kelompok|kloter|tahap|batch|sesi|rombongan)\s+(?:ke-?\s?)?(?:\d|[IVX]+\b|pertama|kedua|ketiga|satu|dua|tiga)",
    re.I,
)

Span = tuple[DateMention, DateMention, float]


def is_span(span: Span) -> bool:
    """Whether the span was written as one, not as a single day."""
    return span[0].is_range or span[0] is not span[1]


def programme_span(
    source: Source, kind: Kind, mentions: list[DateMention], *, written: date | None = None
) -> Span | None:
    """The days that most likely are those of the programme, with a confidence; `written` is the day of a letter."""
    best: tuple[float, DateMention, DateMention] | None = None
    ranges: list[tuple[float, DateMention]] = []
    index = 0
    while index < len(mentions):
        mention = mentions[index]
        last = mention
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        index += 1
        if following is not None and _goes_on(source.text, mention, following):
            last = following
            index += 1
        score = _score(source, kind, mention, last)
        if score is not None and kind is Kind.LETTER and recalls(source.text, last, written):
            score -= _OF_A_WISH
        if score is not None and (best is None or score > best[0] + 0.01):
            best = (score, mention, last)
        if score is not None and mention.is_range:
            ranges.append((score, mention))
    if best is None:
        return None
    _, first, last = best
    if (whole := _whole_internship(source.text, first, last, ranges)) is not None:
        first = last = whole
    if first.is_range and first is last:
        last = _last_wave(source.text, kind, first, mentions)
    return first, last, 0.93 if best[0] >= 4 else 0.8 if best[0] >= 3 else 0.6


_INTERNSHIP = re.compile(r"\b(?:pe)?magang(?:an)?\b", re.I)
_SURE, _LONGEST = 4.0, 200  # score, days


def _whole_internship(
    text: str, first: DateMention, last: DateMention, ranges: list[tuple[float, DateMention]]
) -> DateMention | None:
    """The span of the internship in which the days found are but a part: `5 s.d. 30 Oktober`, of which two days elsewhere."""
    for score, mention in ranges:
        around = mention.first <= first.first and last.last <= mention.last and mention.start < first.start
        longer = 2 * (last.last - first.first).days < (mention.last - mention.first).days <= _LONGEST
        if (
            around
            and longer
            and score >= _SURE
            and _INTERNSHIP.search(sentence_around(text, mention.start, mention.end))
        ):
            return mention
    return None


# How letters open what they have to say.
_HEREBY = re.compile(r"\b(?:(?:dengan|bersama)\s+ini|dapat|perlu|kami)\s+(?:kami\s+)?(?:di)?sampaikan\b", re.I)


def _is_of_an_event(sentence: str, kind: Kind) -> bool:
    return REPORT_EVENT.search(_HEREBY.sub(" ", sentence) if kind is Kind.LETTER else sentence) is not None


def _goes_on(text: str, mention: DateMention, following: DateMention) -> bool:
    if mention.is_range or following.is_range or following.first < mention.first:
        return False
    return _UNTIL.fullmatch(" ".join(text[mention.end : following.start].split())) is not None


def _score(source: Source, kind: Kind, mention: DateMention, last: DateMention) -> float | None:
    """How much speaks for the days from `mention` to `last`; None where something speaks against them."""
    text = source.text
    sentence = sentence_around(text, mention.start, last.end)
    if excluded(text, mention, sentence, kind) or last.last < mention.first:
        return None
    line_start, line_end = line_around(text, mention.start)
    span = mention.is_range or last is not mention
    cue = len({found.group().casefold() for found in PROGRAMME.finditer(sentence)})
    score = min(cue, 3) * 1.0 + (3.0 if span else 0.0)
    if re.search(r"\b(?:pe)?magang(?:an)?\b", sentence, re.I):
        score += 1.0
    labelled = (
        _LABEL.search(text[line_start : mention.start].rstrip())
        or _LABEL_ABOVE.search(text, max(0, line_start - 60), mention.start)
        or _LABEL.search(row_head(source, mention.start) or "")
    ) is not None
    if labelled:
        score += 2.0
    if mention.start < 1200:
        score += 0.5
    rest = line_end - line_start - (last.end - mention.start)
    if span and rest < 45 and kind is Kind.REPORT and mention.start < 2500:
        score += 1.0
    if not span:
        if not _may_be_the_day(text, kind, mention, sentence):
            return None
        score = max(score, 1.0) + 0.5 if kind is Kind.NEWS else score - 0.5
    if score < _LEAST:
        return None
    if kind is not Kind.LETTER:
        return score
    if not (cue or labelled or _of_wave(text, mention) or stated_in_letter(text, mention, sentence)):
        return None
    asked = any(start <= mention.start < end for start, end in asked_cells(source))
    return score - _OF_A_WISH if asked or only_wished(text, mention) else score


def _may_be_the_day(text: str, kind: Kind, mention: DateMention, sentence: str) -> bool:
    """Whether a single day may be that of a visit, an internship lasting longer: not when somebody spoke, signed or met."""
    if kind is Kind.NEWS:
        return is_day_of_visit(text, sentence) and not _SPOKEN.search(sentence)
    before = text[line_around(text, mention.start)[0] : mention.start]
    if text[max(0, mention.start - 14) : mention.start].rstrip().endswith("(") or _AT_A_TOWN.search(before):
        return False
    if _is_of_an_event(sentence, kind):
        return False
    return _ONE_DAY.search(sentence) is not None or heads_report(text, mention)


_AT_A_TOWN = re.compile(r"^\W*[A-Z][\w.’' ]{2,30},\s*$")  # `Sidoarjo, 4 Maret 2024`: when it was signed
_LEAST = 1.5
_OF_A_WISH = 3.0  # what was asked for, is hoped for or recalled counts where nothing else is stated


def _last_wave(text: str, kind: Kind, first: DateMention, mentions: list[DateMention]) -> DateMention:
    """Of several waves (`Gelombang I … 4 s.d. 8 Agustus`, `Gelombang II …`) the last; else the span itself."""
    if not _of_wave(text, first):
        return first
    last = first
    for mention in mentions:
        later = mention.is_range and mention.first > last.last and (mention.first - last.last).days <= _BETWEEN_WAVES
        named = _of_wave(text, mention) or mention.start - last.end < _NEXT_ROW
        sentence = sentence_around(text, mention.start, mention.end)
        if later and named and not excluded(text, mention, sentence, kind):
            last = mention
    return last


_BETWEEN_WAVES = 45  # days
_NEXT_ROW = 120  # characters
_WAVE_COLUMN = re.compile(r"^\W*(?:gelombang|angkatan|kloter|tahap|batch|sesi)\W*$", re.I | re.M)


def _of_wave(text: str, mention: DateMention) -> bool:
    """A wave is named before the span, in its line, right above or at the head of its column."""
    start = mention.start
    return (
        _WAVE.search(text, max(0, start - 90), start) is not None
        or _WAVE_COLUMN.search(text, max(0, start - 160), start) is not None
    )


@lru_cache(maxsize=256)  # several readers ask in turn of the same days
def excluded(text: str, mention: DateMention, sentence: str, kind: Kind) -> bool:
    """Whether the day belongs to something else: a paper that is cited, a visit to come or returned, what was called off."""
    lead = " ".join(text[max(0, mention.start - 150) : mention.start].split())
    in_sentence = " ".join(sentence.split())
    if _CITES.search(lead) or called_off(text, mention) or of_other_days(text, mention):
        return True
    if kind is not Kind.LETTER and (
        _CAME_TO_US.search(re.split(r"[.;] ", lead)[-1]) or _THIS_RETURNS.search(text, mention.end, mention.end + 240)
    ):
        return True
    if kind is Kind.LETTER:
        near = lead[-120:]
        said = text[sentence_start(text, mention.start) : mention.start]
        if _REPLIES.search(in_sentence) and not _STATES.search(near) and not _ANSWERS.search(said):
            return True
        if re.search(r"\bpaling\s+lambat\b|\bpada\s+tanggal\s+tersebut\b.{0,40}$", near, re.I):
            return True
        return RETURN.search(near) is not None and not about_a_return(text)
    if _AS_RETURN.match(text, mention.end, mention.end + 80):
        return True
    own = " ".join(text[sentence_start(text, mention.start) : mention.start].split())[-110:]
    later = _LATER.search(own)
    if later is not None and re.search(r"[.;](?=\s)", own[later.end() :]) is None:
        return True
    if mention.is_range and _FACTS_BEHIND.match(text, mention.end):
        return False
    return _NOT_PROGRAMME.search(in_sentence) is not None and PROGRAMME.search(in_sentence) is None


# `11–15 Agustus, sebagai kunjungan balasan`
_AS_RETURN = re.compile(r"[^.;\n]{0,40}\bsebagai\s+(?:kunjungan\s+)?(?:balasan|balik)\b", re.I)
# A line of facts: `14 Juli – 1 Agustus 2025 • 6 orang • Dasar: SPT Nomor …`
_FACTS_BEHIND = re.compile(
    r"\s*[•·|]\s*(?:selama\s+)?\d{1,3}\s+(?:\([a-z ]+\)\s+)?(?:orang|peserta|ASN|pegawai|hari|lokus|pekan|minggu|JP|jam)\b",
    re.I,
)
_FROM_THEN_ON = re.compile(
    rf"\b(?:sejak|semenjak|mulai|dimulai|terhitung)(?:\s+(?:pada|dari|hari|tanggal|tgl\.?|{WEEKDAY}))*[\s,:(]*$", re.I
)


def only_begins(text: str, mention: DateMention) -> bool:
    """`selama 45 hari terhitung mulai 1 Agustus 2024`: the day is the first one, and the last one is not told."""
    return _FROM_THEN_ON.search(text, max(0, mention.start - 60), mention.start) is not None
