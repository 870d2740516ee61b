"""The chat with real models: a server with OpenAI's API round a tiny Llama, the same model from its folder, and the base
with an adapter. The product runs in its own environment and asks them by its command."""

import json
import os
import shutil
import subprocess
import sysconfig
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import torch
from peft import LoraConfig, get_peft_model
from transformers import LlamaForCausalLM, PreTrainedTokenizerFast

from .conftest import ROOT, manage
from .tiny import chatml, make_model, make_tokenizer

QUESTION = "How do I prepare for the first session?"
TEXTS = [QUESTION, "Rest well, eat lightly, and bring somebody who takes you home afterwards."]
MOST = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a model that knows nothing, and its tokenizer."""
    torch.manual_seed(7)
    path = tmp_path_factory.mktemp("model")
    tokenizer = make_tokenizer(TEXTS)
    make_model(tokenizer).save_pretrained(path)
    tokenizer.save_pretrained(path)
    return path


@pytest.fixture(scope="module")
def adapter(folder, tmp_path_factory):
    path = tmp_path_factory.mktemp("adapter")
    get_peft_model(LlamaForCausalLM.from_pretrained(folder), LoraConfig(task_type="CAUSAL_LM")).save_pretrained(path)
    return path


class Serving:
    """An OpenAI-compatible server round the model of a folder. It streams a token at a time, the likeliest always."""

    def __init__(self, folder):
        self.tokenizer = PreTrainedTokenizerFast.from_pretrained(folder)
        self.model, self.asked = LlamaForCausalLM.from_pretrained(folder), []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *arguments):
                pass

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.asked.append(body)
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                for text in outer.pieces(body["messages"]):
                    event = json.dumps({"choices": [{"index": 0, "delta": {"content": text}}]})
                    self.wfile.write(f"data: {event}\n\n".encode())
                self.wfile.write(b"data: [DONE]\n\n")

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/v1"

    def prompt(self, messages):
        return self.tokenizer.apply_chat_template(messages, add_generation_prompt=True, tokenize=False)

    def pieces(self, messages):
        words = self.tokenizer(self.prompt(messages), return_tensors="pt", add_special_tokens=False)
        whole = self.model.generate(**words, max_new_tokens=MOST, do_sample=False)[0][words["input_ids"].shape[1] :]
        said = ""
        for end in range(1, len(whole) + 1):
            text = self.tokenizer.decode(whole[:end], skip_special_tokens=True)
            if not text.endswith("\ufffd"):
                yield text[len(said) :]
                said = text


@pytest.fixture(scope="module")
def serving(folder):
    server = Serving(folder)
    yield server
    server.server.shutdown()


def ask(data_dir, *options, **settings):
    """Ask by the product's command, with torch and transformers of this environment at hand. Return what it wrote."""
    python = os.environ.get("TRAINING_CENTER_PYTHON", ".venv/bin/python")
    settings = {
        "DATA_DIR": str(data_dir), "READ_DOT_ENV": "false", "PATH": os.environ["PATH"], "HF_HUB_OFFLINE": "1",
        **{name: str(value) for name, value in settings.items()},
    }  # fmt: skip
    done = subprocess.run(
        [python, "manage.py", "ask", QUESTION, "--no-documents", *options],
        cwd=ROOT, env=settings, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture
def data_dir(empty, tmp_path):
    return shutil.copytree(empty, tmp_path / "data")


def test_it_talks_to_a_server_round_a_real_model(serving, data_dir):
    done = ask(data_dir, CHAT_BASE_URL=serving.address, CHAT_MODEL="tiny")
    [body] = serving.asked
    assert (body["model"], body["stream"], body["max_tokens"]) == ("tiny", True, 800)
    assert done.stdout.strip() == "".join(serving.pieces(body["messages"])).replace("\x00", "").strip()


def test_a_model_is_asked_in_the_shape_it_was_trained_in(serving, data_dir):
    serving.asked.clear()
    ask(data_dir, CHAT_BASE_URL=serving.address, CHAT_MODEL="tiny")
    messages = serving.asked[0]["messages"]
    trained = chatml([(turn["role"], turn["content"]) for turn in messages])
    assert serving.prompt(messages) == trained + "<|im_start|>assistant\n"


@pytest.mark.parametrize("with_adapter", [False, True])
def test_it_runs_a_model_from_its_folder(folder, adapter, data_dir, with_adapter):
    row = {"name": "Local", "backend": "transformers", "model_id": str(folder)}
    if with_adapter:
        row["adapter"] = str(adapter)
    manage(data_dir, "shell", "-c", f"from chat.models import LanguageModel; LanguageModel(**{row!r}).keep()")
    assert ask(data_dir, "--model", "Local", PYTHONPATH=sysconfig.get_path("purelib")).stdout.strip()


def test_the_environment_can_name_a_folder(folder, data_dir):
    assert ask(data_dir, CHAT_MODEL=folder, PYTHONPATH=sysconfig.get_path("purelib")).stdout.strip()
