import pytest


@pytest.fixture(autouse=True)
def place(settings, tmp_path):
    """Snapshots of a test lie in a folder of its own."""
    settings.DATA_DIR = tmp_path
