"""What stands round the names of people: titles, relatives, what people do, and what only things have."""

import re

from examples.identifiers.reading import Listed, words

CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚΑ-ΩА-Я"
CAPITAL = re.compile(rf"[{CAPITALS}][\w'’]*(?:-[\w'’]+)*")
ASCII_CAPITAL = re.compile(r"[A-Z][\w']*(?:-[\w']+)*", re.ASCII)
# What may stand between the parts of one name.
BETWEEN = re.compile(
    r" |\. ?| (?:al|el|ul|ibn|bin|bint|ben|de|del|de la|de los|da|das|do|dos|di|du|la|le|van|van der|van den|von"
    r"|von der|zu|ter|ten|y|e|st)[ -]"
    r"| ?& | of (?:the )?| (?:al|el|d|o)['’-]| [\"“”'‘]"
)
LONGEST_BETWEEN = 10
ABBREVIATED = frozenset(
    words(
        "dr mr mrs ms mx prof st sgt lt capt cpt col maj gen rev fr sr jr hr sra dra mme mlle med vs no nr pt ft mt "
        "drs hon"
    )
)
CLINICAL = frozenset(
    words(
        "dr drs doctor doc prof professor nurse coach therapist psychiatrist psychologist counselor counsellor "
        "physician surgeon dra doktor professorin schwester pfleger docteur doctora midwife matron paramedic "
        "pharmacist dietitian anesthesiologist np"
    )
)
CIVIL = frozenset(
    words(
        "mr mrs ms mx miss mister sir madam madame lady lord herr herrn frau señor señora señorita sr sra don doña "
        "mme mlle monsieur mademoiselle signor signora"
    )
)
OTHER_TITLES = frozenset(
    words(
        "aunt auntie uncle grandma grandpa granny nana cousin tía tío tia tio tante onkel oma opa papa mama abuela "
        "abuelo sgt sergeant lt lieutenant capt captain cpt major maj col colonel cpl corporal pvt private gen "
        "general admiral commander officer detective deputy sheriff pastor father rabbi imam reverend rev brother "
        "sister deacon bishop judge principal teacher patient client pt baby little big old"
    )
)
TITLES = Listed(CLINICAL | CIVIL | OTHER_TITLES)
# After these any word with a capital is a name; after the others one that is not an ordinary word.
BEFORE_TITLES = (
    CIVIL
    | CLINICAL
    | {"aunt", "uncle", "pastor", "officer", "sgt", "lt", "captain", "sergeant", "capt", "imam", "rabbi"}
)
CERTAIN = CIVIL | {"dr", "dra", "prof", "doctor", "doktor"}
CREDENTIALS = re.compile(
    r",?\s(?:M\.?D\b\.?|D\.?O\b|Ph\.?D\b\.?|Psy\.?D\b\.?|R\.?N\b|L\.?P\.?N\b|BSN\b|MSN\b|DNP\b|A?P?RN\b|NP\b"
    r"|PMHNP(?:-BC)?\b|FNP(?:-C)?\b|CRNA\b"
    r"|PA(?:-C)?\b|LCSW\b|LMSW\b|LICSW\b|MSW\b|LMFT\b|MFT\b|LPC\b|LMHC\b|LCPC\b|Pharm\.?D\b|RPh\b|D\.?D\.?S\b|DMD\b"
    r"|DPT\b|OTR\b|MBBS\b|FRCPsych\b|CNM\b|EMT\b)"
)
RELATIVES = words(
    "sister brother sis bro mother father mom mum dad mama papa daughter son wife husband hubby spouse partner "
    "girlfriend boyfriend gf bf ex fiancé fiancée fiance fiancee aunt auntie uncle cousin niece nephew grandma "
    "grandpa grandmother grandfather granny nana grandson granddaughter stepdad stepmom stepson stepdaughter "
    "stepsister stepbrother stepfather stepmother friend bestie bff buddy pal roommate flatmate neighbor neighbour "
    "boss coworker colleague supervisor manager sponsor landlord teacher pastor kid child baby twin godmother "
    "godfather godson kiddo mate crush therapist psychiatrist doctor nurse counselor counsellor psychologist coach "
    "doc caregiver carer"
)
CARERS = {"therapist", "psychiatrist", "doctor", "nurse", "counselor", "counsellor", "psychologist", "coach", "doc"}
KIN_BEFORE = re.compile(
    r"\b(?:my|his|her|our|their|your|the|pt'?s|patient'?s|client'?s|mi|mein|meine|mon|ma)\s(?:\w+[ -])?$"
)
KIN_AFTER = re.compile(r"(?:'s name(?: is|'s)|,| is called| is named| named| called)?\s(?P<name>[^\W\d_][\w'’-]+)")
KIN_WORDS = Listed(RELATIVES)
# In lower case these stand after a relative as verbs and such, never as the name.
NO_NAME = frozenset(
    words(
        "will may can mark hope said who is was has had and or but the a an my in on at to for with from that this so "
        "says do does did "
        "ally bill chase grant faith art pat skip trip drew rob sue star max min bo an no jay ray guy"
    )
)
SAID = (
    r"\b(?:(?:my|full|first|last|legal|maiden|client|patient|preferred|her|his|their|contact|real|middle|nick"
    r"|user)\s?(?:full |first |last |middle )?name(?:['’]s| is|:| was| =)|name['’]s|names is|name:|goes by|i go by"
    r"|go by|goes by the name(?: of)?"
    r"|i am called|i['’]m called|people call me|everyone calls me|they call me|me llamo|se llama|mi nombre es"
    r"|su nombre es|ich hei(?:ß|ss)e"
    r"|mein name ist|er hei(?:ß|ss)t|sie hei(?:ß|ss)t|je m['’]appelle|s['’]appelle|mon nom est|mi chiamo|meu nome é"
    r"|me chamo|ik heet|jag heter)"
)
MY_NAME = re.compile(SAID + r"\s+(?P<name>[^\W\d_][\w'’-]*(?:\s[^\W\d_][\w'’-]*){0,3})")
NAME_CUES = Listed(
    words("name names llamo llama nombre heiße heisse heißt heisst appelle nom chiamo nome chamo heet heter")
)
# Of these the next word must be one too: “I go by”, “people call me”.
OTHER_NAME_CUES = Listed(words("go goes called call calls"))
NAME_STOP = frozenset(
    words(
        "and but i im the a an not on is in it or so here with from my what he she was for because please who "
        "that this we you "
        "to of at spelled misspelled wrong listed changed your their there written still also only y e und "
        "et tengo ich je vivo soy from"
    )
)
# How a letter ends; the name stands on the next line.
CLOSING = re.compile(
    r"(?:[Rr]egards|[Ss]incerely|[Tt]hanks|[Tt]hank you|[Ll]ove|[Bb]est|[Cc]heers|[Yy]ours|[Tt]ruly|[Ww]armly"
    r"|[Rr]espectfully|[Ww]ishes)[,.!]?\s{0,3}$"
)
LONGEST_CLOSING = 16
CLOSING_WORDS = Listed(words("regards sincerely thanks thank love best cheers yours truly warmly respectfully wishes"))
SIGNATURE = re.compile(rf"\n\s{{0,3}}(?P<name>[{CAPITALS}][\w'’-]*\.?(?: [{CAPITALS}][\w'’-]*\.?){{0,2}})\s*(?:\n|$)")
LOWER_TITLES = Listed(words("dr mr mrs ms prof nurse coach aunt uncle doctor pastor"))
LOWER_NAME = re.compile(r"\.?\s(?P<name>[a-z][a-z'’-]{2,})")
NOT_TITLED = frozenset(words("said visits visit office appointment appointments google who phil seuss pepper strange"))
PART_OF_MORE = re.compile(r"[._@/-]\w|['’](?!s\b)\w")
SURNAME_AT_END = re.compile(rf"\b[{CAPITALS}][{CAPITALS}'’-]{{2,}},(?:\s|$)")
SURNAME_FIRST = re.compile(rf"\b[{CAPITALS}][{CAPITALS}'’-]{{2,}},\s[{CAPITALS}][\w'’-]+(?:\s[{CAPITALS}]\b\.?)?")
RECORD_CUE = re.compile(r"\b(?:patient|client|pt|name|re|attn|member|resident|dear|mr|mrs|ms|dr)[.:]?\s*$")
# What people do, as it is told right after their names.
DO = (
    "says?|said|asked|asks|told|tells|thinks|thought|wants|wanted|called|calls|texted|texts|wrote|writes|here|again|came"
    "|comes|drove|drives|picks|picked|gave|hugged|cried|cries|laughed|laughs|smiled|died|passed away|loves|hates|knows"
    "|knew|sat|sits|reviewed|checked|sent|lives|moved|keeps|kept|never|always|ghosted|hit|yelled|lied|cheated|left|stayed"
    "|visited|brought|cooked|slept|married|met"
)
# What stands after people.
AFTER = re.compile(
    r",? (?:and|or|&) (?:i|me|my|we|her|his|the kids)\b|['’]s? (?:mom|mother|dad|father|sister|brother|wife|husband"
    r"|house|place|funeral|birthday|kids?|son|daughter|friend)\b"
    r"| (?:and|or|und|y|et) [a-z]+ (?:and i|came|went|are|were|both|have|had|sat|said|think|know)\b"
    rf"|,? (?:{DO}|took me|is (?:my|a|an|so|very|coming|mad"
    r"|angry|upset|here|sick|dead|gone|worried|nice|mean|on leave)|was (?:my|there|late|mad|angry|upset)|has (?:a"
    r"|been|to)|and)\b"
    r"|, (?:she|he|who|my|a|an|\d\d?\b|the)\b|,? \(?\d\d\)?,"
)
# How a word begins by which one of these, or letters after a name, may begin.
AFTER_BEGINS = re.compile(rf"(?:{DO}|passed|took|is|was|has|and|or|und|y|et|she|he|who|my|an?|the)\b|[^a-z]")
# The same after words that have another meaning too; and before them.
AFTER_STRICT = re.compile(
    r",? (?:and|or|&) (?:i|me|we)\b| (?:will|can|could) (?:drive|pick|sit|call|text|meet|wait|bring) (?:me|us|up"
    r"|with|outside|you)\b|,? (?:says?|said|asked|told|tells|thinks|wants|texted|called|wrote|drove|picks|picked"
    r"|hugged|cried|laughed|smiled|sat|sits|came over|lives|moved|ghosted|yelled|cheated|lied)\b"
    r"|, (?:she|he|who)(?: is|['’]s| was| has| will)?\b|['’]s (?:mom|mother|dad|father|sister|brother|wife|husband"
    r"|funeral|birthday)\b"
)
BEFORE_STRICT = re.compile(
    r"\b(?:can|could|told|tell|tells|ask|asked|texted|met|miss|dating|married|hug|hugged|named|if|dear|hi|hey|hello"
    r"|thanks|about my friend|wants?|let|love you|sincerely|regards|yours"
    rf"|{'|'.join(RELATIVES)}),? $"
)
AFTER_ASKED = re.compile(
    r" (?:sit|come|comes|drive|drives|join|stay|wait|pick|picks|bring|help|be with|visit|call|know|sleep|hold|take"
    r"|have|and)\b"
)
# A word with a capital after these is a medicine, an app, a book.
THING_BEFORE = re.compile(
    r"\b(?:take|takes|taking|took|prescribed|mg of|mg|dose of|app|brand|generic|tablet|medication|drug|read|reading"
    r"|watch(?:ed|ing)?|listen(?:ed|ing)? to|play(?:ed|ing)?|titled|like in|using) (?:called )?[\"“']?$"
)
THING_AFTER = re.compile(
    r" et al\b|(?: (?:and|&) [\w-]+)?,? \(?(?:19|20)\d\d[a-z]?\)|(?:['’]s)? (?:therap(?:y|ies|ist)|method|technique"
    r"|syndrome|scale|disease|disorder|test|protocol|breathing|position|exercises?|pose|effect|diet|inventory|index"
    r"|score|questionnaire"
    r"|theory|approach|model|meditation|practice|massage|prayer|tradition|style|app|tablets?|pills?|spray|patch"
    r"|injections?|drops|assessment|curve|reflex|palsy|sign|law|law of|rule|period|era|version|capsules?|music|movie"
    r"|film|song|book|series|show)\b"
)
# Too many capitals for names: a headline.
HEADLINE = 0.55
ENGLISH = frozenset(words("the and is to of my in i you it for was that she he with at a your"))
GERMAN = Listed(words("ich und nicht ist der die das mit ein eine auf zu den im wir mein meine sie für bin"))
OTHER_LANGUAGES = Listed(
    GERMAN.union(
        words(
            "el la los las que y en un una por con para mi se no es le les des et je un une pas est il di che per non "
            "sono het een van ik"
        )
    )
)
MOST_WORDS = 6
CARER_BEFORE = re.compile(rf"\b(?:{'|'.join(CARERS)})(?:['’]s name is| is|,| named| called)? $")
THINGS = frozenset(
    words(
        "therapy method technique syndrome scale disease disorder test protocol breathing position exercise exercises "
        "pose effect diet inventory "
        "index score questionnaire theory approach model meditation practice massage prayer style app act "
        "program programme study "
        "journey manual handbook guide network steps step award day week month season"
    )
)
# Words that ran into each other where a line end was lost: “PatternsA”; not McGrath, DeShawn, LaRose.
GLUED = re.compile(r"[a-z]{4}[A-Z]|^(?!Ma?c|De|La|Le|Di|Van|Fitz|O)[A-Z][a-z]{2,3}[A-Z]")
TITLE_BEFORE = re.compile(r"\b(?:(dr|mr|mrs|ms|mx|prof|sgt|lt|capt|sr|sra|dra)\.?|([a-zñéí]+)) $")
OPENING = frozenset('"“‘«¿¡*_#>`')
ENDING_WORD = re.compile(r"([^\W\d_]+)\.$")
TOLD_BEFORE = re.compile(r"(?:told|ask|asked|met|hi|hey|dear|named),? $")
# Titles of which the name alone is kept.
OF_THE_NAMELESS = frozenset(words("patient client pt little old baby private general principal teacher"))
