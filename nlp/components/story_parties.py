"""Who sends and who receives in a report or an article, from what stands before and after each institution's name."""

import re
from dataclasses import replace

from nlp.components.institutions import government_of, region_of
from nlp.components.news_kind import DATELINE
from nlp.components.story_roles import OWN_SIDE, Candidate, roles
from nlp.extraction import Kind, Party
from nlp.facts import Facts, InstitutionMention
from nlp.pages import BlockKind
from nlp.source import Source
from nlp.words.places import find_regions

_SENDS = re.compile(
    r"(?:\b(?:pemagang|kunjungan kerja|tim(?: magang| studi tiru| benchmarking| penyusun| kerja)?|asn|pns|pegawai|"
    r"aparatur(?: sipil negara)?|auditor|arsiparis|perencana|widyaiswara|lurah|camat|dokter|perawat|penyuluh|mewakili|peserta(?: magang)?|rombongan|delegasi|perwakilan|pejabat|staf|"
    r"instansi asal|asal(?: daerah)?|oleh|unit kerja|perangkat daerah|ditulis oleh [^\n]{3,50},|dari pihak|pengirim|mengirim(?:kan)?|mengutus|utusan|jajaran|daerah asal|"
    r"tamu dari|kunjungan(?: kerja)? dari|magang dari|dari|studi tiru|hasil magang|hasil studi tiru|penyusun|"
    r"pelaksana|kunjungan)\b"
    r"[\s:()–-]*(?:\([^)]{2,40}\)\s*)?(?:tim\s+|asn\s+|dari\s+|oleh\s+|pegawai\s+|\d+\s+orang\s+(?:pegawai\s+|"
    r"asn\s+)?(?:dari\s+)?)*)$",
    re.I,
)
_RECEIVES = re.compile(
    r"(?:\b(?:di|ke|pada|mengunjungi|menuju|kunjungi|sambangi|lokus|tempat|tujuan|instansi tujuan|tuan rumah|"
    r"lokasi|bertempat di|lokus magang|ke mana|yang dituju|tempat belajar|instansi penerima|host|tiba di|"
    r"dititipkan di|dilayani|lokus studi|mitra|tempat magang|tempat pelaksanaan|"
    r"lokus kunjungan|mitra magang|belajar (?:dari|ke|di)|berguru ke|dipelajari dari|diterima(?: di [A-Z]\w+)?(?: oleh)?|(?:kerja sama|bermitra|mou|pks) dengan|menggandeng|"
    r"menimba ilmu (?:di|ke)|mengenal|profil|gambaran umum|objek|mentor|terima kasih kepada)\b"
    r"[\s:()–-]*(?:lingkungan\s+|lingkup\s+|wilayah\s+(?:kerja\s+)?|kantor\s+|beberapa\s+opd\s+|"
    r"sejumlah\s+\w+(?:\s+\w+){0,5}\s+|opd\s+|organisasi perangkat daerah\s+(?:\(opd\)\s+)?|"
    r"jajaran\s+|pimpinan\s+|kepala\s+|sekretaris\s+|pihak\s+|di\s+|ke\s+|pemprov\s+)*)$",
    re.I,
)
_ARRANGES = re.compile(
    r"(?:\b(?:difasilitasi|diprakarsai|diinisiasi|diselenggarakan|dikoordinasikan|digagas|program magang|"
    r"dipilih|ditunjuk|fasilitator|penyelenggara)\b\s*:?\s*(?:oleh\s+|dari\s+)?)$",
    re.I,
)
_ARRANGES_AFTER = re.compile(
    r"^\s*(?:\([^)]{2,20}\)\s*)?(?:memiliki program magang|memfasilitasi|selaku fasilitator|sebagai fasilitator|"
    r"menyelenggarakan program magang)",
    re.I,
)
_SENDS_AFTER = re.compile(
    r"^\s*(?:\([^)]{2,30}\)\s*)*,?\s*(?:(?:[A-Z][\w ]+,\s*)?(?:melakukan|melaksanakan|mengikuti|menggelar|"
    r"mengirim\w*|merampungkan|menuntaskan|menyelesaikan|belajar|studi tiru|berkunjung|mengunjungi|menimba|"
    r"bertolak|berguru|"
    r"magang|kunjungi|studi banding|benchmarking|menjalani|memberangkatkan|(?:me)?lepas|kirim|utus|tarik|menerima kembali|"
    r"menjalin|teken|meneken)|yang\s+(?:sedang\s+|"
    r"telah\s+)?(?:magang|mengikuti|melaksanakan))",
    re.I,
)
_RECEIVES_AFTER = re.compile(
    r"^\s*(?:\([^)]{2,30}\)\s*)*,?\s*(?:menjadi (?:salah satu )?(?:lokus|tempat|tujuan|tuan rumah|"
    r"pemerintah daerah)|menerima|menyambut|bersedia menerima|sebagai (?:tempat|lokus|mitra)|selaku tuan rumah|"
    r"terima kunjungan|jadi (?:lokus|tempat|tujuan))",
    re.I,
)
_FUTURE = re.compile(
    r"kunjungan (?:balasan|balik)|akan (?:melakukan|berkunjung)|direncanakan|"
    r"bersedia menerima kunjungan lanjutan|surat\s+(?:tugas|perintah|edaran|keputusan)|peraturan|nomor\s*:?\s*\S*/",
    re.I,
)


