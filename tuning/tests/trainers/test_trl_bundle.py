"""The TRL bundle in an empty folder: it trains, is stopped and killed, goes on, and its adapter answers."""

import importlib.util
import json
import re
import shutil
import signal

import datasets
import pytest
import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import pack_dataset
from trl.trainer.sft_trainer import DataCollatorForLanguageModeling

from examples.tests.trainers.test_trl import as_text, said
from examples.tests.trainers.tiny import chatml, read_text, trained_texts

from .conftest import EXAMPLES, ROOT, in_order
from .running import LAUNCH, metrics, run, run_until, steps

QUICK = ("--batch-size", "4", "--log-every", "1", "--save-every", "3", "--epochs", "8")


@pytest.fixture(scope="module")
def fresh(unzip, model):
    return unzip("trl", model=model)


@pytest.fixture
def folder(fresh, tmp_path):
    """A bundle that nothing was trained in yet."""
    return shutil.copytree(fresh, tmp_path / "bundle")


def tokens(folder):
    """Return {part: rows} as train.py hands them to TRL."""
    return {path.stem: datasets.Dataset.from_file(str(path)) for path in (folder / "output/tokens").glob("*.arrow")}


def module(folder):
    spec = importlib.util.spec_from_file_location("train_of_bundle", folder / "train.py")
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def test_it_hands_trl_every_text_in_order_and_the_last_answer_alone_counts(folder, model):
    out = run(folder, "--check")
    assert "train: " in out and "Note" not in out
    tokenizer = AutoTokenizer.from_pretrained(model)
    parts = tokens(folder).values()
    assert in_order([[read_text(tokenizer, row) for row in part] for part in parts], [as_text(one) for one in EXAMPLES])
    answers = [said(*one.turns[-1])[1] for one in EXAMPLES]
    assert in_order([[trained_texts(tokenizer, row) for row in part] for part in parts], [[one] for one in answers])
    assert not (folder / "output" / "training.json").exists()


def test_it_trains_and_the_adapter_loads_and_answers(folder, model):
    assert "Finished." in run(folder, *QUICK, "--learning-rate", "0.03", "--merge")
    # Of what it learns: the validation part has other words, made up, and need not get better by it.
    found = metrics(folder, "step")
    assert found[-1]["loss"] < found[0]["loss"] and metrics(folder, "eval")[-1]["eval_loss"] > 0
    assert metrics(folder, "test")[0]["test_loss"] > 0
    card = (folder / "output/adapter/README.md").read_text()
    assert json.loads((folder / "manifest.json").read_text())["snapshot"]["sha256"] in card
    tokenizer = AutoTokenizer.from_pretrained(folder / "output/adapter")
    asked = tokenizer("What is a trigger?", return_tensors="pt")["input_ids"]
    base = AutoModelForCausalLM.from_pretrained(model)
    before = base(asked).logits
    after = PeftModel.from_pretrained(base, str(folder / "output/adapter")).eval()(asked).logits
    merged = AutoModelForCausalLM.from_pretrained(folder / "output/merged")(asked).logits
    assert not torch.allclose(before, after, atol=1e-2)
    assert torch.allclose(after, merged, atol=1e-3)
    assert run(folder, "May I eat?", "--context", "The day before", "--max-tokens", "5", script="ask.py").strip()


def test_stopped_and_killed_in_the_midst_of_a_checkpoint_it_goes_on_and_ends_as_if_it_had_not_been(folder, tmp_path):
    whole = shutil.copytree(folder, tmp_path / "whole")
    quick = (*QUICK, "--lora-dropout", "0")
    code, out = run_until(folder, 5, signal.SIGTERM, *quick)
    assert code == 128 + signal.SIGTERM and "saved" in out and metrics(folder, "stopped")
    code, _ = run_until(folder, steps(folder)[-1] + 8, signal.SIGKILL, *quick)
    assert code == -signal.SIGKILL
    last = max((folder / "output").glob("checkpoint-*"), key=lambda path: int(path.name.split("-")[1]))
    (last / "optimizer.pt").write_bytes((last / "optimizer.pt").read_bytes()[:99])  # as a kill while writing leaves it
    out = run(folder, *quick)
    assert f"{last.name} was not written to its end" in out and "Going on after step" in out and "Finished." in out
    run(whole, *quick)
    assert steps(folder) == steps(whole) == list(range(1, steps(whole)[-1] + 1))
    for name, near in (("loss", 1e-5), ("tokens", 0)):
        found = [[line[name] for line in metrics(one, "step")] for one in (folder, whole)]
        assert found[0] == pytest.approx(found[1], abs=near)


