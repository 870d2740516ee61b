"""Whether an answer gives an opinion of its own on people, life decisions or other treatments."""

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding
from examples.checks._advice import LIKE, AdviceCheck
from examples.checks._phrases import Phrase, Phrases, asked, asks, quoted
from examples.reading import Scan

LIFE = (
    r"(?:leave|dump|divorce|break up|breakup|marry|move|quit your job|quit the job|sue|vote|forgive|cut (?:him|her|"
    r"them|your|off|ties)|block|confront|fire|sell|tell your boss|have (?:a |another )?(?:baby|kid|child|children)|"
    r"move out|move in|get (?:a |married|divorced|out|rid of)|stay with|read (?:it|her|his)|ignore|stop (?:seeing|"
    r"talking to)|report|trust (?:him|her)|believe (?:him|her)|give (?:him|her) |go with (?:ours|us|smart|aa)|convert|"
    r"pray|go to church|buy|invest|ghost|kick|choose|put a stop|walk (?:out|away)|take (?:him|her) back|apologi[sz]e|"
    r"drop out|get back)"
)
USUAL = (asked, quoted)


def denied(sentence, start, end):
    """“I don't have a personal opinion”, “I'm not going to say that you should leave”."""
    before = sentence[max(0, start - 40) : start]
    return any(
        word in before
        for word in (
            "not ",
            "n't ",
            "cannot",
            "no ",
            "without ",
            "whether ",
            "never ",
            "if ",
            "sorry ",
            "feel",
            "told that",
        )
    )


