"""The document as one text and the way back."""

from nlp.pages import BlockKind, Page, PageBuilder, Pages
from nlp.source import PAGE_BREAK, Flat, Source


def pages(*texts: str) -> Pages:
    built = []
    for number, text in enumerate(texts, 1):
        builder = PageBuilder(number)
        for line in text.split("\n"):
            builder.add(line, BlockKind.RUNNING if line.startswith("Halaman") else BlockKind.PARAGRAPH)
        built.append(builder.build())
    return Pages("uji.docx", "0" * 64, "docx", tuple(built))


def test_flat_joins_over_page_and_running_head() -> None:
    source = Source(pages("satu dua\nHalaman 1", "tiga"))
    assert source.flat.text == "satu dua tiga"
    start, end = source.flat.span(5, 13)
    assert source.text[start:end] == "dua\nHalaman 1" + PAGE_BREAK + "tiga"
    assert source.flat.place(source.text.index("tiga")) == 9


def test_flat_of_nothing() -> None:
    assert Flat("", ()).text == ""


def test_evidence_keeps_the_longer_page() -> None:
    source = Source(pages("ab", "cdefgh"))
    evidence = source.evidence(1, len(source.text))
    assert (evidence.page, evidence.quote) == (2, "cdefgh")


def test_lines_leave_running_heads_out() -> None:
    source = Source(pages("satu\nHalaman 1 dari 2\ndua"))
    assert [source.text[start:end] for start, end in source.lines] == ["satu", "dua"]


def test_specks_of_ocr_are_left_out() -> None:
    page = Page(1, "tahun dua\n:\nribu\n_", source="ocr")
    assert Source(Pages("a", "0" * 64, "image", (page,))).flat.text == "tahun dua ribu"


def test_a_word_parted_at_a_line_end_is_whole_in_the_flat_text():
    assert Flat("yang ber-\ntandatangan masing-\nmasing | Soekarno-\nHatta").text == (
        "yang bertandatangan masing-masing Soekarno- Hatta"
    )
