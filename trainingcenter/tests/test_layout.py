"""The direction of imports, the names of modules, and where tests run.

Each line of ORDER may import from the lines above it.
"""

import ast
import os
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
APPS = ("trainingcenter", "examples", "chat", "tuning")

# A package stands for its modules, the longest name counts; a name with .* for the modules of a package without itself.
# Modules of one line do not import each other.
ORDER = """
trainingcenter.discovery  trainingcenter.access  trainingcenter.refusals  trainingcenter.sqlite
trainingcenter.parsing  trainingcenter.authentication  trainingcenter.language  trainingcenter.appearance
trainingcenter.system_checks  trainingcenter.background  trainingcenter.unprepared  trainingcenter.uploads
trainingcenter.errors  trainingcenter.tokens  trainingcenter.schema
examples.letters  examples.numbering  examples.medicines  examples.texts  examples.encodings  examples.shapes  examples.search  examples.locking  examples.staging
examples.vocabulary
examples.tokens
examples.sentences
examples.reading
examples.querysets  examples.checks  examples.sketches
examples.batches
examples.models
examples.turns
examples.learned
examples.distress
examples.crisis  examples.identifiers  examples.voice
examples.formats  examples.likeness  examples.stats  examples.writing
examples.clusters
examples.checks.*  examples.charts  examples.scanning
examples.placeholders
examples.checking
examples.findings
examples.gating  examples.obstacles
examples.splitting  examples.replacing
examples.importing  examples.exporting  examples.marking  examples.review  examples.merging
examples.snapshots  examples.previewing  examples.correcting  examples.samples
examples.forms  examples.serializers  examples.paging
examples.api
examples.resources
examples.views.listing
examples.views.dashboard
examples.views.training  examples.views.duplicates
examples.views
examples.admin  examples.urls  examples.apps  examples.management  examples.migrations
chat.reasons  chat.failures  chat.tokens  chat.citing  chat.waiting  chat.emergencies
chat.unspaced  chat.backends
chat.words
chat.models
chat.parsers  chat.splitting
chat.reading
chat.embeddings
chat.meaning  chat.weighing
chat.retrieval  chat.picturing  chat.reindexing
chat.indexing  chat.measuring  chat.prompts
chat.answering
chat.conversing  chat.drafting  chat.showing
chat.comparing
chat.forms  chat.chat_forms
chat.api_documents  chat.api_chat  chat.api_conversations
chat.document_pages.listing
chat.document_pages
chat.document_urls
chat.views.models  chat.views.comparing
chat.views.chatting  chat.views.prompting
chat.views
chat.admin  chat.urls  chat.apps  chat.management  chat.migrations
tuning.hub  tuning.train  tuning.train_unsloth  tuning.ask
tuning.models
tuning.cards
tuning.destinations
tuning.leaving  tuning.options
tuning.bundling
tuning.sending  tuning.pictures
tuning.forms  tuning.serializers
tuning.views
tuning.api
tuning.management  tuning.urls  tuning.apps  tuning.migrations
trainingcenter.settings  trainingcenter.urls  trainingcenter.wsgi  trainingcenter.apps  trainingcenter.management
"""
LINES = {name: number for number, line in enumerate(ORDER.strip().splitlines()) for name in line.split()}
VAGUE = {"utils", "helpers", "common", "core", "services", "managers", "handlers", "misc"}


@cache
def sources():
    """Return {dotted name: path} of all modules, without tests."""
    paths = [path for app in APPS for path in (ROOT / app).rglob("*.py") if "tests" not in path.parts]
    return {name_of(path): path for path in paths}


def name_of(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def place_of(module):
    """Return the entry of ORDER that the module belongs to, or None."""
    while module and module not in LINES:
        module = module.rpartition(".")[0]
        if f"{module}.*" in LINES:
            return f"{module}.*"
    return module or None


def imported(tree):
    """Yield the modules of ours that a syntax tree imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "Write imports in full."
            found = [f"{node.module}.{alias.name}" for alias in node.names]
            found = [name if name in sources() else node.module for name in found]
        else:
            continue
        yield from (name for name in found if name.partition(".")[0] in APPS)


@pytest.mark.parametrize("module", [name for name in sources() if name not in APPS])
def test_it_imports_from_above_only(module):
    here = place_of(module)
    assert here, f"{module} has no place in ORDER."
    for name in imported(ast.parse(sources()[module].read_text())):
        there = place_of(name)
        assert there, f"{name} has no place in ORDER."
        assert there == here or LINES[there] < LINES[here], f"{module} imports {name}, which stands below it or beside."


def test_it_names_no_module_that_says_nothing():
    names = {part for app in APPS for path in (ROOT / app).rglob("*.py") for part in path.relative_to(ROOT).parts}
    assert not VAGUE & {name.removesuffix(".py").strip("_") for name in names}


def within(tree):
    """Yield the function and the import for each import inside a function."""
    for function in ast.walk(tree):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for node in ast.walk(function):
                if isinstance(node, (ast.Import, ast.ImportFrom)):
                    yield function.name, node


# A plug-in imports its optional package where it uses it, and says what to install.
OPTIONAL = {"spacy", "sentence_transformers", "transformers", "transformers.utils", "torch", "peft"}
# The child that reads documents imports the parsers when its limits stand.
LIMITED = {"chat.parsers._child"}


@pytest.mark.parametrize("module", sources())
def test_it_imports_inside_no_function(module):
    for function, node in within(ast.parse(sources()[module].read_text())):
        names = {node.module} if isinstance(node, ast.ImportFrom) else {alias.name for alias in node.names}
        allowed = (module.endswith(".apps") and function == "ready") or module in LIMITED
        assert allowed or names <= OPTIONAL, f"{module}.{function} imports {names}."


def test_each_process_of_tests_has_a_data_folder_and_so_an_import_lock_of_its_own():
    assert settings.DATA_DIR.name == os.environ.get("PYTEST_XDIST_WORKER", settings.DATA_DIR.name)
