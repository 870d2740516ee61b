"""Models on the Hugging Face Hub, through its Inference Providers."""

from django.utils.translation import gettext_lazy

from chat.backends import Backend, NotSetUp, _http


class HuggingFace(Backend):
    name, title = "huggingface", gettext_lazy("Hugging Face (a model on the Hub)")
    needs = ("model_id", "key_name")

    def pieces(self, model, turns, wanted, passages=()):
        key = _http.key_of(model)
        if not key.startswith("hf_"):
            raise NotSetUp("no_hub_token", name=model.key_name or "HF_TOKEN")
        client = _http.Client(key, model=model.model_id)
        yield from _http.pieces(client, model.model_id, turns, wanted, model.streams)


BACKEND = HuggingFace()
