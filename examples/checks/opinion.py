"""Whether an answer gives an opinion of its own on people, life decisions or other treatments."""

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding
from examples.checks._phrases import Phrase, PhraseCheck, Phrases, asked, asks, quoted
from examples.reading import Scan, read

LIFE = (
    r"(?:leave|dump|divorce|break up|breakup|marry|move|quit your job|quit the job|sue|vote|forgive|cut (?:him|her|"
    r"them|your|off|ties)|block|confront|"
    r"fire|sell|tell your boss|have (?:a |another )?(?:baby|kid|child|children)|move out|move in|get (?:a |married|"
    r"divorced|out|rid of)|stay with|"
    r"read (?:it|her|his)|ignore|stop (?:seeing|talking to)|report|trust (?:him|her)|believe (?:him|her)|give (?:him|"
    r"her) |go with (?:ours|us|smart|aa)|"
    r"convert|pray|go to church|buy|invest|ghost|kick|choose|put a stop|walk (?:out|away)|take (?:him|her) back|"
    r"apologi[sz]e|drop out|get back)"
)
USUAL = (asked, quoted)


def denied(sentence, start, end):
    """“I don't have a personal opinion”, “I'm not going to say that you should leave”."""
    before = sentence[max(0, start - 40) : start]
    return any(word in before for word in ("not ", "n't ", "cannot", "no ", "without ", "whether ", "never ", "if "))


class Opinion(PhraseCheck):
    """“In my opinion”, “if I were you”, judgements of people and of other treatments, and what to do with one's life;
    less encouragement, and opinions that are asked for or told of others."""

    name, title, severity = "opinion", _("Gives an opinion"), "review"
    reasons = {
        "said": (
            _("The answer gives an opinion of its own."),
            _("Say what there is to consider, and ask what matters to the person."),
        ),
    }
    phrases = Phrases(
        Phrase(
            r"\b(?:in my (?:\w+ )?(?:opinion|view|book|eyes|experience)|if you ask me|imo|imho|if i were (?:you|"
            r"in your)|if i was you|were i you|"
            r"i'?d (?:personally|say (?:you|go|leave|dump|skip)|advise you|urge you to leave|never|definitely)|"
            r"my (?:honest |personal |own |two )?"
            r"(?:opinion|view|take|cents|advice|gut|hunch)(?: \w+)? (?:is|says|tells)|to be (?:honest|frank),? (?:i|"
            r"he|she|your|that|it)|"
            r"honestly,? (?:i think|i'?d|he|she|they|your \w+ (?:is|sounds)|dump|leave)|personally,? (?:i|speaking)|"
            r"speaking personally|"
            r"(?:frankly|honestly),? (?:i'?ve|they|most|all|nobody|it'?s)|i (?:feel|think|believe|"
            r"find) (?:that )?(?:most|all|these|such) (?:\w+ )?(?:C+|\w+s) (?:only|just|never|are|push|want|care|"
            r"don'?t|do)\b|i (?:personally|honestly|firmly|strongly|truly|really)? ?(?:love|hate|dislike|prefer|"
            r"can't stand|"
            r"despise|disapprove|disagree with|"
            r"agree with|am (?:a )?(?:fan|against|for|convinced|certain)|side with|vote)|i'?m (?:a fan|against|"
            r"convinced|for|not a fan)|my favou?rite|"
            r"you'?re better off|trust me|mark my words)\b",
            (*USUAL, denied),
        ),
        Phrase(
            r"\b(?:i|we) (?:\w+ )?(?:think|believe|feel|reckon|find|guess|suspect|consider|say)(?: that|"
            r" like)? (?:you (?:should|need|ought|must|'?d|"
            r"deserve better)|you'?re (?:right to|wrong|making)|(?:he|she|they|it|that|this|your \w+|the \w+|"
            r"doctors?|people|big pharma|psychiatry|everyone|"
            r"most \w+|all \w+|M+|C+|\w+)(?:'s|'re| is| are| was| were| should| sounds?| hand| deserves?|"
            r" must) (?!hard|difficult|important|possible|"
            r"understandable|natural|worth|normal|wonderful|great that|good that|brave|ok|okay)\w+|the (?:others?|"
            r"\w+ system))",
            (*USUAL, denied),
        ),
        Phrase(
            r"\b(?:you|u|she|he|they|everyone|nobody|people) (?:\w+ )?(?:should|ought to|must|need to|have to|gotta|"
            r"really should|absolutely need to)"
            rf"(?: (?:definitely|absolutely|just|really|probably|totally|simply|never|not))? {LIFE}",
            (*USUAL, denied),
        ),
        Phrase(
            r"(?:^\W*\w+|\b(?:he|she|they|it|that|your (?:\w+ )?\w+|the (?:va|system|others?|hospital|\w+)|ect|aa|"
            r"doctors|"
            r"therapists|psychiatrists|musicians|men|women|"
            r"politicians|republicans|democrats|M+|hes|shes))(?:'s| is| are|'re| was| sounds?| seems?)? (?:just |"
            r"clearly |obviously |such |really |so |pretty |"
            r"way |a |an |total |bad |an absolute |being |complete )*(?:toxic|abusive|narcissist\w*|a? ?cult|trash|"
            r"garbage|selfish|lazy|jerk|idiot|idiots|loser|"
            r"liar|scams?|out of line|useless|barbaric|stupid|bad (?:man|woman|person|mother|father|idea)|monster|"
            r"evil|disgusting|crazy|controlling|"
            r"manipulative|immature|ridiculous|pathetic|overrated|nonsense|childish|wrong for you|waste of (?:money|"
            r"time)|quacks?|a joke|ill-informed|"
            r"terrible|worthless|awful|horrible|hogwash|quackery|rubbish|bollocks|bullshit|bogus|a fraud|frauds|"
            r"stunted|dinosaur|hypocrite|coward|narrow-minded|not worth|no good|(?:can'?t|cannot) be trusted|"
            r"doesn'?t deserve you|(?:the )?(?:best|worst|finest|dumbest) (?:thing|idea|one|choice|decision)|"
            r"superior|inferior|heartless|fools?|(?:a |an )?(?:\w+ )?mistake|cruel|spoiled|dramatic|clueless|"
            r"incompetent|greedy|corrupt|brilliant|genius)\b",
            (*USUAL, denied),
        ),
        Phrase(
            r"(?:^|[.!?,] ?)\W{0,3}(?:yes,? |no,? |honestly,? |just |definitely |then )*(?:dump|divorce|marry|leave|"
            r"block|forgive|sue|vote for|ditch) (?:him|her|(?:dump|block|forgive|sue) them|"
            r"that (?:guy|man|woman|loser|jerk)|your (?:\w+friend|husband|wife|partner|ex|boss))\b|"
            r"\bdeserve(?:s)? (?:so much |much |way )?better\b|"
            r"\bput a stop to\b|\bbig pharma\b|\b(?:a )?(?:mother|father|parent|man|woman|wife|"
            r"husband) has every right\b|\bthe (?:best|worst) (?:\w+ )?(?:president|party|"
            r"politician|religion|clinic|company)\b",
            (*USUAL, denied),
        ),
    )
    # To a question about a life or a taste, in an answer that leaves nothing to the person.
    bare = Phrases(
        Phrase(
            r"\b(?:i'?d|i would(?:n'?t)?|i wouldn'?t|shows? (?:that )?(?:you|he|she|they|how)|beats?|any day|plenty|"
            r"better|worse|worst|best|wrong|right|of course|definitely|"
            r"no question|sounds? like an?|is an?|are an?|never|always|should|must|obviously|clearly|deserves?|"
            r"stupid|silly|ridiculous|selfish|toxic|weak|lazy|"
            r"absolutely|waste|overrated|underrated|no doubt|every right|no right|leave|stay|drop|ignore|forget)\b",
            (quoted, asked),
        )
    )

    def find(self, example):
        found = list(super().find(example))
        answer = read(example.response)
        if not found and LIVES.found(read(example.instruction)) and not (LEAVES.found(answer) or asks(answer)):
            found = [Finding(self, "response", *place) for place in self.bare.find(answer)][:1]
        yield from found


