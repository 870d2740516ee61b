"""Every JSON export, read by the `datasets` library as a trainer reads it."""

import pytest
from datasets import load_dataset

from .samples import CONVERSATIONS, ROWS, TOOL_CALLS


def filled_in(value):
    """Return a value without the empty fields that `datasets` writes where one row has a key and another has not."""
    if isinstance(value, dict):
        return {key: filled_in(inner) for key, inner in value.items() if inner is not None}
    return [filled_in(inner) for inner in value] if isinstance(value, list) else value


@pytest.fixture
def load(export, tmp_path):
    def rows_and_examples(format, name):
        path, examples = export(format, name)
        return load_dataset("json", data_files=str(path), split="train", cache_dir=str(tmp_path)), examples

    return rows_and_examples


@pytest.mark.parametrize("name", CONVERSATIONS)
@pytest.mark.parametrize("format", ROWS)
def test_it_loads_each_row_with_the_texts_as_they_were(load, format, name):
    rows, examples = load(format, name)
    assert [filled_in(row) for row in rows] == [ROWS[format](example) for example in examples]


@pytest.mark.parametrize("name", TOOL_CALLS)
@pytest.mark.parametrize("format", [format for format in ROWS if format != "alpaca"])
def test_it_loads_each_tool_call_and_result_as_it_was(load, format, name):
    rows, examples = load(format, name)
    assert [filled_in(row) for row in rows] == [ROWS[format](example) for example in examples]
