"""English for the switch; Indonesian is the source text."""
