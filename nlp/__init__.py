"""Reading and understanding: a file in, an Extraction out.

Two doors: `nlp.readers.read(path) -> Pages` and `nlp.extract.extract(pages) -> Extraction`. Nothing is imported here, so
that naming the package costs nothing.
"""
