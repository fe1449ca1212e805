"""What is kept and found again: the database, the files, the search index. Knows neither Flask nor spaCy."""
