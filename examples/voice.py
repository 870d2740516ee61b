"""How formal or casual a text sounds, by its words."""

import re
from dataclasses import dataclass

import numpy

from examples.letters import lower_case
from examples.numbering import Column
from examples.reading import KNOWN_IN, Asked, Listed, Scan, read, words, words_in
from examples.tokens import sum_of

FEWEST_CASUAL, FEWEST_FORMAL = 2, 3  # words that tell, for a whole text to sound so
CASUAL_SHARE, FORMAL_SHARE = 1 / 25, 1 / 12  # and of its different words: long texts have some of either

FORMAL = words(
    """
    hereby herewith hereafter heretofore hereinafter pursuant notwithstanding furthermore moreover nevertheless
    nonetheless thereof therein thereto thereby whereby wherein whereas aforementioned undersigned shall henceforth
    forthwith constitutes comprises comprise denotes denote entails necessitates pertains pertaining utilise utilize
    utilised utilized utilisation commence commences commenced commencement facilitate facilitates endeavour
    ascertain administered administration administer undertaken obtained obtain transient alteration cognisance
    regarding concerning consequently accordingly subsequently subsequent thus hence therefore individuals framework
    methodology collateral standardised standardized comprehensive psychosocial instruments applicable statutory
    retained processed regulations jurisdiction protocol enrolment enrollment assessed attestation required policy
    consultation initial prior adequate appropriate procedure intended oral cavity numerical rating onset intensity
    duration document evidence-based capacity reorganise reorganize networks intervention interventions inherent
    acknowledges acknowledge risks indicated contraindications contraindication include uncontrolled kindly
    permitted prohibited requested recipients provision provisions respective therapeutic modality modalities
    pharmacological physiological assessment evaluation implementation optimise optimize optimal significant
    significantly demonstrates demonstrated refers refer ensure ensures dissociative perception self-awareness
    neuronal participants participant eligible eligibility dosage dissolve gradually efficacy clinical outcomes
    associated characterised characterized cardiovascular
    """
)  # fmt: skip
STRONG_FORMAL = words(
    "hereby herewith pursuant notwithstanding furthermore moreover shall forthwith undersigned constitutes comprises "
    "denotes thereof therein undertaken "
    "ascertain commence aforementioned whereby utilise utilize utilized utilised accordingly subsequently "
    "consequently heretofore hereinafter henceforth"
)
CASUAL = words(
    """
    rn literally nooo mess babe lol lmao rofl omg omfg wtf tbh imo ngl fr idk idc ikr smh brb btw fyi asap yeah yep
    yup nope nah yo hey sup dude bro bruh fam bestie homie buddy pal guys y'all yall folks gonna wanna gotta kinda
    sorta lemme gimme dunno ain't cuz cos coz til thru tho ya u ur r n k kk pls plz thx ty gr8 b4 2day tmrw chill
    chillin chillax vibe vibes vibin vibing lit dope sick sweet awesome rad legit lowkey highkey slay slaying yikes
    oops whoa wow gosh geez jeez heck crap darn damn hella bummer whatevs whatever biggie hun hon sweetie honey babe
    babes cutie hoot blast freak freaked freakin frickin super totally stuff cool buzzed trippy weirdo meh ugh haha
    hahaha hehe lolz aka doc docs jerk dawg mate cheers ta bucks bummed psyched stoked nuts bonkers insane crazy
    thingy thingies oldies whatnot peeps doodad thingamajig piece yay woohoo yass xoxo okie okey-dokey dice sucks
    suck sux
    """
)  # fmt: skip
STRONG_CASUAL = words(
    "lol lmao rofl omg wtf tbh ngl dude bro bruh fam bestie homie y'all yall gonna wanna gotta kinda lemme gimme "
    "dunno ain't chillax lowkey highkey slay vibin whatevs bummer hun "
    "hella yikes tho ya u ur sux yo dawg vibes np hmu sus kk bb rly plz pls gr8 2day 4real"
)
SAYINGS = (
    r"\b(?:no biggie|no dice|no worries|piece of cake|hit up|freak(?:ed|ing)? out|super chill|chill out|"
    r"hang in there|you got this|for real|my bad|what's up|a hoot|have a blast|hack it|no sweat|easy peasy|you guys|"
    r"kick back|spill the tea|big mood|knock yourself out|buckle up|pop a|bummer|sweetie pie|good vibes|don't sweat|"
    r"crash on|zone out|or whatever|and stuff|like,|bites the|a pop\b|knock off|golden oldies|you'?re all set|"
    r"all good|gonna be|messed up|screw(?:ed)? up|super \w+)\b|!{2,}|"
    r"[😀-🙏💀💖🔥✨]"
)
_CASUAL, _FORMAL = Listed(CASUAL | STRONG_CASUAL), Listed(FORMAL | STRONG_FORMAL)
_SAYINGS = Scan(SAYINGS)
# What a token of each of SAYINGS has, and few others have: of the one and of the other a test knows all.
RARE = re.compile(
    r"\b(?:biggie|dice|worries|cake|hit|freak(?:ed|ing)?|chill|hang|got|real|bad|what's|hoot|blast|hack|sweat|peasy|guys|"
    r"kick|spill|mood|knock|buckle|pop|bummer|sweetie|vibes|crash|zone|whatever|stuff|bites|oldies|set|good|gonna|"
    r"messed|screw(?:ed)?|super)\b|like,|!!|[😀-🙏💀💖🔥✨]"
)
SAYS = Asked(lambda token: RARE.search(lower_case(token)))
SAYINGS = re.compile(SAYINGS)
QUOTED = re.compile(r"\"[^\"]{1,200}\"|(?<!\w)'[^']{1,60}'(?!\w)")
# How words that came from Latin end.
LATIN = (
    "tion",
    "tions",
    "ment",
    "ance",
    "ence",
    "ity",
    "ised",
    "ized",
    "able",
    "ible",
    "ional",
    "ively",
    "ally",
    "ulate",
)


