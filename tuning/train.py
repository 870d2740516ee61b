# /// script
# requires-python = ">=3.10"
# dependencies = [
#   "torch==2.13.0",
#   "transformers==5.23.0",
#   "trl==1.16.0",
#   "peft==0.21.2",
#   "datasets==5.2.0",
#   "accelerate==1.15.0",
#   "bitsandbytes==0.50.2; sys_platform == 'linux'",
# ]
# ///
"""Train a language model further on the examples beside this file: a LoRA adapter, by TRL's SFTTrainer.

    python train.py --check                 what would be trained on, what would be cut; trains nothing
    python train.py                         one graphics card, or a small model without one
    accelerate launch train.py              all cards of this computer
    torchrun --nnodes 2 --nproc-per-node 8 … train.py     several computers that share the output folder

Settings stand in config.yaml; each can be given as an option too (python train.py --help), which counts for more.
Stopped by Ctrl-C or SIGTERM it saves where it is; killed, it goes on from the last whole checkpoint: give the same
command again. It needs nothing of the program that made the bundle.
"""

import argparse
import dataclasses
import hashlib
import json
import os
import shutil
import signal
import sys
import time
import warnings
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
MAIN = os.environ.get("RANK", "0") == "0"


def say(text):
    if MAIN:
        print(text, flush=True)


def stop(text):
    """End with a sentence that says what to do; of many processes one says it."""
    sys.exit(text if MAIN else 1)


try:
    import datasets
    import huggingface_hub
    import peft
    import pyarrow
    import torch
    import transformers
    import trl
    import yaml
    from accelerate import PartialState, init_empty_weights
    from accelerate.utils import broadcast_object_list
    from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer, TrainerCallback
except ModuleNotFoundError as missing:
    if "-h" not in sys.argv and "--help" not in sys.argv:
        stop(f"“{missing.name}” is not installed. Run: python -m pip install -r requirements.txt")
    TrainerCallback = object


# Settings


def setting(default, help, choices=None):
    return field(default=default, metadata={"help": help, "choices": choices})


@dataclass
class Settings:
    """What config.yaml and the command line may say."""

    model: str = setting("meta-llama/Llama-3.1-8B-Instruct", "name on the Hub, or folder, of the model to start from")
    data: str = setting("", "folder with manifest.json and the data; as it is, the folder of this file")
    output: str = setting("output", "folder for checkpoints, metrics.jsonl and the finished adapter")
    method: str = setting(
        "auto", "lora, qlora (4 bit, NVIDIA only), or auto: by the card's memory", ("auto", "lora", "qlora")
    )
    max_length: int = setting(2048, "tokens of an example, prompt and answer together, that are kept")
    too_long: str = setting("stop", "what to do where one is longer", ("stop", "leave_out", "cut"))
    packing: bool = setting(False, "put several short examples into one row; quicker where they are short")
    epochs: float = setting(3.0, "how often each example is seen")
    max_steps: int = setting(-1, "stop after so many steps; -1: after the epochs")
    batch_size: int = setting(16, "examples behind one step, over all cards together")
    examples_at_once: int = setting(0, "examples that a card holds at once; 0: by its memory")
    learning_rate: float = setting(2e-4, "the highest one; it warms up and falls along a cosine")
    warmup: float = setting(0.03, "share of the steps in which the learning rate rises")
    lora_r: int = setting(16, "rank of the adapter: how much it can learn")
    lora_alpha: int = setting(32, "its weight; twice the rank is usual")
    lora_dropout: float = setting(0.05, "share of it that is left out at random in training")
    gradient_checkpointing: bool = setting(True, "compute parts twice instead of keeping them: far less memory, slower")
    precision: str = setting("auto", "numbers to compute with", ("auto", "bf16", "fp16", "fp32"))
    seed: int = setting(42, "for the order of examples and the adapter's first values")
    save_every: int = setting(50, "steps between checkpoints")
    log_every: int = setting(5, "steps between lines of metrics.jsonl")
    chat_template: str = setting("", "“plain”, or a .jinja file, for a model that has none")
    system_in: str = setting("system", "user: put the system message before the first question", ("system", "user"))
    merge: bool = setting(False, "write the whole model with the adapter in it too, for programs that take no adapter")
    push_to: str = setting("", "name of a private repository on the Hub to upload the adapter to")
    restart: bool = setting(False, "begin anew, and delete the checkpoints in the output folder")
    check: bool = setting(False, "say what would be trained on and cut, and train nothing")


