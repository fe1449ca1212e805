"""What the classifier of kinds sees of a document: its words, how its lines begin, and how much it has of each kind's manners.

An agreement speaks of its parties, a letter of `Saudara`, an article lets people speak, a report advises: such manners are counted
by groups of words, as a share of the text and at its head and foot, because one word of them proves nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, log2

from nlp.source import Source

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|[:|•“”\"]|\d+")
_HEAD_WORDS, _FOOT_WORDS, _MOST_WORDS, _MOST_LINES = 120, 100, 3_000, 400
_NIP_DIGITS = 18

# Words by the manner of writing that they belong to. A word may stand for more than one.
_MANNERS = {
    "party": "pihak para parties party menyepakati bersepakat sepakat kesatu kedua bersama",
    "contract": "perjanjian kesepakatan kesepahaman nota memorandum mou pks addendum adendum amandemen piagam loi perpanjangan",
    "clause": "pasal ayat article jangka berlaku meterai bermeterai rangkap kahar memaksa kahar perselisihan berakhir mengikatkan "
    "pelaksanaan pembiayaan",
    "acting": "disebut hereinafter bertindak selaku mewakili diwakili tanda bertanda tangan menandatangani",
    "letter": "yth terhormat hal perihal lampiran sifat nomor tembusan kepada dear",
    "courtesy": "hormat bersama saudara demikian maklum perhatian sehubungan menindaklanjuti menjawab memenuhi mohon kiranya perkenan",
    "memo": "dari lewat dinas disposisi telaahan melaporkan dilaporkan izin",
    "speech": "ujar ujarnya kata katanya ungkap ungkapnya tutur tuturnya jelas jelasnya terang terangnya imbuh imbuhnya tambah "
    "tambahnya papar paparnya sebut sebutnya tegas tegasnya pungkas pungkasnya ucap ucapnya mengatakan menuturkan menjelaskan "
    "mengungkapkan menyampaikan menambahkan menegaskan mengaku berharap menyebut menyebutkan",
    "web": "baca juga whatsapp copyright pewarta editor reporter penulis foto humas kominfo tags redaksi edisi berita siaran pers rilis "
    "warta buletin komentar bagikan",
    "advice": "perlu sebaiknya hendaknya seyogianya disarankan direkomendasikan diusulkan rekomendasi usul usulan saran tindak lanjut "
    "mengusulkan menyarankan adopsi replikasi diterapkan rtl",
    "told": "kami kita saya rombongan tim kelompok",
    "programme": "magang studi tiru banding benchmarking kaji kunjungan lapangan patok visitasi lokus",
    "report": "laporan paparan hasil catatan resume ekspose kesimpulan temuan pembelajaran pelajaran penutup pendahuluan latar "
    "belakang jurnal refleksi oleh-oleh ringkasan presentasi",
    "decree": "menimbang mengingat memperhatikan memutuskan menetapkan diktum keputusan peraturan ditetapkan diundangkan",
    "paper": "pengumuman sertifikat daftar hadir kerangka acuan notula notulen notulensi risalah jadwal undangan proposal anggaran "
    "susunan acara pedoman panduan formulir kurikulum silabus modul brosur kuitansi invoice biodata rundown agenda rapat",
}
_MANNERS_OF: dict[str, list[str]] = {}
for _manner, _words in _MANNERS.items():
    for _one in dict.fromkeys(_words.split()):
        _MANNERS_OF.setdefault(_one, []).append(_manner)

_ARTICLE = re.compile(r"\s*(?:pasal|article|bab|bagian)\s+(?:\d+|[ivxl]+|ke\w+)\b", re.I)
_ROW = re.compile(r"\W*(?:hal|perihal|lampiran|lamp|sifat|nomor|no|dari|kepada|tembusan|tanggal)\b\s*[.:]", re.I)
_CONTRACT_HEADING = re.compile(
    r"\W*(?:(?:draft?|rancangan|konsep|naskah|surat)\W+)*(?:(?P<mou>nota\s+kese\w+|kesepakatan|memorandum\s+of\s+understanding|"
    r"memorandum\s+saling|letter\s+of\s+intent|(?:pernyataan\s+)?kehendak|piagam\s+(?:kerja|kesep))|(?P<agreement>perjanjian(?!\s+"
    r"kinerja)|add?endum|amandemen|perpanjangan|implement\w+\s+arrangement|pengaturan\s+pelaksanaan|kontrak))\b",
    re.I,
)
_QUOTED = re.compile(r"[“\"][^“”\"\n]{25,}")
_DATELINE = re.compile(r"\W{0,3}[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}\s*[,(–—-].{0,45}?[–—-]{1,2}\s")
_SLIDE = re.compile(r"\W*(?:slide|salindia)\W{0,3}\d", re.I)


def features(source: Source) -> list[str]:
    """The words that stand for a document in the classifier, each once; those that begin with `@` are not of its text."""
    text = source.text
    words = [_shape(word) for word in _WORD.findall(text, 0, 40_000)]
    lines = [line for line in text.split("\n") if line.strip()]
    found = {f"@format={source.form}", f"@pages={min(8, len(source.pages.pages))}"}
    found.update(f"@length={_step(len(text) / 300, 6)}" for _ in lines[:1])
    found.update(words[:_MOST_WORDS])
    found.update(_of_edges(words[:_HEAD_WORDS], words[-_FOOT_WORDS:]))
    found.update(_of_lines(lines[:_MOST_LINES]))
    found.update(_of_manners(words))
    found.update(_counted("quoted", len(_QUOTED.findall(text)), len(words)))
    return sorted(found)


def _shape(word: str) -> str:
    if word.isdigit():
        return "#nip" if len(word) == _NIP_DIGITS else f"#{min(len(word), 5)}"
    return word.lower()


def _of_edges(head: Sequence[str], foot: Sequence[str]) -> Iterator[str]:
    yield from (f"@head={word}" for word in head)
    yield from (f"@head={one} {two}" for one, two in pairwise(head))
    yield from (f"@foot={word}" for word in foot)


def _of_lines(lines: Sequence[str]) -> Iterator[str]:
    """How lines begin, and which words stand in lines of capitals."""
    articles = rows = slides = 0
    for number, line in enumerate(lines):
        first = [_shape(word) for word in _WORD.findall(line, 0, 40)[:2]]
        if first:
            yield f"@line={first[0]}"
            yield f"@line={' '.join(first)}"
        if len(line) > 4 and line.upper() == line:
            yield from (f"@capitals={word}" for word in first)
        articles += _ARTICLE.match(line) is not None
        rows += _ROW.match(line) is not None
        slides += _SLIDE.match(line) is not None
        if number < 30:
            heading = _CONTRACT_HEADING.match(line)
            if heading and len(line) < 140 and not line.rstrip().endswith((".", ";", ",")):
                yield f"@heading={heading.lastgroup}"
            if _DATELINE.match(line):
                yield "@dateline"
    if lines:
        mean = sum(map(len, lines)) / len(lines)
        yield f"@wide={min(10, int(mean // 40))}"
    for name, count in (("articles", articles), ("rows", rows), ("slides", slides)):
        yield f"@{name}={_step(count, 4)}"


def _of_manners(words: Sequence[str]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for word, count in Counter(words).items():
        for manner in _MANNERS_OF.get(word, ()):
            counts[manner] += count
    for manner in _MANNERS:
        yield from _counted(manner, counts[manner], len(words))
    for place, part in (("head", words[:_HEAD_WORDS]), ("foot", words[-_FOOT_WORDS:])):
        yield from (f"@{place}~{manner}" for manner in _manners(part))


def _manners(words: Iterable[str]) -> set[str]:
    return {manner for word in words for manner in _MANNERS_OF.get(word, ())}


def _counted(name: str, count: int, words: int) -> Iterator[str]:
    """How many there are, and how many among a thousand words, in steps that double."""
    yield f"@{name}#{_step(count, 5)}"
    yield f"@{name}%{_step(1_000 * count / max(100, words) / 4, 5)}"


def _step(value: float, most: int) -> int:
    return min(most, ceil(log2(value + 1)))