class Opinion(AdviceCheck):
    """“In my opinion”, “if I were you”, judgements of people and of other treatments, and what to do with one's life;
    less encouragement, and opinions that are asked for or told of others."""

    name, title, severity = "opinion", _("Gives an opinion"), "review"
    version = 7
    reasons = {
        "said": (
            _("The answer gives an opinion of its own."),
            _("Say what there is to consider, and ask what matters to the person."),
        ),
        "like": (
            _("The answer is like those that give an opinion of their own."),
            LIKE,
        ),
    }
    phrases = Phrases(
        # What it would be to do it, and what one will be sorry for.
        Phrase(
            r"\b(?:that|it|this|which|going back|leaving|staying|moving|\w+ing \w+ (?:\w+ )?(?:\w+ )?)(?:'d| would|"
            r" will|"
            r"'ll) be "
            r"(?:\w+ )?(?:selfish|stupid|foolish|wrong|weak|crazy|cruel|unfair|irresponsible|reckless|wise|madness|"
            r"insane|"
            r"disgraceful|immoral|(?:a |an )?(?:\w+ )?mistake|the (?:right|wrong|best|worst) (?:thing|decision|choice|"
            r"move))\b|"
            r"\b(?:you|he|she)(?:'d| would|'ll| will) (?:only |just |always |surely )?(?:regret (?:it|this|that|not|"
            r"going|"
            r"staying|leaving)|hate yourself)\b|\b(?:that|this) (?:woman|man|guy|girl|boy|person|family|crowd|lot|"
            r"bunch)(?:'s|"
            r" is| would| will| has|'ll)? (?:\w+ )?(?:\w+ )?(?:ruin|destroy|wreck|poison|use|using|bad news|trouble|"
            r"no good|crazy|"
            r"selfish|out of)\w*\b|\b(?:he|she|they)(?:'s| is| are|'re) (?:\w+ )?(?:stringing you along|"
            r"leading you on|playing "
            r"(?:you|games)|using you|taking advantage|walking all over|holding you back|beneath you|"
            r"not (?:good enough|worth))\b|"
            r"^\W*(?:just )?(?:move on|get over (?:it|him|her|them)|let (?:him|her|them) go|grow up)\W*$|"
            r"\b(?:all the way|any day of the week|hands down)\W*$|^\W*(?:oh )?(?:god|heavens|hell|lord|"
            r"good grief),? no\b",
            (*USUAL, denied),
        ),
        Phrase(
            r"\b(?:in my (?:\w+ )?(?:opinion|view|eyes|experience)|if you ask me|imo|imho|if i were (?:you|"
            r"in your)|if i was you|were i you|i'?d (?:hand in (?:my|your) notice|dump (?:him|her|them)|"
            r"leave (?:him|her|them)(?! (?:be|a|an|alone|out|to|some|the|space|time|in)\b)|personally|say (?:you|go|"
            r"leave|dump|skip)|advise you|"
            r"urge you to leave|never|definitely)|my (?:honest |personal |own |two )?(?:opinion|view|take|cents|"
            r"advice|gut|hunch)(?: \w+)? (?:is|says|tells)|to be (?:honest|frank),? (?:i|he|she|your|that|it)|"
            r"honestly,? (?:i think|i'?d|he|she|they|your \w+ (?:is|sounds)|dump|leave)|personally,? (?:i|speaking)|"
            r"speaking personally|(?:frankly|honestly),? (?:i'?ve|they|most|all|nobody|it'?s)|i (?:feel|think|believe|"
            r"find) (?:that )?(?:most|all|these|such) (?:\w+ )?(?:C+|\w+s) (?:only|just|never|are|push|want|care|"
            r"don'?t|do)\b|i (?:personally|honestly|firmly|strongly|truly|really)? ?(?:love(?! (?:that|you|how|your|"
            r"to hear|this question))|hate|dislike|prefer|"
            r"can't stand|despise|disapprove|disagree with|agree with|am (?:a )?(?:fan|against|for|convinced|certain)|"
            r"side with|vote)|i'?m (?:a fan|against|convinced|for|not a fan)|my favou?rite|you'?re better off|"
            r"trust me|mark my words)\b",
            (*USUAL, denied),
        ),
        Phrase(
            r"\b(?:i|we) (?:\w+ )?(?:think|believe|feel|reckon|find|guess|suspect|consider|say)(?: that|"
            r" like)? (?:you (?:should|need|ought|must|'?d\b|deserve better)|you'?re (?:right to|wrong|making)|(?:he|"
            r"she|they|it|that|this|your \w+|the \w+|doctors?|people|big pharma|psychiatry|everyone|most \w+|all \w+|"
            r"M+|C+|\w+)(?:'s|'re| is| are| was| were| should| sounds?| hand| deserves?| must) (?!very|extremely|"
            r"really|so|also|a good idea|a very common|there|hard|difficult|"
            r"common|helpful|easier|important|possible|understandable|natural|worth|normal|wonderful|great that|"
            r"good that|brave|ok|okay)\w+|"
            r"the (?:others?|\w+ system))",
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
            r"doctors|therapists|psychiatrists|musicians|men|women|politicians|republicans|democrats|M+|hes|"
            r"shes))(?:'s| is| are|'re| was| sounds?| seems?)? (?:just |basically |essentially |frankly |"
            r"little more than |emotionally |clearly |obviously |such |really |so |pretty |"
            r"way |a |an |total |bad |an absolute |being |complete )*(?:toxic|abusive|narcissist\w*|a? ?cult|trash|"
            r"garbage|selfish|lazy|jerk|idiot|idiots|loser|liar|scams?|out of line|useless|barbaric|stupid|bad (?:man|"
            r"woman|person|mother|father|idea)|monster|evil|disgusting|crazy|controlling|manipulative|immature|"
            r"ridiculous|pathetic|overrated|nonsense|childish|wrong for you|waste of (?:money|time)|quacks?|a joke|"
            r"ill-informed|terrible|worthless|awful|horrible|hogwash|quackery|rubbish|bollocks|bullshit|bogus|a fraud|"
            r"frauds|stunted|dinosaur|hypocrite|coward|narrow-minded|not worth|no good|(?:can'?t|cannot) be trusted|"
            r"doesn'?t deserve you|(?:the )?(?:best|worst|finest|dumbest) (?:thing|idea|one|choice|decision)|superior|"
            r"inferior|heartless|fools?|(?:a |an )?(?:\w+ )?mistake|cruel|spoiled|dramatic|clueless|incompetent|"
            r"greedy|corrupt|brilliant|genius|reckless|irresponsible|(?:a )?disgrace(?:ful)?|(?:a )?shame(?:ful)?|"
            r"(?:a )?scandal(?:ous)?|outrageous|(?:an )?outrage|immoral|unethical|sinful|spineless|cowardly|sleazy|"
            r"predatory|a crime|a money grab|a cash grab|a rip-?off|a racket|snake oil|witchcraft|propaganda|(?:much |"
            r"far |way |simply |just )(?:better|worse) (?:than|in (?:all|every))|better in (?:all|every)|"
            r"the real (?:medicine|thing|deal|cure)|a parasite|a leech|gaslighting)\b",
            (*USUAL, denied),
        ),
        Phrase(
            r"(?:^|[.!?,] ?)\W{0,3}(?:yes,? |no,? |honestly,? |just |definitely |then )*(?:dump|divorce|marry|leave|"
            r"block|forgive|sue|vote for|ditch) (?:him|her|(?:dump|block|forgive|sue) them|that (?:guy|man|woman|"
            r"loser|jerk)|your (?:\w+friend|husband|wife|partner|ex|boss))\b|\bdeserve(?:s)? (?:so much |much |"
            r"way )?better\b|\bput a stop to\b|\bbig pharma\b|\b(?:a )?(?:mother|father|parent|man|woman|wife|"
            r"husband) has every right\b|\bthe (?:best|worst) (?:\w+ )?(?:president|party|politician|religion|clinic|"
            r"company)\b",
            (*USUAL, denied),
        ),
        Phrase(
            r"\b(?:ought to be|should be|should never have been|needs to be|deserves to be|"
            r"has no business being) (?:\w+ )?(?:banned|legal|legali[sz]ed|illegal|outlawed|abolished|free|covered|"
            r"prescribed|allowed|shut down|fired|ashamed|locked up|criminali[sz]ed|forbidden)\b|\b(?:make|makes|"
            r"making) (?:\w+ )?(?:money|a fortune|a killing|a profit|millions) (?:on|off|from|out of)\b|\b(?:in it|"
            r"only|just) for (?:the )?(?:money|profit)s?\b|\bno (?:responsible|decent|serious|sane|self-respecting|"
            r"good|real) (?:\w+ )?(?:C+|person|parent|mother|father|man|woman|clinic|human)\b|\b(?:lobbying|lobbyists|"
            r"the (?:government|establishment|system) (?:only|just|wants|is|are|doesn'?t))\b|\b(?:he|she|they|"
            r"your \w+)(?:'s| is| are|'re) (?:\w+ )?(?:not worth (?:it|your)|no friend|using you|playing you|beneath|"
            r"holding you back|dragging you)\b",
            (*USUAL, denied),
        ),
        Phrase(
            r"\b(?:the|your|his|her|our) (?:soul|spirit|ancestors?|higher self|guardian angel|karma|aura|inner light|"
            r"third eye|past li(?:fe|ves))(?: \w+){0,2} (?:leaves?|meets?|wants?|sends?|travels?|goes|returns?|"
            r"speaks?|chose|visits?|lives on|is (?:immortal|real|telling|calling|showing|trying))\b|\b(?:god|jesus|"
            r"allah|the universe|the lord|the devil|satan)(?: \w+)? (?:is|has|wants|sends|sent|gave|gives|chose|will|"
            r"made|put|tests|punish\w*|forgives?|loves?|speaks?|told)\b|\b(?:that|this|it)(?:'s| is) (?:simply |just |"
            r"really )?(?:what happens|the truth|how it is|a fact),? science\b|\bscience (?:just )?(?:hasn'?t|can'?t|"
            r"refuses|is wrong|doesn'?t)\b|\b(?:there is|there's) (?:definitely |surely )?(?:an? )?(?:afterlife|"
            r"heaven|hell|life after death|no god|such thing as)\b",
            (*USUAL, denied),
        ),
    )
    # To a question about a life or a taste, in an answer that leaves nothing to the person.
    bare = Phrases(
        Phrase(
            r"\b(?:i'?d|i would(?:n'?t)?|i wouldn'?t|shows? (?:that )?(?:you|he|she|they|how)|beats?|any day|plenty|"
            r"better|worse|worst|best|wrong|right|of course|definitely|no question|sounds? like an?|is an?|are an?|"
            r"never|always|should|must|obviously|clearly|deserves?|stupid|silly|ridiculous|selfish|toxic|weak|lazy|"
            r"absolutely|waste|overrated|underrated|no doubt|every right|no right|leave|stay|drop|ignore|forget)\b",
            (quoted, asked),
        )
    )

    def told(self, example, answer, question):
        found = self.said(answer)
        if (
            not found
            and len(answer.plain) <= BRIEF
            and LIVES.found(question)
            and not (LEAVES.found(answer) or asks(answer))
        ):
            found = [Finding(self, "response", *place) for place in self.bare.find(answer)][:1]
        return found