@dataclass(frozen=True)
class Voice:
    """How `formal` and how `casual` a text is: its words of either kind, the telling ones counted twice."""

    formal: int
    casual: int

    @property
    def score(self):
        """From -1, all casual, to 1, all formal; 0 where nothing tells."""
        return (self.formal - self.casual) / max(1, self.formal + self.casual)


def voice_of(text):
    """Return the Voice of a text, without what it quotes."""
    reading = read(text)
    voice = _voice(reading.plain, reading.words)
    if voice.casual and QUOTED.search(reading.plain):
        plain = QUOTED.sub(" ", reading.plain)
        return _voice(plain, words_in(plain))
    return voice


def may_be_casual(text):
    """Whether a text has any casual word; a quick look."""
    reading = read(text)
    return bool(reading.has(_CASUAL) or (reading.has(SAYS) and _SAYINGS.found(reading)))


def casual_in_all(several, number):
    """Return the array that tells of each of several Tokens whether it may have so many casual words, sayings apart."""
    return sum_of(HOW_CASUAL, several) >= number


def may_say(reading):
    """Whether a saying may be in a text, quoted or not; a quick look."""
    return bool(reading.has(SAYS) and ('"' in reading.plain or _SAYINGS.found(reading)))


def has_casual(text, number):
    """Whether a text may have so many casual words, quoted or not; a quick look."""
    reading = read(text)
    quotes = '"' in reading.plain
    # Without a quotation, others may come to stand together.
    if reading.has(SAYS) and (
        _SAYINGS.found(reading) or (quotes and _SAYINGS.may_match(QUOTED.sub(" ", reading.plain)))
    ):
        return quotes or _casual(reading.plain, reading.words_of(_CASUAL)) >= number
    told = reading.words_of(_CASUAL) if reading.has(_CASUAL) else ()
    return sum(map(weight_of, told)) >= number


def weight_of(word):
    """Return how much a word counts: a telling one twice."""
    return (word in CASUAL) + (word in STRONG_CASUAL)


HOW_CASUAL = Column(lambda token: min(255, sum(map(weight_of, KNOWN_IN[token]))), numpy.uint8)


def clear_voice(text):
    """Return “formal” or “casual” where all of a text sounds so, else “”: most texts are plain."""
    reading = read(text)
    if not reading.has(_FORMAL) and not may_be_casual(text):
        return ""
    voice = voice_of(text)
    said = len(reading.words)
    if voice.casual:
        telling = voice.casual >= max(FEWEST_CASUAL, 3 * voice.formal, CASUAL_SHARE * said)
        return "casual" if telling else ""
    if not voice.formal or any("'" in word and not word.endswith("'s") for word in reading.words):
        return ""  # nobody is formal who writes “don't”
    return "formal" if voice.formal + _latin(reading.words) >= max(FEWEST_FORMAL, FORMAL_SHARE * said) else ""


def casual_in(text):
    """Return (start, end) of the first casual word, or (0, 0)."""
    reading = read(text)
    said = SAYINGS.search(reading.plain)
    places = [said.span()] if said else []
    for word in (CASUAL | STRONG_CASUAL) & reading.words:
        if match := re.search(rf"(?<![\w'-]){re.escape(word)}(?![\w'-])", reading.plain):
            places.append(match.span())
    return min(places, default=(0, 0))


def _voice(plain, said):
    formal = len(FORMAL & said) + len(STRONG_FORMAL & said)
    casual = _casual(plain, said)
    if casual > 1:
        formal += _latin(said)
    return Voice(formal, casual)


def _casual(plain, said):
    told = _CASUAL & said
    sayings = len(set(SAYINGS.findall(plain))) if _SAYINGS.may_match(plain) else 0
    return len(CASUAL & told) + len(STRONG_CASUAL & told) + sayings


def _latin(said):
    return sum(1 for word in said - FORMAL if len(word) > 9 and word.endswith(LATIN))