# What may change between a training and its going on from a checkpoint.
FREE = "data output examples_at_once gradient_checkpointing save_every log_every merge push_to restart check"
TELLING = [each.name for each in dataclasses.fields(Settings) if each.name not in FREE.split(" ")]


def read_settings(arguments):
    """Return the Settings: the defaults, over them config.yaml, over both the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", default=str(HERE / "config.yaml"), help="file with settings [config.yaml]")
    for each in dataclasses.fields(Settings):
        name, shown = f"--{each.name.replace('_', '-')}", f"{each.metadata['help']} [{each.default}]"
        if each.type is bool:
            parser.add_argument(name, action=argparse.BooleanOptionalAction, default=None, help=shown)
        else:
            parser.add_argument(name, type=each.type, choices=each.metadata["choices"], help=shown)
    given = vars(parser.parse_args(arguments))
    config = Path(given.pop("config"))
    written = yaml.safe_load(config.read_text(encoding="utf-8")) or {} if config.exists() else {}
    settings = Settings(**checked(written, config.name))
    for name, value in given.items():
        if value is not None:
            setattr(settings, name, value)
    return settings


KINDS = {str: "text", bool: "true or false", int: "a whole number", float: "a number such as 0.0002"}


def checked(written, name):
    """Return the settings of a config file, or end with what is wrong in it."""
    known = {each.name: each for each in dataclasses.fields(Settings)}
    if not isinstance(written, dict):
        stop(f"{name} must have lines such as “max_length: 2048”.")
    for key, value in written.items():
        if key not in known:
            stop(f"{name} has “{key}”, which is no setting. There are: {', '.join(known)}.")
        kind, choices = known[key].type, known[key].metadata["choices"]
        if kind is float:
            written[key] = value = number(value)
        if type(value) is not kind or (choices and value not in choices):
            wanted = f"one of {', '.join(choices)}" if choices else KINDS[kind]
            stop(f"{name}: “{key}” must be {wanted}, and it is {value!r}.")
    return written


def number(value):
    try:  # YAML reads 2e-4, without a point, as text
        return value if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        return value


# The data


def verified(folder):
    """Return the manifest, once each data file has proved to be the one that it describes."""
    path = folder / "manifest.json"
    if not path.exists():
        stop(f"There is no manifest.json in {folder}. Unpack the whole bundle, and run train.py in its folder.")
    manifest = json.loads(path.read_text(encoding="utf-8"))
    for name, file in manifest["files"].items():
        if "part" not in file:  # a person may change config.yaml
            continue
        if not (folder / name).exists():
            stop(f"{name} is missing in {folder}. Unpack the whole bundle again.")
        if sha256(folder / name) != file["sha256"]:
            stop(
                f"{name} is not the file that manifest.json describes: it was changed, or copied only in part. "
                "Unpack the bundle again, or make a new one from changed examples."
            )
    return manifest


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def rows_of(path):
    """Yield the rows as they stand. (`datasets` would add empty keys where another row has more of them.)"""
    with open(path, encoding="utf-8") as file:
        yield from map(json.loads, file)


# Text → tokens

PLAIN = (
    "{% for message in messages %}{% if message.role == 'assistant' %}{{ 'Assistant: ' + message.content + eos_token }}"
    "{% else %}{{ message.role | capitalize + ': ' + message.content }}{% endif %}{{ '\n\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ 'Assistant: ' }}{% endif %}"
)


def load_tokenizer(settings):
    tokenizer = AutoTokenizer.from_pretrained(settings.model)
    if settings.chat_template:
        path = Path(settings.chat_template)
        tokenizer.chat_template = PLAIN if settings.chat_template == "plain" else path.read_text(encoding="utf-8")
    if not tokenizer.chat_template:
        stop(
            f"{settings.model} has no chat template, so it was never taught to talk. Take the model of the same name "
            "with “Instruct” or “Chat” in it, or give --chat-template plain (“User: … Assistant: …”), which is then "
            "saved with the adapter."
        )
    if not tokenizer.pad_token:
        own = "<|finetune_right_pad_id|>"  # Llama 3.1 has a token for this, and does not say so
        tokenizer.pad_token = own if own in tokenizer.get_vocab() else tokenizer.eos_token
    return tokenizer


class Rows:
    """Rows of prompt and completion as tokens, of which those of the answer count in the loss."""

    def __init__(self, tokenizer, settings):
        self.tokenizer, self.settings = tokenizer, settings
        self.left_out, self.unlike, self.endless = [], 0, 0

    def turns(self, row):
        """Return (the turns before the answer, all turns), with the system message where the model takes it."""
        prompt = row["prompt"]
        if self.settings.system_in == "user" and prompt[0]["role"] == "system":
            system, first, *others = prompt
            prompt = [{**first, "content": f"{system['content']}\n\n{first['content']}"}, *others]
        return prompt, prompt + row["completion"]

    def render(self, row, number):
        """Return (prompt, whole conversation) as the text that the model sees."""
        prompt, whole = self.turns(row)
        render = lambda turns, **more: self.tokenizer.apply_chat_template(  # noqa: E731
            turns, tools=row.get("tools"), tokenize=False, **more
        )
        try:
            asked, text = render(prompt, add_generation_prompt=True), render(whole)
        except Exception as error:  # a template is a program that stops as it likes  # noqa: BLE001
            hint = " Try --system-in user." if prompt[0]["role"] == "system" else ""
            stop(f"The chat template of {self.settings.model} refuses row {number}: {error}.{hint}")
        if any((turn.get("content") or "").strip() not in text for turn in whole):
            self.left_out.append(number)
        return asked, text

    def tokens(self, rows, first):
        """Return [(ids, labels)] of a batch of rows, of which the first has this number."""
        pairs = [self.render(row, number) for number, row in enumerate(rows, first)]
        encode = lambda texts: self.tokenizer(list(texts), add_special_tokens=False)["input_ids"]  # noqa: E731
        asked, whole = map(encode, zip(*pairs, strict=True))
        found = []
        for prompt, ids in zip(asked, whole, strict=True):
            # Where the two part the answer begins; a template may write the end of a prompt in another way.
            start = next((at for at, (a, b) in enumerate(zip(prompt, ids, strict=False)) if a != b), len(prompt))
            self.unlike += start < len(prompt)
            self.endless += not self.ends(ids)
            found.append((ids, [-100] * start + ids[start:]))
        return found

    def ends(self, ids):
        """Return whether a row ends in a token that ends an answer, so that the model learns to stop."""
        special = set(self.tokenizer.all_special_ids) | {
            id for id, token in self.tokenizer.added_tokens_decoder.items() if token.special
        }
        return any(id in special for id in ids[-3:])  # a line break may follow


def prepared(path, into, rows, settings):
    """Return (the data set of one file in tokens, what there is to know of it). One process a computer writes it."""
    note = into.with_suffix(".json")
    if PartialState().is_local_main_process:
        into.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps(tokenize(path, into, rows, settings)))
    PartialState().wait_for_everyone()
    return datasets.Dataset.from_file(str(into)), json.loads(note.read_text())


def tokenize(path, into, rows, settings, batch=500):
    """Write the tokens of a file, and return its numbers: examples, tokens, the longest, the rows that are too long."""
    schema = pyarrow.schema([(name, pyarrow.list_(pyarrow.int32())) for name in ("input_ids", "labels")])
    told = {"examples": 0, "tokens": 0, "answer_tokens": 0, "longest": 0, "too_long": []}
    with pyarrow.OSFile(str(into), "wb") as file, pyarrow.ipc.new_stream(file, schema) as stream:
        for first, some in batches(rows_of(path), batch):
            kept = []
            for number, (ids, labels) in enumerate(rows.tokens(some, first), first):
                told["longest"] = max(told["longest"], len(ids))
                if len(ids) > settings.max_length:
                    told["too_long"].append(number)
                    ids, labels = ids[: settings.max_length], labels[: settings.max_length]
                    if settings.too_long == "leave_out" or set(labels) == {-100}:
                        continue
                kept.append((ids, labels))
                told["tokens"] += len(ids)
                told["answer_tokens"] += sum(label != -100 for label in labels)
            told["examples"] += len(kept)
            stream.write_batch(
                pyarrow.record_batch([list(column) for column in zip(*kept, strict=True)] or [[], []], schema=schema)
            )
    return told


def batches(rows, size):
    """Yield (number of the first row, rows)."""
    some, first = [], 1
    for row in rows:
        some.append(row)
        if len(some) == size:
            yield first, some
            some, first = [], first + size
    if some:
        yield first, some


def tell(part, told, settings):
    """Say what is in a part and what would be cut; end where the settings say so."""
    share = 100 * told["answer_tokens"] / max(told["tokens"], 1)
    say(
        f"{part}: {told['examples']:,} examples, {told['tokens']:,} tokens, of which {share:.0f} % are answers and "
        f"count in the loss; the longest has {told['longest']:,}."
    )
    long = told["too_long"]
    if not long:
        return
    named = ", ".join(map(str, long[:10])) + (" …" if len(long) > 10 else "")
    what = f"{len(long):,} have more than {settings.max_length:,} tokens (rows {named})"
    if settings.too_long == "stop" and not settings.check:
        stop(
            f"{part}: {what}. The end of their answers would be lost. Raise max_length (the longest has "
            f"{told['longest']:,}), or set too_long to leave_out or cut."
        )
    does = {"stop": "training would stop here", "leave_out": "they are left out", "cut": "their ends are cut off"}
    say(f"{part}: {what}; {does[settings.too_long]}.")


def warn(rows, settings):
    """Say what the chat template makes of the examples that a person would not expect."""
    if rows.left_out:
        named = ", ".join(map(str, rows.left_out[:10]))
        say(
            f"Note: the chat template of {settings.model} leaves out or changes text of {len(rows.left_out):,} rows "
            f"(such as {named}). The model will not see it."
        )
    if rows.unlike:
        say(
            f"Note: for {rows.unlike:,} rows the chat template writes a question without an answer in another way; "
            "what differs counts as answer."
        )
    if rows.endless:
        say(
            f"Note: {rows.endless:,} rows end without a token that ends an answer. The model may not learn to stop; "
            "look at the chat template."
        )


# What fits the card


@dataclass
class Plan:
    """How to train: the method, examples that a card holds at once, and the numbers computed with."""

    method: str
    at_once: int
    precision: str


def plan(settings):
    """Return the Plan: what the settings say, and by the card's memory where they leave it open."""
    return Plan(*shared(lambda: dataclasses.astuple(own_plan(settings))))


