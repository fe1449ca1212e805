"""The pipeline's components, one a file, registered by their factories."""
