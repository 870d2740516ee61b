"""Together: LoRA on their computers. The rules are those of its client's own check (together 3.1.1) and of its docs."""

from django.utils.translation import gettext_lazy as _

from tuning.destinations._hosted import MB, Hosted


class Together(Hosted):
    name, title, host = "together", "Together", "Together"
    whom = _("For those without a graphics card who may give the examples away: Together trains and serves the model.")
    largest = 50_100 * MB  # its client's MAX_FILE_SIZE_GB
    steps = (
        _("Unzip the bundle, and get an API key at <https://api.together.ai>."),
        _("`pip install together`, then `together files check train.jsonl`: their own check, on your machine."),
        _("`together files upload train.jsonl`, and the same with `validation.jsonl`. From then on, they have it."),
        _(
            "`together fine-tuning create --training-file FILE-ID --validation-file FILE-ID --model MODEL --lora`, and "
            "`--train-on-inputs false`, so that it learns the answers alone."
        ),
        _("Keep `test.jsonl`: ask the new model what is in it, and compare."),
    )


DESTINATION = Together()