def own_plan(settings):
    cuda = torch.cuda.is_available()
    precision = settings.precision
    if precision == "auto":
        bf16 = cuda and torch.cuda.is_bf16_supported(including_emulation=False)
        precision = "bf16" if bf16 else "fp16" if cuda else "fp32"
    if settings.method == "qlora" and not can_quantize():
        stop(
            "QLoRA needs an NVIDIA card and bitsandbytes (python -m pip install bitsandbytes==0.50.2). Set method to "
            "lora, and take a smaller model where that does not fit."
        )
    if not cuda:
        return Plan("lora", settings.examples_at_once or 1, precision)
    memory = torch.cuda.get_device_properties(0).total_memory / 1e9
    shape = Shape.of(settings)
    methods = [settings.method] if settings.method != "auto" else ["lora", "qlora"] if can_quantize() else ["lora"]
    found = shape.fitting(methods, settings.max_length, memory)
    if not found:
        least = shape.gigabytes(methods[-1], settings.max_length)
        say(
            f"Note: this needs about {least:.0f} GB and the card has {memory:.0f}. It may run out of memory: lower "
            "max_length, or take a smaller model."
        )
        found = methods[-1], 1
    return Plan(found[0], settings.examples_at_once or found[1], precision)


def shared(work):
    """Return what the first process found, in all of them."""
    found = [work() if PartialState().is_main_process else None]
    if PartialState().num_processes > 1:
        broadcast_object_list(found)
    return found[0]


