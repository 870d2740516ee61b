"""What train.py does on a graphics card: python gpu_check.py [--large] [--folder FOLDER]

Needs no model and no network: it makes random Llamas of the sizes of Llama-3.2-1B and, with --large, Llama-3.1-8B, data
for them, and trains each a few steps by LoRA, by QLoRA where bitsandbytes is there, in fp16 as on older cards, and with
packing; stops one and goes on. It prints a line for each: tokens a second, memory in use and what train.py foretold,
the share of tokens that count in the loss, and the loss at both ends.
"""

import argparse
import hashlib
import importlib.util
import json
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

TRAIN = Path(__file__).resolve().parents[2] / "train.py"
TEMPLATE = (
    "{% for message in messages %}{{ '<|' + message.role + '|>' + message.content + '<|end|>' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
)
SMALL = {
    "hidden_size": 2048, "intermediate_size": 8192, "num_hidden_layers": 16, "num_attention_heads": 32,
    "tie_word_embeddings": True,
}  # fmt: skip
LARGE = {"hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 32, "num_attention_heads": 32}
WORDS = ["".join(random.Random(n).choices("abcdefghijklmnopqrstuvwxyz", k=6)) for n in range(500)]


def tokenizer():
    found = Tokenizer(models.BPE())
    found.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    found.decoder = decoders.ByteLevel()
    special = ["<|pad|>", "<|end|>", "<|system|>", "<|user|>", "<|assistant|>"]
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    learning = trainers.BpeTrainer(
        vocab_size=2000, special_tokens=special, initial_alphabet=alphabet, show_progress=False
    )
    found.train_from_iterator((" ".join(WORDS) for _ in range(3)), learning)
    return PreTrainedTokenizerFast(
        tokenizer_object=found, eos_token="<|end|>", pad_token="<|pad|>", chat_template=TEMPLATE,
        additional_special_tokens=special[2:],
    )  # fmt: skip


def model(folder, size):
    """Write a random Llama with the vocabulary of Llama 3."""
    tokenizer().save_pretrained(folder)
    config = LlamaConfig(
        vocab_size=128_256, num_key_value_heads=8, max_position_embeddings=131_072, pad_token_id=0, **size
    )
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.bfloat16)
    with torch.device("cuda" if torch.cuda.is_available() else "cpu"):
        LlamaForCausalLM(config).save_pretrained(folder)
    torch.set_default_dtype(before)
    torch.cuda.empty_cache()