def acting(source: Source, facts: Facts) -> list[InstitutionMention]:
    """The mentions, in the story itself, of institutions that can send or receive people."""
    end_of_story = _story_end(source, facts.kind)
    return [
        _whole(mention)
        for mention in outermost(facts.institutions)
        if mention.start < end_of_story
        and mention.kind in ("government", "agency", "central", "university", "company")
        and not (mention.name.startswith("Unit Pelaksana Teknis") and not mention.sure)
        and not _ACKNOWLEDGES.search(source.text[max(0, mention.start - 120) : mention.start])
        # `kerja sama dengan Bank NTT`: a company has a side of its own where the text names it as one, with its PT.
        and not (mention.kind == "company" and not OWN_SIDE.match(source.text, mention.start, mention.end))
    ]


# Who only signs for having seen it is no party.
_ACKNOWLEDGES = re.compile(r"\b(?:diketahui|mengetahui|menyetujui|disaksikan)\b(?:\s+oleh)?\W[^.;]{0,90}$", re.I)
_SECTION_OF = re.compile(
    r"^(?:Unit\s+)?(?:Bidang|Seksi|Subbag\w*|Sub\s+Bagian|Subbidang|Bagian(?!\s+\w+(?:\s+\w+){0,4}\s+Sekretariat\s+Daerah))\s.*?"
    r"\b(?=(?:Badan|Dinas|Inspektorat|Satuan Polisi|Rumah Sakit|Sekretariat (?:Daerah|DPRD|Dewan))\s)"
)


def _whole(mention: InstitutionMention) -> InstitutionMention:
    """The agency that a section named with it belongs to: an agency sends and receives as a whole."""
    name = _SECTION_OF.sub("", mention.name)
    return replace(mention, name=name) if name != mention.name else mention


def story_parties(source: Source, facts: Facts, mentions: list[InstitutionMention]) -> list[Party]:
    """Who sends, receives and arranges, from what stands before and after each mention."""
    candidates: dict[str, Candidate] = {}
    for mention in mentions:
        candidate = candidates.setdefault(mention.name, Candidate(mention))
        candidate.count += 1
        candidate.named += 1
        _weigh(source, facts, mentions, mention, candidate)
    for mention in _bare_regions(source, facts):
        _weigh_region(source, mention, candidates.setdefault(mention.name, Candidate(mention)))
    _same_office(list(candidates.values()))
    return roles(source, facts, candidates)


def _weigh(
    source: Source,
    facts: Facts,
    mentions: list[InstitutionMention],
    mention: InstitutionMention,
    candidate: Candidate,
) -> None:
    text = source.text
    first_page_end = len(source.pages.pages[0].text) if source.pages.pages else 0
    title_end = min(first_page_end, _cover_end(text)) if facts.kind is Kind.REPORT else 0
    before = " ".join(text[max(0, mention.start - 90) : mention.start].split("\n\f\n")[-1].split()) + " "
    after = text[mention.end : mention.end + 120]
    cover = mention.start < title_end
    early = 1.6 if mention.start < 1500 else 1.0 if mention.start < 5000 else 0.6
    writes = cover and _under_letterhead(text, mention, mentions)
    weight = early * (1.0 if mention.sure else 0.6) * (1.0 if writes or _says_region(text, mention) else 0.4)
    if mention.start < 3000 and _ORDERS.search(before):
        candidate.add("home", (0.7 if mention.kind == "government" else 1.5) * weight, mention)
    if _FUTURE.search(_sentence(text, mention.start)):
        return
    line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    alone = not line.strip() and not re.match(r"[^\n]*\w", after)
    if mention.start < 3000 and (_ARRANGES.search(before) or _ARRANGES_AFTER.match(after)):
        candidate.add("facilitator", 3 * weight, mention)
    elif _RECEIVES.search(before) and not (
        cover and not line.strip() and not re.search(r"\b(?:di|ke|pada)\s*$", before, re.I)
    ):
        candidate.add("host", 2 * weight, mention)
    elif _SENDS.search(before) and not (not line.strip() and _ROW.search(text[: mention.start].rstrip()[-60:])):
        # `dilakukan oleh X`, `dari X` say little outside the opening.
        plain = re.search(r"\b(?:oleh|dari|kunjungan|pejabat|staf)[\s:]*$", before, re.I) is not None
        late = mention.start > (700 if facts.kind is Kind.REPORT else 1500)
        candidate.add("home", (0.5 if plain and late else 2) * weight, mention)
    elif (
        cover
        and alone
        and mention.kind == "agency"
        and (writes or (not mention.sure and mention.start < 350 and not _in_cell(source, mention)))
    ):
        candidate.add("home", 2.4, mention)  # the letterhead's second line takes its region from the first
    elif (
        cover
        and not line.strip()
        and not _letterhead_of_agency(text, mention, mentions)
        and not _in_cell(source, mention)
    ):
        candidate.add("home", 1.5 * weight, mention)
    if _SENDS_AFTER.match(after):
        candidate.add("home", 1.5 * weight, mention)
    elif _RECEIVES_AFTER.match(after):
        candidate.add("host", 1.5 * weight, mention)