def can_quantize():
    return torch.cuda.is_available() and find_spec("bitsandbytes") is not None


@dataclass
class Shape:
    """The sizes of a model from which its need of memory follows."""

    parameters: int
    embeddings: int
    layers: int
    hidden: int
    inner: int
    adapter: int

    @classmethod
    def of(cls, settings):
        config = AutoConfig.from_pretrained(settings.model)
        with init_empty_weights():
            model = AutoModelForCausalLM.from_config(config)
        ends = {id(end): end.weight.numel() for end in (model.get_input_embeddings(), model.get_output_embeddings())}
        inside = [each for each in model.modules() if isinstance(each, torch.nn.Linear) and id(each) not in ends]
        text = config.get_text_config()
        return cls(
            parameters=sum(each.numel() for each in model.parameters()),
            embeddings=sum(ends.values()),
            layers=text.num_hidden_layers,
            hidden=text.hidden_size,
            inner=getattr(text, "intermediate_size", None) or 4 * text.hidden_size,
            adapter=settings.lora_r * sum(each.in_features + each.out_features for each in inside),
        )

    def gigabytes(self, method, tokens):
        """Return the memory that one step takes with so many tokens at once, by gradient checkpointing.

        Weights: 2 bytes each, or about 0.52 in 4 bit (half a byte, and the scale of each 64 of them); embeddings stay
        at 2. Adapter: values, gradients and Adam's two averages, at 4 bytes, or at 2 under QLoRA. Activations: what
        enters each layer is kept, 2 bytes a number, and one layer is computed anew with all that is in it. 3 GB for
        the loss (whose logits TRL computes in pieces), CUDA itself, and gaps.
        """
        weights = (self.parameters - self.embeddings) * (0.52 if method == "qlora" else 2) + self.embeddings * 2
        adapter = self.adapter * (8 if method == "qlora" else 16)
        activations = tokens * 2 * (self.layers * self.hidden + 14 * self.hidden + 6 * self.inner)
        return (weights + adapter + activations) / 1e9 + 3

    def fitting(self, methods, max_length, memory):
        """Return (method, examples at once) for a card with so many GB, or None where nothing fits.

        LoRA before QLoRA, as long as it holds 4 examples: it is quicker, and the weights are the true ones.
        """
        for method in methods:
            for at_once in (16, 8, 4, 2, 1):
                last = method == methods[-1]
                if self.gigabytes(method, at_once * max_length) <= 0.92 * memory and (at_once >= 4 or last):
                    return method, at_once
        return None


