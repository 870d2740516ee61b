"""Medical emergencies as people tell of them in the chat: the emergency number comes before anything else.

Plain phrases of English, German, Spanish and French. One too many shows a number to somebody who asks about a
leaflet; one too few lets a computer answer somebody who cannot breathe. The checks do not read these: an example that
speaks of a seizure is no danger by itself.
"""

import re

from examples.crisis import parts
from examples.reading import read, words

PERSON = (
    r"(?:i|he|she|they|we|you|somebody|someone|everyone|(?:my|our|the|a|this|that|your|his|her) "
    r"(?:\w+ )?(?:husband|wife|partner|son|daughter|mother|mom|mum|father|dad|brother|sister|friend|boyfriend|"
    r"girlfriend|roommate|flatmate|neighbou?r|patient|client|person|man|woman|guy|child|kid|baby|boy|girl|uncle|aunt|"
    r"grandmother|grandma|grandfather|grandpa|colleague|participant|member|relative|cousin|niece|nephew|stranger))"
)
IS = (
    r"(?:'s|'m|'re| is| am| are| was| were| seems?| looks?| went| goes| fell| became| lies| is lying| still|"
    r"(?:'s| is| has| have)? (?:fallen|gone))"
)
DRUGS = (
    r"(?:pills?|tablets?|capsules?|drops?|doses?|puffs?|sprays?|meds|medicines?|medications?|painkillers?|tylenol|"
    r"paracetamol|acetaminophen|ibuprofen|aspirin|xanax|valium|benzos?|ambien|insulin|opioids?|morphine|fentanyl|"
    r"oxy\w*|heroin|cocaine|mdma|ecstasy|lsd|acid|mushrooms?|psilocybin|ghb|esketamine|ketamine|spravato|lithium|"
    r"antidepressants?|sleeping \w+|blood thinners?)"
)
ENGLISH = (
    # Chest and heart
    r"chest pains?\b",
    r"\bpains? (?:in|across|through) (?:my|his|her|their|the) chest",
    r"\bchest (?:really |suddenly |still |badly )?(?:hurts|is hurting|aches|is burning|is being crushed|is killing "
    r"me)\b",
    r"\bchest\b.{0,40}\b(?:tight\w*|pressure|heavy)\b.{0,60}\b(?:arm|jaw|sweat\w*|breathe?|breathing|dizzy|faint)\b",
    r"\b(?:tight\w*|pressure|weight|elephant) (?:in|on|across|around) (?:my|his|her|their|the) "
    r"chest\b.{0,60}\b(?:arm|jaw|"
    r"sweat\w*|breathe?|breathing|dizzy|faint)\b",
    r"\b(?:having|has|have|had|is it|be) an? (?:\w+ )?(?:heart attack|stroke|cardiac arrest)\b",
    r"\b(?:no|without a|can'?t (?:find|feel) (?:a|his|her|any|the)) pulse\b",
    r"\b(?:his|her|their) heart (?:has )?stopped\b",
    # Breath
    r"\b(?:can'?t|cannot|can not|(?:can|could) (?:hardly|barely)|unable to|not able to|isn'?t able to|struggl\w+ to|"
    r"hard to|difficult to) "
    r"(?:\w+ )?(?:breathe?|get (?:any |enough )?air|catch (?:my|his|her|their) breath)\b",
    r"\b(?:trouble|difficulty|difficulties|problems?) breathing\b",
    r"\b(?:stopped|not|isn'?t|aren'?t|barely|hardly|no longer) breathing\b",
    r"\b(?:gasping|fighting|struggling) for (?:air|breath)\b",
    r"\b(?:is|am|are|'s|'m|'re) (?:choking|suffocating)\b(?! up| with emotion| on (?:my|his|her|the) words)",
    r"\b(?:throat|tongue|airway|face|lips?)(?:'s| is| are)? (?:\w+ )?(?:swelling|swollen|closing)\b",
    r"\banaphyla(?:xis|ctic)\b",
    r"\blips?(?: are| is| have| turned| turning| went| look| gone)+ (?:turned |gone |turning )?blue\b",
    rf"\b{PERSON}(?:{IS}|'s)? (?:turned|turning|went|going|gone) (?:blue|grey)\b",
    # Mind
    rf"\b{PERSON}{IS}(?: \w+)? unconscious\b(?! (?:mind|bias|of|about))",
    r"\b(?:isn'?t|is not|aren'?t|stopped|not) (?:moving|waking up|conscious)\b(?! (?:on|to|in|forward|out|house))",
    r"\bfound (?:him|her|them|my \w+) (?:\w+ )?(?:unconscious|unresponsive|collapsed|not moving)\b",
    rf"\b{PERSON}{IS}(?: \w+)? unresponsive\b",
    rf"\b{PERSON}(?: has| have|'s|'ve)?(?: just| suddenly)? "
    r"(?:passed out|collapsed|fainted|blacked out(?! the)|lost consciousness)\b",
    r"(?<!\bi )\b(?:won'?t|doesn'?t|does not|isn'?t|can'?t|cannot) (?:wake|waking) (?:him |her |them |my \w+ )?up\b",
    r"\b(?:can'?t|cannot) (?:wake|rouse) (?:him|her|them|my \w+)\b",
    r"\b(?:isn'?t|is not|doesn'?t|does not|won'?t|stopped|no longer) (?:respond|responding|react|reacting)"
    r"(?=[ .!,]*$| and\b| to (?:me|us|anything|pain|touch|my voice|his name|her name)[ .!,]*(?:$|and\b))",
    r"\b(?:having|has|had|have|into) an? (?:\w+ )?(?:seizure|fit|convulsions?)\b|\b(?:is|are|'s|started) "
    r"(?:seizing|convulsing|having (?:seizures|convulsions))\b",
    r"\b(?:face|mouth|side)(?:'s| is| has)? (?:drooping|drooped|numb|paraly[sz]ed)\b|\bface (?:went|feels|is going) "
    r"numb\b",
    r"\bcan'?t move (?:my|his|her|the|one) (?:\w+ )?(?:side|arm|leg|face)\b",
    r"\b(?:slurring (?:my|his|her|their) (?:words|speech)|speech is slurred|slurred speech|speech is slurring)\b",
    # Too much taken
    rf"\b(?:took|taken|swallowed|drank|ate|had|injected|snorted|given|gave) (?:\w+ ){{0,3}}?(?:too (?:many|much)|"
    rf"twice|double)"
    rf" (?:of )?(?:\w+ ){{0,2}}?{DRUGS}\b",
    r"\b(?:i|he|she|they|we|who|and|may have|might have|has|have|'ve|accidentally|just) (?:just |accidentally |"
    r"probably )?"
    r"(?:took|taken|swallowed) (?:way |far )?too (?:many|much)(?: of (?:it|them|these|those|this)\b)?"
    r"(?= ?(?:$|[.,;!?)]|and\b|of (?:it|them|these|those|this)\b|now\b|today\b|tonight\b|last night\b|this morning\b|"
    r"by (?:accident|mistake)\b|at once\b|before\b|after the\b|by error\b))",
    r"\b(?:i|he|she|they|has|have|may have|'ve|'s|we) (?:just |accidentally |probably )?overdosed\b|"
    r"\b(?:took|taken|having|had|may be|might be|it's|like) an? (?:\w+ )?overdose\b",
    r"\b(?:took|swallowed|taken) (?:the |a )?(?:whole|entire|full) (?:bottle|pack|packet|box|strip|blister)\b",
    r"\b(?:swallowed all|(?:took|taken|swallowed|ate) (?:\d\d+|twenty|thirty|forty|fifty|a handful|handfuls))(?: of)?"
    r"(?: (?:my|his|her|their|the|these|those))?(?: (?!mg|mcg|ml|milli|micro)\w+)? "
    r"(?:pills|tablets|capsules|doses|puffs|sprays)\b",
    r"\b(?:kid|child|son|daughter|baby|toddler|boy|girl|dog)(?: just| has)? (?:ate|swallowed|took|eaten) (?:some|my|"
    r"her|his|a few|the) "
    r"(?:\w+ )?(?:pills?|tablets?|medicines?|medications?)\b",
    r"\b(?:been poisoned|poisoned (?:myself|himself|herself))\b",
    r"\b(?:drank|swallowed|ate|drunk|swallow) (?:some |the |a |of |bit |little )*(?:bleach|drain cleaner|antifreeze|"
    r"detergent|cleaning fluid|poison|rat poison|petrol|gasoline|pesticide|(?:button )?batter(?:y|ies))\b",
    # Blood
    r"\bbleeding (?:\w+ )?(?:heavily|badly|profusely|a lot|so much|to death|out)\b",
    r"\b(?:won'?t|doesn'?t|can'?t|cannot|will not|not) stop (?:the )?bleeding\b",
    r"\bbleeding (?:won'?t|doesn'?t|does not|will not) stop\b",
    r"\b(?:so much|a lot of|lots of) blood\b|\bblood everywhere\b",
    r"\bshort of breath\b.{0,40}\bchest\b|\bchest\b.{0,40}\bshort of breath\b",
    r"\b(?:coughing|vomiting|throwing|spitting|coughed|vomited|threw) (?:up )?blood\b",
    r"\bbleeding\b.{0,20}\b(?:won'?t|doesn'?t|does not|will not|isn'?t|is not) (?:stop|stopping)\b",
    # Else
    r"\b(?:worst|thunderclap) headache\b|\bfoam\w* at the mouth\b|\b(?:severe|bad|strong) allergic reaction\b|"
    r"\b(?:barely|hardly) conscious\b|\b(?:is|are|'s|went|gone) (?:all )?limp and\b",
    rf"\b{PERSON}(?: has| have|'s|'ve)?(?: just)? od'?e?d\b",
    # The number itself
    r"\b(?:medical emergency|(?:need|send|get|call\w*) (?:me |us )?an ambulance|(?:should|do|must) (?:i|we) call "
    r"(?:911|999|112|000|111|an ambulance))\b",
)
GERMAN = (
    r"\b(?:\d\d+|zehn|zwanzig|dreißig|vierzig|fünfzig|alle|(?:ganze|halbe) (?:packung|schachtel|dose|flasche)) "
    r"(?:\w+ )?(?:tabletten|pillen|kapseln) (?:\w+ ){0,2}?(?:verschluckt|geschluckt|genommen|eingenommen)\b|"
    r"\b(?:tabletten|pillen|medikamente|knopfzelle|batterien?) (?:\w+ ){0,2}?verschluckt\b",
    r"\b(?:putzmittel|waschmittel|spülmittel|reiniger|\w+reiniger|bleiche|bleichmittel|chlor\w*|frostschutz\w*|benzin|"
    r"\w*gift) (?:\w+ ){0,2}?(?:getrunken|gegessen|verschluckt|geschluckt)\b",
    r"\bbewusstlos\b|\b(?:ist|bin|wurde|wird|liegt) (?:\w+ ){0,3}?ohnmächtig\b|\bbewusstsein verloren\b",
    r"\batme[tn]? (?:\w+ ){0,3}?(?:nicht|kaum)\b|\b(?:nicht|kaum)(?: mehr)?(?: richtig)? (?:atmen|luft holen)\b|"
    r"\b(?:keine|kaum|schlecht) luft\b|\berstick(?:e|t)\b|\batemnot\b",
    r"\bbrustschmerz\w*|\bschmerzen in der brust|\bstechen in der brust|\bbrust (?:tut|schmerzt)",
    r"\b(?:habe?|hat|hatte|bekomm\w*|krieg\w*|glaube|ist das|vielleicht) (?:\w+,? ){0,4}?"
    r"(?:einen|ein|eine) (?:herzinfarkt|schlaganfall|herzstillstand|krampfanfall|epileptischen anfall)\b|\bkrampft\b",
    r"\bwacht nicht(?: mehr)? auf\b|\bnicht (?:mehr )?(?:auf)?(?:zu)?wecken\b|\breagiert (?:\w+ )?nicht(?: "
    r"mehr)?\b(?! auf (?:meine|die) "
    r"(?:nachricht|anruf|mail))|\bnicht (?:mehr )?ansprechbar\b",
    r"\bzu viele? (?:von )?(?:\w+ )?(?:tabletten|pillen|tropfen|medikamente?|davon|ketamin|esketamin|insulin|"
    r"schlaf\w+|"
    r"schmerz\w+|spray|alkohol und)\b|\bzu viele? (?:genommen|geschluckt|eingenommen|gespritzt)\b",
    r"\büberdosis\b|\büberdosiert\b",
    r"\bblute(?:t|n)? (?:\w+ ){0,2}?(?:stark|heftig|sehr)\b|\bnicht auf(?:hört)? zu bluten\b|\bblutung hört nicht "
    r"auf\b|"
    r"\b(?:hustet?|erbricht|spuckt?|huste) blut\b",
    r"\b(?:er|sie|mein\w* \w+) ist (?:\w+ ){0,3}?(?:zusammengebrochen|umgekippt|kollabiert)\b",
    r"\blippen (?:sind|werden) (?:\w+ )?blau\b|\bblaue lippen\b",
    r"\b(?:brauche?n?|ruf\w*|schick\w*) (?:\w+ ){0,3}?(?:krankenwagen|rettungswagen|notarzt|rettungsdienst)\b|"
    r"\bmedizinischer notfall\b",
)
SPANISH = (
    r"\b(?:tom[éó]|tomado|trag[óé]|tragado) (?:\d\d+|diez|veinte|treinta|cuarenta|cincuenta|tod[ao]s "
    r"(?:las|los|mis|sus)) (?:pastillas|comprimidos|cápsulas|tabletas)\b|"
    r"\b(?:tom[éó]|tomado|trag[óé]|tragado) (?:toda la caja|todo el (?:frasco|bote|blíster))\b",
    r"\b(?:beb(?:ió|í|ido)|tom[éó]|tomado|trag[óé]|tragado|inger(?:ido|í)|ingirió) (?:\w+ ){0,2}?(?:lej[íi]a|"
    r"detergente|veneno|anticongelante|gasolina|pilas?|raticida)\b",
    r"\b(?:está|esta|quedó|quedo|sigue|encontré|encontramos|estaba|cayó) (?:\w+ ){0,2}?inconsciente\b|\bperdió el "
    r"conocimiento\b|"
    r"\bse (?:ha )?desmay(?:ó|ado)\b|\bse desplomó\b",
    r"\bno respira\b|\bno (?:puedo|puede|podemos|logra|logro) respirar\b|\b(?:me|le) (?:cuesta|falta) (?:mucho "
    r")?(?:respirar|"
    r"el aire)\b|\bme ahogo\b|\bse (?:está )?ahoga(?:ndo)?\b",
    r"\bdolor (?:\w+ ){0,3}?(?:en el|de|del) pecho\b|\b(?:me|le) duele (?:\w+ )?el pecho\b",
    r"\b(?:dando|teniendo|tiene|tengo|sufriendo|tuvo) (?:\w+ ){0,2}?(?:un|una) (?:infarto|derrame|ictus|ataque al "
    r"corazón|paro "
    r"cardíaco|convulsión)\b|\bconvulsiona(?:ndo)?\b|\b(?:tiene|tuvo|con) convulsiones\b",
    r"\b(?:no|tampoco) (?:se )?(?:despierta|reacciona)\b|\bno responde(?: a (?:nada|mi voz))?$|\bno logro "
    r"despertarl[oa]\b",
    r"\b(?:tom[éóo]|tomado|trag[óé]|tragado|inyect[óé]|tome) (?:\w+ )?demasiad[oa]s?(?= ?(?:$|[.,;!?]|y\b|de "
    r"(?:es[oa]|ell)|"
    r"pastillas?|medica\w+|comprimid\w+|gotas|ketamina|esketamina|insulina|dosis|somnífer\w+))",
    r"\bsobredosis\b",
    r"\b(?:sangra|sangrando|sangro) (?:mucho|muchísimo|sin parar)\b|\bno (?:para|deja) de sangrar\b|\b(?:vomita|tose|"
    r"vomitando|"
    r"tosiendo) sangre\b",
    r"\blabios (?:están |se (?:le )?(?:ponen|pusieron) )?(?:azules|morados)\b",
    r"\b(?:necesit\w+|llam\w+|manden|envíen) (?:a )?una ambulancia\b|\bemergencia médica\b",
)
FRENCH = (
    r"\b(?:avalé|pris) (?:\w+ )?(?:toute la (?:boîte|plaquette|bouteille)|(?:\d\d+|dix|vingt|trente|quarante|cinquante|"
    r"tous (?:les|mes|ses)) (?:comprimés|cachets|médicaments|gélules))\b",
    r"\b(?:avalé|bu|mangé|ingéré) (?:[\w']+ ){0,3}?(?:javel|détergent|lessive|antigel|poison|déboucheur|essence|piles?|"
    r"mort-aux-rats)\b",
    r"\b(?:est|reste|était|retrouvée?|tombée?) (?:\w+ ){0,2}?inconsciente?\b|\bperdu connaissance\b|\bs'est "
    r"évanouie?\b|"
    r"\bs'est effondrée?\b(?! en larmes)",
    r"\b(?:ne )?respire (?:plus|pas)\b|\b(?:arriv\w+|peu[xt]) (?:plus|pas) (?:à )?(?:bien )?respirer\b|\bmal à "
    r"respirer\b|"
    r"\b(?:j'|s')étouffe\b",
    r"\bmal (?:à|dans) la poitrine\b|\bdouleurs? (?:\w+ ){0,2}?(?:à|dans) la poitrine\b|\bdouleurs? thoraciques?\b",
    r"\b(?:fais|fait|faire|a|eu|train de faire|ai) (?:\w+ ){0,2}?(?:une crise cardiaque|un infarctus|un avc|une "
    r"crise "
    r"d'épilepsie|un arrêt cardiaque)\b|\bconvulse\b|\bconvulsions\b",
    r"\bse réveille (?:plus|pas)\b|\bpas à (?:le|la) réveiller\b|\bréagit (?:plus|pas)\b|\b(?:il|elle|et) ne répond "
    r"(?:plus|pas)(?= ?(?:$|[.,;!?]))",
    r"\b(?:pris|avalé|bu|prise) (?:\w+ )?trop de (?:\w+ )?(?:médic\w+|comprimés?|cachets?|gouttes|kétamine|"
    r"eskétamine|insuline|"
    r"somnifères?|pilules?)\b|\ben (?:ai|a|avoir) (?:\w+ )?trop (?:pris|avalé)\b|"
    r"\b(?:a|ai|avoir) (?:pris|avalé) (?:beaucoup )?trop(?= ?(?:$|[.,;!?]))",
    r"\b(?:fait|fais|pris|une) (?:une )?(?:overdose|surdose)\b|\bsurdosage\b",
    r"\bsaigne (?:\w+ )?(?:beaucoup|abondamment|énormément|fort)\b|\bpas de saigner\b|\b(?:crache|vomit|tousse) du "
    r"sang\b",
    r"\blèvres (?:sont |deviennent )?(?:toutes )?bleu(?:es|issent)\b",
    r"\bbesoin d'une ambulance\b|\bappel\w+ (?:une ambulance|le samu|les secours)\b|\burgence (?:médicale|vitale)\b",
)
PHRASES = re.compile("|".join((*ENGLISH, *GERMAN, *SPANISH, *FRENCH)))
# Where a chest, a breath or a fall is grief's, or another way of speaking. Who cries may be short of breath all the
# same, so tears count where they are the reason.
FEELING = re.compile(
    r"\b(?:grie\w+|griev\w+|mourn\w*|sorrow|heartbr\w+|miss(?:ing)? (?:him|her|them|you)|loneliness|lonely|sadness|"
    r"laugh\w*|(?:of|from|with|after) (?:\w+ )?(?:crying|tears|joy|love|emotion)|crying so (?:hard|much)|relationship|"
    r"marriage|deadlines?|exams?|breakup|"
    r"trauer\w*|kummer|sehnsucht|vermiss\w*|vor (?:\w+ )?(?:weinen|lachen)|"
    r"tristeza|duelo|pena|extraño|de (?:\w+ )?llorar|nostalgia|"
    r"chagrin|deuil|tristesse|me manqu\w*|(?:de|à|tant) (?:\w+ )?pleur\w*|rire)\b"
)
OF_FEELING = re.compile(
    r"chest|breath|pecho|respir|poitrine|suffocat|chok|brust|luft|atme|erstick|étouffe|ahog|collapsed|"
    r"zusammengebrochen"
)
# Long ago, or never. “Never like this” is now, and so is what “and now” follows.
PAST = re.compile(
    r"\b(?:(?:\d+|few|two|three|four|five|six|ten|many|some|several) (?:years?|months?|decades?|weeks?) ago|years "
    r"ago|"
    r"last (?:year|month|winter|summer|spring|autumn|fall)|as a (?:child|kid|teenager|boy|girl)|"
    r"when i was (?:an? )?(?:\d\d?\b|\w+teen\b|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|little|small|"
    r"young\w*|child|kid|boy|girl|teen\w*|student)|in (?:19|20)\d\d|"
    r"at (?:the age of \d\d|\d\d(?= ?(?:$|[.,;!?]|and\b|but\b)))|history of|family history|"
    r"runs? in (?:my|our|his|her|the) family|used to|once had|"
    r"in the past(?! (?:\d|few|two|hour|half|minute|day|night))|"
    r"never (?:\w+ )?(?:had|have|has|been|passed|fainted|blacked|lost|overdosed|collapsed|stopped|choked)|"
    r"vor (?:\w+ )?(?:jahren|monaten)|als kind|letztes jahr|früher|noch nie|nie (?:eine?n? )?(?:\w+ )?gehabt|"
    r"hace (?:\w+ )?(?:años|meses)|de niñ[oa]|nunca (?:he|ha|tuve|tuvo)|"
    r"il y a (?:\w+ )?(?:ans|mois)|(?:étais|était|étant) (?:\w+ )?enfant|jamais (?:eu|fait|perdu|pris))\b"
)
# What is told beside it and is going on, or was never as bad.
NOW = re.compile(
    r"\b(?:and|but|then|just|right) now\b|, now\b|\bsudden|\btoday\b|\btonight\b|"
    r"\bthis (?:morning|afternoon|evening)\b|\bjetzt\b|\bplötzlich|\bheute\b|\bahora\b|\bde repente\b|\bhoy\b|"
    r"\bmaintenant\b|\baujourd'hui\b|\bd'un coup\b|\bnever (?:\w+ ){1,4}?(?:such|so|this|like|before)\b|"
    r"\b(?:so|solche\w*)\b.{0,50}\bnoch nie\b|\bnie (?:so|solche\w*)\b|"
    r"\bnunca (?:\w+ ){1,4}?(?:tan|tanto|así)\b|\bjamais (?:\w+ ){1,2}?(?:aussi|autant|si|tel\w*)\b|"
    r"\b(?:like this|such|this (?:bad|strong)|so (?:bad|strong)|solche\w*|so (?:schlimm|stark)|así|tan|tanto|"
    r"comme ça|aussi|autant|telle?)\b"
)


