"""Further words of danger in the other languages of the pages, in lower case: of what was done already, of others, of
being too much. Each pattern is a strong sign; so each asks for the words around it too, since “um” alone is a time of
day, and tablets are mostly taken as they should be."""

GERMAN_ONES = r"(?:ihn|sie|euch|alle|jemanden|jeden|mein(?:e|en)?(?: \w+){0,1}|den(?: \w+){0,1}|das (?:kind|baby))"
DRUGS = (
    r"(?:\w*tabletten|pillen|medikamente|schmerzmittel|schlafmittel|pastillas|medicamentos|somníferos|médicaments|"
    r"medicaments|comprimés|cachets|somnifères)"
)
AS_TOLD = r"(?![^.!?]{0,30}\b(?:verordnet|verschrieben|wie besprochen|comme|prescri\w*|recet\w*|indicad\w*)\b)"
# {family: patterns}.
PATTERNS = {
    "wish": (
        r"\b(?:am liebsten|lieber|wünscht?e?|wäre? es besser)\b[^.!?]{0,30}\b(?:tot|nie geboren|nicht mehr (?:am "
        r"leben|auf der welt))\b|\b(?:am liebsten|lieber) wäre? ich (?:\w+ )?nicht mehr da ?(?:[.!?]|$)|"
        r"\bsterben (?:will|möchte|moechte|wollen|wollte)\b|\bkeine?n? (?:lust|kraft|grund|sinn) (?:\w+ "
        r"){0,2}zu leben\b|"
        r"\bleben (?:ist |hat )?(?:\w+ ){0,1}(?:nicht (?:mehr )?lebenswert|keinen sinn mehr|nichts mehr wert)\b|"
        r"\bhalte? (?:es|das|das alles) (?:einfach )?nicht (?:mehr|länger) aus\b",
        r"\bohne mich (?:\w+ ){0,5}(?:besser|leichter) (?:dran|aufgehoben|gehen|haben)\b|"
        r"\b(?:besser|leichter) (?:dran|aufgehoben|für \w+),? (?:\w+ ){0,1}ohne mich\b|\bmejor sin m(?:i\b|í)|"
        r"\bmieux sans moi\b",
        r"\b(?:mir|sich) (?:\w+ ){0,1}(?:etwas|was) an(?:zu)?tun\b|\babschiedsbrief\w*|\baus dem leben (?:zu "
        r")?scheiden\b|"
        r"\bleben (?:ein ende (?:zu )?(?:setzen|machen)|(?:zu )?beenden)\b|\b(?:vor (?:den|einen) (?:zug|bus|"
        r"lkw)|von "
        r"(?:der|einer) brücke|aus dem fenster|vom (?:dach|balkon|hochhaus)) (?:\w+ ){0,2}(?:zu )?(?:springen|werfen|"
        r"schmeißen|stürzen)\b",
        r"\bojal[aá] (?:no (?:me )?despert|me muri|estuviera muert|no hubiera nacido)\w*|\b(?:sin|no tengo) ganas de "
        r"vivir\b|\bno (?:vale la pena|tiene sentido) (?:seguir )?(?:vivir|viviendo)\b|\bprefiero (?:morir|estar "
        r"muert[oa])\b|\bcarta de despedida\b|\btirarme (?:\w+ ){1,3}(?:puente|balcón|balcon|ventana|tren|vías)\b",
        r"\b(?:aimerais|voudrais|préfère|préférerais|préférerai) (?:\w+ ){0,1}(?:être mort|mourir|n'?être "
        r"jamais né)\w*|"
        r"\bne (?:plus|jamais) me réveiller\b|\bplus (?:aucune |de )?raison de vivre\b|\blettre d'?adieu\b|\bme "
        r"(?:jeter (?:sous|du|d'|par)|pendre|foutre en l'?air)\b|\bik wil dood\b",
    ),
    "means": (
        r"\b(?:strick|rasierklingen?|pistole|waffe) (?:\w+ ){0,2}(?:gekauft|besorgt|bereit|zurechtgelegt)\b|"
        r"\bhe (?:comprado|conseguido) (?:una (?:soga|pistola)|cuchillas)\b|"
        r"\b(?:acheté|procuré) (?:une (?:corde|arme)|des lames)\b(?! pour)",
        r"\bwünscht?e?,? ich wäre? nicht mehr (?:da|hier|am leben)\b|\b(?:nicht|nie) mehr auf(?:zu)?wachen\b|"
        r"\b(?:quisiera|quiero|ojalá|prefiero|gustaría) no (?:volver a )?despertar\w*|"
        r"\bne (?:pas|plus) (?:jamais )?me réveiller\b",
        r"\b(?:avalé|pris) toute la (?:boîte|boite|plaquette)\b|\bganze (?:packung|schachtel) (?:genommen|"
        r"geschluckt)\b|"
        r"\btodo el (?:bote|frasco)\b[^.!?]{0,30}\b(?:tom|trag)\w+",
        r"\bmiedo de que me mate\b|\bangst,? dass er mich (?:umbringt|tötet)\b|\bpeur qu'?il me tue\b",
    ),
    "act": (
        rf"\b(?:habe?|hat) (?:\w+ ){{0,4}}(?:alle|sämtliche|zu viele|(?:ganze|eine|die) (?:\w+ "
        rf"){{0,1}}(?:packung|schachtel|"
        rf"flasche)) (?:mein\w* |von den |der |die )?(?:{DRUGS} )?(?:auf einmal |gerade |gestern |heute "
        rf")?(?:genommen|"
        rf"geschluckt|eingenommen)\b{AS_TOLD}",
        rf"\bme (?:he tomado|tomé|tome|tragué|he tragado) (?:\w+ ){{0,1}}(?:tod[ao]s|demasiad[ao]s|un (?:bote|"
        rf"frasco)|una "
        rf"caja) (?:\w+ ){{0,2}}{DRUGS}\b{AS_TOLD}",
        rf"\b(?:avalé|avaler|ingéré|pris) (?:tous|toutes|trop|une? (?:boîte|boite|flacon|plaquette|tube)) (?:\w+ )"
        rf"{{0,2}}{DRUGS}\b{AS_TOLD}",
        r"\b(?:eine|einer) überdosis (?:\w+ ){0,2}(?:genommen|geschluckt)\b|\b(?:tomado|tomó|tomé) una sobredosis\b|"
        r"\b(?:pris|fait) une overdose\b|\b(?:fait|faire) une tentative de suicide\b",
        r"\bich ritze? mich\b|\bich (?:schneide|verletze|verbrenne) mich (?:\w+ ){0,1}(?:wieder|selbst|"
        r"absichtlich|jede\w*)"
        r"\b|\bmich (?:wieder |selbst |gestern |heute )*geritzt\b|\bmich (?:wieder|selbst) (?:\w+ "
        r"){0,1}(?:geschnitten|"
        r"verletzt)\b|\bpulsadern\b",
        r"\bme (?:corto|corté|he cortado) (?:los brazos|las venas|las muñecas|las piernas)\b|\bcortarme (?:los "
        r"brazos|"
        r"las venas|las muñecas)\b|\bme autolesion\w*|\b(?:[ms]e |[ms]')(?:auto)?(?:scarifi|mutil)\w*|"
        r"\bm'?ouvrir les veines\b|"
        r"\bme tailler les veines\b",
    ),
    "others": (
        rf"\b(?:werde|will|möchte|muss) (?:\w+ ){{0,1}}{GERMAN_ONES} (?:\w+ ){{0,2}}(?:umbringen|töten|erwürgen|"
        rf"erstechen|"
        r"erschießen|abstechen)\b|"
        rf"\bich bringe? {GERMAN_ONES}(?: (?:heute|jetzt|noch|alle|wirklich))* um(?: und| wenn| heute|[.,!?]|\n|$)",
        r"\b(?:voy a|quiero|pienso) (?:matar|apuñalar|estrangular|envenenar) a (?:mi|mis|él|ella|alguien|todos|"
        r"ese|esa|"
        r"mi)\b|\b(?:voy a|quiero) matarl[oa]s?\b",
        r"\b(?:vais|veux|envie de|voudrais) (?:(?:le|la|les) (?:tuer|poignarder|étrangler)\b|(?:tuer|poignarder|"
        r"étrangler) (?:mon|ma|mes|quelqu'?un|tout le monde)\b)",
        r"\bstimmen (?:sagen|befehlen|wollen)\b[^.!?]{0,50}\b(?:töten|umbringen|verletzen)\b|\bvoces (?:me|le) "
        r"[^.!?]{0,50}\b(?:matar|matarme|hacer daño)\b|"
        r"\bvoix (?:me|lui) [^.!?]{0,50}\b(?:tuer|faire du mal)\b",
    ),
}  # fmt: skip
