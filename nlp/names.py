"""Writing of names and titles: from a document's capitals to ordinary Indonesian writing, names of persons from their titles."""

import re
from collections.abc import Iterator

_SMALL = frozenset(
    "dan di ke dari untuk pada dengan bagi dalam melalui oleh terhadap yang atau antara serta tentang atas sebagai secara "
    "of the and for in on per".split()
)
_ACRONYMS = frozenset(
    "ASN PNS PPPK APIP SPBE SDM KTP NIK APBD APBN BUMD BUMN DPRD RSUD BLUD UMKM UPT UPTD OPD SPIP SAKIP CSR KKN IKN DIY DKI "
    "NTB NTT RI BPK BPS BPKP LAN BKN BKD BPSDM BKPSDM KPK PT CV HIV AIDS TBC JKN BPJS TIK IT PKK KB JDIH SPM LPSE PBJ RPJMD "
    "RKPD II III IV VI VII VIII IX XI XII TNI POLRI PLN PDAM MCP RB IPM GIS SIM HAM PAD ZI WBK WBBM PPID MPP OSS AI ICT HKI "
    "STIKES IAIN UIN UPN PTN PTS SMK SMA SMP SD PAUD TPA TPS UPTB BAZNAS CPNS PKN PKA PKP KAK "
    "TOR RTL SKP TPP LKPJ LHKPN PBB BPHTB QRIS DAK DBH SIPD SIMDA LAKIP PBG RDTR RTRW UHC ODGJ DTKS DTSEN UKPBJ BMD BLK BUMDES".split()
)


def starts_of(phrase: str, text: str) -> Iterator[int]:
    """Where `phrase` stands in `text` as whole words.

    By plain search: a pattern made of a name is compiled anew for each name of each document.
    """
    start = text.find(phrase) if phrase else -1
    while start >= 0:
        end = start + len(phrase)
        within = (start and _in_word(text[start - 1]) and _in_word(phrase[0])) or (
            end < len(text) and _in_word(text[end]) and _in_word(phrase[-1])
        )
        if not within:
            yield start
        start = text.find(phrase, start + 1)


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def is_capitals(text: str) -> bool:
    """Most letters are capitals, as in a heading."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) > 0.8 * len(letters)


def title_case(text: str, *, mixed: bool = False) -> str:
    """A heading in capitals as ordinary title writing; a text in mixed case stays as it is.

    With `mixed` the capital words of a name that is mostly capitals are changed too: `PT BANK JATIM, Tbk`.
    """
    text = " ".join(text.split())
    if not is_capitals(text):
        if not mixed or sum(letter.isupper() for letter in text) < 0.5 * sum(letter.isalpha() for letter in text):
            return text
        return " ".join(
            _cased(word, first=index == 0) if word.isupper() else word for index, word in enumerate(text.split(" "))
        )
    words: list[str] = []
    for index, word in enumerate(text.split(" ")):
        words.append(_cased(word, first=index == 0))
    return " ".join(words)


def _cased(word: str, *, first: bool) -> str:
    bare = re.sub(r"^\W+|\W+$", "", word)
    if bare in _ACRONYMS or any(letter.isdigit() for letter in bare):
        return word
    if not first and bare.casefold() in _SMALL:
        return word.casefold()
    return re.sub(
        r"[^\W\d_]+", lambda part: part.group() if part.group() in _ACRONYMS else part.group().capitalize(), word
    )


# Titles after a name: `S.H.`, `M.Si.`, `Sp.B(K)Onk`, `Ph.D.`, `CGCAE`.
DEGREE = (
    r"(?:(?:[A-Z][A-Za-z]{0,6}\.)(?:[A-Za-z]{1,6}\.?)*(?:\([A-Z]\)(?:\.?[A-Za-z]+)?)?|"
    r"Ph\.? ?D\.?|SKM|S\.?KM|CA|CPA|QIA|CGCAE|CRMO|CFrA|"
    r"CIA|IPU|IPM|ASEAN Eng\.?|Ak|MM|MH|MT|SH|SE|ST|SP|MSi|MPd|MAP|MPA|MBA|LLM|Apt|CHRMP|CRMP)"
)


_TITLES = re.compile(rf",\s+{DEGREE}(?:\s*,\s*{DEGREE})*\.?")
_BLANKS = re.compile(r"\s+")


def completed(name: str, text: str) -> str:
    """`name` with the titles that follow it elsewhere in `text` (the signature), where it was cut before them."""
    if "," in name:
        return name
    for end in ends_of(name, text):
        titles = _TITLES.match(text, end)
        if titles is not None:
            return name + " ".join(titles.group().split()).rstrip(",")
    return name


def ends_of(name: str, text: str) -> Iterator[int]:
    """Where `name` ends in `text`, its words parted by any blanks.

    By plain search: a pattern made of a name is compiled anew for each name of each document.
    """
    words = name.split()
    start = text.find(words[0]) if words else -1
    while start >= 0:
        end = start + len(words[0])
        for word in words[1:]:
            after = _BLANKS.match(text, end)
            if after is None or not text.startswith(word, after.end()):
                break
            end = after.end() + len(word)
        else:
            yield end
        start = text.find(words[0], start + 1)
