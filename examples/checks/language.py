"""Whether an answer is in another language than the data set."""

import re

import numpy
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from examples import tokens
from examples.checks import Finding, TextCheck
from examples.numbering import columns_of
from examples.reading import KNOWN_IN, read

# The commonest words of each, without those that two of them have in common and mean much in neither.
COMMONEST = {
    "en": """
    the and you your that is it to of with for are this can be not what how have they will as if an or on at but may
    from it's don't you're feel some there about would before after when which their them been has was who no yes do
    we i my me out up so just one all more than could should into ask tell let keep bring take u ur dont 4 r
    """,
    "de": """
    der die das und ist nicht ein eine einen einem einer sie ihr ihre ihren ich du dein deine mit für auf wird
    werden kann können sich auch wenn wie bei nach vor oder aber dem den des zu zum zur von im am als noch nur haben
    hat sind war es er wir ihnen bitte eher mehr über durch danach dann so sehr sein
    """,
    "es": """
    el la los las un una unos y es que de del con para por su sus no se lo le más como pero si puede usted tu tus
    muy está son al este esta esto ya también cuando porque hay ser o te mi me en
    """,
    "fr": """
    le la les un une des et est que qui de du avec pour dans sur vous votre vos ne pas ce cette ces se son sa ses
    plus mais ou où si au aux il elle je tu nous peut être sont après avant en par comme très c'est l'on
    """,
    "it": """
    il lo la gli le un una e è che di del della con per nel nella non si suo sua più ma se come può sono anche
    questo questa dopo prima ti tuo tua i dei delle puoi perché o in al alla
    """,
    "nl": """
    de het een en is niet van met voor op te zijn je jij u uw ik we wij ze maar als dan ook om bij naar door over
    kan kunt worden wordt deze dit dat die er nog geen aan of zich bent
    """,
}
# Of languages that no data set here is written in, as far as the settings know.
OTHERS = {
    "pl": """
    się nie jest na że jak ale czy już tylko może można przez przed który która które żeby bardzo jeśli kiedy oraz lub
    są był była było będzie mnie ciebie pani pana jego jej ich co to ten ta te tego tej dla po od przy też tak więc
    """,
    "sv": """
    och att det som är inte jag du han hon vi ni den ett för på med av till från om men eller kan ska skall har hade
    blir blev vara när efter före också mycket mer bara din ditt dina hans hennes deras vid under över där här
    """,
    "da": """
    og at det som er ikke jeg du han hun vi den et for på med af til fra om men eller kan skal har havde bliver blev
    være når efter før også meget mere kun din dit dine hans hendes deres ved under over der her
    """,
    "cs": """
    se je na že jako ale nebo který která které jsem jste jsou byl byla bylo bude není když protože také velmi může
    můžete vás vám vaše jeho její jejich pro při před podle tak už jen co kde kdy
    """,
    "ro": """
    și nu este sunt care pentru din pe cu sau dar mai foarte poate puteți dumneavoastră ei ele lui lor fost era vor va
    după înainte când dacă acest această aceste prin până fără doar acum
    """,
    "tr": """
    ve bir bu için ile ama veya çok daha gibi kadar değil var yok olarak olan sonra önce zaman eğer çünkü ben sen biz
    siz onlar size sizin bana sana nasıl ne neden her şey mi mı
    """,
    "tl": """
    ang ng mga sa na ay hindi at ako ikaw siya kami kayo sila mo ko niya nila kung para po opo ito iyon dahil pero
    lang din rin naman huwag may mayroon kapag bago pagkatapos
    """,
    "pt": """
    o a os as um uma e é que de do da dos das com para por em no na nos nas não se seu sua mais mas como pode você
    são também isso esta este depois antes quando ao à ou muito sobre
    """,
}
WORDS = {language: frozenset(words.split()) for language, words in COMMONEST.items()}
ALL = WORDS | {language: frozenset(words.split()) for language, words in OTHERS.items()}


def told_by(words):
    """Return the Columns that tell which of some words a token has: a bit for each."""
    bits = {word: 1 << place for place, word in enumerate(sorted(words))}
    return columns_of(lambda token: sum(bits.get(word, 0) for word in {*KNOWN_IN[token]}), len(bits))


COLUMNS = {language: told_by(words) for language, words in ALL.items()}
# Letters that none of these is written in.
FOREIGN = re.compile(r"[Ͱ-ϿЀ-ӿ֐-ۿऀ-ॿ฀-๿぀-ヿ一-鿿가-힯]")
LEAST = 4  # words of another language before it counts
OWN = 12  # words of its own language that leave no doubt


class Language(TextCheck):
    """By the commonest words of fourteen languages, and by letters; less names and short quotations in it."""

    name, title, severity = "language", _("In another language"), "review"
    version = 3
    reasons = {
        "other": (
            _("The answer is not in the language of the data set (%(language)s)."),
            _("Translate it, or set LANGUAGE_OF_DATA to its language or to any."),
        )
    }

    @property
    def settled_by(self):
        return settings.LANGUAGE_OF_DATA

    def promising(self, batch):
        language = settings.LANGUAGE_OF_DATA
        if language == "any":
            return []
        told = how_many(language, batch.answers)
        plain = numpy.array([answer.plain.isascii() for answer in batch.answers])
        some = numpy.flatnonzero((told <= OWN) | ~plain)
        if not len(some):
            return []
        answers = [batch.answers[place] for place in some.tolist()]
        others = [how_many(other, answers) for other in ALL if other != language]
        most = numpy.maximum.reduce(others)
        may_be = (most >= LEAST) & (most > 2 * told[some])
        foreign = [not answer.plain.isascii() and FOREIGN.search(answer.plain) is not None for answer in answers]
        return some[may_be | numpy.array(foreign)].tolist()

    def find(self, example):
        language = settings.LANGUAGE_OF_DATA
        if language == "any":
            return
        reading = read(example.response)
        own = len(WORDS[language] & reading.words)
        if reading.plain.isascii() and own > OWN:
            return
        most = max(len(words & reading.words) for name, words in ALL.items() if name != language)
        letters = 0 if reading.plain.isascii() else len(FOREIGN.findall(reading.plain))
        if (most >= LEAST and most > 2 * own) or letters * 3 > len(reading.plain):
            yield Finding(self, "response", "other", values={"language": language})


def how_many(language, readings):
    """Return the array of how many different ones of the commonest words of a language each of several Readings has."""
    several = [reading.tokens for reading in readings]
    return sum(numpy.bitwise_count(tokens.any_of(column, several)).astype(int) for column in COLUMNS[language])


CHECK = Language()