# The first heading or row below a report's title.
_SECTION = re.compile(
    r"^\W*(?:(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]\s|BAB\b|(?:dasar|latar|pendahuluan|waktu|peserta|jadwal|penempatan|ringkasan|"
    r"kata\s+pengantar|daftar\s+isi|snapshot|siapa|kapan|lokus|tempat|tujuan)\b)",
    re.I | re.M,
)


def _cover_end(text: str) -> int:
    first_line = text.find("\n") + 1
    section = _SECTION.search(text, first_line, 900) if first_line else None
    return section.start() if section else 900


def _under_letterhead(text: str, mention: InstitutionMention, mentions: list[InstitutionMention]) -> bool:
    """The line right below the government's, at the top of the page: who writes, whose region is that government's."""
    return mention.start < 300 and any(
        other.kind == "government"
        and other.region == mention.region
        and other.end <= mention.start <= other.end + 4
        and not text[other.end : mention.start].strip()
        for other in mentions
    )


def _in_cell(source: Source, mention: InstitutionMention) -> bool:
    """The mention stands in a table, not on the title page's lines."""
    return any(
        block.start <= mention.start < block.end for block in source.blocks if block.block.kind is BlockKind.CELL
    )


# A row of a list that ends in a number of people, above the mention: `3 peserta`.
_ROW = re.compile(r"(?:^|\n)\W*\d+\s+(?:peserta|orang|pegawai|asn)\W*$", re.I)
_ORDERS = re.compile(
    r"\b(?:surat\s+(?:perintah\s+)?tugas|surat\s+perintah|spt)\s+(?:dari\s+)?(?:(?:plt|plh|pj)\.?\s+)?"
    r"(?:kepala|inspektur|direktur|sekretaris|bupati|gubernur|wali\s?kota|camat)?\s*$",
    re.I,
)


def _says_region(text: str, mention: InstitutionMention) -> bool:
    """The mention names its region itself, where it has one: `BKD Jatim`, not a `BKD` that takes it from elsewhere."""
    if mention.region is None or mention.kind in ("government", "central"):
        return True
    return bool(find_regions(text[mention.start : mention.end]))


_PROGRAMME = re.compile(
    r"\b(?:magang|studi|benchmark\w*|kunjungan|mengunjungi|belajar|berguru|lokus|patok|visitasi|praktik\s+kerja)\b",
    re.I,
)
_FROM_REGION = re.compile(
    r"\b(?:asn|pns|pegawai|aparatur(?: sipil negara)?|tim(?: magang)?|peserta(?: magang)?|rombongan|delegasi|lurah|camat|"
    r"perangkat daerah|opd|pejabat|mewakili)\s+(?:dari\s+|asal\s+|di\s+|se-?)?(?:lingkungan\s+|lingkup\s+)?$",
    re.I,
)
_TO_REGION = re.compile(r"\b(?:di|ke|pada|dari)\s+(?:lingkungan\s+|lingkup\s+)?$|\bmengunjungi\s+$", re.I)


_PLACE_ROW = re.compile(r"^\W*(?:lokasi|lokus|tempat|tujuan|ke\s+mana|tuan\s+rumah|host)\b[^:\n]{0,20}:", re.I)