def test_two_processes_train_together_are_stopped_killed_and_go_on(folder):
    code, out = run_until(folder, 4, signal.SIGTERM, *QUICK, launch=LAUNCH)
    assert code != 0 and "in each of 2 processes" in out and "Stopped after step" in out
    run_until(folder, steps(folder)[-1] + 4, signal.SIGKILL, *QUICK, launch=LAUNCH)
    assert "Going on after step" in run(folder, *QUICK, launch=LAUNCH)
    assert steps(folder) == list(range(1, steps(folder)[-1] + 1))
    assert run(folder, "May I eat?", "--max-tokens", "5", script="ask.py").strip()


def test_it_refuses_data_that_are_not_those_of_the_snapshot(folder):
    path = folder / "train.jsonl"
    path.write_text(path.read_text().replace("e", "a", 1))
    assert "train.jsonl is not the file that manifest.json describes" in run(folder, "--check", code=1)


def test_it_names_what_is_too_long_and_does_as_it_is_told(folder):
    assert "have more than 60 tokens (rows" in run(folder, "--max-length", "60", code=1)
    out = run(folder, "--max-length", "60", "--too-long", "leave_out", "--check")
    assert "they are left out" in out
    assert all(len(row["input_ids"]) <= 60 for row in tokens(folder)["train"])
    left = len(tokens(folder)["train"])
    run(folder, "--max-length", "60", "--too-long", "cut", "--check")
    assert left < len(tokens(folder)["train"])
    assert max(len(row["input_ids"]) for row in tokens(folder)["train"]) == 60


def test_it_goes_on_with_nothing_but_the_same_training(folder):
    run(folder, "--max-steps", "1")
    assert "is finished" in run(folder, "--max-steps", "1", code=1)
    assert "learning_rate was" in run(folder, "--max-steps", "1", "--learning-rate", "0.1", code=1)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["snapshot"]["sha256"] = "0" * 64
    (folder / "manifest.json").write_text(json.dumps(manifest))
    assert "snapshot was" in run(folder, "--max-steps", "1", code=1)


def test_packed_examples_do_not_see_each_other(folder, model):
    run(folder, "--check")
    rows = tokens(folder)["train"]
    tiny = AutoModelForCausalLM.from_pretrained(model).eval()
    packed = pack_dataset(rows, 4096, "bfd")
    assert len(packed) < len(rows) / 3
    collate = DataCollatorForLanguageModeling(pad_token_id=0, padding_free=True)

    def loss(row, **places):
        ids, labels = torch.tensor([row["input_ids"]]), torch.tensor([row["labels"]])
        logits = tiny(ids, use_cache=False, **places).logits[:, :-1].flatten(0, 1)  # as TRL calls it
        return torch.nn.functional.cross_entropy(logits, labels[:, 1:].flatten(), reduction="sum", ignore_index=-100)

    apart = sum(loss(row).item() for row in rows)
    together = sum(loss(row, position_ids=collate([row])["position_ids"]).item() for row in packed)
    assert together == pytest.approx(apart, rel=1e-6)
    assert sum(loss(row).item() for row in packed) != pytest.approx(apart, rel=1e-6)
    assert "Finished." in run(folder, "--packing", "--max-steps", "2", "--max-length", "512")


TEMPLATE = """{% if messages[0].role == 'system' %}{{ raise_exception('No system role here') }}{% endif %}\
{% for message in messages %}<|im_start|>{{ message.role }}
{{ message.content }}<|im_end|>
{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant
{% endif %}"""


