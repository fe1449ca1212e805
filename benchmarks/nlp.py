"""Words per second of `extract`, one core, beside a plain spaCy pipeline with a CNN `ner` in the same run; and its memory.

    python benchmarks/nlp.py [--quick]

The peer is `spacy.blank("id")` with an `ner` on HashEmbedCNN of width 96 and depth 4, the architecture of spaCy's small
models, untrained: its speed does not depend on its weights. Each document is measured once, after a warm-up on others, so that
nothing is remembered of it; the two take turns every few documents, so that a busy machine slows both alike. The last line is
JSON: `extract_over_cnn_ner` (ratio of words per second, above 1 means faster), `rss_500_over_20` and what they rest on.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("OMP_NUM_THREADS", "1")

import spacy  # noqa: E402
from spacy.language import Language  # noqa: E402

from nlp import pipeline  # noqa: E402
from nlp.extract import extract  # noqa: E402
from nlp.pages import Pages  # noqa: E402
from nlp.readers import read  # noqa: E402

PEER = {
    "model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {
            "@architectures": "spacy.HashEmbedCNN.v2",
            "pretrained_vectors": None,
            "width": 96,
            "depth": 4,
            "embed_size": 2000,
            "window_size": 1,
            "maxout_pieces": 3,
            "subword_features": True,
        },
    }
}
WARM_UP_EVERY = 5  # one document in so many warms both up and is not measured
TURN = 8  # documents


def corpus(*, quick: bool) -> list[Pages]:
    """The labelled documents that are quick to read; with `quick` every third one."""
    folder = ROOT / "nlp" / "corpus"
    suffixes = {".docx", ".pptx", ".txt", ".html"}
    # Two folders deep: not the short papers of `kinds`.
    names = [path for path in sorted(folder.glob("*/*/*")) if path.suffix in suffixes]
    return [read(path) for path in names[:: 3 if quick else 1]]


def peer() -> Language:
    plain = spacy.blank("id")
    ner = plain.add_pipe("ner", config=PEER)
    for label in ("PER", "ORG", "LOC", "DATE"):
        ner.add_label(label)  # type: ignore[attr-defined]
    plain.initialize()
    return plain


def text_of(pages: Pages) -> str:
    return "\n".join(page.text for page in pages.pages)


def take_turns(documents: Sequence[Pages], plain: Language) -> tuple[float, float]:
    """Seconds of processor time that `extract` and the peer take for the documents, each seen once by both."""
    ours = theirs = 0.0
    for first in range(0, len(documents), TURN):
        turn = documents[first : first + TURN]
        texts = [text_of(pages) for pages in turn]
        began = time.process_time()
        for pages in turn:
            extract(pages)
        ours += time.process_time() - began
        began = time.process_time()
        for _doc in plain.pipe(texts):
            pass
        theirs += time.process_time() - began
    return ours, theirs


def rss_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def growth(documents: Sequence[Pages], total: int) -> float:
    """Resident memory after `total` documents over that after 20."""
    after_20 = 0
    for done in range(total):
        extract(documents[done % len(documents)])
        if done == 19:
            after_20 = rss_bytes()
    return rss_bytes() / after_20


def growth_of_a_fresh_process(*, quick: bool) -> float:
    """As `growth`, of a process that has neither the peer nor the speed's documents in its memory."""
    command = [sys.executable, __file__, "--growth", *(["--quick"] if quick else [])]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a third of the documents, done in 50 s")
    parser.add_argument("--growth", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    documents = corpus(quick=chosen.quick)
    if chosen.growth:
        print(growth(documents, 150 if chosen.quick else 500))
        return
    began = time.process_time()
    pipeline.build()
    build_s = time.process_time() - began
    plain = peer()
    take_turns(documents[::WARM_UP_EVERY], plain)
    measured = [pages for number, pages in enumerate(documents) if number % WARM_UP_EVERY]
    ours, theirs = take_turns(measured, plain)
    words = sum(len(text_of(pages).split()) for pages in measured)
    figures = {
        "words": words,
        "ours_words_per_s": round(words / ours),
        "cnn_ner_words_per_s": round(words / theirs),
        "extract_over_cnn_ner": round(theirs / ours, 2),
        "rss_500_over_20": round(growth_of_a_fresh_process(quick=chosen.quick), 3),
        "documents": len(documents),
        "build_s": round(build_s, 2),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
