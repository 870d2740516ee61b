"""LLaMA-Factory: a trainer with pages and commands, told what the data are by dataset_info.json."""

import json

from django.utils.translation import gettext_lazy as _

from examples import formats
from tuning.destinations import Field, _local
from tuning.destinations._local import as_yaml, hold, read_yaml

TEMPLATES = ("llama3", "qwen", "qwen3", "mistral", "gemma2", "gemma3", "phi4", "deepseek3", "default")
COMMENTS = {
    "model_name_or_path": "What is not here keeps LLaMA-Factory's default.",
    "template": "The chat template of the model's family; a wrong one teaches the wrong marks.",
    "default_system": "Nothing is added where an example has no system prompt.",
    "mask_history": "Of a conversation only the last answer counts in the loss.",
    "cutoff_len": "Tokens of an example; what is beyond is cut off without a word.",
}


class LLaMAFactory(_local.Local):
    name, title = "llamafactory", "LLaMA-Factory"
    whom = _("For those who like to train by a page in the browser, or use LLaMA-Factory already.")
    format = "sharegpt"
    paths = {part: f"{part}.json" for part in ("train", "validation", "test")}
    fields = (
        _local.model_field(),
        Field(
            "template", _("Template"), "llama3", "choice",
            _("The family of the model, as LLaMA-Factory names it."), {name: name for name in TEMPLATES},
        ),
        _local.length_field(_("Its own default is 2,048 (cutoff_len); it cuts what is beyond without a word.")),
        Field("four_bit", _("Keep the model in 4 bit (QLoRA)"), True, "yes", _("NVIDIA cards only.")),
        _local.EPOCHS,
    )  # fmt: skip
    steps = (
        "Install LLaMA-Factory 0.9.5 as <https://llamafactory.readthedocs.io> says.",
        "Unzip the bundle into an empty folder and open a terminal there.",
        "`llamafactory-cli train train.yaml`. Or `llamafactory-cli webui`, with this folder as “Data dir”.",
        "`llamafactory-cli chat chat.yaml` to ask the new model.",
        "`llamafactory-cli export export.yaml` writes the whole model, with what was learned in it, to `merged`.",
    )

    def files(self, bundle):
        yield "dataset_info.json", json.dumps(entries(bundle), indent=2) + "\n"
        configs = configs_of(bundle.options, "validation" in bundle.parts)
        for name, values in configs.items():
            yield name, as_yaml(values, COMMENTS)

    def check(self, archive):
        manifest = json.loads(archive.read("manifest.json"))
        parts = {file["part"]: path for path, file in manifest["files"].items() if "part" in file}
        info = json.loads(archive.read("dataset_info.json"))
        hold({f"training_center_{part}": path for part, path in parts.items()} ==
             {name: entry["file_name"] for name, entry in info.items()}, "dataset_info.json")  # fmt: skip
        for name, values in configs_of(manifest["options"], "validation" in parts).items():
            hold(read_yaml(archive, name) == values, name)


def entries(bundle):
    """Return dataset_info.json: without the right entry, system, earlier turns and context are dropped in silence."""
    with_tools = _local.parts_with_tools(bundle)
    known = formats.named("sharegpt").llamafactory
    found = {}
    for part in bundle.parts:
        # The column must be in the file, and is only where an example has tools.
        tools = {"tools": "tools"} if part in with_tools else {}
        entry = {"file_name": bundle.destination.paths[part], **known, "columns": {**known["columns"], **tools}}
        found[f"training_center_{part}"] = entry
    return found


def configs_of(options, validation):
    """Return {path: settings} of the YAML files."""
    model = {"model_name_or_path": options["model"], "template": options["template"], "default_system": ""}
    train = {
        **model,
        **({"quantization_bit": 4, "quantization_method": "bnb"} if options["four_bit"] else {}),
        "stage": "sft",
        "do_train": True,
        "finetuning_type": "lora",
        "lora_target": "all",
        "lora_rank": 16,
        "lora_alpha": 32,
        "dataset_dir": ".",
        "dataset": "training_center_train",
        **({"eval_dataset": "training_center_validation", "eval_strategy": "epoch"} if validation else {}),
        "mask_history": True,
        "cutoff_len": options["max_length"],
        "output_dir": "output",
        "per_device_train_batch_size": 1,
        "gradient_accumulation_steps": 16,
        "learning_rate": 0.0002,
        "num_train_epochs": options["epochs"],
        "lr_scheduler_type": "cosine",
        "warmup_ratio": 0.03,
        "bf16": True,
        "seed": 42,
        "logging_steps": 5,
        "save_steps": 50,
        "save_total_limit": 2,
        "plot_loss": True,
        "report_to": "none",
    }
    adapter = {**model, "adapter_name_or_path": "output", "finetuning_type": "lora"}
    return {
        "train.yaml": train,
        "chat.yaml": {**adapter, "infer_backend": "huggingface"},
        "export.yaml": {**adapter, "export_dir": "merged", "export_size": 5, "export_device": "cpu"},
    }


DESTINATION = LLaMAFactory()
