"""What tells little alone and much together: (family, how much, pattern)."""

CUES = (
    (
        "passive",
        4,
        r"\b(?:hurts? too much to (?:stay|live|go on|be here|keep going|exist)(?! in (?:this|that|one|my))|"
        r"how high (?:\w+ ){0,3}(?:car park|"
        r"bridge|building|roof|balcony|cliff|overpass|tower|is))\b",
    ),
    ("affairs", 3, r"\bgiv\w+ (?:\w+ ){0,3}(?:her|his|my|their) (?:stuff|things|belongings|clothes|savings)\b"),
    ("plan", 2, r"\b(?:best (?:day|time|night)|worked out|figured out (?:how|when))\b"),
    (
        "alone",
        2,
        r"\b(?:(?:house|flat|home) (?:is|will be) empty|nobody(?:'s| is| will be) (?:home|there|in)|everyone(?:'s|"
        r" is) (?:out|asleep|away|gone))\b",
    ),
    ("injury", 2, r"\b(?:bled|bleeding|blood|punched|smashed)\b"),
    ("affairs", 2, r"\bwon'?t have to (?:worry|bother|deal|look after|pay)\b"),
    (
        "mixed",
        4,
        r"\b(?:wish (?:a|the|that|some) (?:\w+ ){1,4}(?:hit|hits|took|take|killed|kill|run|ran|crash\w*|fall|fell)|"
        r"wish (?:i|they|it|god|someone|something) (?:\w+ ){0,4}(?:die|died|kill|killed|crash\w*|hit me|end)|"
        r"(?:wouldn'?t|don'?t) (?:mind|care) if (?:i|the plane|a car|it)(?: \w+){0,4} (?:die|died|dead|crash\w*|hit|"
        r"never|wake)|(?:out of|no more|no) (?:options|time left|road|fight left|strength left)|(?:don'?t|do not|"
        r"can'?t) trust (?:myself|me) (?:around|with|near|alone|at|on|tonight|not)|"
        r"(?:haven'?t|have not|not) eaten (?:\w+ ){0,3}(?:days|week|weeks)|see why i should|why (?:should|"
        r"do) i (?:even )?(?:keep|bother|go on|stay|live|try)|keep this body|(?:swallowed|took|taken|downed|drank|"
        r"ate|eaten|injected) (?:a )?(?:load|lot|bunch|handful|heap|ton|fistful|whole|entire|strip|packet|pack|"
        r"bottle|box|"
        r"too (?:many|much)|\d{2,}|twenty|thirty|forty|fifty|bleach|antifreeze|rat poison|everything)|(?:into|"
        r"off) (?:the|a) (?:lake|river|sea|ocean|water|cliff|canal|bridge|quarry)|wait(?:ing)? for (?:him|her|"
        r"them) to come home|make (?:him|her|them) pay|(?:he|she|they)(?:'ll| will) (?:regret|be sorry)|"
        r"sharpen(?:ed|ing) (?:a|the|my)|(?:texted|posted|messaged|tweeted|"
        r"sent)(?: \w+){0,3} ['\"]?(?:sorry for everything|goodbye|bye everyone|i can'?t|love you all|forgive me|"
        r"it'?s over|this is it|no one will|nobody will))\b",
    ),
    (
        "despair",
        2,
        r"\b(?:giv(?:en|ing) away|gave away|calms me|"
        r"comfort(?:s|ing) (?:me )?to know|didn'?t work|nothing (?:works|helps|helped)|tried everything|so angry|"
        r"rage|furious|what'?s the use)\b",
    ),
    ("release", 2, r"\b(?:made (?:my )?peace (?:with|about)|at peace with)\b"),
    (
        "affairs",
        2,
        r"\b(?:my (?:cat|dog|things|clothes|guitar|books|records|ring)|in the (?:trunk|drawer|nightstand|closet))\b",
    ),
    (
        "despair_strong",
        4,
        r"\b(?:giv(?:e|ing|en) up on (?:life|everything|myself|living|it all)|(?:lost|losing|no) (?:the |"
        r"my )?will to (?:live|go on)|ready to give up|checking out|ending (?:it|things)|end things|"
        r"cant? do (?:life|living)|(?:want|going|wish) to (?:just )?(?:fade|waste) away|(?:don'?t|do not|can'?t|"
        r"cannot|no longer) see (?:the|any|a|much|a reason|way) (?:\w+ )?(?:point|reason|future|way forward|way out|"
        r"light|purpose)|no point (?:any ?more|in anything|left)|(?:cant?|can'?t) do (?:this )?(?:life|living)|"
        r"thinking (?:about|bout|of) sui\b|make it (?:all )?stop|it all to stop|(?:stop|end|over|gone|leave|quiet|"
        r"rest) for good|done (?:with )?pretending|tired of pretending)\b",
    ),
    (
        "thoughts",
        4,
        r"\b(?:(?:think|thinking|thought|dream|dreaming|imagine|imagining|fantasi[sz]\w+|picture|picturing|"
        r"keep) (?:\w+ )?(?:about |of |on )?(?:jumping|crashing|hanging|drowning|dying|death|my (?:own )?funeral|sui|"
        r"ending|walking into traffic|driving (?:off|into)|stepping|not being)|"
        r"looking (?:at|up) (?:bridges|ways|methods|how)|(?<!know )(?:why|how come|y) (?:\w+ )?(?:i'?m|im|"
        r"am i) (?:still )?(?:alive|here|breathing|not dead)|don'?t deserve to (?:be|live|exist|breathe)|"
        r"deserve to (?:die|suffer|hurt)|cancer had (?:just )?taken me|"
        r"(?:had|has|would have|should have|could have|could) (?:just )?(?:taken|killed) me|be with my (?:dead|late)|"
        r"want to jump|crash(?:ing)? my car|into (?:a|the) (?:wall|tree|traffic)|not safe (?:with|alone|around|by)|"
        r"don'?t feel safe (?:with|around|being|alone)|afraid of (?:myself|what i)|"
        r"scared of (?:myself|what i)|what i(?:'ll| might| will| could) do (?:if|to)|do something (?:stupid|bad|"
        r"drastic|i can'?t|terrible|to myself)|danger to (?:myself|others|my)|can'?t trust myself|"
        r"tomorrow doesn'?t come|if tomorrow|(?:be|feel) relieved if|be ok(?:ay)? with (?:dying|not)|"
        r"(?:bunch|handful|lot|fistful|pile) of (?:my |the |his |her )?(?:pills|meds|tablets)|tell (?:my|him|her|"
        r"them) (?:\w+ )?(?:i loved|i love|i'?m sorry|goodbye)|loved (?:him|her|them)\b.{0,20}$|waste of (?:space|air|"
        r"oxygen|skin|(?:a )?life|"
        r"time and)|oxygen thief|one less (?:of me|mouth|person)|get over (?:it|me|"
        r"losing) (?:eventually|one day|soon|in time|without)|"
        r"be (?:fine|ok|okay|better|happier) without me|miss me|notice (?:if|that) i|(?:reached|hit|at|past) (?:my|"
        r"the|a) (?:limit|end of (?:my|the) rope|breaking point)|end of my rope|rock bottom)\b",
    ),
    (
        "no_future",
        3,
        r"\b(?:not (?:going to|gonna) make it|won'?t make it|going to do it (?:tonight|today|tomorrow|this)|"
        r"last supper)\b|\b(?:(?:see|reach|be here|make it to|around for|be alive (?:in|by|at)) (?:\w+ )?(?:january|"
        r"february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|winter|"
        r"christmas|new year|my (?:next )?birthday|next (?:week|month|year)|tomorrow|the end of)|"
        r"(?:don'?t|do not|can'?t|cannot) (?:see|picture|imagine) (?:a|any|my|the) (?:future|way (?:out|forward|"
        r"through)|tomorrow|point|next)|no (?:future|hope|tomorrow|way out|way forward|point any ?more)|"
        r"when i'?m gone|after i'?m gone|once i'?m gone|take care of my (?:\w+ )?(?:dog|cat|kids|children|pets?|mom|"
        r"mother)|who (?:gets|will take|would take) my|forgive me|sorry for everything|"
        r"easier (?:on|for) (?:everyone|everybody|them|my|the|all)|(?:every ?(?:one|body|1)|they|u|world) (?:wud|"
        r"would|will|'d) b(?:e)? (?:better|fine|happier|relieved)|nothing (?:matters|is left|left)|no reason (?:to|"
        r"left|for me|any ?more|why i)|"
        r"without me|i(?:'ve| have) decided\b|it'?s (?:this|tonight|tomorrow|my last|over)|my last (?:day|night|week|"
        r"message|meal))\b",
    ),
    (
        "farewell",
        2,
        r"\b(?:thanks? (?:you )?for everything|stopped making plans|no plans after|sorry (?:for|about) (?:everything|"
        r"all))\b",
    ),
    (
        "limit",
        2,
        r"\bi(?:'?m| am) (?:so |just |completely |totally )?done(?:[.,!]| and (?:i|have)|$)|\b(?:would be enough|"
        r"(?:one step|inch|getting) closer|closer to the edge|(?:reached|past) (?:mine|my limit|"
        r"it)|had enough|it would take|everyone has a limit|limit)\b",
    ),
    (
        "farewell",
        2,
        r"\b(?:good-?bye|farewell|final|last time|wrote (?:a|the|my|some) (?:note|letter)|notes? (?:to|for) (?:my|"
        r"everyone|each)|last (?:letter|wish|words)|my will)\b",
    ),
    (
        "despair",
        3,
        r"\b(?:hate (?:myself|my life|being me|who i am|existing)|i(?:'m| am) (?:a )?(?:worthless|useless|failure|"
        r"burden|monster|disgusting|nothing|pathetic|unlovable|broken beyond)|worthless|(?:feel|feeling|am|"
        r"'m) (?:like )?(?:a )?(?:burden|nothing|garbage|trash|waste)|self[- ]?(?:hatred|loathing)|despair|"
        r"unbearable)\b",
    ),
    (
        "despair",
        2,
        r"\b(?:hopeless|helpless|empty|numb|trapped|pointless|meaningless|drowning|suffocating|void|dark(?:ness)?|"
        r"given up|giving up|can'?t cope|falling apart|break(?:ing)? down|nobody (?:cares|loves|would)|"
        r"no one (?:cares|loves|would)|all alone|completely alone|so alone|in the way|too much)\b",
    ),
    (
        "despair",
        1,
        r"\b(?:so tired|too tired|exhausted|can'?t sleep|crying|cry every|weekend|keep a|hide a|in my (?:phone|bag|"
        r"drawer|car|room|pocket)|my sister|my kids|alone|lonely|tonight|tn|any ?more|no more|just want|"
        r"keep thinking|can'?t stop thinking|eventually|enough|counted|closer|locked|again|sometimes|the kids|"
        r"don'?t know what to do|last night)\b",
    ),
    ("things", 2, r"\b(?:iron|lighter|cigarette|poison|exhaust|garage|attic)\b"),
    ("things", 3, r"\b(?:hose|insulin|helium|charcoal|bleach|antifreeze)\b"),
    (
        "injury",
        4,
        r"\b(?:scratch\w*|pick\w*|bit(?:e|ing)|cut\w*) (?:\w+ ){0,4}(?:until|till) (?:i|they|it|she|he) bleeds?\b|"
        r"\bburn(?:ed|t|ing)? (?:my|his|her) (?:arms?|legs?|skin|thighs?)\b",
    ),
    (
        "injury",
        4,
        r"\b(?:i'?m|im|i am|i|been|started|still|back to) (?:\w+ )?cut(?:ting)? (?:again|every (?:night|day|"
        r"evening)|tonight|"
        r"most nights|daily|deeper)\b",
    ),
    (
        "injury",
        3,
        r"\b(?:(?:cut|cutting|burn(?:ed|t|ing)?|scratch(?:ed|ing)?|bit(?:e|ing)|hit|punch(?:ed|ing)?|slash(?:ed|"
        r"ing)?|carv(?:e|ed|ing)|hurt(?:ing)?|starv(?:e|ed|ing)|chok(?:e|ed|ing)|bang(?:ed|"
        r"ing)?) (?:\w+ ){0,2}(?:my ?self|my (?:arms?|legs?|wrists?|thighs?|skin|head|stomach|hands?|face|body)|"
        r"(?:him|her)self|(?:his|her) "
        r"(?:arms?|legs?|wrists?|thighs?|skin|head))|until (?:i|they|it|she|he) bleeds?|bleed(?:ing|s)? (?:a lot|"
        r"out)|it bled|fresh (?:cuts|scars)|long sleeves)\b",
    ),
    (
        "harming",
        4,
        r"\b(?:(?:want|wanna|wana|going|gonna|ready|about|tempted|urge|able|might|could|will|i'?ll|afraid i'?ll|"
        r"scared i'?ll|so angry i could|think i might|feel like)(?: to| just| like)* (?:hit|hitting|shake|shaking|"
        r"throw|throwing|slap|punch|punching|choke|hurt|hurting|kill|stab|shoot|smother|strangle|drown|push|beat|"
        r"harm|snap at)(?:ing)? "
        r"(?:my (?:\w+ )?(?:wife|husband|kids?|son|daughter|baby|mother|mom|mum|dad|father|boss|coworker|boyfriend|"
        r"girlfriend|partner|brother|sister|neighbou?r|ex|roommate|child|children|dog)|the (?:baby|kids?|child|dog)|"
        r"him|her|them|someone|somebody|people|everyone))\b",
    ),
)
