# make run    a demo server on http://127.0.0.1:8069, from nothing
# make test   every test, on the embedded PostgreSQL and on a system PostgreSQL 15 where one is installed
# make lint   style, types, and which room may import which
# make bench  the measures, written to bench/RESULTS.md
# make docs   the guides as HTML with pictures of the program, in docs/build (make screenshots takes only the pictures)
# make compat public addons from the package index, installed and tested unmodified (ADDONS="odoo-addon-x …" for others)

SHELL := /bin/sh
BASE_PYTHON ?= python3
PYTHON := .venv/bin/python
DATABASE ?= demo
PORT ?= 8069
# Every addon of this repository that can be installed.
APPS ?= all
WORKERS ?= 0
TEST_PROCESSES ?= auto
PYTEST_ARGS ?=

# Compiled files are what makes the second start quick.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: docs screenshots help python-version install install-dev run test test-embedded test-system lint bench compat clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

python-version:
	@$(BASE_PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "Python 3.11 or newer is needed. On Debian: apt install python3"; exit 1; }

install: python-version
	@$(BASE_PYTHON) config/bootstrap.py

install-dev: python-version
	@$(BASE_PYTHON) config/bootstrap.py --dev

run: install
	@$(PYTHON) odoo-bin.py demo -d $(DATABASE) -i $(APPS) -p $(PORT) --workers $(WORKERS) --country VN --load-language vi_VN

test: install-dev test-embedded test-system

test-embedded:
	$(PYTHON) -m pytest -n $(TEST_PROCESSES) --dist loadscope $(PYTEST_ARGS)

# The kernel and the scenarios again on the PostgreSQL of the system, when there is one.
test-system:
	@if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then \
	  SEN_TEST_POSTGRES=system $(PYTHON) -m pytest -n $(TEST_PROCESSES) --dist loadscope -m both_servers $(PYTEST_ARGS) tests; \
	else echo "No system PostgreSQL found (apt install postgresql): its part of the tests is skipped."; fi

lint: install-dev
	$(PYTHON) -m ruff check .
	.venv/bin/lint-imports --no-cache
	$(PYTHON) -m mypy

bench: install-dev
	$(PYTHON) -m bench

compat: install-dev
	$(PYTHON) tests/compat/public_addons.py $(ADDONS)

screenshots: install-dev
	$(PYTHON) docs/screenshots.py $(PICTURES)

docs: screenshots
	$(PYTHON) docs/build.py

clean:
	rm -rf .venv node_modules
	find . -name __pycache__ -prune -exec rm -rf {} +