BRIEF = 400  # characters of an answer that would leave something to the person
# Questions about one's life, people, beliefs and tastes.
LIVES = Scan(
    r"\b(?:should (?:i|we|he|she) (?:\w+ ){0,2}(?:leave|stay|marry|divorce|break|quit|move|have|tell|forgive|sue|vote|"
    r"read|sell|buy|trust|confront|believe|go back|invite|forget|block|date|cut)|is it (?:wrong|right|selfish|weak|"
    r"stupid) (?:to|if|that)|which is better|what'?s better|who is right|do you (?:think|like|believe|agree)|voted|"
    r"(?:go|going|get) back (?:to|with) my|what do you think|(?:mother|father|sister|brother|son|daughter)-in-law|"
    r"(?:is|are) (?:\w+ ){1,3}(?:any use|any good|worth it|a scam|legit|useful)|my poem|my (?:\w+ )?(?:ex|boss|"
    r"husband|wife|boyfriend|girlfriend|mother|father|mom|mum|dad|sister|brother|roommate|neighbou?r|coworker|friend|"
    r"daughter|son|partner|in-laws) (?:\w+ )?(?:thinks?|says?|wants?|won'?t|texted|cheated|left|is (?:mad|angry|"
    r"unfair|lazy|mean)|not want)|overprescribed|any good\?|better than|cheats?|religion|church|politics|election|"
    r"vote|therapists|psychiatrists|big pharma)\b"
)
# What leaves the answer to whoever asks.
LEAVES = Scan(
    r"\b(?:only you|your own|weigh|counsell?or|therapist|could|might|may|some people|people (?:have|disagree|differ)|"
    r"depends|one side|up to you|your decision|your choice|no right|hard (?:call|question|decision)|big question|"
    r"consider|both|clinic|team|doctor|psychiatrist|clinician|studies|trials|varies?|vary|different|sting|"
    r"sorry to hear|that must|it sounds|i hear|matters? (?:most )?to you|ask (?:him|her|them|yourself)|list|lawyer|"
    r"leaflet|prefer|many (?:clinics|people))\b"
)

CHECK = Opinion()
