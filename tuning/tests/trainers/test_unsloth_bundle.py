"""The Unsloth bundle. Unsloth needs a graphics card; here it is seen that its data are TRL's, and what it is asked."""

import importlib.util
import sys
from types import ModuleType

import pytest

from .running import run


@pytest.fixture
def folder(unzip, model):
    return unzip("unsloth", model=model)


def test_its_data_are_counted_by_the_same_script(folder):
    assert "count in the loss" in run(folder, "--check")


def test_without_unsloth_it_says_what_to_install(folder):
    if importlib.util.find_spec("unsloth"):
        pytest.skip("Unsloth is here.")
    assert "python -m pip install unsloth" in run(folder, script="train_unsloth.py", code=1)


def test_it_trains_with_the_model_that_unsloth_makes(folder, model, monkeypatch):
    """Unsloth's two calls, with their parameters, stand in for by the plain model and adapter."""
    stand_in = ModuleType("unsloth")
    asked = {}

    class FastLanguageModel:
        def from_pretrained(name, max_seq_length, load_in_4bit):
            from transformers import AutoModelForCausalLM

            asked.update(name=name, max_seq_length=max_seq_length, load_in_4bit=load_in_4bit)
            return AutoModelForCausalLM.from_pretrained(name), None

        def get_peft_model(
            model, r, target_modules, lora_alpha, lora_dropout, use_gradient_checkpointing, random_state
        ):
            from peft import LoraConfig, get_peft_model

            assert use_gradient_checkpointing == "unsloth"
            return get_peft_model(model, LoraConfig(r=r, target_modules=target_modules, task_type="CAUSAL_LM"))

    stand_in.FastLanguageModel = FastLanguageModel
    monkeypatch.setitem(sys.modules, "unsloth", stand_in)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, "train", raising=False)
    monkeypatch.setattr(sys, "argv", ["train_unsloth.py", "--max-steps", "1"])
    monkeypatch.chdir(folder)
    import train_unsloth

    with pytest.raises(SystemExit) as ended:
        train_unsloth.train.main(train_unsloth.load_model)
    assert ended.value.code == 0
    assert asked == {"name": str(model), "max_seq_length": 2048, "load_in_4bit": False}
    assert (folder / "output" / "adapter" / "adapter_model.safetensors").exists()
