"""A tokenizer and a model small enough to be made on the spot, and what a trainer made of its rows, as text again."""

from itertools import groupby

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

END = "<|im_end|>"
# ChatML, with the markers by which TRL tells what the assistant says from the rest.
CHATML = (
    "{% if tools %}<|im_start|>tools\n{{ tools | tojson }}<|im_end|>\n{% endif %}"
    "{% for message in messages %}{{ '<|im_start|>' + message.role + '\n' }}"
    "{% if message.role == 'assistant' %}{% generation %}{{ message.content }}"
    "{% for call in message.tool_calls or [] %}{{ call.function.name }} "
    "{% if call.function.arguments is string %}{{ call.function.arguments }}"
    "{% else %}{{ call.function.arguments | tojson }}{% endif %}{% endfor %}"
    "{{ '<|im_end|>' }}{% endgeneration %}"
    "{% else %}{{ message.content + '<|im_end|>' }}{% endif %}{{ '\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)


def make_tokenizer(texts):
    """Return a byte-level BPE tokenizer learned from the texts. It takes any text and gives it back exactly."""
    tokenizer = Tokenizer(models.BPE())
    # A line break is a token of its own: the one before an answer must not melt into one that the answer begins with.
    line_breaks = pre_tokenizers.Split("\n", "isolated")
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([line_breaks, pre_tokenizers.ByteLevel(add_prefix_space=False)])
    tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
    tokenizer.decoder = decoders.ByteLevel()
    learning = trainers.BpeTrainer(
        vocab_size=800,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        special_tokens=["<|endoftext|>", "<|im_start|>", END],
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, learning)
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, eos_token=END, pad_token="<|endoftext|>", chat_template=CHATML
    )


def make_model(tokenizer):
    """Return a Llama of two layers that knows nothing yet."""
    size = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4}
    return LlamaForCausalLM(LlamaConfig(vocab_size=len(tokenizer), pad_token_id=tokenizer.pad_token_id, **size))


def chatml(messages):
    """Return the text that both trainers are to make of (role, text) turns."""
    return "".join(f"<|im_start|>{role}\n{text}{END}\n" for role, text in messages)


def read_text(tokenizer, row):
    return tokenizer.decode(row["input_ids"])


def trained_texts(tokenizer, row):
    """Return the unbroken stretches of a row that count in the loss, each without the mark that ends it."""
    pairs = zip(row["input_ids"], row["labels"], strict=True)
    stretches = [list(pairs) for counts, pairs in groupby(pairs, lambda pair: pair[1] != -100) if counts]
    assert all(token == label for stretch in stretches for token, label in stretch)
    return [
        tokenizer.decode([token for token, _ in stretch]).removesuffix("\n").removesuffix(END) for stretch in stretches
    ]
