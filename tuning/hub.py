"""Upload the folder of this file to a private data set on the Hugging Face Hub, and start a training on it there.

    python hub.py upload        the folder goes to the Hub, as a private data set
    python hub.py train         the same, then a Job begins that trains with train.py and uploads the adapter, private
    python hub.py look JOB      how the Job stands

What is asked for stands in hub.json. It needs `pip install huggingface_hub` and a token with the right to write in the
variable HF_TOKEN, and says what it is about to do before it does it. It needs nothing of the program that made it.
"""

import argparse
import json
import os
import sys
import warnings
from pathlib import Path

from huggingface_hub import HfApi, Volume

MOUNTED = "/bundle"
# An image with uv, which installs what train.py names at its head.
IMAGE = "ghcr.io/astral-sh/uv:python3.12-bookworm"


class NotPrivate(ValueError):
    """A repository is there already and public. Its text is a sentence for the person who wanted to upload."""


def names(api, asked):
    """Return (data set, model), each as OWNER/NAME; without an owner they are the token's."""
    data, model = asked["dataset"], asked.get("model_repository", "")
    if "/" not in data or (model and "/" not in model):
        owner = api.whoami()["name"]
        data = data if "/" in data else f"{owner}/{data}"
        model = model if "/" in model or not model else f"{owner}/{model}"
    return data, model


def private(api, name, kind):
    """Make a private repository, or be content with the one that is there. Raises NotPrivate."""
    api.create_repo(name, repo_type=kind, private=True, exist_ok=True)
    if not api.repo_info(name, repo_type=kind).private:
        raise NotPrivate(
            f"{name} is on the Hub already and public, so nothing was uploaded. Make it private, or name another."
        )


def upload(api, folder, asked):
    """Upload the folder, and return the data set's name."""
    data, _model = names(api, asked)
    private(api, data, "dataset")
    api.upload_folder(
        repo_id=data, repo_type="dataset", folder_path=folder, commit_message=f"Snapshot {asked['sha256'][:12]}"
    )
    return data


def train(api, folder, asked):
    """Upload the folder, begin the Job, and return (its JobInfo, the model's name)."""
    data = upload(api, folder, asked)
    _data, model = names(api, asked)
    private(api, model, "model")
    # By a shell, since a script is looked for on this computer, and this one is on the Job's.
    words = f"uv run {MOUNTED}/train.py --data {MOUNTED} --output /tmp/output --push-to {model}"
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "'HfApi.run_uv_job' is experimental")
        job = api.run_uv_job(
            "bash",
            script_args=["-c", words],
            image=IMAGE,
            flavor=asked["flavor"],
            timeout=f"{asked['timeout_minutes']}m",
            name=asked["dataset"].rpartition("/")[2],
            labels={"snapshot": asked["sha256"][:16]},
            secrets={"HF_TOKEN": api.token},
            volumes=[Volume(type="dataset", source=data, mount_path=MOUNTED)],
            namespace=data.partition("/")[0],
        )
    return job, model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["upload", "train", "look"])
    parser.add_argument("job", nargs="?", help="OWNER/ID, for look")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    given = parser.parse_args()
    token = os.environ.get("HF_TOKEN")
    if not token:
        sys.exit("Set HF_TOKEN to a token with the right to write, from https://huggingface.co/settings/tokens")
    api, folder = HfApi(token=token), Path(__file__).resolve().parent
    if given.what == "look":
        owner, _, job = (given.job or "").rpartition("/")
        print(api.inspect_job(job_id=job, namespace=owner or None).status.stage)
        return
    asked = json.loads((folder / "hub.json").read_text(encoding="utf-8"))
    data, model = names(api, asked)
    print(f"The examples in {folder} leave this computer for https://huggingface.co, the private data set {data}.")
    if given.what == "train":
        print(
            f"A Job on {asked['flavor']}, at most {asked['timeout_minutes']} minutes, trains the private model {model}."
        )
        print("You pay for each minute of it.")
    if not given.yes and input("Write yes to go on: ").strip().lower() != "yes":
        sys.exit("Nothing was sent.")
    try:
        if given.what == "upload":
            print(f"Uploaded: https://huggingface.co/datasets/{upload(api, folder, asked)}")
        else:
            print(f"Begun: {train(api, folder, asked)[0].url}")
    except NotPrivate as refusal:
        sys.exit(str(refusal))


if __name__ == "__main__":
    main()
