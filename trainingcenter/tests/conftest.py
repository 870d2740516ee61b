import pytest

from trainingcenter.tests.servers import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The product in open mode, as it comes, for all tests of a module."""
    with Server(tmp_path_factory.mktemp("open")) as running:
        yield running
