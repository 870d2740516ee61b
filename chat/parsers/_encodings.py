"""Bytes to text: what their beginning tells and UTF-8 first, then a guess that is told."""

import codecs
import re

from charset_normalizer import from_bytes

from examples import encodings

USUAL = "cp1252"
SAMPLE = 256 * 1024
FEW = 32  # odd bytes; fewer say too little for a guess by frequency
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
SURROGATE = re.compile("[\ud800-\udfff]")


def decoded(data, cut=False):
    """Return (text, encoding, whether it was guessed); text is None for what is no text. `cut`: the last character may
    be half of one."""
    name, mark = encodings.told_by(data)
    if name:
        return data[mark:].decode(name, "ignore"), name, False
    if b"\x00" in data:
        return None, "", False
    try:
        decoder = codecs.getincrementaldecoder("utf-8")()
        return decoder.decode(data, not cut), "utf-8", False
    except UnicodeDecodeError:
        pass
    name = guessed(data)
    text = data.decode(name, "replace")
    if len(CONTROL.findall(text)) > len(text) // 100:
        return None, "", False
    return text, name, True


def guessed(data):
    odd = sum(byte > 127 for byte in data[:SAMPLE])
    if odd < FEW:
        return USUAL
    best = from_bytes(data[:SAMPLE]).best()
    return best.encoding if best else USUAL


def tidy(text):
    """Return the text with line feeds alone and without what no database holds: NUL, and halves of characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return SURROGATE.sub("�", CONTROL.sub("", text))
