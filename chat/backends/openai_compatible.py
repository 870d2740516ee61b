"""Any server that speaks OpenAI's chat completions: vLLM, Ollama, llama.cpp, TGI, LM Studio."""

from django.utils.translation import gettext_lazy

from chat.backends import Backend, _http


class OpenAICompatible(Backend):
    name, title = "openai_compatible", gettext_lazy("A server with OpenAI’s API (vLLM, Ollama, llama.cpp, LM Studio)")
    needs = ("model_id", "base_url")
    takes = ("key_name",)

    def pieces(self, model, turns, wanted, passages=()):
        client = _http.Client(_http.key_of(model), base_url=model.base_url)
        yield from _http.pieces(client, model.model_id, turns, wanted, model.streams)


BACKEND = OpenAICompatible()
