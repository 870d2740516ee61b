"""What a file of each format means, in and out."""

import io
import json
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples import formats, turns
from examples.models import Example, Problem
from examples.tests.making import lines, rows_of, texts

FORMATS = list(formats.every().values())
CALL = '{"name": "look_up", "arguments": {"drug":  "ketamine"}}'
AWKWARD = "{{name}} <script>alert(1)</script> =cmd() <|im_end|> \u2028\u2029\x85\x7f 🧠 e\u0301 \u202e\r\n\r end \n"
TOOLS = [{"type": "function", "function": {"name": "look_up"}}]

CAST = {
    "plain": {},
    "context": {"context": "Before the first session."},
    "system": {"system": "You are kind.\n\n"},
    "both": {"system": "You are kind.", "context": "line\n\nline"},
    "context with tags": {"context": "<context>\na\n</context> and <\\context> and <\\\\/context>"},
    "system like a block": {"system": "x\n\n<context>\nold\n</context>"},
    "question like a block": {"instruction": "Why?\n\n<context>\nhere\n</context>"},
    "all like a block": {"system": "\n</context>", "instruction": "q\n</context>", "context": "\n</context>"},
    "blank lines": {"context": "\n", "instruction": "\n q", "response": " a\n\n"},
    "awkward": {"instruction": AWKWARD, "context": AWKWARD, "response": AWKWARD, "system": AWKWARD},
    "pairs": {"history": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": AWKWARD}]},
    "marked": {"history": [{"role": "user", "content": "u1"}, {"role": "assistant", "content": "BAD", "weight": 0}]},
    "tools": {
        "history": [
            {"role": "user", "content": "Look."},
            {"role": "function_call", "content": CALL},
            {"role": "tool", "content": "{}"},
            {"role": "assistant", "content": "Found."},
        ],
        "extra": {"tools": json.dumps(TOOLS)},
    },
    "tools before the answer": {
        "history": [{"role": "function_call", "content": CALL}, {"role": "tool", "content": "{}"}],
        "extra": {"_turns": {"between": 2}},
    },
    "tools without a call": {"extra": {"tools": [{"name": "look_up", "parameters": {}}]}},
    "calls": {
        "history": [
            {"role": "user", "content": "Look."},
            {"role": "assistant", "content": None, "tool_calls": [{"id": "1", "function": {"name": "f"}}]},
            {"role": "tool", "content": "{}", "tool_call_id": "1"},
            {"role": "assistant", "content": "Found.", "weight": 0},
        ],
        "extra": {"tools": TOOLS},
    },
    "two questions": {"history": [{"role": "user", "content": "Hello?"}]},
    "odd call": {"history": [{"role": "user", "content": "q"}, {"role": "function_call", "content": "go"}]},
}


def unsaved(**values):
    example = Example.unsaved(**{"id": 1, "instruction": "Why?", "response": "Because.", **values})
    example.derive()
    return example


def written(format, *examples, **options):
    return b"".join(format.write(rows_of(format, examples), formats.Options(**options)))


def read(content, **options):
    """Return what a file holds: examples, and problems as sentences with their row."""
    content = content.encode() if isinstance(content, str) else content
    rows = formats.open_file(io.BytesIO(content), **options).rows()
    return [found if isinstance(found, Example) else str(found) for _, found in rows]


def one(item, **options):
    found = read(json.dumps([item]), **options)[0]
    assert isinstance(found, Example), found
    return found


# Round trips


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
@pytest.mark.parametrize("name", CAST)
def test_it_reads_back_what_it_wrote(format, name):
    example = unsaved(**CAST[name])
    if example.shape not in format.carries:
        pytest.skip(f"{format.title} does not carry {example.shape}.")
    content = written(format, example)
    (back,) = read(content)
    assert texts(back) == texts(example)
    back.id = 1
    back.derive()
    assert written(format, back) == content


text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
tagged = st.lists(st.sampled_from(["<context>", "</context>", "<\\context>", "\n", "\n\n", "a", "\r", ","])).map(
    "".join
)
any_text = text | tagged
filled = any_text.filter(str.strip)
pairs = st.lists(st.tuples(any_text, any_text), max_size=2).map(
    lambda found: [
        {"role": role, "content": content}
        for pair in found
        for role, content in zip(("user", "assistant"), pair, strict=True)
    ]
)


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
@settings(max_examples=150, deadline=None)
@given(system=any_text, history=pairs, context=any_text, instruction=filled, response=filled)
def test_it_reads_back_any_text(format, **values):
    example = unsaved(**values)
    (back,) = read(written(format, example))
    assert texts(back) == values


@settings(max_examples=300, deadline=None)
@given(system=any_text, context=any_text)
def test_it_takes_system_and_context_apart_again(system, context):
    message = turns.system_message(system, context)
    found = turns.without_block(message)
    assert (found[0], found[1] or "") == (system, context)


def test_it_puts_the_context_into_the_question_where_asked():
    content = written(formats.named("jsonl"), unsaved(context="Here."), context_in="user")
    assert json.loads(content)["messages"][0] == {"role": "user", "content": "Why?\n\n<context>\nHere.\n</context>"}
    assert read(content)[0].context == "Here."


def test_it_writes_a_system_prompt_only_where_there_is_none():
    examples = unsaved(), unsaved(system="Mine.")
    systems = [
        json.loads(line)["messages"][0]["content"]
        for line in written(formats.named("jsonl"), *examples, default_system="Ours.").splitlines()
    ]
    assert systems == ["Ours.", "Mine."]


# What stands in the files


def test_it_writes_messages_and_no_other_key():
    item = json.loads(written(formats.named("jsonl"), unsaved(extra={"id": 7, "weight": 1})))
    assert item == {"messages": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "Because."}]}


