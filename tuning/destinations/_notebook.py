"""A Jupyter notebook as the JSON that it is, the same bytes each time."""

import json


def write(*cells):
    """Return the text of a notebook; each cell is (kind, text), with the kinds “markdown” and “code”."""
    return json.dumps(
        {
            "cells": [cell(number, kind, text) for number, (kind, text) in enumerate(cells)],
            "metadata": {
                "accelerator": "GPU",
                "colab": {"gpuType": "T4"},
                "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
                "language_info": {"name": "python"},
            },
            "nbformat": 4,
            "nbformat_minor": 5,
        },
        indent=1,
        ensure_ascii=False,
    ) + "\n"  # fmt: skip


def cell(number, kind, text):
    found = {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": text.splitlines(keepends=True)}
    return {**found, "execution_count": None, "outputs": []} if kind == "code" else found
