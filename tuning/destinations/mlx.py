"""MLX-LM: training on a Mac with Apple's chips."""

import json

from django.utils.translation import gettext_lazy as _

from tuning.destinations import _local
from tuning.destinations._local import as_yaml, hold, read_yaml

MODEL = "mlx-community/Meta-Llama-3.1-8B-Instruct-4bit"
COMMENTS = {
    "model": "What is not here keeps MLX-LM's default.",
    "mask_prompt": "Of a conversation only the last answer counts in the loss.",
    "iters": "Steps: examples × epochs ÷ batch_size.",
    "max_seq_length": "Tokens of an example; what is beyond is cut off, with a warning.",
}
MOST_AT_ONCE = 4


class MLX(_local.Local):
    name, title = "mlx", "MLX-LM"
    whom = _("For a Mac with an Apple chip: 16 GB of memory carry 8 billion parameters in 4 bit.")
    format = "jsonl"
    paths = {"train": "data/train.jsonl", "validation": "data/valid.jsonl", "test": "data/test.jsonl"}
    fields = (
        _local.model_field(MODEL, _("A name on the Hub, or a folder; those of mlx-community are ready for a Mac.")),
        _local.length_field(_("MLX-LM's own default is 2,048 (max_seq_length); it cuts what is beyond.")),
        _local.EPOCHS,
    )
    steps = (
        "Unzip the bundle into an empty folder and open Terminal there.",
        '`python3 -m venv env && env/bin/pip install "mlx-lm[train]"`.',
        "`env/bin/mlx_lm.lora --config lora.yaml`. With little memory, set `batch_size` to 1 and double `iters` twice.",
        '`env/bin/mlx_lm.generate --model MODEL --adapter-path adapters --prompt "your question"` to ask it, with the '
        "`model` of lora.yaml.",
        "`env/bin/mlx_lm.fuse --model MODEL --adapter-path adapters --save-path merged` writes the whole model.",
    )

    def files(self, bundle):
        numbers = {part: bundle.count(part) for part in bundle.parts}
        yield "lora.yaml", as_yaml(config(bundle.options, numbers), COMMENTS)

    def check(self, archive):
        manifest = json.loads(archive.read("manifest.json"))
        numbers = {file["part"]: file["examples"] for file in manifest["files"].values() if "part" in file}
        hold(read_yaml(archive, "lora.yaml") == config(manifest["options"], numbers), "lora.yaml")


def config(options, numbers):
    """Return what stands in lora.yaml. MLX-LM stops at a part that has fewer examples than a batch."""
    batch = min(MOST_AT_ONCE, *numbers.values())
    iters = max(1, round(numbers["train"] * options["epochs"] / batch))
    return {
        "model": options["model"],
        "train": True,
        "test": "test" in numbers,
        "data": "data",
        "fine_tune_type": "lora",
        "mask_prompt": True,
        "num_layers": -1,
        "batch_size": batch,
        "iters": iters,
        "learning_rate": 0.0001,
        "max_seq_length": options["max_length"],
        "grad_checkpoint": True,
        "lora_parameters": {"rank": 16, "dropout": 0.05, "scale": 2.0},
        "steps_per_report": 5,
        "steps_per_eval": max(1, round(iters / options["epochs"])),
        "save_every": 50,
        "adapter_path": "adapters",
        "seed": 42,
    }


DESTINATION = MLX()