def load_model(settings, chosen):
    kind = {"bf16": torch.bfloat16, "fp16": torch.float16, "fp32": torch.float32}[chosen.precision]
    more = {}
    if chosen.method == "qlora":
        more["quantization_config"] = transformers.BitsAndBytesConfig(
            load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_use_double_quant=True, bnb_4bit_compute_dtype=kind
        )
        more["device_map"] = {"": PartialState().local_process_index}
    with PartialState().local_main_process_first():  # one process of a computer downloads
        return AutoModelForCausalLM.from_pretrained(settings.model, dtype=kind, **more)


# Stopping and going on

WHOLE = "whole.json"


class Stopping(TrainerCallback):
    """Ends a training in order at SIGTERM or Ctrl-C: the step is finished, a checkpoint saved."""

    def __init__(self):
        self.signal = None
        self.stopped = False
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, self.take)

    def take(self, number, frame):
        if self.signal and PartialState().num_processes == 1 and number == signal.SIGINT:
            sys.exit("Stopped at once. The next start goes on from the last checkpoint.")
        if not self.signal:
            say("Stopping after this step, with a checkpoint.")
        self.signal = number

    def on_substep_end(self, args, state, control, **kwargs):
        told = torch.tensor(int(bool(self.signal)), device=PartialState().device)
        if PartialState().num_processes > 1:  # a signal may have reached only some, and all must save together
            torch.distributed.all_reduce(told, op=torch.distributed.ReduceOp.MAX)
        if told.item():
            self.stopped = control.should_training_stop = True
            control.should_save = state.global_step > 0

    def on_step_end(self, args, state, control, **kwargs):
        self.on_substep_end(args, state, control)
        self.stopped = self.stopped and state.global_step < state.max_steps

    def on_epoch_end(self, args, state, control, **kwargs):
        if self.stopped:
            control.should_evaluate = False