def test_it_writes_the_context_at_the_end_of_the_one_system_message():
    content = written(formats.named("chat"), unsaved(system="Be kind.", context="Day 1."))
    (item,) = json.loads(content)
    assert item["messages"][0] == {"role": "system", "content": "Be kind.\n\n<context>\nDay 1.\n</context>"}


def test_it_writes_all_five_alpaca_keys():
    (item,) = json.loads(written(formats.named("alpaca"), unsaved(**CAST["pairs"])))
    assert list(item) == ["instruction", "input", "output", "system", "history"]
    assert item["history"] == [["Hi", AWKWARD]]


def test_it_writes_tools_as_a_list_for_trainers_and_as_text_for_sharegpt():
    example = unsaved(**CAST["tools"])
    assert json.loads(written(formats.named("jsonl"), example))["tools"] == TOOLS
    assert json.loads(written(formats.named("sharegpt"), example))[0]["tools"] == json.dumps(TOOLS)


def test_it_writes_a_call_that_is_text_as_the_call_it_stands_for():
    messages = json.loads(written(formats.named("jsonl"), unsaved(**CAST["tools"])))["messages"]
    function = messages[1]["tool_calls"][0]["function"]
    assert function == {"name": "look_up", "arguments": '{"drug":  "ketamine"}'}


def test_it_writes_the_arguments_as_an_object_for_templates():
    call = '{"name": "look_up", "arguments": {"drug": "é"}}'
    example = unsaved(
        history=[
            {"role": "user", "content": "q"},
            {"role": "function_call", "content": call},
            {"role": "tool", "content": ""},
            {"role": "assistant", "content": "x"},
        ]
    )
    content = written(formats.named("prompt-completion"), example)
    assert json.loads(content)["prompt"][1]["tool_calls"][0]["function"]["arguments"] == {"drug": "é"}
    assert read(content)[0].history == example.history


def test_it_wraps_tools_for_trainers_and_unwraps_them_for_sharegpt():
    bare = {"name": "look_up", "parameters": {}}
    example = unsaved(extra={"tools": [bare]})
    (tool,) = json.loads(written(formats.named("jsonl"), example))["tools"]
    assert tool == {"type": "function", "function": bare}
    back = unsaved(extra={"tools": [tool]})
    assert json.loads(json.loads(written(formats.named("sharegpt"), back))[0]["tools"]) == [bare]


def test_it_writes_prompt_and_completion_as_turns():
    item = json.loads(written(formats.named("prompt-completion"), unsaved()))
    assert item["completion"] == [{"role": "assistant", "content": "Because."}]


@pytest.mark.parametrize(
    "format", [format for format in FORMATS if format.name != "csv"], ids=lambda format: format.name
)
def test_it_escapes_what_some_readers_split_lines_on(format):
    content = written(format, unsaved(response=AWKWARD)).decode()
    assert not set("\u2028\u2029\x85\x7f\r") & set(content)
    assert content.endswith("\n")


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_it_writes_an_empty_file_that_is_well_formed(format):
    content = written(format)
    assert format.filename.endswith((".jsonl", ".csv")) or json.loads(content) in (
        [],
        {"format": "training-center/1", "examples": []},
    )


# Which format it is

