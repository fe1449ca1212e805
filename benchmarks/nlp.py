"""Words per second of `extract`, one core, beside a plain spaCy pipeline with a CNN `ner` in the same run; and its memory.

    python benchmarks/nlp.py [--quick]

The peer is `spacy.blank("id")` with an `ner` on HashEmbedCNN of width 96 and depth 4, the architecture of spaCy's small
models, untrained: its speed does not depend on its weights. The last line is JSON: `extract_over_cnn_ner` (ratio of words per
second, above 1 means faster) and `rss_500_over_20`.
"""

import argparse
import json
import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("OMP_NUM_THREADS", "1")

import spacy  # noqa: E402
from spacy.language import Language  # noqa: E402

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


def corpus() -> list[Pages]:
    folder = ROOT / "nlp" / "corpus"
    names = [path for path in sorted(folder.rglob("*")) if path.suffix in {".docx", ".pptx", ".txt", ".html"}]
    return [read(path) for path in names]


def peer() -> Language:
    pipeline = spacy.blank("id")
    ner = pipeline.add_pipe("ner", config=PEER)
    for label in ("PER", "ORG", "LOC", "DATE"):
        ner.add_label(label)  # type: ignore[attr-defined]
    pipeline.initialize()
    return pipeline


def rss_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer documents and rounds, done in 50 s")
    quick = parser.parse_args().quick
    documents = corpus()
    texts = ["\n".join(page.text for page in pages.pages) for pages in documents]
    words = sum(len(text.split()) for text in texts)
    pipeline = peer()
    extract(documents[0])
    ours, theirs = [], []
    for _ in range(2 if quick else 5):
        began = time.process_time()
        for pages in documents:
            extract(pages)
        ours.append(words / (time.process_time() - began))
        began = time.process_time()
        for _doc in pipeline.pipe(texts):
            pass
        theirs.append(words / (time.process_time() - began))
    rss_20, done = 0, 0
    total = 100 if quick else 500
    while done < total:
        for pages in documents:
            extract(pages)
            done += 1
            if done == 20:
                rss_20 = rss_bytes()
            if done >= total:
                break
    figures = {
        "words": words,
        "ours_words_per_s": round(statistics.median(ours)),
        "cnn_ner_words_per_s": round(statistics.median(theirs)),
        "extract_over_cnn_ner": round(statistics.median(a / b for a, b in zip(ours, theirs, strict=True)), 2),
        "rss_500_over_20": round(rss_bytes() / rss_20, 3),
        "documents": total,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
