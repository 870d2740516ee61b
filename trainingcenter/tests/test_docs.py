"""Docs and code say the same: what there is, is described, and what is described, is there."""

import ast
import json
import re
import tomllib
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class
from django.urls import URLPattern, get_resolver, resolve

from examples import formats
from examples.forms import FilterForm
from examples.models import Example
from examples.shapes import Shape
from examples.tests.making import rows_of

ROOT = Path(__file__).resolve().parents[2]
APPS = ("trainingcenter", "examples", "chat", "tuning")
BUILT = {"node_modules", "vendor", "work", "data"}
TEXTS = [
    path
    for path in sorted(ROOT.rglob("*.md"))
    if not any(part in BUILT or part.startswith(".") for part in path.relative_to(ROOT).parts)
]


@cache
def doc(name):
    return (ROOT / name).read_text()


def section(text, title):
    """Return what stands below a heading, with its smaller headings."""
    found = re.search(rf"^(#+) {re.escape(title)}\n(.*?)(?=^#{{1,2}} |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"There is no section “{title}”."
    return found[2]


def rows(text):
    """Return the names in code in the first column of the tables of a text."""
    return {name for row in re.findall(r"^\| (`.*?) \|", text, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row)}


# Formats


def test_each_format_is_described_and_no_other():
    described = set(re.findall(r"^\| \[`([\w-]+)`\]\(#\1\)", doc("docs/formats.md"), re.MULTILINE))
    assert described == set(formats.every())
    assert all(section(doc("docs/formats.md"), name) for name in described)


@pytest.mark.parametrize("name", formats.every())
def test_the_example_of_a_format_is_read_as_it_and_is_what_it_writes(name):
    block = re.search(r"```\w+\n(.*?)```", section(doc("docs/formats.md"), name), re.DOTALL)[1].encode()
    reading = formats.open_file(BytesIO(block))
    [(_, example)] = reading.rows()
    assert isinstance(example, Example), example
    assert reading.format.name == name
    assert [turn["content"] for turn in example.history] == ["May I drive?", "Not today."]
    assert (example.system, example.context) == ("Answer kindly.", "The day before")
    assert (example.instruction, example.response) == ("May I eat?", "Ask your clinic.")
    if not formats.named(name).keeps_all:
        format = formats.named(name)
        assert b"".join(format.write(rows_of(format, [example]), formats.Options())) == block


def test_each_format_has_its_file_in_the_table():
    table = dict(re.findall(r"^\| \[`([\w-]+)`\].*?\| (\S+) \|", doc("docs/formats.md"), re.MULTILINE))
    assert table == {format.name: format.filename for format in formats.every().values()}


def test_the_table_of_shapes_is_what_the_formats_carry():
    table = section(doc("docs/formats.md"), "What a format can hold")
    head = [cell.strip() for cell in re.search(r"^\| conversation \|(.*)\|$", table, re.MULTILINE)[1].split("|")]
    for shape in Shape:
        cells = re.search(rf"^\| .*\(`{shape.value}`\) \|(.*)\|$", table, re.MULTILINE)[1].split("|")
        said = {name: cell.strip() == "yes" for name, cell in zip(head, cells, strict=True)}
        assert said == {name: shape in format.carries for name, format in formats.every().items()}


def entries():
    blocks = re.findall(r"```json\n(.*?)```", section(doc("docs/formats.md"), "LLaMA-Factory"), re.DOTALL)
    return [json.loads(block)["training_center"] for block in blocks]


def test_the_entries_for_llamafactory_are_those_that_the_product_shows():
    infos = [format.dataset_info() for format in formats.every().values()]
    assert entries() == [info["training_center"] for info in infos if info]


def test_the_entries_for_llamafactory_are_those_that_it_was_tested_with():
    tree = ast.parse(doc("examples/tests/trainers/test_llamafactory.py"))
    [tested] = [ast.literal_eval(node.value) for node in tree.body if getattr(node, "targets", None) and
                getattr(node.targets[0], "id", "") == "ENTRIES"]  # fmt: skip
    by_file = {formats.named(name).filename: entry for name, entry in tested.items()}
    assert {entry.pop("file_name"): entry for entry in entries()} == by_file


# Commands


def commands():
    return {name: load_command_class(app, name) for name, app in get_commands().items() if app in APPS}


def options(command):
    own = command.create_parser("manage.py", "any")._actions
    base = type("Base", (type(command).__mro__[1],), {"handle": None})().create_parser("manage.py", "any")._actions
    common = {name for action in base for name in action.option_strings}
    return {name for action in own for name in action.option_strings} - common


def test_each_command_is_described_and_no_other():
    assert set(re.findall(r"^## (\w+)$", doc("docs/commands.md"), re.MULTILINE)) == set(commands())


@pytest.mark.parametrize("name", commands())
def test_each_option_of_a_command_is_described_and_no_other(name):
    described = {word for word in rows(section(doc("docs/commands.md"), name)) if word.startswith("--")}
    assert described == options(commands()[name])


# Settings


def settings_read():
    """Return the names that settings.py reads by env, or by a function of its own round it."""
    calls = [node for node in ast.walk(ast.parse(doc("trainingcenter/settings.py"))) if isinstance(node, ast.Call)]
    named = [call for call in calls if re.match(r"env\b|_\w+$", ast.unparse(call.func)) and call.args]
    return {call.args[0].value for call in named if isinstance(call.args[0], ast.Constant)}


def test_each_setting_is_described_and_no_other():
    assert rows(doc("docs/configuration.md")) == settings_read()


def test_each_setting_is_in_the_example_of_env_with_a_sentence():
    described = re.findall(r"^# .*\.\n#([A-Z_]+)=", doc(".env.example"), re.MULTILINE)
    assert sorted(described) == sorted(settings_read())


# Addresses


def addresses(patterns=None, prefix=""):
    """Yield each address of ours, with “:” for a part that changes and no slash at the end."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = prefix + re.sub(r"\(\?P<\w+>[^)]*\)|<[^>]*>", ":", str(pattern.pattern)).strip("^").removesuffix("$")
        path = path.removesuffix(r"\Z")
        if isinstance(pattern, URLPattern):
            yield "/" + path.rstrip("/")
        elif pattern.app_name == "admin":
            yield "/admin"
        else:
            yield from addresses(pattern.url_patterns, path)


def described(*names):
    """Return the addresses in code in these docs, as they stand."""
    found = re.findall(r"`(?:[A-Z]+ )?(/[^`\s?]*)`", "".join(map(doc, names)))
    return {address for address in found if not address.endswith("…")}


@pytest.mark.parametrize("address", sorted(set(addresses()) - {"/api(/.*)?"}))
def test_each_address_is_described(address):
    names = ["docs/api.md"] if address.startswith("/api/") else ["docs/using.md"]
    assert address in {re.sub(r":\w+", ":", one).rstrip("/") or "/" for one in described(*names)}


PREFIXES = {"/api/", "/api/training/"}


@pytest.mark.parametrize("address", sorted(described("docs/api.md", "docs/using.md") - PREFIXES))
def test_each_described_address_is_there(address):
    assert resolve(re.sub(r":\w+", "1", address)).func.__name__ != "not_found"


def test_each_filter_is_described_and_no_other():
    table = section(doc("docs/api.md"), "Examples").partition("**Filters**")[2].partition("```")[0]
    assert rows(table) == set(FilterForm.base_fields)


# Links


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_and_pictures_lead_somewhere(path):
    text = re.sub(r"```.*?```", "", path.read_text(), flags=re.DOTALL)
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if link.startswith(("http://", "https://")):
            continue
        file, _, heading = link.partition("#")
        target = path.parent / file if file else path
        assert target.exists(), f"{link} leads nowhere."
        assert not heading or heading in headings(target), f"{link} leads to no heading."


def headings(path):
    titles = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", path.read_text(), flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_each_page_of_the_docs_is_in_the_index():
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"index.md"}
    assert pages == set(re.findall(r"\]\((\w[\w-]*\.md)\)", doc("docs/index.md")))


# The rest


def test_the_version_is_the_same_everywhere():
    changelog = doc("CHANGELOG.md").splitlines()[0].split()[-1]
    project = tomllib.loads(doc("pyproject.toml"))["project"]["version"]
    assert changelog == project == settings.SPECTACULAR_SETTINGS["VERSION"]


ELSEWHERE = re.compile(
    r"""(?:src|href|action|srcset|poster|data)\s*=\s*["']?\s*(?:https?:)?//"""
    r"""|url\(\s*["']?(?:https?:)?//|@import\s+["']?(?:https?:)?//"""
    r"""|(?:from|import|fetch|import\()\s*\(?["'`](?:https?:)?//""",
    re.IGNORECASE,
)
# Where a person may go by a click; nothing is fetched from there.
LINKS = re.compile(r'<a [^>]*href="https://(?:huggingface\.co/autotrain|colab\.research\.google\.com/)"')
SHOWN = [path for folder in ("templates", "static") for path in sorted((ROOT / folder).rglob("*.*")) if path.is_file()]


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_it_loads_nothing_from_another_host(path):
    if path.suffix in (".html", ".css", ".js", ".svg"):
        assert not ELSEWHERE.search(LINKS.sub("", path.read_text()))
