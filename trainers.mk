# The trainers in environments of their own, and the tests that read with them what we export. An environment is made
# anew when its list of requirements changes, and only then.

TRAINERS = examples/tests/trainers
# The settings of the product's own tests, and the conftest at the root, want Django, which the trainers do not have.
TRAINER_TESTS = -m pytest -c /dev/null --rootdir . --confcutdir $(TRAINERS) -p no:cacheprovider -q -W ignore::FutureWarning
SAY = echo "Setting up $(@D), once. It has torch in it, so this takes some minutes and about 1.5 GB."
PIP_INSTALL = $(@D)/bin/python -m pip install --quiet --disable-pip-version-check
PINNED_PYTEST = "$$(grep ^pytest== requirements-dev.txt)"

.PHONY: test-trainers
test-trainers: $(VENV)/product .venv-train/installed .venv-llamafactory/installed
	.venv-train/bin/python $(TRAINER_TESTS) $(TRAINERS)/test_datasets.py $(TRAINERS)/test_trl.py $(TRAINERS)/test_chat_models.py
	.venv-llamafactory/bin/python $(TRAINER_TESTS) $(TRAINERS)/test_llamafactory.py

.venv-train/installed: requirements-train.txt
	$(SAY)
	$(PYTHON) -m venv --clear $(@D)
	$(PIP_INSTALL) -r $< $(PINNED_PYTEST)
	touch $@

.venv-llamafactory/installed: $(TRAINERS)/requirements-llamafactory.txt
	$(SAY)
	$(PYTHON) -m venv --clear $(@D)
	$(PIP_INSTALL) -r $< $(PINNED_PYTEST)
	$(PIP_INSTALL) --no-deps llamafactory==0.9.5
	touch $@