# Questions about one's life, people, beliefs and tastes.
LIVES = Scan(
    r"\b(?:should (?:i|we|he|she) (?:\w+ ){0,2}(?:leave|stay|marry|divorce|break|quit|move|have|tell|forgive|sue|"
    r"vote|read|sell|buy|trust|confront|believe|go back|invite|forget|block|"
    r"date|cut)|is it (?:wrong|right|selfish|weak|stupid) (?:to|if|that)|which is better|what'?s better|who is right|"
    r"do you (?:think|like|believe|agree)|voted|(?:go|going|get) back (?:to|with) my|what do you "
    r"think|(?:mother|father|sister|brother|son|daughter)-in-law|(?:is|are) (?:\w+ ){1,3}(?:any use|any good|"
    r"worth it|a scam|legit|useful)|my poem|my (?:\w+ )?(?:ex|boss|husband|wife|boyfriend|girlfriend|mother|father|"
    r"mom|mum|dad|sister|brother|roommate|neighbou?r|coworker|friend|"
    r"daughter|son|partner|in-laws) (?:\w+ )?(?:thinks?|says?|wants?|won'?t|texted|cheated|left|is (?:mad|angry|"
    r"unfair|lazy|mean)|not want)|overprescribed|any good\?|better than|cheats?|"
    r"religion|church|politics|election|vote|therapists|psychiatrists|big pharma)\b"
)
# What leaves the answer to whoever asks.
LEAVES = Scan(
    r"\b(?:only you|your own|weigh|counsell?or|therapist|could|might|may|some people|people (?:have|disagree|differ)|"
    r"depends|one side|up to you|your decision|"
    r"your choice|no right|hard (?:call|question|decision)|big question|consider|both|clinic|team|doctor|"
    r"psychiatrist|clinician|studies|trials|varies?|vary|different|sting|sorry to hear|"
    r"that must|it sounds|i hear|matters? (?:most )?to you|ask (?:him|her|them|yourself)|list|lawyer|leaflet|prefer|"
    r"many (?:clinics|people))\b"
)

CHECK = Opinion()
