"""Confidences: they stay in order, within 0 and 1, and only sure values may be confirmed together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.calibration import SHARES, SIGNABLE, calibrated


@given(field=st.sampled_from(sorted(SHARES)), one=st.floats(0, 1), other=st.floats(0, 1))
def test_what_is_surer_stays_surer(field: str, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= calibrated(field, low) <= calibrated(field, high) <= 1


@pytest.mark.parametrize("field", sorted(SHARES))
def test_the_points_cover_every_confidence(field: str) -> None:
    assert SHARES[field][0][0] == 0
    assert SHARES[field][-1][0] == 1


def test_what_was_not_counted_stays_as_it_is() -> None:
    assert calibrated("title", 0.42) == 0.42


def test_a_guessed_party_cannot_be_confirmed_unseen() -> None:
    assert calibrated("parties", 0.6) < SIGNABLE <= calibrated("parties", 0.97)
