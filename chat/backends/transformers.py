"""A model in a folder of this computer, or a base model with an adapter on it, run by transformers in this process."""

import threading
from functools import lru_cache
from pathlib import Path
from queue import Empty

from django.utils.translation import gettext_lazy

from chat.backends import Backend, CutShort, Failed, NotSetUp, TooSlow, _http

# One model in memory, and one answer at a time: two would share the processor and both be slow.
ONE_AT_A_TIME = threading.Lock()
INSTALL = ".venv/bin/python -m pip install -r requirements-train.txt"


class Transformers(Backend):
    name, title = "transformers", gettext_lazy("A model in a folder on this computer (transformers)")
    needs = ("model_id",)
    takes = ("adapter",)

    def pieces(self, model, turns, wanted, passages=()):
        if not ONE_AT_A_TIME.acquire(timeout=_http.SILENCE):
            raise TooSlow("taken")
        stop = threading.Event()
        try:
            yield from _http.limited(self.generated(model, turns, wanted, stop))
        finally:
            stop.set()
            ONE_AT_A_TIME.release()

    def generated(self, model, turns, wanted, stop):
        tokenizer, network = loaded(folder(model.model_id), folder(model.adapter) if model.adapter else "")
        from transformers import StoppingCriteria, TextIteratorStreamer

        deadline = _http.Deadline(_http.WHOLE)

        class Stop(StoppingCriteria):
            def __call__(self, ids, scores, **options):
                return stop.is_set() or deadline.passed or wanted.ending.over.is_set()

        words = tokenizer.apply_chat_template(turns, add_generation_prompt=True, return_tensors="pt", return_dict=True)
        streamer = TextIteratorStreamer(tokenizer, skip_prompt=True, skip_special_tokens=True, timeout=_http.SILENCE)
        options = {"max_new_tokens": wanted.max_tokens, "do_sample": wanted.temperature > 0}
        if wanted.temperature > 0:
            options["temperature"] = wanted.temperature
        options |= {"streamer": streamer, "stopping_criteria": [Stop()]}
        result = Generation(network, {**words.to(network.device), **options})
        result.start()
        try:
            yield from streamer
        except Empty:
            raise TooSlow("silent_here", seconds=_http.SILENCE) from None
        finally:
            stop.set()
            result.join()
        if result.failed:
            raise Failed("could_not_go_on")
        if deadline.passed:
            raise _http.too_long_at_it()
        if result.length - words["input_ids"].shape[1] >= wanted.max_tokens:
            raise CutShort("token_limit")


class Generation(threading.Thread):
    """The model at work, while its words are read from the streamer."""

    def __init__(self, network, options):
        super().__init__(daemon=True)
        self.network, self.options, self.failed, self.length = network, options, False, 0

    def run(self):
        try:
            self.length = self.network.generate(**self.options).shape[1]
        except (RuntimeError, ValueError, IndexError):  # what torch and transformers raise, out of memory included
            self.failed = True
            self.options["streamer"].end()


def folder(name):
    """Return the path of a folder that is there. Raises NotSetUp: a name would be looked for on the Hub."""
    path = Path(name).expanduser()
    if not path.is_dir():
        raise NotSetUp("no_folder")
    return str(path)


@lru_cache(maxsize=1)
def loaded(base, adapter):
    """Return (tokenizer, model). Raises NotSetUp."""
    try:
        import torch
        from transformers import AutoModelForCausalLM, AutoTokenizer
        from transformers.utils import logging
    except ImportError:
        raise NotSetUp("no_packages", command=INSTALL) from None
    logging.disable_progress_bar()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    try:
        tokenizer = AutoTokenizer.from_pretrained(base, local_files_only=True)
        network = AutoModelForCausalLM.from_pretrained(base, local_files_only=True, dtype="auto")
        if adapter:
            from peft import PeftModel

            network = PeftModel.from_pretrained(network, adapter, local_files_only=True)
    except ImportError:
        raise NotSetUp("no_adapter_package", command=INSTALL) from None
    except (OSError, ValueError, RuntimeError):
        raise NotSetUp("no_whole_folder") from None
    if not tokenizer.chat_template:
        raise NotSetUp("no_template")
    return tokenizer, network.to(device).eval()


BACKEND = Transformers()