ITEMS = {
    "messages": {"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}]},
    "conversations": {"conversations": [{"from": "human", "value": "q"}, {"from": "gpt", "value": "a"}]},
    "conversation": {"conversation": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}]},
    "alpaca": {"instruction": "q", "input": "", "output": "a"},
    "prompt": {"prompt": "q", "completion": "a"},
    "prompt and response": {"prompt": "q", "response": "a"},
    "preference": {"prompt": "q", "chosen": "a", "rejected": "b"},
    "messages beside a prompt": {"prompt": "q", "messages": [{"role": "user", "content": "q"}]},
    "archive": {"instruction": "q", "response": "a", "status": "new", "trainable": True, "extra": {}},
}


@pytest.mark.parametrize("container", ["lines", "document"])
@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_it_is_claimed_by_one_format_alone(item, container):
    assert len([format.name for format in FORMATS if format.claims(item, container)]) == 1


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_it_recognises_its_own_files(format):
    reading = formats.open_file(io.BytesIO(written(format, unsaved(), unsaved())))
    list(reading.rows())
    assert reading.format is format


def test_it_reads_lines_from_a_json_file_and_an_array_from_a_jsonl_file():
    items = [ITEMS["alpaca"], ITEMS["messages"]]
    assert len(read(lines(*items))) == len(read(json.dumps(items))) == 2


@pytest.mark.parametrize("key", ["data", "examples", "train", "conversations"])
@pytest.mark.parametrize("indent", [None, 2])
def test_it_reads_the_array_in_an_object(key, indent):
    content = json.dumps({"version": 1, key: [ITEMS["alpaca"], ITEMS["messages"]], "end": {}}, indent=indent)
    assert [example.response for example in read(content)] == ["a", "a"]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("name", ["alpaca", "conversations"])
def test_it_reads_a_single_object(name, indent):
    assert [example.response for example in read(json.dumps(ITEMS[name], indent=indent))] == ["a"]


@pytest.mark.parametrize("key", ["data", "examples", "train"])
@pytest.mark.parametrize("name", ["alpaca", "messages", "conversation", "prompt"])
@pytest.mark.parametrize("indent", [None, 2])
def test_it_reads_an_object_that_is_an_example_as_one_whatever_list_it_has(key, name, indent):
    others = {key: [ITEMS["alpaca"]]}
    for item in ({**ITEMS[name], **others}, {**others, **ITEMS[name]}):
        (example,) = read(json.dumps(item, indent=indent))
        assert (example.instruction, example.extra) == ("q", others)


@pytest.mark.parametrize("beside", [{"instruction": "Be kind."}, {"prompt": "p", "question": "q", "answer": "a"}])
def test_it_reads_the_array_in_an_object_that_is_no_example(beside):
    content = json.dumps({**beside, "examples": [ITEMS["alpaca"]] * 2})
    assert [example.instruction for example in read(content)] == ["q", "q"]


def test_it_says_what_stands_beside_the_array_and_is_not_read():
    content = json.dumps({"train": [ITEMS["alpaca"]], "validation": [ITEMS["alpaca"]] * 3})
    reading = formats.open_file(io.BytesIO(content.encode()))
    list(reading.rows())
    assert "“validation” beside “train” has 3 items" in reading.notes[0]


@pytest.mark.parametrize("key", ["messages", "conversations"])
def test_it_reads_lines_whose_first_is_longer_than_a_look(key):
    turns = [{"role": "user", "content": "q"}, {"role": "assistant", "content": "x" * 1_500_000}]
    found = read(lines({key: turns}, ITEMS["alpaca"]))
    assert [len(example.response) for example in found] == [1_500_000, 1]


@pytest.mark.parametrize(
    "format", [format for format in FORMATS if format.name != "csv"], ids=lambda format: format.name
)
@pytest.mark.parametrize("item", [*ITEMS.values(), {}, {"chosen": None}, {"messages": 5}], ids=str)
def test_it_reads_or_reports_any_row_as_the_format_that_a_person_names(format, item):
    for content in (lines(item, item), json.dumps([item, item])):
        assert all(isinstance(one, Example) or one.startswith("Row ") for one in read(content, format=format.name))


# What an item becomes


def chat(*pairs, **more):
    return {"messages": [{"role": role, "content": content} for role, content in pairs], **more}


