"""The notebook for Colab, run from top to bottom in a folder where its bundle lies unpacked."""

import os

import nbclient
import nbformat
import pytest


@pytest.fixture(scope="module")
def folder(unzip, model):
    return unzip("colab", model=model, epochs=1)


def test_it_runs_from_top_to_bottom(folder, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    notebook = nbformat.read(folder / "training-center.ipynb", as_version=4)
    nbformat.validate(notebook)
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    said = "".join(output.get("text", "") for cell in notebook.cells for output in cell.get("outputs", ()))
    assert "no graphics card" in said and "Finished." in said
    assert os.path.getsize(folder / "adapter.zip") > 1000


def test_it_stops_where_the_data_are_not_the_snapshots(folder):
    with open(folder / "train.jsonl", "a") as file:
        file.write("\n")
    notebook = nbformat.read(folder / "training-center.ipynb", as_version=4)
    client = nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}})
    with pytest.raises(nbclient.exceptions.CellExecutionError, match="ended with 1"):
        client.execute()
