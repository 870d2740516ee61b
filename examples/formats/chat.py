"""A JSON array of messages: the same items as JSONL, in one list."""

from django.utils.translation import gettext_noop as _

from examples.formats.jsonl import Messages


class Chat(Messages):
    name = "chat"
    title = "Chat"
    readers = _(
        "Hugging Face datasets, TRL, axolotl, and LLaMA-Factory with an entry in its dataset_info.json; give it "
        "conversations with tools as ShareGPT."
    )
    filename = "training-data-chat.json"
    media_type = "application/json"
    container = "document"
    # By role tags: its “openai” formatting adds words of its own to every system prompt.
    llamafactory = {
        "formatting": "sharegpt",
        "columns": {"messages": "messages"},
        "tags": {
            "role_tag": "role",
            "content_tag": "content",
            "user_tag": "user",
            "assistant_tag": "assistant",
            "system_tag": "system",
        },
    }


format = Chat()
