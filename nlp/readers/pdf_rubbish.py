"""Whether the text layer of a PDF page is what the page shows: fonts may map their glyphs to anything."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from nlp.readers.segments import Token

_ENOUGH_WORDS = 25
_ENOUGH_LETTERS = 60
_SAMPLE = 50  # words
# With a vowel, a figure, a mark, or of a script that OCR does not know (Arabic, Balinese, Javanese).
_READABLE = re.compile(r"[^\W\d_]*[aeiouAEIOU][^\W\d_]*|[\d.,/:()-]+|\W+|.*[\u0600-\u06ff\u1b00-\u1b7f\ua980-\ua9df].*")
_VOWELS = "aeiouAEIOU"
_VOWEL_SET = frozenset(_VOWELS)
_LATIN = re.compile(r"[A-Za-z]+")
_RARE = re.compile(r"[!#$&+;<>?@\\^`{}~]")
_MOST_RARE = 0.08  # of all signs: glyphs that were numbered anew, their numbers taken for signs
# Of the letters of a page; in Indonesian 0.42 to 0.48, in English 0.37 to 0.41.
_FEWEST_VOWELS, _MOST_VOWELS = 0.34, 0.58
# Words without which hardly a page gets by. Letters that are all shifted by some places make none of them.
_COMMON = frozenset(
    "dan di ke dari yang untuk pada dengan dalam oleh ini itu atau serta sebagai tentang nomor no nama nip jabatan kepala dinas badan "
    "kota kabupaten provinsi daerah pemerintah tahun tanggal pihak pasal ayat bab tabel halaman jumlah total rp kegiatan program "
    "keterangan rekomendasi the of and in to for a is by on with article page table year date name".split()
)


def is_rubbish(tokens: Sequence[Token]) -> bool:
    """Whether the words are no language: letters shifted or without vowels, replacement signs, single letters, endless words."""
    sample = tokens[:: max(1, len(tokens) // _SAMPLE)]
    if _is_shifted(sample, tokens):
        return True
    if len(tokens) < _ENOUGH_WORDS:
        return _is_odd(tokens)
    if len(tokens) > 2 * _SAMPLE and _good(sample) > 0.8 * len(sample):
        return False
    sizes = [len(token.text) for token in tokens]
    return (
        _good(tokens) < 0.55 * len(tokens)
        or sum(_has_no_sign(token.text) for token in tokens) > 0.15 * len(tokens)
        or median(sizes) > 25
        or sum(size == 1 for size in sizes) > 0.7 * len(sizes)
    )


def _is_shifted(sample: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Signs that are rare in text; or Latin letters, but in shares that no language has, and not one of the commonest words."""
    text = "".join([token.text for token in sample])
    if len(text) >= _ENOUGH_LETTERS and len(_RARE.findall(text)) > _MOST_RARE * len(text):
        return True
    letters = sum(map(len, _LATIN.findall(text)))
    if letters < _ENOUGH_LETTERS or letters < 0.5 * len(text):
        return False
    share = sum(map(text.count, _VOWELS)) / letters
    if _FEWEST_VOWELS <= share <= _MOST_VOWELS:
        return False
    return not any(token.text.strip(".,;:()").casefold() in _COMMON for token in tokens)


def _is_odd(tokens: Sequence[Token]) -> bool:
    text = "".join([token.text for token in tokens])
    return len(text) >= 20 and text.count("\ufffd") + text.count("••") * 2 > 0.5 * len(text)


def _has_no_sign(text: str) -> bool:
    """Whether a letter of the word has no sign of its own: a replacement, or one of the private use area."""
    return "\ufffd" in text or "•" in text[1:]


def _good(tokens: Sequence[Token]) -> int:
    """How many could be words, figures or marks."""
    texts = [token.text for token in tokens]
    if any("\ufffd" in text or "•" in text for text in texts):
        texts = [text for text in texts if not _has_no_sign(text)]
    vowelless = [text for text in texts if _VOWEL_SET.isdisjoint(text)]
    return len(texts) - sum(_READABLE.fullmatch(text) is None for text in vowelless)


def agrees(typed: Sequence[str], shown: Sequence[str]) -> bool:
    """Whether most of what OCR saw on the page stands in its text layer: then that is no rubbish after all.

    By pairs of neighbouring letters: a slip of OCR spoils two of them, and lists of codes have no words to go by.
    """
    layer, seen = _pairs(typed), _pairs(shown)
    return bool(seen) and (layer & seen).total() >= 0.5 * seen.total()


def _pairs(words: Sequence[str]) -> Counter[str]:
    return Counter(
        word[place : place + 2] for word in map(str.casefold, words) for place in range(max(1, len(word) - 1))
    )
