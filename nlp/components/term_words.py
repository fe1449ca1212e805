"""The words by which an agreement states its term: that it runs, since when, until when; and what looks like it."""

import re

HEADS_ROW = re.compile(r"\b(?:jangka\s+waktu|masa\s+(?:berlaku|perjanjian|kerja\s*sama))\b[\w\s]{0,25}$", re.I)
TERM_SENTENCE = re.compile(
    r"\b(?:ini|kerja\s*sama|kemitraan|perjanjian|kesepakatan|kesepahaman|nota|memorandum|pks|mou|naskah|pernyataan\s+minat|piagam|"
    r"addendum|adendum|kontrak)\b[^.;]{0,120}?\b(?:(?:mulai |tetap )?berlaku|dilaksanakan|berjangka\s+waktu|mengikat|efektif|berjalan|"
    r"berlangsung|dimulai|berakhir|selesai|hidup|dipakai|dijalankan|diberlakukan|dihitung|berumur|berusia|gugur|habis|ditutup|"
    r"dilanjutkan|diteruskan|disambung)\b|"
    r"\bjangka\s+waktu\b[^.;]{0,120}?\b(?:adalah|selama|ditetapkan|berlaku|ini)\b|"
    r"\bmasa\s+(?:ber)?laku\b[^.;]{0,120}?\b(?:adalah|selama|ditetapkan)\b|\b(?:memiliki|mempunyai|dengan)\s+masa\s+(?:ber)?laku\b|"
    # A definition: `Masa Kerja Sama ialah kurun waktu dari tanggal … sampai dengan tanggal …`.
    r"\b(?:masa\s+(?:kerja\s*sama|perjanjian|berlaku)|jangka\s+waktu)\s+(?:ialah|adalah|yaitu)\s+(?:kurun|jangka|masa|waktu)\b|"
    r"\bberlaku\s+(?:selama|untuk|sejak|terhitung|efektif|mulai|sampai|hingga|\d|satu|dua|tiga|empat|lima|enam|sepuluh)\b|\b(?:remains?\s+in|"
    r"be\s+valid|in\s+force|valid)\b|"
    # A heading or a table's first column with the term itself behind it.
    r"\b(?:jangka\s+waktu|masa\s+(?:berlaku|perjanjian|kerja\s*sama))\b(?:\s+(?!dan\b)[A-Za-z]+){0,3}?\s*:?\s*"
    r"(?=\d|(?:satu|dua|tiga|empat|lima|enam|sepuluh)\b|(?:sejak|mulai|terhitung)\b)|"
    r"\b(?:comes?|enters?)\s+into\s+(?:force|effect)\b|"
    r"(?<!dapat )(?<!bisa )\b(?:memperpanjang|diperpanjang)\b[^.;]{0,120}?\b(?:selama|untuk|sampai|hingga|menjadi)\b",
    re.I,
)
# The term of another paper: of the parent that is cited, of what is being changed.
CITED_TERM = re.compile(
    r"\b(?:nomor|tanggal)\b[^.;]{0,200}?\byang\s+(?:(?:\w+\s+)?|(?:telah\s+)?(?:ditandatangani|dibuat|disepakati)\b[^.;]{0,60}?\b(?:dan|serta)\s+)berlaku\b|\btelah\s+(?:menandatangani|mengikat|ditandatangani)\b|"
    r"\bakan\s+berakhir\b",
    re.I,
)
CHANGED_TO = re.compile(r"\b(?:menjadi|berbunyi|diubah|memperpanjang|diperpanjang)\b", re.I)
NEW_WORDING = re.compile(
    r"(?<=\bsemula)\b.{0,300}?\b(?:menjadi|diubah|sehingga\s+berbunyi)\b|"
    r"(?<=\bberbunyi)\b.{0,600}?(?<!tidak )\b(?:diubah|dirubah|diganti)\b[^:]{0,40}?\b(?:menjadi|berbunyi)\b",
    re.I | re.S,
)
OPEN_END = re.compile(
    r"\b(?:sampai|hingga)\b(?:\s+dengan)?\s+(?:selesai\w*|ber?akhirnya|terpenuhi\w*|ada(?:nya)?\s+(?:perubahan|"
    r"pencabutan)|dicabut\w*|terlaksana\w*|tuntas)|tidak\s+terbatas|"
    r"diperpanjang\s+(?:dengan\s+sendirinya|secara\s+otomatis)",
    re.I,
)
_SIGNS = r"(?:di\s?tanda\s?tangani\w*|penanda\s?tanganan(?:nya)?|(?:di|men)\s?teken\w*|menandatangani|(?:di|mem)bubuh\w*\s+tanda\s?tangan|tanda\s?tangan\s+(?:yang\s+)?terakhir)"
FROM_SIGNING = re.compile(
    r"\b(?:sejak|mulai|terhitung|pada|dihitung|terbilang|dari|semenjak|per|begitu|saat)\b[^.;]{0,60}?\b"
    + _SIGNS
    + r"\b|"
    r"\b(?:sejak|mulai|terhitung|dihitung|dari)\s+(?:\w+\s+)?(?:hari\s+ini|ttd)\b|"
    r"\b(?:on|from|upon)\s+(?:the\s+date\s+of\s+)?(?:its\s+|the\s+|their\s+)?(?:last\s+|final\s+)?(?:signing|signature)\b|"
    r"\btanggal\s+(?:di\s?tanda\s?tangani\w*|penandatanganan)|\bsetelah\s+ditandatangani\b|\bsejak\s+(?:tanggal|"
    r"hari)\s+(?:dan\s+tanggal\s+)?(?:tersebut\s+di\s+atas|(?:perjanjian|naskah|kesepakatan|nota\s+\w+|kontrak)\s+ini)|"
    # The day of signing by where it stands: `sejak hari dan tanggal yang tertulis pada bagian awal naskah ini`.
    r"\b(?:sejak|mulai|terhitung|dihitung|dari|per)\s+(?:(?:dari|pada|sejak|mulai)\s+)?(?:hari|tanggal)(?:\s*(?:,|dan|serta|/)\s*(?:tanggal|bulan|tahun))*"
    r"\s+(?:(?:yang|sebagaimana|seperti)\s+)?(?:telah\s+)?(?:di|ter)(?:sebut|tulis|cantum|tera|nyata|muat)(?:kan)?\s+(?:pada|di|dalam)\s+"
    r"(?:bagian\s+)?(?:awal|atas|muka|permulaan|pembuka(?:an)?|kepala|komparisi|depan)\b",
    re.I,
)
# `30 hari setelah ditandatangani`, `tanggal 1 bulan berikutnya setelah …`: a day that is not the signing.
AFTER_SIGNING = re.compile(
    r"\b(?:berikut(?:nya)?|(?:sejak|mulai|pada|terhitung)\s+\d{1,3}\s*(?:\([^)]{2,30}\)\s*)?(?:hari|minggu|bulan)(?:\s+(?:kerja|kalender))?)"
    r"\s+(?:setelah|sesudah)\s+(?:(?!dan\b|serta\b)\w+\s+){0,5}?" + _SIGNS,
    re.I,
)
# The first day told from the signing, where its sentence says so: `terhitung tanggal 1 bulan berikutnya setelah …`, `mulai tanggal 1
# Januari tahun berikutnya`, `mulai 30 (tiga puluh) hari setelah …`.
FIRST_OF_NEXT = re.compile(
    r"\b(?:(?:tanggal|hari|tgl)\.?\s+)+(?:0?1|satu|pertama)\b\s*(?:\([^)]{1,12}\)\s*)?(?:(?:pada|dari|di)\s+)?"
    r"(?:bulan|(?P<year>(?:bulan\s+)?Januari\s+(?:pada\s+)?tahun))\s+berikut(?:nya)?\b",
    re.I,
)
DAYS_AFTER = re.compile(
    r"\b(?:sejak|mulai|pada|terhitung)\s+(?P<days>\d{1,3})\s*(?:\([^)]{2,30}\)\s*)?hari(?:\s+kalender)?\s+(?:setelah|sesudah)\s+"
    r"(?:(?!dan\b|serta\b)\w+\s+){0,5}?" + _SIGNS,
    re.I,
)
# Said apart from the term's length, often in the closing article.
IN_FORCE_FROM_SIGNING = re.compile(
    r"\b(?:mulai\s+)?(?:berlaku|mengikat|dijalankan|dipakai)\b[^.;]{0,30}?\b(?:sejak|setelah|saat|pada\s+tanggal|"
    r"terhitung)\b[^.;]{0,40}?\b" + _SIGNS + r"|"
    r"\b(?:enters?|comes?)\s+into\s+(?:force|effect)\b[^.;]{0,40}\bsign|\bfrom\s+the\s+date\s+of\s+(?:its\s+)?sign",
    re.I,
)
FROM = re.compile(
    r"\b(?:sejak|semenjak|mulai|dimulai|bermula|berawal|terhitung|dihitung|per|dari|mulai\s+berlaku|from|commencing\s+on)\b"
    r"(?:\s+(?:mulai|sejak|dari|tanggal|pada|hari|\(?tmt\)?))*\s*$",
    re.I,
)
MONTHS_RUN = re.compile(
    r"\b(?:sejak|mulai|dimulai|terhitung|dari|berlaku|berlangsung|selama|from|:)(?:\s+(?:mulai|sejak|dari|pada|untuk|selama|bulan))*\s*$",
    re.I,
)
UNTIL = re.compile(
    r"\b(?:(?:sampai|hingga)(?:\s+dengan)?|s\.?\s?d\.?|s/d|(?:berakhir|selesai|ditutup|tuntas|habis|gugur|usai|rampung|tidak\s+berlaku\s+lagi\s+(?:sesudah|setelah|sejak))(?:\s+dengan\s+sendirinya|\s+demi\s+(?:waktu|hukum))?(?:\s+pada)?|until|expires?\s+on|"
    r"(?:tutupnya|berakhirnya|habisnya|penutupan|penghujung|ujung)(?:\s+masa(?:\s+(?:jabatan|bakti|kepemimpinan)\b[^.;\d]{0,70}?)?)?|"
    r"(?:sampai|hingga)\b[^.;]{3,70}[,(]\s*(?:ialah|yaitu|yakni))\s*(?:(?:tanggal|hari|"
    r"pada|akhir|bulan)\s*)*(?:tahun(?:\s+anggaran)?\s*)?$",
    re.I,
)
SENTENCE_END = re.compile(
    r"(?<=[a-z)\d])(?<!s\.d)(?<!s\. d)[.;](?=\s|$)(?!\s*d\b)|[\s\"“](?=\(\d\)\s+[A-Z])|(?=\b(?:PASAL|Pasal|ARTICLE)\s+(?:\d+|[IVX]+)\b)|\s(?=[❖•▪➢✓●◦»]\s)"
)
# One of these, in small letters, stands in every sentence that TERM_SENTENCE and FROM_SIGNING match.
_TERM_WORDS = re.compile(
    r"berlaku|jangka|masa|dilaksanakan|mengikat|efektif|berjalan|berlangsung|dimulai|berakhir|selesai|hidup|dipakai|dijalankan|"
    r"dihitung|berumur|berusia|gugur|habis|ditutup|dilanjutkan|diteruskan|disambung|perpanjang|remain|valid|force|effect"
)
_SIGNING_WORDS = re.compile(r"anda|teken|hari|ttd|sign|sejak")


def term_cue(sentence: str) -> re.Match[str] | None:
    """The words by which the sentence states a term: those of TERM_SENTENCE, else those of FROM_SIGNING."""
    small = sentence.lower()
    if _TERM_WORDS.search(small) and (found := TERM_SENTENCE.search(sentence)):
        return found
    return FROM_SIGNING.search(sentence) if _SIGNING_WORDS.search(small) else None
