"""Where somebody can be reached or found on the net: e-mail, web addresses, handles, IP addresses."""

import ipaddress
import re
from itertools import islice

from examples.identifiers.reading import MOST, AnyOf, Asked, Listed, has_digit, is_part, lowered, words

LOCAL = re.compile(r"[\w.+%'-]{1,64}")  # from its end
DOMAIN = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
ENDS = (
    "com|org|net|edu|gov|io|co|me|info|app|blog|health|care|clinic|de|uk|fr|es|ca|au|eu|us|ch|at|nl|it|in|ie|nz|br"
    "|mx|jp"
)
TOP = re.compile(rf"(?:{ENDS})\b")
# “lena dot fischer at example dot de”, “ravi [at] example [dot] in”
AT = re.compile(r"[(\[{<] ?(?:at|arroba) ?[)\]}>]|\b(?:at|arroba)\b|@")
DOT = r"(?: ?[(\[{<] ?(?:dot|punkt|punto|\.) ?[)\]}>] ?| (?:dot|punkt|punto) |\.)"
SPOKEN_LOCAL = re.compile(rf"[\w+-]{{1,40}}(?:{DOT}[\w+-]{{1,40}}){{0,3}} ?$")
SPOKEN_DOMAIN = re.compile(rf" ?[\w-]{{1,40}}(?:{DOT}[\w-]{{1,40}}){{1,3}}")
# “j o h n @ g m a i l . c o m”, “john @ gmail.com”
SPACED_AT = re.compile(r"(?<= )@(?= )")
SPACED_LOCAL = re.compile(r"(?:(?:(?<!\S)[\w.+-] ){2,40}|(?<!\S)[\w.+-]{2,64} )$")
SPACED_DOMAIN = re.compile(
    r" (?:[\w-](?: [\w-]){0,40}|[\w-]{2,63}) ?\. ?(?:(?:[\w-]{2,63}|[\w-](?: [\w-]){0,40}) ?\. ?)?"
    r"(?P<top>[a-z](?: [a-z]){1,5}|[a-z]{2,6})\b"
)
HAS_AT = Asked(lambda token: "@" in token)
SPOKEN = Listed(words("dot punkt punto"))
HANDLE = re.compile(r"@[a-z_][\w.]{2,29}")
SOCIAL = re.compile(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|twitter|discord|telegram|skype|facebook|venmo|cashapp|handle"
    r"|user ?name"
    r"|gamertag|screen ?name|tumblr|reddit|bluesky|mastodon|signal|ig|fb)\b"
)
SOCIAL_WORDS = Listed(
    words(
        "instagram insta snapchat snap tiktok twitter discord telegram skype facebook venmo handle username "
        "gamertag tumblr reddit bluesky mastodon ig fb"
    )
)
NAMED_HANDLE = re.compile(
    r"(?: (?:user ?name|handle|name|account|id|tag))?(?: is|:|=| -) ?@?([a-z][\w.]*[\d_.][\w.]*\w|@[\w.]{3,30})"
)
LINK = re.compile(r"(?:https?|ftp)://[^\s<>\"“”]{3,2000}|www\.[^\s<>\"“”]{3,2000}")
BARE = re.compile(
    r"\.(?:com|org|net|edu|io|info|app|blog|health|care|clinic|co\.uk|co|me|de|uk|fr|es|ca|ch|at|nl|it|eu|us|tv|gg"
    r"|ly)\b"
)
HAS_LINK = Asked(lambda token: "://" in token or "www." in lowered(token) or BARE.search(lowered(token)))
HOST = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}$")
PATH = re.compile(r"(?:\.[a-z]{2,6})?(?::\d{2,5})?(?:[/?#][^\s<>\"“”]{0,2000})?")
COMMON = re.compile(r"\.(?:com|org|net|edu|io|info|app|blog|health|clinic|co\.uk)$")
# Addresses of whole institutions, which help and name nobody.
PUBLIC = re.compile(
    r"(?:^|[./])(?:[\w-]+\.gov(?:\.\w\w)?|nhs\.uk|988lifeline\.org|suicidepreventionlifeline\.org|crisistextline\.org"
    r"|samaritans\.org|nami\.org|thehotline\.org|rainn\.org|thetrevorproject\.org|findahelpline\.com|who\.int"
    r"|veteranscrisisline\.net|telefonseelsorge\.de|befrienders\.org|mhanational\.org|wikipedia\.org|apa\.org"
    r"|psychologytoday\.com|mayoclinic\.org)(?=[:/?#]|$)"
)
FOUR = re.compile(r"\d(?<![\d.]\d)\d{0,2}(?:\.\d{1,3}){3}(?![\d]|\.\d)")
SIX = re.compile(r"(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])")
MAC = re.compile(r"(?<![\w:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![\w:-])")
NO_ADDRESS = re.compile(r"(?:version|release|build|firmware|section|chapter|\bv|\bver)\.? ?$")

