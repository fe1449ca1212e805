"""Labelled documents, and the measuring of extractions against them.

`dev/` and `train/` may be looked at while rules are written; `test/` is frozen. Each folder holds documents in real formats and a
`gold.json`: a list of `{"file", "gold", "must_not", "also_ok", "accept"}`. `kinds/` holds short papers of which only the kind is labelled (`kinds.tsv`): they train the classifier
of kinds and are not evaluated.
"""
