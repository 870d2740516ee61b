"""Houses with a name: where somebody is treated, taught, employed, or prays."""

import re

from examples.identifiers.reading import words
from examples.identifiers.vocabulary import is_known

ENDS = frozenset(
    words(
        "hospital hospitals clinic clinics centre center wellness medical school elementary academy college university "
        "institute church parish temple mosque "
        "synagogue chapel cathedral pharmacy hospice rehab rehabilitation logistics inc llc ltd "
        "gmbh ag corp corporation "
        "company co sons industries enterprises "
        "solutions associates partners holdings foundation bank library prison jail barracks base lodge manor house "
        "village kindergarten preschool daycare nursery "
        "shelter ranch spa studio studios gym café cafe restaurant hotel klinik klinikum krankenhaus schule gymnasium "
        "universität kirche praxis escuela iglesia "
        "clínica hôpital lycée école motors airlines farms bakery plumbing roofing trucking construction consulting "
        "electronics foods market supermarket hardware "
        "psychiatry counseling counselling pediatrics dental dentistry orthopedics cardiology infirmary sanatorium "
        "asylum ward unit facility residence "
        "apartments homes ministries tabernacle seminary high middle primary preparatory prep care health healthcare "
        "hospitalists surgery practice laboratory labs "
        "insurance realty theater theatre brewery diner grill pub"
    )
)
# Of these ends only the last word of a run counts, and they need a word before that says which.
WEAK_ENDS = frozenset(
    words(
        "high middle primary care health house village ward unit practice market law legal base bank surgery insurance "
        "wellness medical psychology "
        "psychiatry counseling counselling homes labs school center centre company co foods school studio "
        "gym church college "
        "institute temple foundation library shelter prison dental surgery base lodge spa"
    )
)
# What says of no house which one it is.
GENERIC = frozenset(
    words(
        "the a an our my this your his her their mental behavioral behavioural community public "
        "private general national "
        "regional local family primary urgent "
        "emergency crisis pain sleep cancer trauma recovery wellness medical health healthcare "
        "care center centre clinic "
        "hospital ketamine infusion therapy "
        "treatment research training veterans women women's children children's pediatric psychiatric psychology "
        "outpatient inpatient holistic integrative "
        "functional internal medicine rehab rehabilitation nursing assisted home day high middle elementary primary "
        "secondary graduate medical law business "
        "art yoga meditation retreat call contact support service services poison control suicide prevention lifeline "
        "data world united global state county city "
        "and of for in at school college university university's church institute academy house white please ask visit "
        "see at to from welcome new old good "
        "group student practice private self heart mind body spirit brain blood social life live eye skin early first "
        "second third next last every each any no "
        "human animal digital online virtual local shopping fitness sports senior youth teen legal dental animal guest "
        "safe open full deep intensive critical"
    )
)
LEADS = {"fort", "camp", "mount", "hms", "uss", "naval", "fob", "ft"}
SAINT = {"st", "saint", "santa", "san", "sankt", "sainte", "our"}
WHOLE = re.compile(r"\b(?:university|college|bank|church|school|hospital|diocese|city|town|institute|academy) of ")
AT_WORK = re.compile(
    r"\b(?:work(?:s|ed|ing)? (?:at|for|with)|employed (?:at|by)|treated (?:at|by)|admitted (?:to|at)"
    r"|transferred (?:from|to)|stationed (?:at|in)|attend(?:s|ed|ing)?|graduated from"
    r"|studie[sd] at|study at|enrolled (?:at|in)|inpatient (?:at|in)|detox (?:at|in)|seen at|discharged from"
    r"|teach(?:es|ing)? at|taught at|volunteer(?:s|ed|ing)? (?:at|for)|job (?:at|with)"
    r"|interned at|shift at|boss at|hired (?:by|at)|fired (?:from|by)|rehab (?:at|in)|referred (?:to|by|from)"
    r"|clinic(?: is| called|,)?|hospital(?: is| called|,)?|school(?: is| called|,)?"
    r"|company(?: is| called|,)?|employer(?: is|,)?|played for|pray(?:s)? at|worship(?:s)? at|served (?:at|on)"
    r"|deployed (?:at|to)|locked up (?:at|in)) (?:the )?$"
)
AT_HOME = re.compile(
    r"\b(?:live[sd]?|living|moved|move|moving|grew up|raised|born|based|reside[sd]?|residing|settled|relocated|flew"
    r"|fly(?:ing)?|drove|commute|home|apartment|house|place|hometown(?: is|,)?|visit(?:ing|ed)?|trip|back|i['’]?m"
    r"|i am|is|comes?|came)"
    r" (?:here |back |out |over |down |up )?(?:in|to|from|near|outside|around|is) $|\bhometown(?: is|,)? $"
)


