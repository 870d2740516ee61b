import pytest


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Each test keeps its documents in a folder of its own."""
    settings.DOCUMENTS_DIR = tmp_path / "documents"
    settings.DOCUMENTS_DIR.mkdir()
