"""What the trainers must find in the exports: examples written here, and real files read a second time.

The reading and the rows here are the tests' own, so that a mistake of the product's cannot hide behind itself.
"""

import csv
import json
import re
from pathlib import Path
from typing import NamedTuple

REAL_FILES = Path(__file__).parents[4] / "shared" / "data"
ROLES = {"human": "user", "gpt": "assistant", "observation": "tool"}
SHAREGPT_ROLES = {role: name for name, role in ROLES.items()}


class Example(NamedTuple):
    """One conversation: `turns` are (role, text) without the system message, the answer last."""

    turns: list
    context: str = ""
    system: str = ""
    tools: str = ""

    @property
    def messages(self):
        """All turns as a model is to see them, the context as a block at the end of the one system message."""
        escaped = re.sub(r"<(\\*)(/?context>)", r"<\\\1\2", self.context)
        block = f"<context>\n{escaped}\n</context>" if self.context else ""
        system = "\n\n".join(part for part in (self.system, block) if part)
        return [("system", system)] * bool(system) + self.turns

    @property
    def answers(self):
        return [text for role, text in self.turns if role in ("assistant", "function_call")]


def example(question, answer, history=(), **others):
    return Example([*history, ("user", question), ("assistant", answer)], **others)


PLAIN = [
    example("What is a trigger?", "Something that sets off a feeling."),
    example("How much may I give?", "At most 40 mg.", context="Adults: 20 to 40 mg."),
    example("And to a child?", "Ask the doctor.", context="Children: not known.", system="You answer in one line."),
    example("Why?", "Because it calms.", system="You answer kindly."),
    example(
        "And after that?",
        "Then rest.",
        history=[
            ("user", "What first?"),
            ("assistant", "Breathe in."),
            ("user", "What next?"),
            ("assistant", "Breathe out."),
        ],
        context="A breathing exercise in three steps.",
        system="You guide an exercise.",
    ),
    example(
        "\n Is\u2028this kept? 🧑‍⚕️ {{name}} <script>alert('x')</script>\r\n",
        "\n\nYes: é e\u0301 {{content}}\u2029 <|user|> 🙂🏽 \\n =1+1 \n\n",
        context="<context>\na context in the context\n</context>\n<\\context> \x85 {% if x %}\ufeff\n",
        system="  Take it {as it is}.\n",
    ),
]
DOSES = json.dumps(
    [
        {
            "name": "find_dose",
            "description": "Find the usual dose",
            "parameters": {"type": "object", "properties": {"drug": {"type": "string"}}, "required": ["drug"]},
        }
    ]
)
TOOLS = [
    *PLAIN,
    Example(
        [
            ("user", "How much of A?"),
            ("function_call", '{"name": "find_dose", "arguments": {"drug": "A – ü"}}'),
            ("tool", '{"dose": "40 mg"}'),
            ("assistant", "40 mg of A."),
            ("user", "Thank you."),
            ("assistant", "Take care."),
        ],
        context="All doses are for adults.",
        system="You look doses up.",
        tools=DOSES,
    ),
    Example(
        [
            ("user", "How much of B?"),
            ("function_call", '{"name": "find_dose", "arguments": {"drug": "B"}}'),
            ("tool", '{"dose": "5 mg"}'),
            ("assistant", "5 mg of B."),
        ],
        tools=DOSES,
    ),
    example("What can you do?", "I look doses up.", tools=DOSES),
]


# The row of each export that an example becomes


def as_alpaca(example):
    texts = [text for role, text in example.turns]
    return {
        "instruction": texts[-2],
        "input": example.context,
        "output": texts[-1],
        "system": example.system,
        "history": [texts[i : i + 2] for i in range(0, len(texts) - 2, 2)],
    }


def as_sharegpt(example):
    turns = [{"from": SHAREGPT_ROLES.get(role, role), "value": text} for role, text in example.messages]
    return {"conversations": turns} | ({"tools": example.tools} if example.tools else {})


def as_messages(example):
    return {"messages": [as_message(*turn) for turn in example.messages]} | as_tools(example)


def as_tools(example):
    tools = [{"type": "function", "function": tool} for tool in json.loads(example.tools or "[]")]
    return {"tools": tools} if tools else {}


def as_message(role, text, objects=False):
    if role != "function_call":
        return {"role": role, "content": text}
    name, arguments = name_and_arguments(text)
    if objects and json.dumps(json.loads(arguments), ensure_ascii=False) == arguments:
        arguments = json.loads(arguments)
    call = {"type": "function", "function": {"name": name, "arguments": arguments}}
    return {"role": "assistant", "content": "", "tool_calls": [call]}


def name_and_arguments(call):
    """Return the name and, as the very text that stands there, the arguments of a function call."""
    return json.loads(call)["name"], call.split(', "arguments": ', 1)[1].removesuffix("}")


def as_prompt_completion(example):
    messages = [as_message(*turn, objects=True) for turn in example.messages]
    return {"prompt": messages[:-1], "completion": messages[-1:]} | as_tools(example)


ROWS = {
    "jsonl": as_messages,
    "chat": as_messages,
    "alpaca": as_alpaca,
    "sharegpt": as_sharegpt,
    "prompt-completion": as_prompt_completion,
}
# What is written here, and the row in which it is brought to the product.
OWN = {"plain": (PLAIN, as_alpaca), "tools": (TOOLS, as_sharegpt)}


# The real files


def read(path):
    """Return the Examples of one of the real files, without the rows that have no question."""
    with open(path, encoding="utf-8", newline="") as file:
        if path.suffix == ".csv":
            return [
                example(row["instruction"], row["response"], context=row["context"]) for row in csv.DictReader(file)
            ]
        items = [json.loads(line) for line in file] if path.suffix == ".jsonl" else json.load(file)
    return [found for found in map(example_of, items) if found]


def example_of(item):
    if "output" in item:
        return example(item["instruction"], item["output"], context=item["input"])
    turns = [
        (ROLES.get(role, role), text)
        for role, text in (tuple(turn.values()) for turn in item.get("messages") or item["conversations"])
    ]
    system = turns.pop(0)[1] if turns[0][0] == "system" else ""
    while turns[-1][0] != "assistant":
        turns.pop()
    tools = item.get("tools", "")
    return Example(turns, system=system, tools=tools) if turns[0][0] == "user" else None


REAL = (
    "lf_identity_alpaca.json",
    "fastchat_dummy_sharegpt.json",
    "openai_toy_chat_fine_tuning.jsonl",
    "smile_counselling_zh_messages.jsonl",
    "counselchat_icr.csv",
)
REAL_TOOLS = "lf_glaive_toolcall_sharegpt.json"
CONVERSATIONS = ("plain", *REAL)
TOOL_CALLS = ("tools", REAL_TOOLS)
