# Kept short; grows with the house.
.PHONY: setup test
setup:
	test -x .venv/bin/python || python3 -m venv .venv
	.venv/bin/pip install -q -r requirements-dev.txt
test: setup
	.venv/bin/python -m pytest -q tests
