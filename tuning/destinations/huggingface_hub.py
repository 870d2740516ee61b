"""A private data set on the Hugging Face Hub: for trainers that load it from there by its name."""

from django.utils.translation import gettext_lazy as _

from examples.exporting import PARTS
from tuning import hub
from tuning.destinations import Sent
from tuning.destinations._hub import OnTheHub


class HubDataSet(OnTheHub):
    name = "huggingface-hub"
    title = _("Hugging Face Hub data set")
    whom = _("For trainers that load a data set by its name, and for keeping it with a history.")
    leaves = _("The examples leave this computer for huggingface.co, into a private data set of yours.")
    sends = _("Upload to the Hub")
    paths = {part: f"data/{part}.jsonl" for part in PARTS}
    fields = (OnTheHub.dataset,)
    steps = (
        _("Set `HF_TOKEN` to a token with the right to write, from <https://huggingface.co/settings/tokens>."),
        _(
            "`pip install huggingface_hub`, then `python hub.py upload` in the folder of the bundle. It says where the "
            "examples go, and asks before they do."
        ),
        _('Load them with `datasets.load_dataset("OWNER/NAME")`: the card declares the parts.'),
    )

    def send(self, bundle, folder, api):
        name = hub.upload(api, folder, self.asked(bundle))
        return Sent(url=f"{api.endpoint}/datasets/{name}")


DESTINATION = HubDataSet()
