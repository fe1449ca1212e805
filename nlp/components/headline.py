"""An article's headline."""

import re
from collections.abc import Iterable, Sequence

from nlp.components.news_kind import DATELINE
from nlp.components.title_lines import INSTITUTION_LINE
from nlp.names import is_capitals
from nlp.pages import BlockKind
from nlp.source import Source, SourceBlock

_WEB_LINE = re.compile(
    r"^\W*(?:beranda|home|whatsapp|facebook|twitter|telegram|share|bagikan|baca\s+juga|iklan|oleh\b|penulis|"
    r"editor|reporter|rubrik|"
    r"buletin|edisi|siaran\s+pers|press\s+release|nomor|no\.|foto|komentar|copyright|kategori|tag\b|(?:senin|selasa|rabu|"
    r"kamis|jum.?at|sabtu|minggu)\b)|"
    r"^\W*\d{1,2}[ /-]\w+[ /-]\d{2,4}|\b\d{1,2}[.:]\d{2}\s*(?:wib|wita|wit)\b|rekomendasi\s+untuk\s+anda",
    re.I,
)
# What stands behind a headline on its line, and lines that are none.
_META = re.compile(
    r"\s+(?:Diposting|Dipublikasikan|Diterbitkan|Ditulis|Posted|Penulis|Oleh|Dibaca|Kategori|Redaksi)\b\s*(?:oleh|pada|by|on)?\s*:|"
    # `Diposkan Sabtu, 22/11/2025 oleh admin`: no colon, and the day right behind
    r"\s+(?:Di(?:pos(?:kan|ting)?|unggah|tayangkan|publikasikan|terbitkan|muat|rilis|tulis)|Tayang|Terbit|Posted|Published)\s+"
    r"(?:(?:pada|on|oleh\s+\w+|by\s+\w+)\s+)?(?:(?:hari|tanggal|tgl\.?)\s+)?"
    r"(?:(?:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu|Ahad)\b[,\s]*\d|"
    r"\d{1,2}(?:[/.-]\d|\s+(?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des)))",
    re.I,
)
_SITE = re.compile(
    r"^\W*(?:rilis\s+(?:(?:no|nomor)\b|diskominfo|humas|prokopim|resmi|berita)|media\s+center|portal|website|situs|humas|protokol|(?:untuk|dapat|mohon|siap|bebas)\s+(?:segera\s+|dapat\s+)?(?:di)?(?:siar|tayang|muat|publikasi|terbit)\w*|embargo)\b|(?:\|[^|]*){3}|\|\s*(?:edisi|vol(?:ume)?|tahun\s+ke)\b",
    re.I,
)
_OFFICE_NAME = re.compile(
    r"\W*(?:Dinas|Diskominfo\w*|Prokopim|Humas|Setda|Kominfo|Pem(?:kab|kot|prov)|BK(?:PS)?DM?|BPSDMD?)\b"
)
# What a page says of itself above the headline: `Kabar Cepat, Aktual dan Terpercaya`.
_SLOGAN = re.compile(
    r"(?:\W|(?:berita|video|kabar|info(?:rmasi)?|warta|media|portal|situs|foto|terkini|terbaru|terpercaya|terdepan|terlengkap|aktual|tajam|akurat|kilat|"
    r"cepat|lugas|independen|berimbang|online|seputar|harian|hari|ini|daerah|nasional|indonesia|dan|yang|untuk|anda|kita)\b){2,}",
    re.I,
)
# A rule that was typed behind the headline.
_RULED = re.compile(r"\s*(?:-{3,}|={3,})$")
# `Dinas Komunikasi dan Informatika Kabupaten Sigi`: a name and nothing that is told.
_IS_NAME = re.compile(
    r"(?:(?:[A-Z][\w.,()&/-]*|dan|di|atas)\s+)+?(?:Provinsi|Kabupaten|Kota|Kab\.)(?:\s+[A-Z][\w-]*){1,3}"
)
# `KABARPULAU.CO.ID` alone on its line; the way to the page, `Depan :: Daerah :: Ambon`, `Beranda » Kabar » Daerah`.
_ADDRESS = re.compile(r"\W*(?:https?://)?[\w-]{2,}(?:\.[A-Za-z-]{2,}){1,3}/?\W*")
_TRAIL = re.compile(r"\S\s*(?:::|[»›>•])\s*\S.{0,40}?\S\s*(?:::|[»›>•])\s*\S")
# What stands below a picture.
_CAPTION = re.compile(r"\(\s*(?:foto|dok|istimewa|ist)\b|\b(?:foto|dok)\s*:|\bberfoto\b|\bfoto\s+bersama\b", re.I)
_SITE_NAME = 3  # words
_MASTHEAD = 5  # words
_LONGEST = 230  # characters
_PRESS_LINE = re.compile(r"^\W*(?:siaran\s+pers|press\s+release|rilis\s+pers)\b", re.I)
_TOWN_AND_DAY = re.compile(r"^\W*[A-Z][\w .’']{2,25}(?:,\s+\d{1,2}\s+\w+\s+\d{4}|\([^)]{2,30}\)\s*[-–—])\W*$")


