"""Alpaca, chat and ShareGPT exports, read by LLaMA-Factory's own loader and trained on by its own command."""

import json
import os
import shutil
import sys
from functools import cache
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from pathlib import Path

import pytest

from .samples import CONVERSATIONS, TOOL_CALLS
from .tiny import chatml, make_model, make_tokenizer, read_text, trained_texts

# LLaMA-Factory imports torchaudio for sound, of which there is none here, and the build of it that pip takes does not
# load beside a torch without CUDA. An empty module is enough for text.
sys.modules.setdefault("torchaudio", module_from_spec(ModuleSpec("torchaudio", None)))

os.environ["LLAMAFACTORY_VERBOSITY"] = "WARN"

# The entry of dataset_info.json that goes with each export. Without it system, history and context are dropped.
ENTRIES = {
    "alpaca": {
        "columns": {
            "prompt": "instruction",
            "query": "input",
            "response": "output",
            "system": "system",
            "history": "history",
        },
    },
    "chat": {
        "formatting": "sharegpt",
        "columns": {"messages": "messages"},
        "tags": {
            "role_tag": "role",
            "content_tag": "content",
            "user_tag": "user",
            "assistant_tag": "assistant",
            "system_tag": "system",
        },
    },
    "sharegpt": {"formatting": "sharegpt", "columns": {"messages": "conversations"}},
}


@pytest.fixture(scope="module")
def settings(export, tmp_path_factory):
    """Return (settings for LLaMA-Factory, the Examples of the source), model and data in a folder of their own."""

    def settings_and_examples(format, name):
        path, examples = export(format, name)
        folder = tmp_path_factory.mktemp("llamafactory")
        shutil.copy(path, folder)
        entry = {"file_name": path.name, **ENTRIES[format]}
        if name in TOOL_CALLS:
            entry["columns"] = {**entry["columns"], "tools": "tools"}
        (folder / "dataset_info.json").write_text(json.dumps({"ours": entry}))
        tokenizer = make_tokenizer(text for example in examples for _, text in example.messages)
        tokenizer.save_pretrained(folder / "model")
        make_model(tokenizer).save_pretrained(folder / "model")
        return {
            "stage": "sft",
            "do_train": True,
            "model_name_or_path": str(folder / "model"),
            "template": "qwen",
            "default_system": "",
            "dataset": "ours",
            "dataset_dir": str(folder),
            "cache_dir": str(folder / "cache"),
            "output_dir": str(folder / "out"),
            "cutoff_len": 1_000_000,
            "use_cpu": True,
            "report_to": "none",
        }, examples

    return settings_and_examples


@pytest.fixture(scope="module")
def load(settings):
    """Return (tokenizer, the rows LLaMA-Factory would train on, the Examples of the source)."""
    from llamafactory.data import get_dataset, get_template_and_fix_tokenizer
    from llamafactory.hparams import get_train_args
    from llamafactory.model import load_tokenizer

    @cache
    def tokenizer_rows_and_examples(format, name):
        chosen, examples = settings(format, name)
        model_args, data_args, training_args, *_ = get_train_args(chosen)
        tokenizer = load_tokenizer(model_args)["tokenizer"]
        template = get_template_and_fix_tokenizer(tokenizer, data_args)
        found = get_dataset(template, model_args, data_args, training_args, stage="sft", tokenizer=tokenizer)
        return tokenizer, found["train_dataset"], examples

    return tokenizer_rows_and_examples


def messages(format, example):
    """Return the turns as LLaMA-Factory joins them: Alpaca's input goes below the question."""
    if format != "alpaca":
        return example.messages
    question = "\n".join(filter(None, (example.turns[-2][1], example.context)))
    system = [("system", example.system)] if example.system else []
    return [*system, *example.turns[:-2], ("user", question), example.turns[-1]]


@pytest.mark.parametrize("name", CONVERSATIONS)
@pytest.mark.parametrize("format", ENTRIES)
def test_it_reads_system_history_context_question_and_answer(load, format, name):
    tokenizer, rows, examples = load(format, name)
    assert [read_text(tokenizer, row) for row in rows] == [chatml(messages(format, example)) for example in examples]


@pytest.mark.parametrize("name", CONVERSATIONS)
@pytest.mark.parametrize("format", ENTRIES)
def test_it_trains_on_the_answers_only(load, format, name):
    tokenizer, rows, examples = load(format, name)
    assert [trained_texts(tokenizer, row) for row in rows] == [example.answers for example in examples]


def said(role, text):
    """Return a turn as LLaMA-Factory's Qwen template writes it: a call is what the assistant says."""
    if role == "function_call":
        return "assistant", f"<tool_call>\n{text}\n</tool_call>"
    return ("user", f"<tool_response>\n{text}\n</tool_response>") if role == "tool" else (role, text)


@pytest.mark.parametrize("name", TOOL_CALLS)
def test_it_reads_tools_calls_and_results(load, name):
    tokenizer, rows, examples = load("sharegpt", name)
    for row, example in zip(rows, examples, strict=True):
        turns = chatml(said(*turn) for turn in example.turns)
        text = read_text(tokenizer, row)
        assert text.endswith(turns)
        parts = [text for role, text in example.messages if role == "system"]
        parts += [json.dumps(tool, ensure_ascii=False) for tool in json.loads(example.tools or "[]")]
        assert all(part in text.removesuffix(turns) for part in parts)


@pytest.mark.parametrize("name", TOOL_CALLS)
def test_it_trains_on_calls_and_answers_only(load, name):
    tokenizer, rows, examples = load("sharegpt", name)
    answers = [
        [text for role, text in (said(*turn) for turn in example.turns) if role == "assistant"] for example in examples
    ]
    assert [trained_texts(tokenizer, row) for row in rows] == answers


@pytest.mark.parametrize("format", ENTRIES)
def test_it_trains(settings, format):
    from llamafactory.train.tuner import run_exp

    chosen, _ = settings(format, "plain")
    run_exp({**chosen, "max_steps": 2, "per_device_train_batch_size": 3})
    assert json.loads(Path(chosen["output_dir"], "train_results.json").read_text())["train_loss"] > 0
