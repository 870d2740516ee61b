"""A pytest plugin, loaded before the settings: each process of tests gets a data folder of its own, and no `.env`.

One folder for all would be one `import.lock` for all, while each has a database of its own: whatever waits until no import
runs would then depend on what the tests in the other process do at that moment.
"""

import atexit
import os
import shutil
import tempfile

if "TRAINING_CENTER_TESTS" not in os.environ:  # the workers of pytest-xdist inherit it, and make theirs in it
    folder = tempfile.mkdtemp(prefix="training-center-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in ("ALLOWED_HOSTS", "BIND", "PORT", "HTTPS", "BEHIND_PROXY", "DEBUG", "SYSTEM_PROMPT", "TIME_ZONE"):
        os.environ.pop(name, None)
    os.environ.update(TRAINING_CENTER_TESTS="1", DATA_DIR=folder, READ_DOT_ENV="false")
elif "PYTEST_XDIST_WORKER" in os.environ:
    own = os.path.join(os.environ["DATA_DIR"], os.environ["PYTEST_XDIST_WORKER"])
    os.makedirs(own, mode=0o700, exist_ok=True)
    os.environ["DATA_DIR"] = own
