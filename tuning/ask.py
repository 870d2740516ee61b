"""Ask the trained model: python ask.py "May I eat before my session?"

It is asked in the shape that it was trained in: a system prompt and a context stand in the system message.
"""

import argparse
import json
import re
import sys
from pathlib import Path

try:
    import torch
    from peft import AutoPeftModelForCausalLM
    from transformers import AutoTokenizer
except ModuleNotFoundError as missing:
    torch, lacking = None, missing.name

HERE = Path(__file__).resolve().parent


def messages(question, system="", context="", context_in="system", system_in="system"):
    """Return the turns of a question, with the context in its block where the data had it."""
    block = re.sub(r"<(\\*)(/?context>)", r"<\\\1\2", context)
    block = f"<context>\n{block}\n</context>" if context else ""
    if context_in == "user":
        question, block = "\n\n".join(filter(None, (question, block))), ""
    system = "\n\n".join(filter(None, (system, block)))
    if system and system_in == "user":
        question, system = f"{system}\n\n{question}", ""
    return [{"role": "system", "content": system}] * bool(system) + [{"role": "user", "content": question}]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("question", nargs="+")
    parser.add_argument("--adapter", default=str(HERE / "output" / "adapter"), help="its folder [output/adapter]")
    parser.add_argument("--system", default="", help="a system prompt, such as in the examples")
    parser.add_argument("--context", default="", help="what the answer may rely on")
    parser.add_argument("--max-tokens", type=int, default=400, help="longest answer [400]")
    given = parser.parse_args()
    if torch is None:
        sys.exit(f"“{lacking}” is not installed. Run: python -m pip install -r requirements.txt")
    if not Path(given.adapter, "adapter_config.json").exists():
        sys.exit(f"There is no adapter in {given.adapter}. Train one with train.py, or name its folder with --adapter.")
    print(answer(given))


def answer(given):
    tokenizer = AutoTokenizer.from_pretrained(given.adapter)
    cuda = torch.cuda.is_available()
    kind = torch.float32 if not cuda else torch.bfloat16 if torch.cuda.is_bf16_supported(False) else torch.float16
    model = AutoPeftModelForCausalLM.from_pretrained(given.adapter, dtype=kind).eval()
    model = model.to("cuda" if cuda else "cpu")
    told = Path(given.adapter, "training.json")
    places = json.loads(told.read_text())["settings"] if told.exists() else {}
    places = {name: places[name] for name in ("context_in", "system_in") if name in places}
    asked = messages(" ".join(given.question), given.system, given.context, **places)
    tokens = tokenizer.apply_chat_template(asked, add_generation_prompt=True, return_tensors="pt", return_dict=True)
    tokens = tokens.to(model.device)
    with torch.no_grad():
        found = model.generate(
            **tokens, max_new_tokens=given.max_tokens, do_sample=False, pad_token_id=tokenizer.pad_token_id
        )
    return tokenizer.decode(found[0, tokens["input_ids"].shape[1] :], skip_special_tokens=True).strip()


if __name__ == "__main__":
    main()
