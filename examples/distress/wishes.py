"""The words by which people show danger to themselves or others, in lower case, and what looks like them and is not.
People in despair do not mind their spelling."""

ME = r"(?:my ?self|me|himself|herself|themselves|themself|yourself|ourselves)"
SELF = r"(?:my ?self|himself|herself|themselves|themself|yourself|ourselves)"
KILL = (
    r"(?:kill|kil|kll|k1ll|unalive|un-alive|off|hang|shoot|stab|drown|poison|hurt|hurting|harm|harming|cut|"
    r"cutting|burn|burning|end|killing|offing|starve)"
)
GONE = (
    r"(?:be (?:alive|here(?! (?:right now|when|for the))|around(?! (?:me|him|her|them|people|you|us|others|my|"
    r"anyone))|on this (?:earth|planet)|in this world|a burden|part of this)|live|exist|wake up(?! (?:for|early|"
    r"so early|at|to|before|by)\b)|"
    r"b here|b alive|keep (?:living|going)|go on|continue living)"
)
NOT_WANT = (
    r"(?:don'?t|dont|do not|doesn'?t|does not|didn'?t|not|no longer|never|stopped) (?:\w+ )?(?:want(?:s|"
    r"ing)?(?: to)?|wanna|wanting to|wish(?:es)? to|care to|feel like|see (?:a |any )?(?:reason|point) (?:to|in|for))"
)
WANT = (
    r"(?:want(?:s|ed|ing)?(?: to)?|wanna|wana|wnna|wish(?:es|ed|ing)?(?: to)?|going to|gonna|gunna|about to|ready to|"
    r"plan(?:s|ned|ning)?(?: to| on)?|rather|thinking (?:of|about)|"
    r"think(?:s)? (?:of|about|to)|thought(?:s)? (?:of|about)|dream(?:s|ing)? (?:of|about)|deserve(?:s)? to|"
    r"hope(?:s)?(?: to| that)?|tempted to|urges? to|try(?:ing)? to|tried to|"
    r"will|could(?: just)?|might(?: just| as well)?|should(?: just)?|need to|let me|help me|ways? to|how (?:to|do i|"
    r"can i|would i)|feel like|started|keep|imagin(?:e|ing)|considering|decided to|"
    r"threaten(?:s|ed|ing)? to|talk(?:s|ed|ing)? about|tell(?:s|ing)? (?:me|him|her|them) to|told (?:me|him|her|"
    r"them) to|says? (?:he|she|they)(?:'ll| will|'s going to|'d)?)"
)
PEOPLE = (
    r"(?:him|her|them|someone|somebody|people|everyone|my (?:\w+ )?(?:wife|husband|ex|boss|coworker|co-worker|"
    r"colleague|mother|mom|mum|father|dad|brother|sister|kids?|son|"
    r"daughter|baby|children|neighbou?r|roommate|partner|boyfriend|girlfriend|family|teacher|stepdad|stepfather|"
    r"doctor)|the (?:baby|kids|children|neighbou?r|guy|man|nurse|doctor))"
)
# {family: patterns}, each a strong sign.
PATTERNS = {
    "wish": (
    rf"{WANT}(?: \w+){{0,3}}? (?:die|dying|be dead|dead|disappear|vanish|cease to exist|not exist|not wake up|"
    r"never wake up|not be (?:here|alive)|never (?:been|be) born|"
    r"be gone|go to sleep and (?:not|never)|go 2 sleep n|sleep forever|fall asleep (?:and|n) (?:not|never))\b",
    rf"{NOT_WANT} {GONE}",
    r"\b(?:wish|wishing|wished|hope|hoping|pray|praying) (?:\w+ ){0,4}?(?:dead|die|died|never (?:been )?born|"
    r"wasn'?t (?:here|alive|born)|weren'?t (?:here|alive|born)|take me|not wake|didn'?t wake|"
    r"wouldn'?t wake|wouldn'?t (?:have )?survived?|never wake|end (?:it|me))",
    r"\b(?:never|nvr|not|don'?t|dont|wouldn'?t|didn'?t) (?:ever )?(?:wake|waking)(?: back)? up\b",
    r"\bbetter off (?:dead|without (?:me|him|her|us)|w/o me|if i (?:was|were|wasn'?t|weren'?t|died))|\b(?:everyone|"
    r"everybody|they|world|family|kids|people)(?:'d| would)? (?:\w+ )?(?:be )?(?:better|happier|easier|relieved|"
    r"fine) "
    r"(?:off )?(?:without me|if i (?:was|were|wasn'?t|weren'?t|died|disappeared|left))|\bif i (?:was|were|wasn'?t|"
    r"weren'?t|am|wer) (?:just |to )?(?:gone|dead|no more|not (?:here|around|alive)|here anymore|around anymore|"
    r"to die)",
    r"\b(?:no|any|see no|not see (?:a|any)|what'?s the) (?:\w+ )?(?:reason|point|purpose|sense|use|force|strength|"
    r"will|desire|energy)(?: left)? (?:to|in|for|of|2) (?:waking up|getting up|being here|trying|anything|any of it|"
    r"it all|tomorrow|live|living|life|exist|existing|be alive|being alive|go on|"
    r"going on|"
    r"continue living|stay alive|keep (?:living|going)|carry on)",
    r"\bno (?:point|reason|hope) (?:in|for|to|left)(?: \w+){0,2} (?:anything|me|live|anymore|any more)|"
    r"\bnothing (?:left|more)? ?(?:to live for|left for me|to live 4|keeping me (?:here|alive))|\blife (?:is|isn'?t|"
    r"ain'?t|feels?)(?: just| not)? "
    r"(?:worth (?:living|it)|not worth|pointless|meaningless|over for me)|\bisn'?t worth living|\bnot worth living",
    r"\b(?:tired|sick|done|over|weary|exhausted|finished|fed up) (?:of|with|from) (?:living|life|being alive|"
    r"existing|my life|this life|this world|being here|it all)|\b(?:i'?m|im|i am) (?:so |just |completely |"
    r"totally )?done(?: with everything| with it all|"
    r" trying| fighting)?,? (?:this is (?:my|the) (?:last|end)|goodbye|i can'?t)|\b(?:last|final) (?:try|attempt|"
    r"chance|night|day|message|time you) .{0,25}(?:before i (?:end|go|die)|end it|hear from me)",
    r"\b(?:can'?t|cant|cannot|can not|couldn'?t) (?:go on(?! (?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"(?! (?:a|an|the|my|our|any|that|this) (?:holiday|vacation|trip|date|ride|walk|tour|hike|diet|stage|cruise|site|"
    r"website|app|internet)\b)(?! (?:holiday|vacation|trips?)\b)|do (?:this|it) (?:any ?more|any longer)|take (?:it|"
    r"this|the pain)? ?any ?(?:more|longer)|keep (?:going|living|doing this)|live (?:like this|with this|any ?more)|"
    r"carry on|"
    r"bear (?:it|this|to live)|hold on (?:any|much)|face another|survive (?:this|another)|see (?:a|any) way out|"
    r"stay (?:alive|here))",
    r"\b(?:want|wish|need|ready for|for) (?:it|this|everything|the pain|my life|all of (?:it|"
    r"this)) (?:all )?(?:to (?:just )?(?:be over|end|stop)|over)\b|\b(?:end|finish|ending|"
    r"finishing)(?: with)? (?:it all|it|my life|my own life|my lyfe|things|everything|"
    r"my existence|my suffering|(?:his|her|their|your|ur|one'?s) (?:own )?life|this life|myself)\b",
    r"\b(?:take|taking|took|taken|takes) (?:my|his|her|their|your|one'?s) (?:own )?(?:life|lives)\b|\b(?:not|won'?t|"
    r"wont|don'?t (?:think|plan|expect)(?: i'?ll| to| on)?) (?:\w+ )?(?:be|being) (?:around|here|alive)(?: (?:for|by|"
    r"tomorrow|next|much|long|any ?more|"
    r"when)\b|[.!]|$)|\bleave this (?:world|life|earth|body|planet)|\bleave my body for good",
    r"\b(?:clean|easy|easiest|quick|only|best|painless|peaceful) (?:\w+ )?(?:way|exit)s? ?(?:out|2 do it|to (?:do it|"
    r"go|die|disappear|end|leave))\b|\bpeaceful exit|\bdie with dignity|\bhow to die\b|\bways? to (?:die|go)\b|"
    r"\bexit (?:plan|bag)",
    ),
    "injury": (
    rf"\b{KILL}(?:ing)? (?:\w+ )?{SELF}\b|\b(?:kill|kil|kll|k1ll|unalive|un-alive|off|hang|shoot|drown|poison|"
    rf"end) me\b",
    r"\bk ?m ?s\b|\bkys\b|\bctb\b|\bunaliv\w*|\b(?:cutting|burning|hurting myself|bleeding) (?:helps|calms|relieves|"
    r"makes me|is the only)|\bi (?:cut|burn) (?:to|when|so)\b|\bsu[ie]?[ci]{1,2}[ie]?[cd]\w{0,6}|\bsewer ?slid\w*|"
    r"\bself[- ]?harm\w*|"
    r"\bself[- ]?injur\w*|\bself[- ]?destruct\w*|\btake me (?:home|away) lord\b",
    r"\b(?:started|starting|back to|been|keep|kept|was|am|i'?m|urge to|want to|need to|wanna|i|"
    r"again) (?:\w+ )?(?:cut|cutting|burning) (?:again|my (?:arms?|legs?|wrists?|thighs?|skin|stomach|body)|where|"
    r"without|deeper|w/o|so)|\bslit\w* (?:my|his|her|their) "
    r"(?:wrists?|throat)|\b(?:razor|blades?|knife|gun|pistol|rifle|rope|noose|pills|"
    r"bottle)s?(?: \w+){0,5} (?:in my (?:lap|hand|mouth|drawer)|to my (?:head|wrist|throat)|and (?:think|thought|"
    r"thinking) about|ready|right here|in front of me|next to me tonight|and blood)|"
    r"\b(?:blood|cuts|scars|fresh cuts) (?:on|all over|up) (?:his|her|their|my) (?:\w+ )?(?:arms?|towels?|wrists?|"
    r"sheets|legs?|thighs?|sleeves?)",
    r"\b(?:o\.?d\.?|overdos(?:e|ed|ing))\b(?: \w+){0,4}? (?:on purpose|again|tonight|myself|so i|to die|and|if)|"
    r"\b(?:going to|gonna|want to|wanna|could|should|just|might|tried to|i) (?:just )?(?:od|overdose|o\.d\.)\b|"
    r"\b(?:took|swallowed|taken|take|swallow|eat|ate|downed) "
    r"(?:all (?:of )?(?:them|my|the|it|his|her)|the whole (?:bottle|pack|box|lot)|every(?:thing| (?:single )?pill)|"
    r"a (?:whole )?(?:bottle|handful) of|all the pills)|\b(?:saving|hoarding|stockpiling|collecting|saved|stashing|"
    r"keeping|saved) (?:up )?(?:all )?"
    r"(?:my |his |her |the )?(?:\w+ )?(?:pills|meds|tablets|medication|patches|insulin|opioids|sleeping pills|"
    r"medicine)|\bhow (?:many|much)(?: \w+){0,8} (?:would it take|it would take|would kill|to (?:die|kill|overdose|"
    r"od|end|not come back|not wake)|is lethal|would be (?:lethal|fatal|too much, so|enough to)|"
    r"till i die|not (?:come|wake)|before i die)|\b(?:pills|patches|them|meds|tablets)(?: \w+){0,3} at once (?:do it|"
    r"kill|be enough|to die)|\blethal (?:dose|in overdose|amount)|\btoxic in overdose|\bwould be lethal|"
    r"\benough (?:pills|meds|insulin) to\b|\b(?:jump(?:ing|ed)?|"
    r"step(?:ping)?|standing|sitting|walk(?:ing)?) (?:\w+ )?(?:off|on|from|in front of|into|onto) (?:\w+ )?(?:the |"
    r"a |this |my )?(?:\w+ )?(?:bridge|roof|ledge|train|tracks|traffic|balcony|building|cliff|overpass|rails)\b|"
    r"\bdriv(?:e|ing) (?:\w+ ){0,3}(?:off|into) (?:the |a |oncoming )?"
    r"(?:bridge|tree|wall|cliff|traffic|river|pole|barrier)",
    ),
    "leaving": (
    r"\b(?:said|saying|say|written|wrote|writing|leaving|leave|recorded) (?:my |all my |our |the |some |them |"
    r"everyone |her |his )?(?:final |last )?(?:goodbyes?|good-?byes?|farewells?|suicide notes?|goodbye notes?|"
    r"(?:goodbye|farewell) (?:letters?|messages?|notes?|videos?)|notes already)(?! to "
    r"(?:my |the |our )?(?:\w+ )?(?:job|house|home|past|ex|smoking|alcohol|addiction|school|city|town|career|"
    r"cigarettes|habit|fear|illness|depression|apartment))|\bgoodbye (?:forever|everyone|world)|\b(?:put|putting|"
    r"getting|got|set) (?:my|his|her) affairs in order|"
    r"\bgiv(?:e|ing|en) (?:away )?(?:all )?(?:my|his|her) (?:\w+ )?(?:things|stuff|belongings|possessions|pets?|dog|"
    r"cat|guitar|clothes)(?: away)?\b|\bpicked (?:the|a|my) (?:date|day|spot|bridge)|\b(?:have|got|made|making|"
    r"has) (?:a|the|my) (?:plan|means|method|note|date)\b(?:"
    r".{0,30}(?:means|pills|gun|rope|to (?:die|kill|end|do it|hurt)|tonight|anymore)|$|[.!])|\bchosen (?:the|a|"
    r"my) (?:date|day|way|method)|\b(?:nobody|no one|noone|who) (?:would|will|wud|'d) (?:\w+ )?(?:notice|care|"
    r"miss me|mind)(?: \w+){0,2} if i (?:\w+ )?(?:vanish\w*|"
    r"disappear\w*|die\w*|was gone|were gone|am gone|left|stopped)|\b(?:get|gets?|have|collect) (?:the |"
    r"my )?(?:life )?insurance (?:money )?if i|\bif i (?:just )?(?:died|die|disappeared|vanished|never woke|"
    r"didn'?t (?:wake|come home))\b|\bi'?m (?:just |only |nothing but )?a burden|"
    r"\ba burden (?:to|on) (?:everyone|everybody|my|them|all)|\b(?:join|be with|see|"
    r"follow) (?:\w+ ){0,3}(?:in heaven|on the other side|again soon|who (?:died|passed))|\bso (?:that )?i (?:could|"
    r"can|may) (?:join|be with) \w+|\bthe lord (?:would |to |will )?(?:just )?take me|"
    r"\b(?:disappear|vanish|go away|sleep) forever\b|\bgo to sleep (?:and|n|&) (?:not|never)|\bif i vanished|"
    r"\bmy (?:\w+ )?(?:will|life) to live|\bnot (?:make|making) it (?:through|to|past) (?:the night|tonight|tomorrow|"
    r"the week|my)|\bno (?:more )?way out\b|\bwon'?t survive (?:this|the night)",
    ),
    "harming": (
    r"\bvoices? (?:\w+ ){0,3}(?:tell|tells|telling|say|says|saying|told|want|wants|order|command)(?:s|"
    r"ing)? (?:\w+ ){0,3}(?:jump|kill|hurt|die|cut|stab|do it|harm|end)",
    r"\b(?:going to|gonna|want to|wanna|will|i'?ll|might|could|about to|ready to|plan(?:ning)? to|thoughts? (?:of|"
    r"about)|urges? to|thinking (?:of|about)|afraid i'?ll|scared i'?ll|like i could|snap and|before i|or i'?ll|"
    rf"make me) (?:\w+ ){{0,2}}?(?:kill|killing|hurt|hurting|"
    r"stab|stabbing|shoot|shooting|strangle|choke|choking|smother|murder|poison|harm|harming|beat up|"
    rf"shake) {PEOPLE}\b|\bbought a (?:knife|gun|pistol|razor)|\bshoot (?:up|everyone)|"
    r"\bsmother(?:ing)? the baby",
    r"\b(?:going to|gonna|wanna|want to|will) (?:hurt|kill|do something (?:bad|stupid|to myself))\b(?: (?:someone|"
    r"somebody|people|him|her|them|myself|everyone)|[.!,]|$| tonight| tn| 2nite)",
    ),
    "overdose": (
    r"\bi(?:'ve| have|'m| am)? (?:just |accidentally |have )*(?:overdosed|od'?d|overdosing|took an overdose|taken an "
    r"overdose)\b(?! (?:at|in|when|as|once|back)\b)|\b(?:he|she|son|daughter|husband|wife|mother|mom|mum|father|dad|"
    r"partner|friend|patient)(?:'s| has| just|'s just| has just) (?:overdosed|taken an overdose|took an overdose)\b|"
    r"\b(?:son|daughter|husband|wife|mother|mom|mum|father|dad|partner|friend|patient) (?:took|is taking) an "
    r"overdose\b|\b(?:want to|wanna) d1e\b",
    ),
    "languages": (
    r"\b(?:hopeless|worthless|empty)(?: \w+){0,6} (?:die|dead|end it|not be here|go on)\b|\bfinish with my life|"
    r"\bi hate (?:being alive|my life and)|\bready 2 (?:die|go)|\b(?:dying|death|"
    r"being dead)(?: \w+){0,2} (?:would be|sounds?|seems?|feels?|is) (?:\w+ )?(?:peaceful|easier|better|nice|relief|"
    r"the only|"
    r"a relief|good)|\bkeep (?:on )?(?:thinking|dreaming|imagining) (?:of|about) (?:dying|death|my funeral|ending|"
    r"suicide|killing|being dead)|\bthoughts? (?:of|about) (?:dying|death|ending|not being here|harming|killing)",
    r"\b(?:quiero|quisiera|deseo|ganas de|voy a) (?:\w+ )?(?:morir(?:me)?|matarme|desaparecer|acabar con (?:todo|"
    r"mi vida))|\bme (?:quiero|voy a) (?:morir|matar)|\bmatarme\b|\bsuicid\w*|\bno (?:quiero|"
    r"deseo) (?:seguir )?(?:vivir|viviendo|existir|despertar)|\bquitarme la vida|\bhacerme daño|"
    r"\bmejor (?:estar )?muert[oa]",
    r"\bno quiero seguir\b|\b(?:cansad[oa]|cans[eé]|hart[oa]) de (?:todo|vivir|esta vida|sufrir)|\bya no (?:puedo|"
    r"aguanto|quiero)"
    r"(?: m[aá]s| vivir| seguir| nada)|\bno (?:puedo|aguanto) m[aá]s\b|\bich kann (?:einfach )?nicht mehr\b|"
    r"\bich will nicht mehr\b|"
    r"\bj'?en peux plus\b|\bplus la force\b|\bnão aguento mais\b|\bnon ce la faccio più\b",
    r"\b(?:nie|nicht) (?:wieder|mehr) (?:aufwachen|aufstehen)|\bnicht mehr (?:leben|aufwachen|da sein|weiterleben)|"
    r"\b(?:mich|sich|uns) (?:selbst )?(?:umbringen|töten|"
    r"umzubringen|verletzen|ritzen)|\bselbstmord\w*|\bsuizid\w*|\b(?:will|möchte|wünschte) (?:\w+ ){0,3}(?:sterben|"
    r"tot)|\b(?:mir|sich) das leben (?:zu )?nehmen|\blebensmüde|\bschluss machen mit (?:allem|"
    r"meinem leben)|\bnicht mehr weiter(?:leben)?|\bkeinen sinn mehr (?:im leben|zu leben)|\bich (?:bringe|"
    r"bring) mich um",
    r"\b(?:envie|veux|voudrais|vais) (?:\w+ ){0,3}(?:mourir|en finir|me tuer|disparaître|me suicider)|"
    r"\bplus envie de vivre|\bne veux plus vivre|\bme (?:tuer|suicider|faire du mal)\b|\bmettre fin à (?:mes jours|"
    r"ma vie)|\ben finir\b|\bmieux (?:mort|morte)\b",
    r"\bvoglio morire|\bnon voglio più vivere|\buccidermi|\bquero morrer|\bme matar\b|\bnão quero (?:mais )?viver|"
    r"\bwil niet meer leven|\bzelfmoord|\bdood wil|\bхочу умереть|\bне хочу жить|\bпокончить с собой",
    ),
}  # fmt: skip