class Metrics(TrainerCallback):
    """Writes metrics.jsonl, a line each time TRL has something to say."""

    NAMES = {
        "loss": "loss",
        "learning_rate": "lr",
        "num_tokens": "tokens",
        "grad_norm": "grad_norm",
        "mean_token_accuracy": "accuracy",
        "eval_loss": "eval_loss",
        "test_loss": "test_loss",
        "train_runtime": "train_runtime",
    }
    EVENTS = {"eval_loss": "eval", "test_loss": "test", "train_runtime": "end"}

    def __init__(self, path):
        self.path, self.began, self.tokens = path, time.time(), 0

    def write(self, **values):
        if PartialState().is_main_process:
            now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
            line = {**values, "seconds": round(time.time() - self.began, 2), "time": now}
            with open(self.path, "a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")

    def forget_after(self, step):
        """Take away the lines of steps that were lost with a killed training, since they come again."""
        if PartialState().is_main_process and self.path.exists():
            lines = [line for line in self.path.read_text().splitlines() if whole_line(line)]
            kept = [line for line in lines if json.loads(line)["step"] <= step]
            self.tokens = max((json.loads(line).get("tokens", 0) for line in kept), default=0)
            new = self.path.with_suffix(".new")
            new.write_text("".join(line + "\n" for line in kept))
            os.replace(new, self.path)

    def on_log(self, args, state, control, logs=None, **kwargs):
        named = {self.NAMES[name]: value for name, value in (logs or {}).items() if name in self.NAMES}
        if "tokens" in named:  # TRL counts anew when it goes on
            named["tokens"] += self.tokens
        event = next((event for name, event in self.EVENTS.items() if name in named), "step")
        if event == "end" and torch.cuda.is_available():
            named["memory_gb"] = round(torch.cuda.max_memory_reserved() / 1e9, 1)
        self.write(event=event, step=state.global_step, epoch=round(state.epoch or 0, 4), **named)


def whole_line(line):
    try:
        return bool(json.loads(line))
    except ValueError:
        return False


class Trainer(trl.SFTTrainer if "trl" in globals() else object):
    """TRL's trainer, whose checkpoints say when they are whole."""

    def _save_checkpoint(self, model, trial):
        folder = Path(self.args.output_dir, f"checkpoint-{self.state.global_step}")
        if is_whole(folder):
            return
        super()._save_checkpoint(model, trial)
        self.accelerator.wait_for_everyone()
        if self.is_world_process_zero():
            sizes = {str(file.relative_to(folder)): file.stat().st_size for file in folder.rglob("*") if file.is_file()}
            (folder / "whole.new").write_text(json.dumps(sizes))
            os.replace(folder / "whole.new", folder / WHOLE)
        self.accelerator.wait_for_everyone()

    def create_model_card(self, *args, **kwargs):
        """The card is written at the end, by `card`."""


