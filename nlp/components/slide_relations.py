"""Which box of a slide belongs to which, by where they stand: the one relation that fits all of them best."""

from collections.abc import Callable, Sequence

from nlp.components.slide_shapes import Shape
from nlp.pages import Box

_NEAR = 40.0  # points between an action and what stands on the same card
_OVERLAP = 0.5  # of the narrower of two boxes one above the other
_COVERED = 0.5  # share of the actions that a relation must reach

Relation = Callable[[Box, Box], float | None]


def pairs(shapes: Sequence[Shape], sayers: Sequence[Shape]) -> list[tuple[Shape, Shape]]:
    """Each box with the one that says who or when, by the relation that fits the slide best."""
    if not sayers:
        return []
    acting = [shape for shape in shapes if shape.acts]
    scores = [(score, relation) for relation in _RELATIONS if (score := _score(acting, sayers, relation)) is not None]
    if not scores and _score(acting, sayers, _over_or_under) is not None:
        scores = [((0.0, 0.0), _over_or_under)]
    if not scores:
        return []
    _, best = max(scores, key=lambda scored: scored[0])
    targets = [shape for shape in shapes if shape.said == (None, None)]
    found = ((shape, _nearest(shape, sayers, best)) for shape in targets)
    return [(shape, sayer[0]) for shape, sayer in found if sayer is not None]


def _score(acting: Sequence[Shape], sayers: Sequence[Shape], relation: Relation) -> tuple[float, float] | None:
    """The share of the actions reached and how near (negative); None where the relation does not fit."""
    found = [near for shape in acting if (near := _nearest(shape, sayers, relation)) is not None]
    if {id(sayer) for sayer, _ in found} != {id(sayer) for sayer in sayers}:
        return None
    share = len(found) / len(acting)
    gaps = [gap for _, gap in found]
    same_card = relation in (_inside, _below, _right) and max(gaps) <= _NEAR
    if (share < _COVERED or len(sayers) < 2) and not same_card:
        return None
    return share, -sum(gaps) / len(gaps)


def _nearest(shape: Shape, sayers: Sequence[Shape], relation: Relation) -> tuple[Shape, float] | None:
    """The box in that direction that stands nearest, and how far."""
    gaps = [(gap, place) for place, sayer in enumerate(sayers) if (gap := relation(shape.box, sayer.box)) is not None]
    if not gaps:
        return None
    gap, place = min(gaps)
    return sayers[place], gap


def _share(low: float, high: float, other_low: float, other_high: float) -> float:
    """How much of the narrower of two stretches lies in the other."""
    narrower = min(high - low, other_high - other_low)
    return (min(high, other_high) - max(low, other_low)) / narrower if narrower > 0 else 0.0


def _below(action: Box, said: Box) -> float | None:
    if said.top < action.top + (action.bottom - action.top) / 2:
        return None
    same = _share(action.left, action.right, said.left, said.right) >= _OVERLAP
    return max(0.0, said.top - action.bottom) if same else None


def _above(action: Box, said: Box) -> float | None:
    return _below(said, action)


def _right(action: Box, said: Box) -> float | None:
    if said.left < action.left + (action.right - action.left) / 2:
        return None
    same = _share(action.top, action.bottom, said.top, said.bottom) >= _OVERLAP
    return max(0.0, said.left - action.right) if same else None


def _left(action: Box, said: Box) -> float | None:
    return _right(said, action)


def _inside(action: Box, said: Box) -> float | None:
    middle, height = (said.left + said.right) / 2, (said.top + said.bottom) / 2
    return 0.0 if action.left <= middle <= action.right and action.top <= height <= action.bottom else None


def _over_or_under(action: Box, said: Box) -> float | None:
    """A timeline whose actions stand over and under its times in turn."""
    gaps = [gap for gap in (_above(action, said), _below(action, said)) if gap is not None]
    return min(gaps, default=None)


_RELATIONS: tuple[Relation, ...] = (_inside, _below, _right, _above, _left)
