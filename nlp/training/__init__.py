"""Training of the parts of the pipeline that learn: `make train`."""
