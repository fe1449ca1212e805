"""Offsets lead from any slice of a page's text to the boxes of its words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from nlp.pages import Box, Page, PageBuilder, Placed, Words
from nlp.unicode import clean
from tests.nlp.readers.blocks import drawn

_WORD = st.text(st.characters(codec="latin-1", categories=["L", "N"]), min_size=1, max_size=12).filter(
    lambda text: clean(text) == text
)


def _placed(draw_from: list[tuple[int, int]]) -> list[Placed]:
    at = 0
    found: list[Placed] = []
    for gap, length in draw_from:
        start = at + gap
        found.append((start, start + length, start * 2.0, 10.0, (start + length) * 2.0, 20.0, None if gap else 0.5))
        at = start + length
    return found


_SPANS = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 9)), max_size=30).map(_placed)


@given(_SPANS, st.integers(-2, 300), st.integers(1, 60))
def test_a_slice_touches_the_words_that_share_a_letter_with_it(spans: list[Placed], start: int, length: int) -> None:
    end = start + length
    expected = [span[:2] for span in spans if span[0] < end and span[1] > start]
    assert [(word.start, word.end) for word in Words(spans).touching(start, end)] == expected


@given(_SPANS)
def test_words_kept_as_numbers_come_back_as_they_were(spans: list[Placed]) -> None:
    words = Words(spans)
    assert [(w.start, w.end, w.box, w.confidence) for w in words] == [
        (start, end, Box(left, top, right, bottom), confidence)
        for start, end, left, top, right, bottom, confidence in spans
    ]
    assert list(words.rows()) == spans
    assert words == Words(spans)
    assert words[len(words) :] == ()


def test_places_off_the_page_and_of_no_number_do_not_spoil_the_others() -> None:
    words = Words([(0, 1, 10.25, 20.0, 30.0, 40.0, None)])
    words.extend(2, [(0, 1, -5.0, float("nan"), float("inf"), 9_000.0, None)])
    words.extend(4, [(0, 1, 1.0, 2.0, 3.0, 4.0, None)])
    assert words[0].box == Box(10.3, 20.0, 30.0, 40.0)
    assert words[2].box == Box(1.0, 2.0, 3.0, 4.0)
    assert words[1].box == Box(-5.0, 0.0, 100_000_000.0, 9_000.0)


def test_offsets_beyond_two_bytes_are_kept() -> None:
    words = Words([(0, 1, 1.0, 1.0, 2.0, 2.0, None)])
    words.extend(70_000, [(0, 4, 1.0, 1.0, 2.0, 2.0, 0.25)])
    assert [(word.start, word.end, word.confidence) for word in words] == [(0, 1, None), (70_000, 70_004, 0.25)]


@given(st.lists(_SPANS, max_size=5))
def test_words_of_later_blocks_count_from_the_pages_beginning(blocks: list[list[Placed]]) -> None:
    builder = PageBuilder(1)
    for spans in blocks:
        builder.add("x" * max(1, max((span[1] for span in spans), default=1)), words=spans)
    page = builder.build()
    for block, spans in zip(page.blocks, blocks, strict=True):
        inside = [word for word in page.words if block.start <= word.start < block.end]
        assert [(word.start - block.start, word.end - block.start) for word in inside] == [span[:2] for span in spans]


@settings(max_examples=25)
@given(rows=st.lists(st.lists(_WORD, min_size=1, max_size=6), min_size=1, max_size=8))
def test_every_word_of_a_pdf_is_its_slice_and_stands_where_it_was_drawn(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("tempat") / "kata.pdf"
    places: dict[str, float] = {}

    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(rows):
            for column, word in enumerate(row):
                canvas.drawString(50 + 85 * column, 780 - 40 * number, f"a{number}x{column}{word}"[:8])
                places[f"a{number}x{column}{word}"[:8]] = 842 - (780 - 40 * number)

    (page,) = drawn(path, draw).pages
    found = {page.text[word.start : word.end]: word.box for word in page.words}
    assert set(found) == set(places)
    for text, box in found.items():
        assert box.top < places[text] < box.bottom + 1
    _whole(page)


def _whole(page: Page) -> None:
    """All letters belong to a word, and all words to a block."""
    covered = set[int]()
    for word in page.words:
        covered.update(range(word.start, word.end))
        assert any(block.start <= word.start and word.end <= block.end for block in page.blocks)
    assert [index for index, letter in enumerate(page.text) if not letter.isspace() and index not in covered] == []
