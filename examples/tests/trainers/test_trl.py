"""Conversations and prompt-completion rows, prepared and trained on by TRL's own SFTTrainer."""

import json
import math
from functools import cache

import pytest
from datasets import load_dataset
from trl import SFTConfig, SFTTrainer

from .samples import CONVERSATIONS, TOOL_CALLS, as_tools, name_and_arguments
from .tiny import chatml, make_model, make_tokenizer, read_text, trained_texts

# Rows of prompt and completion need no setting: TRL trains on the completion alone.
SETTINGS = {"jsonl": {"assistant_only_loss": True}, "chat": {"assistant_only_loss": True}, "prompt-completion": {}}


@pytest.fixture(scope="module")
def prepare(export, tmp_path_factory):
    """Return (an SFTTrainer that has prepared the export, the Examples of the source)."""

    @cache
    def trainer_and_examples(format, name, **settings):
        path, examples = export(format, name)
        folder = str(tmp_path_factory.mktemp("trl"))
        rows = load_dataset("json", data_files=str(path), split="train", cache_dir=folder)
        tokenizer = make_tokenizer(text for example in examples for _, text in example.messages)
        config = SFTConfig(
            output_dir=folder, max_length=None, use_cpu=True, report_to="none", **SETTINGS[format], **settings
        )
        trainer = SFTTrainer(make_model(tokenizer), args=config, train_dataset=rows, processing_class=tokenizer)
        return trainer, examples

    return trainer_and_examples


def collated(trainer):
    """Return each row as the model gets it: after the collator, without the padding."""
    for row in trainer.train_dataset:
        batch = trainer.data_collator([{name: row[name] for name in ("input_ids", "labels")}])
        yield {name: batch[name][0].tolist() for name in ("input_ids", "labels")}


def said(role, text):
    """Return a turn as the template of these tests writes it: a call is what the assistant says."""
    return ("assistant", " ".join(name_and_arguments(text))) if role == "function_call" else (role, text)


def as_text(example):
    tools = as_tools(example).get("tools")
    first = [("tools", json.dumps(tools, ensure_ascii=False))] if tools else []
    return chatml(first + [said(*turn) for turn in example.messages])


@pytest.mark.parametrize("name", [*CONVERSATIONS, *TOOL_CALLS])
@pytest.mark.parametrize("format", SETTINGS)
def test_it_reads_system_history_context_question_and_answer(prepare, format, name):
    trainer, examples = prepare(format, name)
    texts = [read_text(trainer.processing_class, row) for row in collated(trainer)]
    assert texts == [as_text(example) for example in examples]


@pytest.mark.parametrize("name", [*CONVERSATIONS, *TOOL_CALLS])
@pytest.mark.parametrize("format", SETTINGS)
def test_it_trains_on_the_answer_only(prepare, format, name):
    trainer, examples = prepare(format, name)
    trained = [trained_texts(trainer.processing_class, row) for row in collated(trainer)]
    answers = [
        [text for role, text in (said(*turn) for turn in example.turns) if role == "assistant"] for example in examples
    ]
    assert trained == ([turns[-1:] for turns in answers] if format == "prompt-completion" else answers)


@pytest.mark.parametrize("format", SETTINGS)
def test_it_trains(prepare, format):
    trainer, _ = prepare(format, "plain", max_steps=2, per_device_train_batch_size=3, save_strategy="no")
    assert math.isfinite(trainer.train().training_loss)
    assert trainer.state.global_step == 2