def test_a_model_without_a_system_role_gets_it_before_the_question(unzip, model):
    folder = unzip("trl", examples="plain", model=model)
    (folder / "own.jinja").write_text(TEMPLATE)
    assert "Try --system-in user" in run(folder, "--check", "--chat-template", "own.jinja", code=1)
    run(folder, "--check", "--chat-template", "own.jinja", "--system-in", "user")
    tokenizer = AutoTokenizer.from_pretrained(model)
    texts = [read_text(tokenizer, row) for part in tokens(folder).values() for row in part]
    block = "<context>\nAdults: 20 to 40 mg.\n</context>\n\nHow much may I give?"
    assert chatml([("user", block), ("assistant", "At most 40 mg.")]) in texts


def test_a_model_without_a_chat_template_is_refused_or_gets_a_plain_one(unzip, model, tmp_path):
    bare = shutil.copytree(model, tmp_path / "bare")
    (bare / "chat_template.jinja").unlink()
    folder = unzip("trl", examples="plain", model=bare)
    assert "has no chat template" in run(folder, "--check", code=1)
    assert "Finished." in run(folder, "--chat-template", "plain", "--max-steps", "1")
    assert AutoTokenizer.from_pretrained(folder / "output/adapter").chat_template


def test_it_says_what_a_template_leaves_out(folder):
    (folder / "deaf.jinja").write_text(
        TEMPLATE.replace("{{ raise_exception('No system role here') }}", "").replace(
            "{{ message.content }}", "{% if message.role != 'system' %}{{ message.content }}{% endif %}"
        )
    )
    assert "leaves out or changes text of" in run(folder, "--check", "--chat-template", "deaf.jinja")


def test_settings_come_from_the_file_and_the_command_line_wins(folder):
    path = folder / "config.yaml"
    path.write_text(path.read_text() + "max_steps: 1\nlearning_rate: 1e-3\n")
    run(folder, "--lora-r", "4")
    told = json.loads((folder / "output/adapter/training.json").read_text())["settings"]
    assert (told["max_steps"], told["learning_rate"], told["lora_r"]) == (1, 0.001, 4)
    path.write_text("epoch: 1\n")
    assert "“epoch”, which is no setting" in run(folder, code=1)
    path.write_text("epochs: many\n")
    assert "“epochs” must be a number" in run(folder, code=1)


def test_four_bit_without_an_nvidia_card_is_a_sentence(folder):
    if torch.cuda.is_available():
        pytest.skip("There is a card here.")
    assert "QLoRA needs an NVIDIA card" in run(folder, "--method", "qlora", code=1)


@pytest.mark.parametrize(
    "batch, at_once, processes, wanted",
    [(16, 1, 1, (1, 16)), (16, 4, 1, (4, 4)), (16, 16, 8, (2, 1)), (4, 16, 8, (1, 1)), (16, 1, 2, (1, 8))],
)
def test_as_many_examples_are_behind_a_step_on_any_number_of_cards(folder, batch, at_once, processes, wanted):
    assert module(folder).dealt(batch, at_once, processes) == wanted


# Llama-3.1-8B: 32 layers of 4096, 14336 inside; r = 16 on all linear layers is 41.9 million numbers.
LLAMA = {"parameters": 8_030_261_248, "embeddings": 2 * 128_256 * 4096, "layers": 32, "hidden": 4096, "inner": 14_336}


def test_it_chooses_by_the_memory_of_the_card_as_the_guide_says(folder):
    shape = module(folder).Shape(adapter=41_943_040, **LLAMA)
    guide = (ROOT / "docs" / "fine-tuning.md").read_text()
    table = re.findall(r"^\| .*? \| ([\d.]+) \| (\w+) \| (\d+) \| ([\d.]+) \|$", guide, re.MULTILINE)
    assert len(table) == 5
    for memory, method, at_once, used in table:
        assert shape.fitting(["lora", "qlora"], 2048, float(memory)) == (method.lower(), int(at_once))
        assert round(shape.gigabytes(method.lower(), 2048 * int(at_once)), 1) == float(used)
    assert shape.fitting(["lora", "qlora"], 2048, 10.5) is None
