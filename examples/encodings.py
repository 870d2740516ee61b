"""The encoding that the first bytes of a file tell: by a byte-order mark, or by the NUL bytes of UTF-16 without one."""

import codecs
import re
import unicodedata

# UTF-32 first: its little-endian mark begins like that of UTF-16.
MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
SAMPLE = 64 * 1024
# The share of units with a NUL byte. Spaces and ends of lines alone make more of it in alphabets that have none else.
LEAST = 0.08
STOPS = "。、，\n"
OF_THEM = re.compile(r"[\t\n\r -~\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
MOST = 0.95  # of the letters
NO_TEXT = ("Cc", "Cn", "Co", "Cs")


def told_by(start):
    """Return (codec, how many bytes its mark has) of what begins like this, or ("", 0)."""
    for mark, codec in MARKS.items():
        if start.startswith(mark):
            return codec, len(mark)
    return unmarked(start), 0


def unmarked(start):
    """Return the codec of UTF-16 without a mark, or "": one byte of many units is NUL, always the same, and what comes
    of them is text."""
    start = start[:SAMPLE]
    units = len(start) // 2
    high, low = start[1::2].count(0), start[0::2].count(0)  # as in little-endian
    codec = "utf-16-le" if high > low else "utf-16-be"
    whole = start[: units * 2]
    if units and max(high, low) >= units * LEAST and min(high, low) <= units / 100 and is_text(whole, codec):
        return codec
    return next((codec for codec in ("utf-16-le", "utf-16-be") if is_unspaced(whole, codec)), "")


def is_unspaced(data, codec):
    """Return whether this is Chinese or Japanese, which has hardly a NUL byte. Its stops and ends of lines have bytes
    that no other encoding of text has."""
    if not any(stop.encode(codec) in data for stop in STOPS) or not is_text(data, codec):
        return False
    text = data.decode(codec, "ignore")
    return any(stop in text for stop in STOPS) and len(OF_THEM.findall(text)) >= len(text) * MOST


def is_text(data, codec):
    try:
        text = codecs.getincrementaldecoder(codec)().decode(data)
    except UnicodeDecodeError:
        return False
    odd = sum(unicodedata.category(letter) in NO_TEXT and letter not in "\t\n\v\f\r" for letter in text)
    return odd <= len(text) / 100