BECOMES = {
    "roles": (
        {"conversations": [{"from": "Human", "value": "q"}, {"from": "CHATBOT", "value": "a"}]},
        {"instruction": "q", "response": "a"},
    ),
    "two system turns": (
        chat(("system", "One."), ("developer", "Two."), ("user", "q"), ("assistant", "a")),
        {"system": "One.\n\nTwo."},
    ),
    "parts of text": (
        chat(("user", [{"type": "text", "text": "q"}, {"type": "text", "text": "?"}]), ("assistant", "a")),
        {"instruction": "q?"},
    ),
    "earlier turns": (
        chat(("user", "1"), ("assistant", "2"), ("user", "3"), ("assistant", "4")),
        {"history": [{"role": "user", "content": "1"}, {"role": "assistant", "content": "2"}], "instruction": "3"},
    ),
    "turns after the answer": (
        chat(("user", "q"), ("assistant", "a"), ("user", "thanks")),
        {"response": "a", "extra": {"_turns": {"after": [{"role": "user", "content": "thanks"}]}}},
    ),
    "weight 0": (
        {"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a", "weight": 0}]},
        {"trainable": False, "extra": {"_turns": {"answer": {"weight": 0}}}},
    ),
    "label false": (
        {"prompt": "q", "completion": "a", "label": False},
        {"trainable": False, "extra": {"label": False}},
    ),
    "kto tag": ({**ITEMS["messages"], "kto_tag": False}, {"trainable": False}),
    "block in the question": (
        chat(("user", "q\n\n<context>\nc\n</context>"), ("assistant", "a")),
        {"instruction": "q", "context": "c"},
    ),
    "names of columns": ({"Question Text": "q", "ANSWER_TEXT": "a"}, {"instruction": "q", "response": "a"}),
    "input is the context": ({"instruction": "q", "input": "c", "output": "a"}, {"context": "c"}),
    "input is the question": ({"input": "q", "output": "a"}, {"instruction": "q", "context": ""}),
    "null context": ({"instruction": "q", "input": None, "output": "a"}, {"context": ""}),
    "chosen": (
        {"prompt": "q", "chosen": "a", "rejected": "b"},
        {"instruction": "q", "response": "a", "extra": {"rejected": "b"}},
    ),
    "chosen as turns": (
        {"chosen": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}], "rejected": []},
        {"instruction": "q", "response": "a", "extra": {"rejected": []}},
    ),
    "system prompt and pairs": (
        {**ITEMS["alpaca"], "System-Prompt": "s", "history": [["1", "2"]]},
        {"system": "s", "history": [{"role": "user", "content": "1"}, {"role": "assistant", "content": "2"}]},
    ),
    "part of a word": (
        {**ITEMS["alpaca"], "response_time": 3, "input_tokens": 4},
        {"response": "a", "context": "", "extra": {"response_time": 3, "input_tokens": 4}},
    ),
    "old export": (
        {
            "conversation": [
                {"role": "system", "content": "You are a Ketamine Therapy Companion. Context: pre-session"},
                *ITEMS["messages"]["messages"],
            ]
        },
        {"system": "You are a Ketamine Therapy Companion.", "context": "pre-session"},
    ),
    "old export with the time": (
        {"instruction": "q", "context": "c", "response": "a", "created_at": "2025-03-01T10:00:00+00:00"},
        {"context": "c", "extra": {}},
    ),
    "keys in capitals": (
        {"Messages": [{"Role": "User", "Content": "q"}, {"ROLE": "assistant", "CONTENT": "a"}]},
        {"instruction": "q", "response": "a", "extra": {}},
    ),
    "a preference beside the turns": (
        {
            "conversations": [
                {"from": "human", "value": "1"},
                {"from": "gpt", "value": "2"},
                {"from": "human", "value": "q"},
            ],
            "chosen": {"from": "gpt", "value": "a"},
            "rejected": {"from": "gpt", "value": "b"},
        },
        {"instruction": "q", "response": "a", "extra": {"rejected": {"from": "gpt", "value": "b"}}},
    ),
    "judged in capitals": ({"prompt": "q", "completion": "a", "Label": False}, {"trainable": False}),
    "judged in words": ({"question": "q", "answer": "a", "kto_tag": "False"}, {"trainable": False}),
    "no time of the calendar": (
        {"instruction": "q", "response": "a", "created_at": "0001-01-01T00:00:00+01:00"},
        {"extra": {"created_at": "0001-01-01T00:00:00+01:00"}},
    ),
    "system beside the turns": (
        {"system": "s", **ITEMS["conversations"]},
        {"system": "s", "instruction": "q", "extra": {}},
    ),
    "any other key": ({**ITEMS["alpaca"], "id": 7, "meta": {"a": [1]}}, {"extra": {"id": 7, "meta": {"a": [1]}}}),
}


@pytest.mark.parametrize(("item", "expected"), BECOMES.values(), ids=BECOMES)
def test_it_becomes(item, expected):
    example = one(item)
    assert {name: getattr(example, name) for name in expected} == expected


