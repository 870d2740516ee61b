# The trainers in environments of their own, and the tests that read with them what we export and hand over. An
# environment is made anew when its list of requirements changes, and only then.

TRAINERS = examples/tests/trainers
BUNDLES = tuning/tests/trainers
# The settings of the product's own tests, and the conftest at the root, want Django, which the trainers do not have.
TRAINER_TESTS = -m pytest -c /dev/null --rootdir . -p no:cacheprovider -q -W ignore::FutureWarning
SAY = echo "Setting up $(@D), once. It has torch in it, so this takes some minutes and about 1.5 GB."
PIP_INSTALL = $(@D)/bin/python -m pip install --quiet --disable-pip-version-check
PINNED_PYTEST = "$$(grep ^pytest== requirements-dev.txt)"

.PHONY: test-trainers
test-trainers: $(VENV)/product .venv-train/installed .venv-llamafactory/installed
	.venv-train/bin/python $(TRAINER_TESTS) --confcutdir $(TRAINERS) $(TRAINERS)/test_datasets.py $(TRAINERS)/test_trl.py
	.venv-llamafactory/bin/python $(TRAINER_TESTS) --confcutdir $(TRAINERS) $(TRAINERS)/test_llamafactory.py
	.venv-train/bin/python $(TRAINER_TESTS) --confcutdir $(BUNDLES) $(BUNDLES) --ignore $(BUNDLES)/test_llamafactory_bundle.py
	.venv-llamafactory/bin/python $(TRAINER_TESTS) --confcutdir $(BUNDLES) $(BUNDLES)/test_llamafactory_bundle.py

# torch first and by name, so that pip takes the build for processors where it is offered one. axolotl pins other releases
# of nearly everything; of it only the reader of data is needed, and where it cannot be had its tests are skipped.
.venv-train/installed: requirements-train.txt $(BUNDLES)/requirements.txt
	$(SAY)
	$(PYTHON) -m venv --clear $(@D)
	$(PIP_INSTALL) "$$(grep ^torch== requirements-train.txt)"
	$(PIP_INSTALL) -r $< -r $(BUNDLES)/requirements.txt $(PINNED_PYTEST)
	$(PIP_INSTALL) --no-deps axolotl==0.19.0 || echo "axolotl is not to be had here. The tests that need it are skipped."
	touch $@

.venv-llamafactory/installed: $(TRAINERS)/requirements-llamafactory.txt
	$(SAY)
	$(PYTHON) -m venv --clear $(@D)
	$(PIP_INSTALL) -r $< $(PINNED_PYTEST)
	$(PIP_INSTALL) --no-deps llamafactory==0.9.5
	touch $@
