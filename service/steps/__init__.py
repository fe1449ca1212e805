"""What happens, in order: plain functions that know neither Flask nor RQ."""