def test_it_keeps_the_time_of_the_old_storage():
    assert (
        one({**ITEMS["alpaca"], "created_at": "2025-03-01T10:00:00Z"}).created_at.isoformat()
        == "2025-03-01T10:00:00+00:00"
    )


def test_it_follows_a_mapping():
    example = one({"title": "c", "text": "q", "reply": "a"}, mapping={"instruction": "text", "context": "title"})
    assert (example.instruction, example.context, example.response) == ("q", "c", "a")


# Rows with a problem

GOOD = '{"instruction": "q", "response": "a"}'
PROBLEMS = {
    "no answer": ('{"instruction": "q"}', "“response” is missing"),
    "blank answer": ('{"instruction": "q", "response": " \\n"}', "“response” is missing or blank"),
    "null question": ('{"instruction": null, "response": "a"}', "“instruction” is missing"),
    "number": ('{"instruction": "q", "response": 7}', "“response” must be text, and here it is a number"),
    "list": ('{"instruction": ["q"], "response": "a"}', "“instruction” must be text, and here it is a list"),
    "context": ('{"instruction": "q", "context": {}, "response": "a"}', "“context” must be text"),
    "NUL": ('{"instruction": "q\\u0000", "response": "a"}', "NUL"),
    "NUL in another key": ('{"instruction": "q", "response": "a", "x": ["\\u0000"]}', "NUL"),
    "lone surrogate": ('{"instruction": "q\\ud800", "response": "a"}', "lone surrogate"),
    "NaN": ('{"instruction": "q", "response": "a", "score": NaN}', "NaN is no number"),
    "Infinity": ('{"instruction": "q", "response": "a", "score": -Infinity}', "Infinity is no number"),
    "deep": ('{"instruction": "q", "response": "a", "x": ' + "[" * 101 + "]" * 101 + "}", "nested deeper than 100"),
    "very deep": (
        '{"instruction": "q", "response": "a", "x": ' + "[" * 5000 + "]" * 5000 + "}",
        "nested deeper than 100",
    ),
    "no object": ('["q", "a"]', "no object"),
    "an empty object": ("{}", "The item is empty."),
    "thousands of digits": ('{"instruction": "q", "response": "a", "x": ' + "9" * 5000 + "}", "thousands of digits"),
    "no object beside the turns": (
        '{"messages": [{"role": "user", "content": "q"}, 7, {"role": "assistant", "content": "x"}]}',
        "Turn 2 is a number",
    ),
    "unknown keys": ('{"text": "q", "label": "a"}', "“text”, “label”"),
    "two names": ('{"question": "q", "prompt": "p", "response": "a"}', "“question” and “prompt” both mean"),
    "unknown role": ('{"messages": [{"role": "narrator", "content": "x"}]}', "“narrator”"),
    "role that is a list": ('{"messages": [{"role": ["user"], "content": "x"}]}', "which is not known"),
    "no question": ('{"messages": [{"role": "assistant", "content": "x"}]}', "no user text"),
    "no answer text": ('{"messages": [{"role": "user", "content": "x"}]}', "no assistant text"),
    "picture": (
        '{"messages": [{"role": "user", "content": [{"type": "image_url"}]}, {"role": "assistant", "content": "x"}]}',
        "image_url",
    ),
    "key twice": ('{"instruction": "q", "response": "a", "instruction": "p"}', "“instruction” stands twice. Keep one"),
    "key twice in a turn": (
        '{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a", "content": "b"}]}',
        "“content” stands twice",
    ),
    "key twice in an earlier turn": (
        '{"instruction": "q", "response": "a", "history": "[{\\"role\\": \\"user\\", \\"role\\": \\"user\\"}]"}',
        "“role” stands twice",
    ),
    "bad pair": ('{"instruction": "q", "response": "a", "history": [["x"]]}', "Pair 1"),
}


@pytest.mark.parametrize(("item", "why"), PROBLEMS.values(), ids=PROBLEMS)
def test_it_reports_a_row_with_a_problem_and_reads_the_others(item, why):
    for content in (f"{GOOD}\n\n{item}\n{GOOD}\n", f"[{GOOD}, {item},\n{GOOD}]"):
        first, problem, last = read(content)
        row = 3 if content.startswith("{") else 2
        assert problem.startswith(f"Row {row}: ")
        assert why in problem
        assert first.response == last.response == "a"