def data(folder, number, length):
    """Write a bundle's data: questions with answers of about so many words together, a few of them much shorter."""
    rng, files = random.Random(1), {}
    folder.mkdir(parents=True)
    shutil.copy(TRAIN, folder)
    say = lambda most: " ".join(rng.choices(WORDS, k=most))  # noqa: E731
    for part, count in (("train", number), ("validation", 8), ("test", 8)):
        rows = [
            {
                "prompt": [
                    {"role": "system", "content": "Be kind."},
                    {"role": "user", "content": say(length // 2) + "?"},
                ],
                "completion": [{"role": "assistant", "content": say(length // 2)}],
            }
            for _ in range(count)
        ]
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{part}.jsonl").write_text(text)
        files[f"{part}.jsonl"] = {"sha256": hashlib.sha256(text.encode()).hexdigest(), "part": part, "examples": count}
    manifest = {
        "snapshot": {"name": "made up", "sha256": "0" * 64},
        "options": {"context_in": "system"},
        "files": files,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest))


def run(name, folder, model, *words, stop_at=None):
    """Train, and print what was measured."""
    output = folder / name
    command = [sys.executable, "train.py", "--model", str(model), "--output", str(output), "--log-every", "1", *words]
    started = time.time()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if stop_at:
        while process.poll() is None and not any(line["step"] >= stop_at for line in lines(output)):
            time.sleep(0.2)
        process.send_signal(signal.SIGTERM)
    said = process.communicate()[0]
    if process.returncode not in (0, 143):
        print(f"{name}: ended with {process.returncode}\n{said[-3000:]}", flush=True)
        return
    chosen = next((line for line in said.splitlines() if " at once in each of " in line), "")
    share = next((line.split("of which ")[1].split(" %")[0] for line in said.splitlines() if "of which" in line), "?")
    steps = [line for line in lines(output) if line["event"] == "step"]
    ends = [line for line in lines(output) if line["event"] == "end"]
    speed = (steps[-1]["tokens"] - steps[0]["tokens"]) / max(steps[-1]["seconds"] - steps[0]["seconds"], 0.01)
    print(
        f"{name}: {chosen} | {speed:,.0f} tokens/s | {ends[-1].get('memory_gb', '?') if ends else '?'} GB | answers {share} % "
        f"| loss {steps[0]['loss']:.3f} to {steps[-1]['loss']:.3f} in {len(steps)} steps | {time.time() - started:.0f} s"
        + (f" | {[line for line in said.splitlines() if 'Going on' in line or 'Stopped' in line]}" if stop_at else ""),
        flush=True,
    )


def lines(output):
    path = output / "metrics.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines() if line.endswith("}")] if path.exists() else []


def foretold(model, method, tokens):
    """Return what train.py's formula says for a model."""
    spec = importlib.util.spec_from_file_location("train_checked", TRAIN)
    train = importlib.util.module_from_spec(spec)
    sys.modules["train_checked"] = train
    spec.loader.exec_module(train)
    return train.Shape.of(train.Settings(model=str(model))).gigabytes(method, tokens)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="the 8B model too")
    parser.add_argument("--tiny", action="store_true", help="a model of two layers, to see that this script runs")
    parser.add_argument("--folder", default="/tmp/gpu_check")
    given = parser.parse_args()
    place = Path(given.folder)
    shutil.rmtree(place, ignore_errors=True)
    quantize = importlib.util.find_spec("bitsandbytes") is not None and torch.cuda.is_available()
    small = {**SMALL, "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 8}
    model(place / "1b", small if given.tiny else SMALL)
    data(place / "long", 64, 900 if not given.tiny else 60)
    data(place / "short", 512 if not given.tiny else 64, 60)
    few, one = ("--max-steps", "8", "--batch-size", "16"), place / "1b"
    at_once = ("--examples-at-once", "8")
    print(f"1B, 8 × 2,048 at once, foretold: LoRA {foretold(one, 'lora', 16384):.1f} GB", flush=True)
    run("lora", place / "long", one, "--method", "lora", *few, *at_once)
    run("no-checkpointing", place / "long", one, "--method", "lora", "--no-gradient-checkpointing", *few, *at_once)
    run("short", place / "short", one, "--method", "lora", *few, *at_once)
    run("packed", place / "short", one, "--method", "lora", "--packing", "--max-steps", "4", *at_once)
    run("stopped", place / "short", one, "--method", "lora", "--max-steps", "40", *at_once, stop_at=5)
    run("stopped", place / "short", one, "--method", "lora", "--max-steps", "40", *at_once)
    if torch.cuda.is_available():
        run("lora-fp16", place / "long", one, "--method", "lora", "--precision", "fp16", *few, *at_once)
    if quantize:
        run("qlora", place / "long", one, "--method", "qlora", *few, *at_once)
        run("qlora-fp16", place / "long", one, "--method", "qlora", "--precision", "fp16", *few, *at_once)
    if given.large:
        model(place / "8b", LARGE)
        for method in ("lora", *(["qlora"] if quantize else [])):
            print(
                f"8B, 8 × 2,048 at once, foretold: {method} {foretold(place / '8b', method, 16384):.1f} GB", flush=True
            )
            run(f"8b-{method}", place / "long", place / "8b", "--method", method, "--max-steps", "5", *at_once)


if __name__ == "__main__":
    main()
