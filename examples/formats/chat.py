"""A JSON array of messages: the same items as JSONL, in one list."""

from examples.formats.jsonl import Messages


class Chat(Messages):
    name = "chat"
    title = "Chat"
    readers = (
        "Hugging Face datasets, TRL, axolotl, and LLaMA-Factory with an entry in its dataset_info.json; give it "
        "conversations with tools as ShareGPT."
    )
    filename = "training-data-chat.json"
    media_type = "application/json"
    container = "document"


format = Chat()