def is_whole(checkpoint):
    try:
        sizes = json.loads((checkpoint / WHOLE).read_text())
        return all((checkpoint / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError):
        return False


def last_checkpoint(output):
    """Return the last whole checkpoint, or None; delete those that a kill left half written."""
    found = sorted(output.glob("checkpoint-*"), key=lambda folder: int(folder.name.rpartition("-")[2]))
    for folder in reversed(found):
        if is_whole(folder):
            return str(folder)
        say(f"{folder.name} was not written to its end; it is deleted.")
        shutil.rmtree(folder)
    return None


def begin(output, settings, manifest, chosen):
    """Return the checkpoint to go on from, or None. Ends where the folder holds another training."""
    path = output / "training.json"
    this = {name: getattr(settings, name) for name in TELLING} | {
        "method": chosen.method,
        "precision": chosen.precision,
    }
    this |= {"snapshot": manifest["snapshot"]["sha256"], "context_in": manifest["options"]["context_in"]}
    if settings.restart:
        for folder in output.glob("checkpoint-*"):
            shutil.rmtree(folder)
        for name in ("training.json", "metrics.jsonl"):
            (output / name).unlink(missing_ok=True)
    if path.exists():
        before = json.loads(path.read_text())
        other = [name for name in this if before["settings"].get(name) != this[name]]
        if other:
            was = ", ".join(f"{name} was {before['settings'].get(name)!r} and is {this[name]!r}" for name in other)
            stop(f"{output} holds another training: {was}. Give --output another folder, or --restart to begin anew.")
        if before.get("finished"):
            stop(f"The training in {output} is finished. Give --output another folder, or --restart to train anew.")
    output.mkdir(parents=True, exist_ok=True)
    write_json(path, {"settings": this})
    return last_checkpoint(output)


def write_json(path, value):
    new = path.with_suffix(".new")
    new.write_text(json.dumps(value, indent=2) + "\n")
    os.replace(new, path)


# Training


def trainer_of(settings, chosen, model, tokenizer, sets, callbacks):
    world = PartialState().num_processes
    length = len(sets["train"])
    together = max(1, min(settings.batch_size, length) // (chosen.at_once * world))
    config = trl.SFTConfig(
        output_dir=settings.output,
        max_length=settings.max_length,
        packing=settings.packing,
        eval_packing=False,
        num_train_epochs=settings.epochs,
        max_steps=settings.max_steps,
        per_device_train_batch_size=min(chosen.at_once, settings.batch_size),
        per_device_eval_batch_size=min(chosen.at_once, settings.batch_size),
        gradient_accumulation_steps=together,
        learning_rate=settings.learning_rate,
        lr_scheduler_type="cosine",
        warmup_steps=settings.warmup,
        gradient_checkpointing=settings.gradient_checkpointing,
        gradient_checkpointing_kwargs={"use_reentrant": False},
        bf16=chosen.precision == "bf16",
        fp16=chosen.precision == "fp16",
        use_cpu=not torch.cuda.is_available(),
        ddp_find_unused_parameters=False,
        logging_steps=settings.log_every,
        logging_first_step=True,
        save_strategy="steps",
        save_steps=settings.save_every,
        save_total_limit=2,
        eval_strategy="epoch" if "validation" in sets else "no",
        seed=settings.seed,
        report_to="none",
        disable_tqdm=not sys.stderr.isatty(),
    )
    trainer = Trainer(
        model,
        args=config,
        train_dataset=sets["train"],
        eval_dataset=sets.get("validation"),
        processing_class=tokenizer,
        callbacks=callbacks,
        peft_config=None if isinstance(model, peft.PeftModel) else adapter_of(settings),
    )
    if chosen.precision == "fp16":  # TRL makes QLoRA's adapter bf16, which fp16's gradient scaler does not take
        for parameter in trainer.model.parameters():
            if parameter.requires_grad:
                parameter.data = parameter.data.float()
    return trainer


def adapter_of(settings):
    return peft.LoraConfig(
        r=settings.lora_r,
        lora_alpha=settings.lora_alpha,
        lora_dropout=settings.lora_dropout,
        target_modules="all-linear",
        task_type="CAUSAL_LM",
    )


def main(load=load_model):
    """Train as the settings say; `load` returns the model for (settings, plan), with or without an adapter."""
    settings = read_settings(sys.argv[1:])
    warnings.simplefilter("ignore", FutureWarning)
    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    datasets.disable_progress_bars()
    PartialState(cpu=not torch.cuda.is_available())  # joins the other processes, where there are any
    folder = Path(settings.data or HERE)
    manifest = verified(folder)
    say(f"Data as in manifest.json: snapshot {manifest['snapshot']['sha256'][:12]}.")
    output = Path(settings.output)
    tokenizer = load_tokenizer(settings)
    rows = Rows(tokenizer, settings)
    sets, numbers = {}, {}
    for name, file in manifest["files"].items():
        if part := file.get("part"):
            into = output / "tokens" / f"{part}.arrow"
            sets[part], numbers[part] = prepared(folder / name, into, rows, settings)
    for part in sets:
        tell(part, numbers[part], settings)
    warn(rows, settings)
    chosen = plan(settings)
    say(
        f"{chosen.method.upper()} in {chosen.precision}, {chosen.at_once} at once in each of "
        f"{PartialState().num_processes} processes, about {settings.batch_size} to a step."
    )
    if settings.check:
        return
    train(settings, chosen, load, tokenizer, sets, manifest, output)


def train(settings, chosen, load, tokenizer, sets, manifest, output):
    checkpoint = shared(lambda: begin(output, settings, manifest, chosen))
    metrics = Metrics(output / "metrics.jsonl")
    transformers.set_seed(settings.seed)
    model = load(settings, chosen)
    stopping = Stopping()
    trainer = trainer_of(settings, chosen, model, tokenizer, sets, [stopping, metrics])
    step = int(checkpoint.rpartition("-")[2]) if checkpoint else 0
    if checkpoint:
        say(f"Going on after step {step}.")
    metrics.forget_after(step)
    metrics.write(event="start", step=step, snapshot=manifest["snapshot"]["sha256"])
    trainer.train(resume_from_checkpoint=checkpoint)
    if stopping.stopped:
        say(f"Stopped after step {trainer.state.global_step}; saved. The same command goes on from there.")
        end(128 + stopping.signal)
    losses = {"train": last(trainer, "loss")}
    if "validation" in sets:
        losses["validation"] = last(trainer, "eval_loss")
    if "test" in sets:
        losses["test"] = trainer.evaluate(sets["test"], metric_key_prefix="test")["test_loss"]
    advise(trainer)
    finish(settings, trainer, tokenizer, manifest, output, losses)
    end(0)


def last(trainer, name):
    return next((line[name] for line in reversed(trainer.state.log_history) if name in line), None)


def advise(trainer):
    """Say so where the model got worse at what it has not seen: it began to learn by heart."""
    found = [(line["eval_loss"], line["epoch"]) for line in trainer.state.log_history if "eval_loss" in line]
    if found and min(found) != found[-1]:
        loss, epoch = min(found)
        say(
            f"Note: the validation loss was lowest after epoch {epoch:.0f} ({loss:.3f}) and is {found[-1][0]:.3f} now. "
            f"Fewer epochs may give a better model: --epochs {epoch:.0f}."
        )


# The result


def finish(settings, trainer, tokenizer, manifest, output, losses):
    """Save adapter, tokenizer and card; then the whole model, and the upload, where they are asked for."""
    adapter = output / "adapter"
    trainer.save_model(str(adapter))
    if PartialState().is_main_process:
        tokenizer.save_pretrained(adapter)
        told = json.loads((output / "training.json").read_text())
        told |= {"finished": True, "losses": losses, "steps": trainer.state.global_step, "versions": versions()}
        write_json(adapter / "training.json", told)
        (adapter / "README.md").write_text(card(settings, manifest, told), encoding="utf-8")
        if settings.merge:
            merge(settings, adapter, output / "merged", tokenizer)
        if settings.push_to:
            push(settings, adapter)
        write_json(output / "training.json", told)
    PartialState().wait_for_everyone()
    said = ", ".join(f"{name} {loss:.3f}" for name, loss in losses.items() if loss is not None)
    say(f"Finished. Loss: {said}. The adapter is in {adapter}. Ask it: python ask.py “your question”")


def versions():
    return {each.__name__: each.__version__ for each in (torch, transformers, trl, peft)}


def card(settings, manifest, told):
    """Return the README.md of the adapter: what it is, and what it came from."""
    snapshot = manifest["snapshot"]
    table = "\n".join(f"| {name} | {value} |" for name, value in told["settings"].items() if value != "")
    losses = "\n".join(f"| loss, {name} | {loss:.4f} |" for name, loss in told["losses"].items() if loss is not None)
    head = yaml.safe_dump(
        {
            "base_model": settings.model,
            "library_name": "peft",
            "pipeline_tag": "text-generation",
            "tags": ["lora", "sft", "trl", "training-center"],
        },
        sort_keys=False,
    )
    return f"""---
{head}---
# Adapter for {settings.model}

Trained on the snapshot “{snapshot.get("name", "")}” of Training Center, SHA-256 `{snapshot["sha256"]}`.
The model learned to answer as its examples do. It can be wrong; let people who know the field judge its answers before
anybody relies on them.

| | |
|---|---|
{table}
| steps | {told["steps"]} |
{losses}

Versions: {", ".join(f"{name} {version}" for name, version in told["versions"].items())}.
"""


def merge(settings, adapter, folder, tokenizer):
    """Write the model with the adapter in it; loaded anew, since weights in 4 bit cannot take it without loss."""
    model = AutoModelForCausalLM.from_pretrained(settings.model, dtype="auto")
    peft.PeftModel.from_pretrained(model, str(adapter)).merge_and_unload().save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    shutil.copy(adapter / "README.md", folder)
    say(f"The whole model is in {folder}.")


def push(settings, adapter):
    hub = huggingface_hub.HfApi()
    hub.create_repo(settings.push_to, private=True, exist_ok=True)
    if not hub.repo_info(settings.push_to).private:
        say(f"{settings.push_to} is public, so nothing was uploaded. Make it private, or name another.")
        return
    hub.upload_folder(repo_id=settings.push_to, folder_path=adapter)
    say(f"Uploaded to {settings.push_to}, private.")


def end(code):
    """End all processes together: one that waits for others at its exit is killed by the launcher after a while."""
    if PartialState().num_processes == 1:
        sys.exit(code)
    PartialState().wait_for_everyone()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
