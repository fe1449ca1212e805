"""What the document is: a trained classifier decides, and the marks that rules see weigh in.

Rules alone know the layouts that somebody thought of; of documents by unknown hands the classifier gets more right (figures in
`docs/quality.md`). It lives in `nlp/model/kinds.npz`, written by `make train`.
"""

from functools import cache
from math import exp
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.contract_kind import is_no_cooperation
from nlp.components.kind_features import features
from nlp.components.kind_named import named_kind
from nlp.components.kind_rules import ruled
from nlp.components.report_kind import is_other_paper
from nlp.extraction import Kind
from nlp.facts import Facts
from nlp.log_linear import LogLinear
from nlp.source import Source

KINDS = Path(__file__).parents[1] / "model" / "kinds.npz"
# How many times a kind counts that the rules name: the figures best over families that the classifier had not seen.
_RULES_WEIGH, _NAMED_OTHERWISE_WEIGHS = exp(2.0), exp(3.0)
# Training weighs all kinds alike, but an office uploads few papers that are none of these, and takes them for one at less cost.
_OTHER_WEIGHS = 0.5
_SURE = 0.5
_UNSURE = "Jenis dokumen tidak pasti; periksa jenisnya lebih dahulu."


@Language.factory("kind")
def make_kind(nlp: Language, name: str) -> "KindFinder":
    """The component that sets `facts.kind`."""
    return KindFinder()


class KindFinder:
    def __call__(self, doc: Doc) -> Doc:
        facts: Facts = doc._.facts
        facts.kind, sure = judged(doc._.source)
        if sure < _SURE:
            facts.warnings.append(_UNSURE)
        return doc


def kind_of(source: Source) -> Kind:
    """The kind of the whole document."""
    return judged(source)[0]


def judged(source: Source) -> tuple[Kind, float]:
    """The kind of the whole document and how sure that is, 0 to 1."""
    if not source.text.strip() or is_no_cooperation(source.text):
        return Kind.OTHER, 1.0
    if (named := named_kind(source)) is not None:
        return named, 1.0
    model = _model()
    if model is None:
        return ruled(source) or Kind.OTHER, 1.0
    shares = model.probabilities(features(source))
    shares = weighed(shares, None if _no_rule_can_change(shares, source.text) else ruled(source))
    kind = max(shares, key=shares.__getitem__)
    return Kind(kind), shares[kind]


def _no_rule_can_change(shares: dict[str, float], text: str) -> bool:
    """Whether the classifier is too sure for any rule: they need not be asked, which takes longer than it does."""
    best = max(shares.values())
    if 1 - best > best / _RULES_WEIGH:
        return False
    share, others = best * _OTHER_WEIGHS, 1 - best
    # What the paper names itself is asked only where it matters.
    return share > others * _RULES_WEIGH and (share > others * _NAMED_OTHERWISE_WEIGHS or not is_other_paper(text))


def weighed(shares: dict[str, float], rule: Kind | None) -> dict[str, float]:
    """The classifier's probabilities with the rules' word for one of them."""
    if rule is not None:
        weight = _NAMED_OTHERWISE_WEIGHS if rule is Kind.OTHER else _RULES_WEIGH
        shares = {**shares, rule.value: shares[rule.value] * weight}
    shares = {**shares, Kind.OTHER.value: shares[Kind.OTHER.value] * _OTHER_WEIGHS}
    total = sum(shares.values())
    return {kind: share / total for kind, share in shares.items()}


def decided(shares: dict[str, float], rule: Kind | None) -> Kind:
    shares = weighed(shares, rule)
    return Kind(max(shares, key=shares.__getitem__))


@cache
def _model() -> LogLinear | None:
    return LogLinear.load(KINDS) if KINDS.exists() else None
