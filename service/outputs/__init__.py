"""What leaves the house, one form a file: rows in, bytes out."""