@settings(max_examples=150, deadline=None)
@given(value=st.text('"\\:,a{') | st.none())
def test_it_reports_a_key_that_stands_twice_whatever_the_texts(value):
    value = json.dumps(value)
    item = f'{{"instruction": "q", "x": {value}, "y": [1, {{"x": {value}}}], "x": {value}, "response": "a"}}'
    for content in (f"{item}\n{GOOD}", f"[{item}]", item.replace(" ", "\n")):
        assert "“x” stands twice" in read(content)[0]


@pytest.mark.parametrize(
    "item",
    ["9" * 5000, "[" + "[" * 5000 + "]" * 5000 + ', "' + "]" * 2_000_000 + '"]'],
    ids=["number", "deep and long"],
)
def test_it_goes_past_an_item_that_it_cannot_read(item):
    first, problem, last = read(f"[{GOOD}, {item}, {GOOD}]")
    assert problem.startswith("Row 2: ")
    assert first.response == last.response == "a"


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 5000 + "]" * 5000, "NaN"], ids=["digits", "deep", "NaN"])
def test_it_reports_a_single_object_with_a_problem(value):
    (problem,) = read(f'{{"instruction": "q",\n"x": {value},\n"response": "a"}}')
    assert problem.startswith("Row 1: ")


def test_it_reports_a_line_that_is_no_json_with_its_column():
    _, problem, _ = read(f'{GOOD}\n{{"instruction": "q", oops}}\n{GOOD}')
    assert problem.startswith("Row 2: The line is not valid JSON at column 22")


def test_it_reports_a_broken_first_line():
    problem, example = read(f'{{"instruction": "q", "respo\n{GOOD}')
    assert problem.startswith("Row 1: ")
    assert example.response == "a"


@pytest.mark.parametrize("first", ["oops", "null", 'ponse": "b"}', "[1, 2]", '{"instruction": "a", "response":'])
def test_it_reports_a_bad_first_line_and_reads_the_others(first):
    problem, *examples = read(f"{first}\n{GOOD}\n{GOOD}\n")
    assert problem.startswith("Row 1: ")
    assert len(examples) == 2


def test_it_reports_a_line_with_bytes_that_are_no_utf8():
    found = read(
        f"{GOOD}\n".encode()
        + b'{"instruction": "\xff", "response": "a"}\n'
        + '{"instruction": "é", "response": "ü"}'.encode()
    )
    assert found[1].startswith("Row 2: Byte 18")
    assert found[2].response == "ü"


@pytest.mark.parametrize(
    ("row", "why"), [("q", "too few"), ("q,a,b", "too many"), ("q,", "missing or blank"), ('"q"x,a', "quotes")]
)
def test_it_reports_a_csv_row_with_a_problem(row, why):
    first, problem, last = read(f"instruction,response\nq,a\n{row}\nq,a\n")
    assert problem.startswith("Row 2: ")
    assert why in problem
    assert first.response == last.response == "a"


BROKEN = {
    "goes on": '"He said "hi", then\nleft",ok answer\n',
    "goes on over lines that look like rows": '"He said "hi", then\nleft, slowly, and\nwent,\nhome",ok answer\n',
    "goes on twice": '"He said "hi"\nleft","and "so"\non",ok answer\n',
    "goes on past words in doubled quotes": '"He said "hi"\nand ""no"", then\nleft",ok answer\n',
    "ends": '"He said "hi" then",ok answer\n',
}


@pytest.mark.parametrize("after", ['q2,a2\n"q3","a3"\n', '"q2","a\n2"\nq3,a3\n', 'q2,a2\n"q""3",a3\n'])
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_it_takes_no_part_of_a_broken_csv_record_for_a_row(broken, after):
    problem, *examples = read(f"instruction,response\n{broken}{after}")
    where = f"lines 2 to {1 + broken.count(chr(10))}:" if broken.count("\n") > 1 else "line 2:"
    assert problem.startswith(f"Row 1: The quotes are wrong in {where}")
    assert [example.instruction[:2] for example in examples][0] == "q2" and len(examples) == 2


def test_it_counts_a_broken_csv_record_as_one_row():
    *_, last = read(f"instruction,response\n{BROKEN['goes on']}q2,\n")
    assert last.startswith("Row 2: “response” is missing")


# Files that cannot be read