def _bare_regions(source: Source, facts: Facts) -> list[InstitutionMention]:
    """Regions named for their governments in the title and the opening: `Magang ASN Kabupaten A di Kabupaten B`."""
    head = source.text[:1200]
    taken = [(mention.start, mention.end) for mention in facts.institutions]
    found: list[InstitutionMention] = []
    for named in find_regions(head):
        if any(start < named.end and named.start < end for start, end in taken) or len(named.candidates) != 1:
            continue
        if not named.explicit and (
            named.candidates[0].kind == "provinsi" or re.match(r"\s*(?:,|—|–|-|\()", head[named.end :])
        ):
            continue  # `di Jakarta`, `PALU – `, `Palu, 18 November`: a place
        region = region_of(head[named.start : named.end]) if named.explicit else None
        only = named.candidates[0]
        level = {"provinsi": "Provinsi", "kabupaten": "Kabupaten", "kota": "Kota"}[only.kind]
        region = region or region_of(f"{level} {only.name}") or f"{level} {only.name}"
        found.append(InstitutionMention(named.start, named.end, government_of(region), region, "government", False))
    return found


def _weigh_region(source: Source, mention: InstitutionMention, candidate: Candidate) -> None:
    text = source.text
    sentence = _sentence(text, mention.start)
    if mention.start > 350 and not _PROGRAMME.search(sentence):
        return
    if _FUTURE.search(sentence):
        return
    before = " ".join(text[max(0, mention.start - 90) : mention.start].split()) + " "
    after = text[mention.end : mention.end + 80]
    line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    role = (
        "home"
        if _FROM_REGION.search(before)
        else "host"
        if _TO_REGION.search(before) or _PLACE_ROW.match(line)
        else None
    )
    if role is None and _SENDS_AFTER.match(after):
        role = "home"
    if role is None or role in candidate.best:
        return
    if role == "home" or not re.search(r"\bdari\s+$", before) or _PROGRAMME.search(before):
        candidate.add(role, 1.8, mention)


def _letterhead_of_agency(text: str, mention: InstitutionMention, mentions: list[InstitutionMention]) -> bool:
    """The government's line above its agency's, as in a letterhead: the agency writes."""
    if mention.kind != "government":
        return False
    return any(
        other.kind == "agency"
        and mention.end <= other.start <= mention.end + 4
        and not text[mention.end : other.start].strip()
        for other in mentions
    )


def _same_office(pool: list[Candidate]) -> None:
    """The office of the same kind in another region is who receives, even where no word before it says so."""
    senders = [candidate for candidate in pool if candidate.home > candidate.host and candidate.mention.region]
    if not senders:
        return
    home = max(senders, key=lambda candidate: candidate.home)
    office = home.mention.name.removesuffix(home.mention.region or "").strip().casefold()
    for candidate in pool:
        region = candidate.mention.region
        if not candidate.named or region is None or region == home.mention.region:
            continue
        if home.mention.kind != candidate.mention.kind:
            continue
        other = candidate.mention.name.removesuffix(region).strip().casefold()
        alike = (
            other == office
            or other.split()[:2] == office.split()[:2]
            or {other.split()[0], office.split()[0]} <= {"biro", "bagian"}
        )
        candidate.add(
            "host", (1.0 if alike else 0.2) + min(candidate.count, 4) * (0.4 if alike else 0.1), candidate.mention
        )


_AFTER_ARTICLE = (
    r"^\W*(?:berita (?:lainnya|terkait|terpopuler)|artikel (?:lainnya|terkait)|\d+ komentar|komentar|ikuti juga|narahubung|"
    r"discussion about|related posts?|copyright|tag(?:s)?\s*:)"
)


def _story_end(source: Source, kind: Kind) -> int:
    """Where the story ends: the web page around an article, the copies of a letter are none of it."""
    text = source.text
    pattern = _AFTER_ARTICLE if kind is Kind.NEWS else r"^\W*(?:tembusan)\b"
    found = re.search(pattern, text[300:], re.I | re.M)
    end = found.start() + 300 if found else len(text)
    if kind is Kind.NEWS:
        # Another article begins with a town of its own.
        towns = [
            line for line in DATELINE.finditer(text, 0, end) if len(line.group()) < 60 and line.group("town").isupper()
        ]
        if len(towns) > 1 and towns[-1].start() > 700 and towns[-1].group("town") != towns[0].group("town"):
            end = towns[-1].start()
    return end


def outermost(mentions: list[InstitutionMention]) -> list[InstitutionMention]:
    kept: list[InstitutionMention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if kept and mention.start < kept[-1].end:
            continue
        kept.append(mention)
    return kept


def _sentence(text: str, place: int) -> str:
    start = max(text.rfind("\n", 0, place), text.rfind(". ", 0, place), place - 300)
    ends = [end for end in (text.find("\n", place), text.find(". ", place)) if end >= 0]
    return text[start + 1 : min([*ends, place + 300])]
