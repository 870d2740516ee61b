# The two commands: `make run` and `make test`. Each sets up what it needs and nothing more.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test bench bench-checks weights lint messages screenshots clean
.SILENT:

run: $(VENV)/product
	exec $(BIN)/python manage.py serve

test: $(VENV)/developer
	$(BIN)/python -m pytest $(TESTS)

bench: $(VENV)/developer
	$(BIN)/python -m benchmarks $(BENCH)

# How often the checks are right on labelled rows, and how quick they are.
bench-checks: $(VENV)/developer
	$(BIN)/python -m benchmarks.checks

# What the checks learned from labelled rows, made anew of these.
weights: $(VENV)/developer
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-learning.txt
	$(BIN)/python -m benchmarks.learning

lint: $(VENV)/developer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	git ls-files 'templates/*.html' | xargs $(BIN)/djade --check --target-version 5.2

$(VENV)/python:
	[ -n "$(PYTHON)" ] || { echo "Python 3.11 is needed. Install it and run this again."; exit 1; }
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Set PYTHON=… to one."; exit 1; }
	echo "Setting up, once. This takes about a minute."
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "The virtual environment could not be made. On Debian: apt-get install python3-venv"; exit 1; }
	touch $@

$(VENV)/product: $(VENV)/python requirements.txt
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/developer: $(VENV)/product requirements-dev.txt requirements-postgres.txt
	echo "Setting up for tests, once."
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

# The texts of the pages into the catalogs of locale/, and these into what the product reads. Needs GNU gettext.
messages: $(VENV)/developer
	$(BIN)/python manage.py makemessages -l de -l es -l fr --ignore '.venv*' --ignore '*/tests/*' --ignore benchmarks --ignore data --no-location --no-wrap
	$(BIN)/python manage.py compilemessages --ignore '.venv*' --verbosity 0

screenshots: $(VENV)/developer
	$(BIN)/python docs/images/make.py

clean:
	rm -rf $(VENV) .venv-* .pytest_cache .ruff_cache .hypothesis

-include trainers.mk