def headline(source: Source) -> str | None:
    """The headline among a page's headings or first lines; None where the article begins without one."""
    text, lines = source.text, source.lines[:14]
    headings = [
        block
        for block in source.blocks
        if block.block.kind is BlockKind.HEADING and (block.block.level or 1) == 1 and block.start < 3000
    ]
    press = next((index for index, line in enumerate(lines[:8]) if _PRESS_LINE.match(text[slice(*line)])), None)
    if press is not None and press > 0:
        lines = lines[press + 1 :]  # what stands above it is the letterhead
        headings = [block for block in headings if block.start >= lines[0][0]] if lines else []
    if press is None and not headings and (titled := _above_meta(text, source.lines[:30])) is not None:
        return titled
    return _among_headings(headings) or _among_lines(text, lines)


def _among_headings(headings: Iterable[SourceBlock]) -> str | None:
    for block in headings:
        line = " ".join(_META.split(block.text)[0].split())
        if 15 < len(line) < 250 and not (_WEB_LINE.match(line) or _SITE.search(line) or _TOWN_AND_DAY.match(line)):
            return line
    return None


def _among_lines(text: str, lines: Sequence[tuple[int, int]]) -> str | None:
    """The first line that belongs to the article, unless it is already the article's text."""
    for position, (start, stop) in enumerate(lines):
        whole, below = text[start:stop].strip(" *_~=#"), lines[position + 1 :]
        line = _RULED.sub("", _META.split(whole)[0])
        if _is_of_the_page(line) or (_names_the_page(text, line, stop) and _another(text, below)):
            continue
        if len(line) == len(whole) and _begins_article(text, start, stop):
            return None
        if _QUOTED.fullmatch(line.strip()) is not None:
            return _with_deck(text, line.strip(), below[:2])
        if len(line) > _LONGEST or line.endswith((".", "”", '"', ",")):
            return None
        return line.strip()
    return None


def _is_of_the_page(line: str) -> bool:
    """What a page says around its articles: menu, day and author, slogan, address, caption, or no more than a word."""
    return bool(
        len(line) < 15
        or _WEB_LINE.search(line)
        or _SITE.search(line)
        or _SLOGAN.fullmatch(line)
        or _ADDRESS.fullmatch(line)
        or _TRAIL.search(line)
        or _TOWN_AND_DAY.match(line)
        or _CAPTION.search(line)
    )


def _names_the_page(text: str, line: str, stop: int) -> bool:
    """The letterhead of a press release, the name of the office or the paper whose page it is."""
    office = _OFFICE_NAME.match(line) is not None
    if office and len(line.split()) <= _SITE_NAME:
        return True
    if (office or INSTITUTION_LINE.match(line)) and (is_capitals(line) or _IS_NAME.fullmatch(line)):
        return True
    return _signs_page(text, line, stop)


def _begins_article(text: str, start: int, stop: int) -> bool:
    """A long line that begins with the town: the article has no headline of its own."""
    dateline = DATELINE.match(text, start)
    return dateline is not None and len(dateline.group()) < 90 and stop - start > 120


