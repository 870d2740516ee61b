"""axolotl: a trainer that is told everything by one YAML file."""

import json

import yaml
from django.utils.translation import gettext_lazy as _

from tuning.destinations import Field, _local
from tuning.destinations._local import hold, read_yaml


class Axolotl(_local.Local):
    name, title = "axolotl", "axolotl"
    whom = _("For those who train often, on Linux with NVIDIA cards, and keep each training as one YAML file.")
    format = "jsonl"
    fields = (
        _local.model_field(),
        _local.length_field(_("axolotl leaves out what is longer than its sequence_len; its own default is 512.")),
        Field("four_bit", _("Keep the model in 4 bit (QLoRA)"), True, "yes", _("NVIDIA cards only.")),
        Field(
            "packing", _("Pack short examples into one row"), False, "yes",
            _("Quicker where most examples are far shorter than the limit."),
        ),
        _local.EPOCHS,
    )  # fmt: skip
    steps = (
        "Install axolotl as <https://docs.axolotl.ai> says; its Docker image is the shortest way.",
        "Unzip the bundle into an empty folder and open a terminal there.",
        "`axolotl preprocess axolotl.yaml --debug` shows in colours what counts in the loss: the answers alone.",
        "`axolotl train axolotl.yaml`. Stopped, it goes on with `--auto-resume-from-checkpoints`.",
        "`axolotl merge-lora axolotl.yaml` writes the whole model, with what was learned in it, to `output/merged`.",
    )

    def limit(self, options):
        return None

    def notes(self, bundle):
        return _local.over(bundle, _("axolotl leaves them out."))

    def files(self, bundle):
        yield "axolotl.yaml", yaml.safe_dump(config(bundle.options, bundle.parts), sort_keys=False, allow_unicode=True)

    def check(self, archive):
        manifest = json.loads(archive.read("manifest.json"))
        parts = [file["part"] for file in manifest["files"].values() if "part" in file]
        hold(read_yaml(archive, "axolotl.yaml") == config(manifest["options"], parts), "axolotl.yaml")


def config(options, parts):
    """Return what stands in axolotl.yaml."""

    def data(part):
        return {
            "path": f"{part}.jsonl",
            "ds_type": "json",
            "type": "chat_template",
            "field_messages": "messages",
            "message_property_mappings": {"role": "role", "content": "content"},
            "roles_to_train": ["assistant"],
            "message_field_training": "weight",  # an answer of weight 0 is not trained on
            "train_on_eos": "turn",
        }

    return {
        "base_model": options["model"],
        "load_in_4bit": options["four_bit"],
        "adapter": "qlora" if options["four_bit"] else "lora",
        "lora_r": 16,
        "lora_alpha": 32,
        "lora_dropout": 0.05,
        "lora_target_linear": True,
        "chat_template": "tokenizer_default",
        "datasets": [data("train")],
        **({"test_datasets": [{**data("validation"), "split": "train"}]} if "validation" in parts else {}),
        "dataset_prepared_path": "prepared",
        "output_dir": "output",
        "sequence_len": options["max_length"],
        "excess_length_strategy": "drop",
        "sample_packing": options["packing"],
        "eval_sample_packing": False,
        "micro_batch_size": 1,
        "gradient_accumulation_steps": 16,
        "num_epochs": options["epochs"],
        "optimizer": "adamw_torch",
        "learning_rate": 0.0002,
        "lr_scheduler": "cosine",
        "warmup_ratio": 0.03,
        "bf16": "auto",
        "gradient_checkpointing": True,
        "seed": 42,
        "logging_steps": 5,
        "save_steps": 50,
        "save_total_limit": 2,
        **({"evals_per_epoch": 1} if "validation" in parts else {}),
    }


DESTINATION = Axolotl()
