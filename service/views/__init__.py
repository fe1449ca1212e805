"""One blueprint a user task."""