# One of these is in each of the phrases: looking for them is quick.
STEMS = words("""
    chest heart stroke arrest pulse breath air chok suffocat throat tongue swell swollen clos anaphyla blue grey
    unresponsive collaps moving wak rous passed faint black respon react seiz convuls fit drooping drooped numb
    paraly move slur too twice double overdos whole entire full swallow took taken ate drank drunk given gave had
    poison blood bleed call bewusst ohnmächtig atme luft erstick atemnot brust herz schlaganfall anfall krampft wach
    weck ansprech viel überdos blut zusammengebrochen umgekippt kollab lippen wagen arzt rettung notfall
    conocimiento desmay desplom respir ahog aire pecho infarto derrame ictus paro despiert reacciona demasiad
    sobredosis sangr labios connaissance évanoui effondr étouffe poitrine thorac crise avc réveill réagit trop
    surdos saign sang lèvres samu secours urgence emergenc ambulanc conscious conscien répond reag schlecht kaum
    schmerz stech inyect trag tom pris aval headache foam limp allerg od' oded schluckt genommen getrunken gegessen
    beb inger ingir bu mangé
""")


def shown_in(text):
    """Return whether somebody tells of a medical emergency, anywhere in a message."""
    return any(in_sentence(read(part).plain[start:end]) for part in parts(text) for start, end in read(part).sentences)


def in_sentence(sentence):
    if not any(stem in sentence for stem in STEMS):
        return False
    found = PHRASES.search(sentence)
    if not found or (PAST.search(sentence) and not NOW.search(sentence)):
        return False
    return not (OF_FEELING.search(found[0]) and FEELING.search(sentence))