# `Kategori: Pemerintahan | Diposting: Selasa, 05 Maret 2024 | Oleh: admin`, right below the headline.
_META_LINE = re.compile(
    r"^\W*(?:Kategori|Diposting|Dipublikasikan|Diterbitkan|Ditulis|Diunggah|Tayang|Terbit|Posted|Penulis|Oleh)\b[^\n]{0,40}:[^\n]*\b20\d\d\b"
)
_MENU = 3  # lines above the headline that only a page's menu has


def _above_meta(text: str, lines: Sequence[tuple[int, int]]) -> str | None:
    """The line above that of the day and the author, below the menu of a page."""
    for index, (start, stop) in enumerate(lines):
        if index > _MENU and _META_LINE.match(text[start:stop]):
            line = text[slice(*lines[index - 1])].strip(" *_~")
            fits = 15 < len(line) < 200 and not _WEB_LINE.search(line) and not line.endswith((".", ":", ","))
            return line if fits else None
    return None


# A headline that is a saying: `"Berkas Itu Bercerita"`.
_QUOTED = re.compile(r"[\"“][^\"“”]{10,90}[\"”]")


def _with_deck(text: str, saying: str, below: Sequence[tuple[int, int]]) -> str:
    """The saying with the short line below it that tells what it is about, where the article's long lines follow."""
    if len(below) < 2:
        return saying
    deck, body = (text[slice(*line)].strip() for line in below)
    short = 15 <= len(deck) < 80 and len(body) > 1.4 * len(deck)
    if not short or deck.endswith((".", ":", "”", '"', ",")) or _WEB_LINE.search(deck) or _SITE.search(deck):
        return saying
    return f"{saying} {deck}"


def _signs_page(text: str, line: str, stop: int) -> bool:
    """A few words that name a paper: by its sort, by its initials in the dateline, or said again as who tells (`© 2025 Pos Teluk`)."""
    words = line.split()
    if len(words) > _MASTHEAD or any(map(str.isdigit, line)):
        return False
    if len(words) > 1 and _PAPER.search(line) is not None and all(word[0].isupper() for word in words):
        return True
    initials = "".join(word[0] for word in words).upper()
    if len(initials) >= _INITIALS and re.search(rf"[,(/]\s?{re.escape(initials)}\b", text[stop : stop + 4000]):
        return True
    again = re.search(re.escape(line), text[stop:], re.I)
    if again is None:
        return False
    before, behind = text[: stop + again.start()][-40:], text[stop + again.end() :][:40]
    return _OWNED.search(before) is not None or _RIGHTS.match(behind) is not None


_INITIALS = 3
_PAPER = re.compile(
    r"^\W*(?:kanal\s+(?:berita|informasi|warta|resmi)|rubrik|portal\s+(?:berita|informasi|resmi)|laman\s+(?:berita|resmi)|suara|kabar|warta|berita|harian|radar|tribun|koran|jurnal|lensa|gema|mimbar|tabloid|majalah|buletin|pos|info|cakrawala|obor)\s|"
    r"\s(?:pos(?:t|kota)?|news|online|daily|ekspres|express|today|times|tribune|hari\s+ini|update|channel|network|pagi|\.?(?:com|id))\W*$",
    re.I,
)
_OWNED = re.compile(r"(?:copyright|hak\s+cipta|©|\(c\)|redaksi|tentang|ikuti|@)[^\n]{0,30}$|[(\[/]$", re.I)
_RIGHTS = re.compile(r"\s*(?:[)\]]|©|[-–—|,.]\s*(?:all\s+rights|hak\s+cipta|seluruh\s+hak|media\b|20\d\d))", re.I)


def _another(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """A line that may be the headline stands before the article begins."""
    for start, stop in lines:
        line = text[start:stop]
        if DATELINE.match(text, start) is not None or len(line) > _LONGEST or line.endswith((".", "”", '"', ",")):
            return False
        if len(line) >= 25 and not (_WEB_LINE.search(line) or _SITE.search(line) or _TOWN_AND_DAY.match(line)):
            return True
    return False
