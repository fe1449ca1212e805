from hypothesis import given
from hypothesis import strategies as st

from nlp.pages import BlockKind, Box, PageBuilder, Pages, page_of_text
from nlp.source import Source
from nlp.unicode import clean


@given(st.lists(st.text(max_size=40), max_size=8))
def test_every_block_is_the_slice_that_its_offsets_name(texts: list[str]) -> None:
    builder = PageBuilder(1)
    for text in texts:
        builder.add(text)
    page = builder.build()
    kept = [clean(text).strip() for text in texts if clean(text).strip()]
    assert [page.text[block.start : block.end] for block in page.blocks] == kept


def test_a_slice_leads_to_the_boxes_of_its_words() -> None:
    builder = PageBuilder(1)
    builder.add("Kepala dinas")
    first, second = Box(10, 10, 40, 20), Box(45, 10, 70, 20)
    builder.add(
        "Menyusun SOP", BlockKind.LIST_ITEM, words=[(0, 8, 10, 10, 40, 20, None), (9, 12, 45, 10, 70, 20, None)]
    )
    page = builder.build()
    start = page.text.index("SOP")
    assert page.boxes(start, start + 3) == (second,)
    assert page.boxes(start - 9, start + 3) == (first, second)


@given(st.text(st.characters(), max_size=200))
def test_clean_text_is_utf8_without_controls_and_clean_again_is_the_same(text: str) -> None:
    once = clean(text)
    once.encode("utf-8")
    assert "\x00" not in once
    assert clean(once) == once


@given(st.lists(st.text(alphabet="ab c\n", max_size=30), min_size=1, max_size=5), st.data())
def test_evidence_equals_its_slice_on_its_page(texts: list[str], data: st.DataObject) -> None:
    pages = Pages("a.txt", "0" * 64, "txt", tuple(page_of_text(n, text) for n, text in enumerate(texts, 1)))
    source = Source(pages)
    start = data.draw(st.integers(0, len(source.text)))
    end = data.draw(st.integers(start, len(source.text)))
    if not source.text[start:end].strip():
        return
    evidence = source.evidence(start, end)
    assert pages.pages[evidence.page - 1].text[evidence.start : evidence.end] == evidence.quote
    assert evidence.quote in source.text[start:end]