UNREADABLE = {
    "empty": (b"", "empty"),
    "blank": (b" \n\xef\xbb\xbf\n", "empty"),
    "cut array": (b'[{"instruction": "q"}, {"instr', "line 1, column"),
    "cut after an item": (f"[{GOOD},\n".encode(), "line 2, column 1"),
    "malformed array": (b'[{"a": 1}\n{"b": 2}]', "(line 2, column 1)"),
    "something after the array": (b'[{"a": 1}]\nmore', "(line 2, column 1)"),
    "malformed object": (b'{"data": [\n{"a": 1 "b": 2}\n]\n}', "(line 2, column 9)"),
    "unclosed quote": (b'instruction,response\nq,a\n"never,closed\nmore\n', "line 3, column 1"),
    "unclosed quote within": (b'instruction,response\nq,a\nq,"never\nclosed\n', "line 3, column 3"),
    "unknown header": (b"foo,bar\n1,2\n", "“foo”, “bar”"),
    "no table": (b"Dear all,\nplease find attached\n", "“Dear all”"),
    "two columns of one name": (b"instruction,response,response\na,b,c\n", "Two columns are called “response”"),
    "two columns": (b"question,prompt,answer\na,b,c\n", "“question” and “prompt” both mean"),
    "PDF": (b"%PDF-1.7 x", "PDF"),
    "Excel": (b"PK\x03\x04 x", "Excel"),
    "binary": (bytes(range(256)) * 9, "no text"),
    "UTF-32 without its mark": ("instruction,response\nq,a".encode("utf-32-le"), "UTF-16"),
    "numbers of two bytes": (struct.pack("<999h", *range(-400, 599)), "no text"),
    "broken UTF-8 in a CSV": ("instruction,response\né,ü\n".encode() + b"\xff,a\n", "Line 3, column 1"),
}


@pytest.mark.parametrize(("content", "why"), UNREADABLE.values(), ids=UNREADABLE)
def test_it_refuses_a_file_in_one_sentence(content, why):
    with pytest.raises(formats.Unreadable) as refusal:
        read(content)
    assert why in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("depth", [1000, 200_000])
def test_it_refuses_brackets_without_end(depth):
    with pytest.raises(formats.Unreadable):
        read("[" * depth)


def test_it_refuses_a_mapping_to_a_column_that_is_not_there():
    with pytest.raises(formats.Unreadable, match="There is no column “nope”"):
        read("a,b\n1,2\n", mapping={"instruction": "nope", "response": "b"})


@pytest.mark.parametrize(
    "options", [{"format": "nope"}, {"encoding": "nope"}, {"encoding": "base64"}, {"mapping": {"x": "y"}}]
)
def test_it_refuses_a_choice_that_does_not_exist(options):
    with pytest.raises(formats.Unreadable):
        read(f"[{GOOD}]", **options)


def test_it_refuses_a_file_of_another_container_than_asked_for():
    with pytest.raises(formats.Unreadable, match="a JSON array"):
        read(f"[{GOOD}]", format="csv")


# Encodings, line ends, delimiters

WORDS = 'instruction,response\n"Wie heißt „Über-Ich“?",Größe – naïve café\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_it_reads_the_encoding(encoding):
    (example,) = read(WORDS.encode(encoding))
    assert example.response == "Größe – naïve café"


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_it_reads_json_lines_in_utf16_with_its_mark_and_without(encoding, mark):
    content = (mark + lines({"instruction": "é", "response": "Спасибо"}) * 2).encode(encoding)
    assert [example.response for example in read(content)] == ["Спасибо", "Спасибо"]
    assert [example.response for example in read(content, encoding=encoding)] == ["Спасибо", "Спасибо"]


def test_it_says_that_it_guessed_the_encoding_and_takes_a_correction():
    content = "instruction,response\nKolik?,Pět korun č. 1 řada\n".encode("cp1250")
    assert formats.open_file(io.BytesIO(content)).encoding.guessed
    assert read(content, encoding="windows-1250")[0].response == "Pět korun č. 1 řada"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_it_reads_every_line_end(end):
    assert len(read(f"instruction,response{end}q,a{end}q,a{end}")) == 2
    assert len(read(f"{GOOD}{end}{GOOD}{end}")) == 2
    assert len(read(f"[{GOOD},{end}{GOOD}]{end}")) == 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_it_reads_every_delimiter(delimiter):
    content = f'instruction{delimiter}response\n"q, ""quoted""; a|b\nnext"{delimiter}a\n'
    assert read(content)[0].instruction == 'q, "quoted"; a|b\nnext'


def test_it_passes_over_the_hint_that_excel_writes():
    assert read("sep=;\ninstruction;response\nq;a\n")[0].response == "a"


def test_it_keeps_two_columns_of_one_name_apart():
    assert read("instruction,response,note,note\nq,a,1,2\n")[0].extra == {"note": "1", "note 2": "2"}


def test_it_reads_a_very_long_word():
    (example,) = read(json.dumps([{"instruction": "q", "response": "x" * 5_000_000}]))
    assert len(example.response) == 5_000_000


