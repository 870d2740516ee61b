"""Hugging Face Jobs: the same script as TRL's, on a graphics card of theirs that is paid by the minute."""

from django.utils.translation import gettext_lazy as _

from examples.exporting import PARTS
from tuning import hub
from tuning.destinations import Field, Refusal, Sent
from tuning.destinations._hub import OnTheHub, proper
from tuning.destinations._local import as_yaml, hold, options_in, read_yaml, script

# {flavour: (memory of its card in GB, tokens a second that a LoRA of a model of 8 billion weights about trains there)}.
# The memory is the Hub's own list's; the speeds are careful guesses of ours, of which the time-out takes the double.
FLAVOURS = {
    "t4-medium": (16, 200),
    "l4x1": (24, 500),
    "a10g-large": (24, 700),
    "l40sx1": (48, 1_500),
    "a100-large": (80, 2_500),
    "h200": (141, 4_000),
}
SET_UP = 30  # minutes, to install what train.py needs and to fetch the model
LONGEST = 7 * 24 * 60


class Jobs(OnTheHub):
    name = "huggingface-jobs"
    title = _("Hugging Face Jobs")
    whom = _("For those without a graphics card: TRL, on one of theirs, paid by the minute.")
    leaves = _("The examples leave this computer for huggingface.co, and the trained model lies there, both private.")
    sends = _("Start the training")
    format = "prompt-completion"
    paths = {part: f"data/{part}.jsonl" for part in PARTS}
    fields = (
        Field("model", _("Model to start from"), "meta-llama/Llama-3.1-8B-Instruct", "text", required=True),
        Field(
            "flavor", _("Computer"), "a10g-large", "choice",
            _("A model of 8 billion weights fits into 24 GB in 4 bit."),
            {name: f"{name} ({memory} GB)" for name, (memory, _speed) in FLAVOURS.items()},
        ),
        Field("epochs", _("How often each example is seen"), 3, "number", least=1, most=50),
        Field("max_length", _("Tokens of an example that are kept"), 2048, "number", least=128, most=131_072),
        OnTheHub.dataset,
        Field(
            "model_repository", _("Name of the trained model on the Hub"), "", "text",
            _("OWNER/NAME, or a name under your own account; empty for the snapshot’s name. It is made private."),
        ),
    )  # fmt: skip
    steps = (
        _("Set `HF_TOKEN` to a token with the right to write, from <https://huggingface.co/settings/tokens>."),
        _("On the page of the model to start from, accept its terms, if it has some."),
        _(
            "`pip install huggingface_hub`, then `python hub.py train` in the folder of the bundle. It says where "
            "the examples go and what it starts, and asks before it does."
        ),
        _("Follow the Job at the address that it prints. When it is done, the adapter is in your private model."),
    )

    def limit(self, options):
        return options["max_length"]

    def minutes(self, bundle):
        """Return how many minutes the training takes by our estimate."""
        _memory, speed = FLAVOURS[bundle.options["flavor"]]
        return SET_UP + bundle.tokens("train") * bundle.options["epochs"] // speed // 60 + 1

    def timeout(self, bundle):
        """Return after how many minutes the Job is ended: a wrong guess must not throw a training away."""
        return min(LONGEST, max(60, 2 * self.minutes(bundle)))

    def refuse(self, bundle):
        super().refuse(bundle)
        if not proper(bundle.options["model"]):
            raise Refusal("“model” must be the name of a model on the Hub, such as meta-llama/Llama-3.1-8B-Instruct.")
        if 2 * self.minutes(bundle) > LONGEST:
            raise Refusal("This would take more than a week on that computer. Choose a larger one, or fewer epochs.")

    def notes(self, bundle):
        return [
            _("About %(minutes)s minutes by our guess; the Job is ended after %(most)s. You pay for each minute.")
            % {"minutes": f"{self.minutes(bundle):,}", "most": f"{self.timeout(bundle):,}"}
        ]

    def asked(self, bundle):
        return {
            **super().asked(bundle),
            "model_repository": bundle.options["model_repository"] or f"{bundle.snapshot.slug}-adapter",
            "flavor": bundle.options["flavor"],
            "timeout_minutes": self.timeout(bundle),
        }

    def files(self, bundle):
        yield from super().files(bundle)
        yield "train.py", script("train.py")
        yield "config.yaml", as_yaml(config(bundle.options))

    def check(self, archive):
        super().check(archive)
        hold(read_yaml(archive, "config.yaml") == config(options_in(archive)), "config.yaml")

    def send(self, bundle, folder, api):
        job, model = hub.train(api, folder, self.asked(bundle))
        return Sent(job=f"{job.owner.name}/{job.id}", url=job.url, model=model)


def config(options):
    """Return what stands in config.yaml, train.py's settings."""
    return {**{name: options[name] for name in ("model", "epochs", "max_length")}, "too_long": "cut"}


DESTINATION = Jobs()
