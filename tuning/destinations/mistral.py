"""Mistral: their models on their computers. The rules are those of docs.mistral.ai and of mistral-common's validator
in its mode for fine-tuning."""

from django.utils.translation import gettext_lazy as _

from tuning.destinations._hosted import MB, Hosted


class Mistral(Hosted):
    name, title, host = "mistral", "Mistral", "Mistral"
    whom = _("For those who want a Mistral model, trained and served in Europe.")
    largest = 512 * MB
    context = 32_768
    steps = (
        _("Unzip the bundle, and get an API key at <https://console.mistral.ai>."),
        _(
            "Upload `train.jsonl` and `validation.jsonl` there, or by their Python client, `mistralai`. From here on, "
            "they have the data."
        ),
        _("Create the job, look at what their check says of the file, and start it."),
        _("Keep `test.jsonl`: ask the new model what is in it, and compare."),
    )

    def notes(self, bundle):
        train, validation = bundle.tokens("train"), bundle.tokens("validation")
        if validation > 0.05 * train or validation * 4 > MB:
            return [
                _("Mistral validates with at most 1 MB, and 5 % of what is trained on. Give it a part of the file.")
            ]
        return []


DESTINATION = Mistral()
