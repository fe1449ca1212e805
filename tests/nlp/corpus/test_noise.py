import random

from nlp.corpus.noise import damaged, noisy
from nlp.pages import BlockKind, PageBuilder, Pages

TEXT = "Nota Kesepahaman ditandatangani pada tanggal 10 Januari 2021 di SURABAYA oleh penyelenggara pemerintahan " * 20


def document() -> Pages:
    builder = PageBuilder(1)
    builder.add("REKOMENDASI", BlockKind.HEADING, level=1)
    builder.add(TEXT, BlockKind.LIST_ITEM, mark="•", level=1)
    return Pages("nota.txt", "0" * 64, "txt", (builder.build(),))


def test_the_same_seed_damages_the_same_words() -> None:
    assert noisy(document(), share=0.2) == noisy(document(), share=0.2)
    assert noisy(document(), share=0.2) != noisy(document(), share=0.2, seed=1)


def test_blocks_stay_and_their_offsets_lead_to_their_text() -> None:
    (page,) = noisy(document(), share=0.3).pages
    assert [block.kind for block in page.blocks] == [BlockKind.HEADING, BlockKind.LIST_ITEM]
    assert all(page.text[block.start : block.end].strip() for block in page.blocks)


def test_every_kind_of_damage_occurs() -> None:
    text = damaged(TEXT, random.Random(3), 0.5)
    assert "2O2l" not in text, "one letter a number"
    assert "2O21" in text or "202l" in text
    assert "S U R A B A Y A" in text
    assert damaged(TEXT, random.Random(3), 0) == TEXT