HAS_FOUR = Asked(FOUR.search, where=has_digit)
HAS_COLONS = Asked(lambda token: token.count(":") > 1 or MAC.search(lowered(token)))

WANTED = AnyOf(HAS_AT, SPOKEN, HAS_LINK, HAS_FOUR, HAS_COLONS, SOCIAL_WORDS)


def found_in(reading):
    lower, mask = reading.lower, reading.mask
    if mask & HAS_AT.bit:
        yield from mails(reading)
        if "@ " in lower:
            yield from mails_with_spaces(reading)
    if mask & SPOKEN.bit and ("at" in reading.words or "arroba" in reading.words or reading.has(HAS_AT)):
        yield from spoken_mails(reading)
    if mask & HAS_LINK.bit:
        yield from links(reading)
    if mask & HAS_FOUR.bit:
        yield from addresses(reading, FOUR)
    if mask & HAS_COLONS.bit and reading.has_code and ("::" in lower or lower.count(":") > 4):
        yield from addresses(reading, SIX)
        yield from ((*match.span(), "OTHERID", "sure") for match in MAC.finditer(lower))
    if mask & SOCIAL_WORDS.bit:
        yield from named_handles(reading)


def mails(reading):
    lower, place = reading.lower, -1
    while (place := lower.find("@", place + 1)) >= 0:
        if not is_part(lower[place + 1 : place + 2]) and lower[place + 1 : place + 2] != "-":
            continue
        before = LOCAL.match(lower[max(0, place - 64) : place][::-1])
        after = DOMAIN.match(lower, place + 1)
        if before and after:
            start = place - len(before[0].rstrip(".'-"))
            yield start, end_of(lower, after.end()), "EMAIL", "sure"
        elif not before and (handle := HANDLE.match(lower, place)):
            tier = "sure" if SOCIAL.search(reading.before(place)) else "maybe"
            yield place, end_of(lower, handle.end()), "URL", tier


def mails_with_spaces(reading):
    lower = reading.lower
    for match in islice(SPACED_AT.finditer(lower), MOST):
        window = max(0, match.start() - 120)
        before = SPACED_LOCAL.search(lower[window : match.start()])
        after = SPACED_DOMAIN.match(lower, match.end())
        if not (before and after):
            continue
        top = after["top"]
        while top and not TOP.fullmatch(top.replace(" ", "")):
            top = top[:-1]  # “g m a i l . c o m a n d”
        if top:
            yield window + before.start(), after.start("top") + len(top.rstrip()), "EMAIL", "sure"


def spoken_mails(reading):
    lower = reading.lower
    for match in islice(AT.finditer(lower), MOST):
        window = max(0, match.start() - 120)
        before = SPOKEN_LOCAL.search(lower[window : match.start()])
        after = SPOKEN_DOMAIN.match(lower, match.end())
        if before and after and TOP.fullmatch(re.split(r"\W+", after[0].strip(" .)]}>"))[-1]):
            closing = lower[after.end() : after.end() + 1] in tuple(")]}>")
            yield window + before.start(), after.end() + closing, "EMAIL", "sure"


def links(reading):
    lower = reading.lower
    if "://" in lower or "www." in lower:
        for match in LINK.finditer(lower):
            end = end_of(lower, match.end())
            if not PUBLIC.search(lower[match.start() : end].partition("?")[0].split("://")[-1].split("/")[0]):
                yield match.start(), end, "URL", "sure"
    for match in islice(BARE.finditer(lower), MOST):
        window = max(0, match.start() - 120)
        host = HOST.search(lower[window : match.start()])
        if not host or lower[window + host.start() - 1 : window + host.start()] in ("@", "/"):
            continue
        path = PATH.match(lower, match.end())
        end = end_of(lower, path.end())
        name = lower[window + host.start() : match.end()]
        if PUBLIC.search(name) or not (COMMON.search(name) or "/" in path[0]):
            continue
        yield window + host.start(), end, "URL", "sure"


def named_handles(reading):
    for cue in SOCIAL.finditer(reading.lower):
        handle = NAMED_HANDLE.match(reading.lower, cue.end())
        if handle:
            yield *handle.span(1), "URL", "maybe"


def addresses(reading, pattern):
    for match in pattern.finditer(reading.lower):
        text = match[0]
        if (len(text) < 7 and "::" not in text) or len(text) < 4:
            continue
        try:
            ipaddress.ip_address(text)
        except ValueError:
            continue
        if text.startswith("0."):  # an outline or a version
            continue
        if not NO_ADDRESS.search(reading.before(match.start(), 12)):
            yield *match.span(), "IP", "sure"


def end_of(text, end):
    """Return the end without the marks of the sentence round it."""
    while end and text[end - 1] in ".,;:!?'\"’)]}>*_":
        end -= 1
    return end
