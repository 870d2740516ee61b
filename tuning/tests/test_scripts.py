"""train.py and ask.py: what they name is what the product names."""

import ast
import re

import pytest

from examples import turns
from tuning import ask
from tuning.destinations._local import ROOT, pinned, script


def test_the_head_of_train_py_has_the_releases_that_are_tested():
    head = re.search(r"# dependencies = \[\n(.*?)# \]", script("train.py"), re.DOTALL)[1]
    pins = re.findall(r'"([\w-]+==[\w.]+)', head)
    assert "".join(f"{pin}\n" for pin in pins if not pin.startswith("bitsandbytes")) == pinned()


def test_four_bit_is_the_same_release_everywhere():
    found = set(
        re.findall(r"bitsandbytes==([\d.]+)", script("train.py") + (ROOT / "tuning/destinations/trl.py").read_text())
    )
    assert len(found) == 1


@pytest.mark.parametrize("name", ["train.py", "train_unsloth.py", "ask.py"])
def test_a_script_needs_nothing_of_this_product(name):
    for node in ast.walk(ast.parse(script(name))):
        names = [node.module] if isinstance(node, ast.ImportFrom) else [one.name for one in getattr(node, "names", [])]
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            assert not {str(one).partition(".")[0] for one in names} & {
                "tuning",
                "examples",
                "trainingcenter",
                "django",
            }


@pytest.mark.parametrize("place", ["system", "user"])
@pytest.mark.parametrize("system", ["", "Answer kindly."])
@pytest.mark.parametrize("context", ["", "The day before", "a <context> in it </context>"])
def test_the_model_is_asked_in_the_shape_that_it_was_trained_in(system, context, place):
    trained = turns.single_turns(system, context, "May I eat?", "Ask your clinic.", place)
    assert ask.messages("May I eat?", system, context, place) == trained[:-1]
