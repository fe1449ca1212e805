# `make help` lists the targets. Everything is installed into .venv; nothing outside this folder is touched, but by system-packages.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
# The folder's content decides, not its date: a second `make setup` with the same requirements does nothing.
RUN_STAMP := .venv/.run-$(shell cat requirements.txt | sha256sum | cut -c1-16)
DEV_STAMP := .venv/.dev-$(shell cat requirements.txt requirements-dev.txt | sha256sum | cut -c1-16)

.DEFAULT_GOAL := help
.PHONY: help setup run demo test check format train evaluate system-packages

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: $(RUN_STAMP) ## Create .venv and install what runs
	@$(BIN)/python -m flask --app wsgi init

run: $(RUN_STAMP) ## Start everything: web server, workers, Redis; Ctrl-C stops it (TILIK_PORT, TILIK_HOST, TILIK_DATA_DIR)
	@exec $(BIN)/python -m service.supervisor

demo: $(RUN_STAMP) ## Fill the system with sample documents of our own
	@$(BIN)/python -m flask --app wsgi demo

test: check ## Run all checks, then all tests
	$(BIN)/python -m pytest -q

check: $(DEV_STAMP) ## Check format, style, types and the direction of imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV_STAMP) ## Format the code and mend what can be mended by itself
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

train: $(DEV_STAMP) ## Train the classifiers from the corpus and write them to nlp/model; MORE=folder of `flask corpus export` adds your own
	$(BIN)/python -m nlp.training $(if $(MORE),--more $(MORE))

evaluate: $(DEV_STAMP) ## Measure what the extraction finds
	$(BIN)/python -m nlp.corpus.evaluate --misses --json docs/quality.json

system-packages: ## Install helpful system programs with apt (see system-packages.txt)
	@set -euo pipefail; packages=$$(sed -E 's/#.*//; /^[[:space:]]*$$/d' system-packages.txt | awk '{print $$1}'); \
	root=""; [ "$$(id -u)" = 0 ] || root="sudo"; \
	$$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends $$packages

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it: make PYTHON=python3.12 …")'
	@# Debian keeps venv in a package of its own, and leaves half a folder when that is missing.
	$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Install python3-venv with apt, then repeat."; exit 1; }

$(RUN_STAMP): .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(DEV_STAMP): $(RUN_STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
