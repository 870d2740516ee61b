# The trainers' own environments, and the tests that read what we export with the trainers themselves. The Makefile
# includes this. An environment is made again when its list of requirements changes, and only then.

TRAINERS = examples/tests/trainers
PYTEST = $(shell grep ^pytest== requirements-dev.txt)
# Settings and conftest of the product's own tests want Django, which no trainer has.
TRAINER_TESTS = -m pytest -c /dev/null --rootdir . --confcutdir $(TRAINERS) -p no:cacheprovider -q
NEW_ENVIRONMENT = python3 -m venv --clear $(@D) && $(@D)/bin/pip install --quiet --disable-pip-version-check

.venv-train/.installed: requirements-train.txt
	$(NEW_ENVIRONMENT) -r requirements-train.txt $(PYTEST)
	touch $@

.venv-llamafactory/.installed: $(TRAINERS)/requirements-llamafactory.txt
	$(NEW_ENVIRONMENT) -r $(TRAINERS)/requirements-llamafactory.txt $(PYTEST)
	$(@D)/bin/pip install --quiet --disable-pip-version-check --no-deps llamafactory==0.9.5
	touch $@

.PHONY: test-trainers
test-trainers: .venv-train/.installed .venv-llamafactory/.installed
	.venv-train/bin/python $(TRAINER_TESTS) $(TRAINERS)/test_datasets.py $(TRAINERS)/test_trl.py
	.venv-llamafactory/bin/python $(TRAINER_TESTS) $(TRAINERS)/test_llamafactory.py
