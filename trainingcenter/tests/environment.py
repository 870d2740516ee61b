"""A pytest plugin, loaded before the settings: the tests get a data folder of their own and no `.env`."""

import atexit
import os
import shutil
import tempfile

if "TRAINING_CENTER_TESTS" not in os.environ:  # the workers of pytest-xdist inherit it
    folder = tempfile.mkdtemp(prefix="training-center-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in ("ALLOWED_HOSTS", "BIND", "PORT", "HTTPS", "BEHIND_PROXY", "DEBUG", "SYSTEM_PROMPT", "TIME_ZONE"):
        os.environ.pop(name, None)
    os.environ.update(TRAINING_CENTER_TESTS="1", DATA_DIR=folder, READ_DOT_ENV="false")