# How towns end, and towns with the name of somebody or of something else.
TOWN_ENDS = frozenset(
    words(
        "city town beach falls springs rapids heights park hills island valley lake bay harbor point creek grove rock "
        "forks bluff junction"
    )
)
TOWNS = frozenset(
    words(
        "houston austin dallas phoenix paris sydney charlotte jackson madison orlando savannah lincoln florence "
        "cambridge oxford cleveland columbus mobile "
        "buffalo reading bath lima victoria perth adelaide melbourne santiago"
    )
)


def counts(word):
    """Return whether a word makes the name of a house or a town of those round it."""
    return word in ENDS or word in LEADS or word in SAINT or word in TOWN_ENDS


def facility(words, opening):
    """Return the place of the first word of a house's name in a run of words in lower case, or None."""
    if words[0] in LEADS and len(words) > 1 and not (opening and words[0] == "mount"):
        return 0
    if len(words) > 2 and words[0] in SAINT and words[-1] in ENDS:
        return 0
    if WHOLE.search(" ".join(words[:1]) + " of ") and len(words) > 1:
        return None if words[-1] in GENERIC else 0
    last = next((place for place in range(len(words) - 1, 0, -1) if words[place] in ENDS), None)
    if last is None:
        return None
    first = 0
    while first < last and (words[first] in GENERIC or (opening and first == 0 and words[0] in STARTS)):
        first += 1
    telling = [word for word in words[first:last] if word not in GENERIC]
    if (
        not telling
        or telling[0] in ("mayo", "johns", "cleveland")
        or (words[last] in WEAK_ENDS and not any(map(tells, telling)))
    ):
        return None
    return first


def tells(word):
    """Return whether a word tells which house it is: a place in the country, or no ordinary word."""
    return word in LANDSCAPE or not is_known(word)


LANDSCAPE = frozenset(
    words(
        "creek lake lakeside oak oaks willow ridge harbor harbour river riverside valley hill hills hillside mountain "
        "meadow meadows brook spring springs forest park bay "
        "stone bridge sunrise sunset horizon summit cedar maple pine elm birch grove garden gardens garland glen field "
        "fields cove haven beacon lighthouse eagle phoenix lotus "
        "serenity tranquility evergreen north south east west northern southern eastern western pacific atlantic coast "
        "coastal bear wolf fox hawk blue green golden silver "
        "red white bright mercy grace trinity sacred holy good shepherd faith hope new life path journey rose lily "
        "magnolia cypress desert prairie island shore"
    )
)
STARTS = frozenset(
    words(
        "i we he she they call go went visit ask see message at in from to the then yesterday "
        "today when if after before "
        "is was are can my please and but or"
    )
)


# Large towns that no list of words knows: whatever stands before them, they are nobody's name.
CITIES = frozenset(
    words(
        "madrid barcelona sevilla zaragoza málaga bilbao murcia alicante granada bogotá medellín caracas quito "
        "montevideo guadalajara monterrey lisboa lisbon porto berlin hamburg münchen munich köln cologne frankfurt "
        "stuttgart düsseldorf leipzig dresden wien vienna zürich zurich genève geneva bern london manchester "
        "birmingham liverpool glasgow edinburgh dublin lyon marseille toulouse bordeaux lille nantes bruxelles "
        "brussels amsterdam rotterdam milano napoli torino tokyo chicago seattle boston toronto montreal vancouver"
    )
)


def kind_of_unknown(before, given, carer, words):
    """Return the kind of a run that no list knows, by what stands before it."""
    if len(words) == 1 and words[0] in CITIES:
        return "ADDRESS"
    if carer.search(before):
        return "CLINICIAN"
    if not given and AT_WORK.search(before):
        return "FACILITY"
    if not given and AT_HOME.search(before):
        return "ADDRESS"
    return "NAME"
