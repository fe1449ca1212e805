"""The classifier asked with words gives what spaCy gives for documents of these words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.pipeline import TextCategorizer
from spacy.tokens import Doc

from nlp.bag_of_words import probabilities
from nlp.components.proposals import load

TRAINED = load("proposals")
WORDS = ["agar", "susun", "@place=item", "@opened", "terima", "kasih", "menyusun", "ünïcode"]


@pytest.mark.skipif(TRAINED is None, reason="nothing is trained yet")
@given(bags=st.lists(st.lists(st.sampled_from(WORDS), min_size=1), min_size=1, max_size=6))
def test_words_give_the_same_as_documents(bags: list[list[str]]) -> None:
    assert TRAINED is not None
    textcat = TRAINED.get_pipe("textcat")
    assert isinstance(textcat, TextCategorizer)
    wanted = textcat.predict([Doc(TRAINED.vocab, words=bag) for bag in bags])
    assert probabilities(textcat, bags).tolist() == [pytest.approx(row, abs=1e-6) for row in wanted.tolist()]


@pytest.mark.skipif(TRAINED is None, reason="nothing is trained yet")
def test_the_vocabulary_does_not_grow() -> None:
    assert TRAINED is not None
    textcat = TRAINED.get_pipe("textcat")
    assert isinstance(textcat, TextCategorizer)
    before = len(TRAINED.vocab.strings)
    probabilities(textcat, [["sebuah", "kata", "yang", "belum", "pernah", "dibaca"]])
    assert len(TRAINED.vocab.strings) == before