@pytest.mark.parametrize(
    "history", ['[{"role": "user", "content": "x", "weight": NaN}]', '[{"role": "\\ud800"}]', "[["]
)
def test_it_reports_a_csv_cell_that_no_store_should_hold(history):
    cell = history.replace('"', '""')
    good, problem = read(f'instruction,response,history\nq,a,\nq,a,"{cell}"\n')
    assert good.response == "a"
    assert problem.startswith("Row 2: ")


@pytest.mark.parametrize("encoding", ["utf-16", "punycode", "undefined"])
def test_it_refuses_a_wrong_encoding_in_a_sentence(encoding):
    with pytest.raises(formats.Unreadable):
        read(f"[{GOOD}, {GOOD}]", encoding=encoding)


def test_it_keeps_long_numbers_as_they_came():
    number = 123456789012345678901234567890
    assert [
        example.extra["id"] for example in read(f'{{"instruction": "q", "response": "a", "id": {number}}}\n' * 2)
    ] == [number] * 2
    assert read(f'{{"instruction": "q", "response": "a", "x": [{{"id": {number}}}]}}\n')[0].extra["x"] == [
        {"id": number}
    ]


def test_it_writes_no_key_over_the_text():
    messages = [{"role": "user", "content": "q", "from": "app"}, {"role": "assistant", "content": "a", "value": 0.87}]
    example = unsaved(
        **{
            name: value
            for name, value in one({"messages": messages}).__dict__.items()
            if name in ("instruction", "response", "extra")
        }
    )
    (item,) = json.loads(written(formats.named("sharegpt"), example))
    assert [(turn["from"], turn["value"]) for turn in item["conversations"]] == [("human", "q"), ("gpt", "a")]


SECOND = [{"role": "system", "content": "S2"}, {"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}]
CALLING = [
    {"role": "user", "content": "q"},
    {"role": "assistant", "content": None, "tool_calls": [{"id": "1"}]},
    {"role": "tool", "content": "r"},
    {"role": "assistant", "content": "a"},
]


@pytest.mark.parametrize(
    ("turns", "shape"),
    [
        (CALLING, "calls"), (CALLING + SECOND, "free"), (CALLING[:3] + CALLING, "free"),
        ([CALLING[0], {"role": "assistant", "content": "a", "tool_calls": [{"id": "1"}]}], "calls"),
        ([CALLING[0], {"role": "assistant", "content": "a", "tool_calls": None}], "single"),
        ([CALLING[0], {**CALLING[3], "tool_calls": None}, *SECOND[1:]], "pairs"),
        ([CALLING[0], {**CALLING[3], "weight": 0}, *SECOND[1:]], "marked"),
        ([CALLING[0], {**CALLING[3], "weight": 1}, *SECOND[1:]], "pairs"),
    ],
)  # fmt: skip
def test_it_knows_the_shape_of_a_conversation(turns, shape):
    example = one({"messages": turns})
    example.derive()
    assert example.shape == shape


ODD_ITEMS = {
    "call as text beside a call": {
        "messages": [
            {"role": "user", "content": "q"}, {"role": "assistant", "content": None, "tool_calls": [{"id": "1"}]},
            {"role": "tool", "content": "r"}, {"role": "function_call", "content": "look it up"},
            {"role": "tool", "content": "r"}, {"role": "assistant", "content": "a"},
        ]
    },
    "tools as a number": {"instruction": "q", "response": "a", "tools": 5},
    "tools as an object": {"instruction": "q", "response": "a", "tools": {"name": "x"}},
    "tools as text that is no JSON": {"instruction": "q", "response": "a", "tools": "none"},
    "tools with half a character": {"instruction": "q", "response": "a", "tools": '[{"name": "\\ud800"}]'},
    "tools with NaN": {"instruction": "q", "response": "a", "tools": '[{"name": NaN}]'},
}  # fmt: skip


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
@pytest.mark.parametrize("item", ODD_ITEMS.values(), ids=ODD_ITEMS)
def test_it_writes_whatever_came_in_or_does_not_carry_it(format, item):
    example = one(item)
    example.id = 1
    example.derive()
    if example.shape in format.carries:
        assert written(format, example)


def test_it_keeps_the_item_of_a_problem():
    rows = formats.open_file(io.BytesIO(f'{GOOD}\n{{"instruction": "q"}}\n'.encode())).rows()
    problem = next(found for _, found in rows if isinstance(found, Problem))
    assert problem.item == '{"instruction": "q"}'
