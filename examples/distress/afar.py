"""The plainest words of danger to oneself in languages that the pages do not speak but documents and patients do.
Few, and each as a person says it of themselves: who asks about warning signs says none of them."""

import re

WORDS = re.compile(
    # Chinese, in both ways of writing
    r"(?:我|真的?|只|很|好|就)想(?:去)?死(?!你)|想(?:要)?自[杀殺]|(?:我|准备|準備|打算)(?:要)?自[杀殺]|不想(?:再)?活(?:下去|了|着|著)|"
    r"活不下去|活[着著][没沒](?:有)?(?:什么|什麼)?意[思义義]|(?:想|要)[结結]束(?:我的|自己的)?生命|想(?:要)?[轻輕]生|"
    # Japanese
    r"死にたい|死のうと思|(?:自殺|自死)(?:し(?:たい|よう)|を考え)|生きていたくない|消えて(?:しまい)?たい|消えてなくなりたい|"
    # Korean
    r"죽고 ?싶|자살 ?(?:하고 ?싶|할 ?(?:거|것|생각))|살고 ?싶지 ?않|살기 ?싫|"
    # Thai
    r"อยากตาย|อยากฆ่าตัวตาย|จะฆ่าตัวตาย|ไม่อยาก(?:มีชีวิต|อยู่ต่อ|อยู่แล้ว)|"
    # Russian and Ukrainian
    r"\b(?:хочу|хочется) (?:умереть|сдохнуть)|\bне хочу (?:больше )?жить|\bпоконч(?:у|ить) с собой|\bхочу померти|"
    # Arabic, and Turkish
    r"أريد أن أموت|أريد الموت|لا أريد (?:أن أعيش|العيش)|(?:أريد|سوف|أفكر في) (?:أن )?(?:أنتحر|الانتحار)|"
    r"\bölmek istiyorum|\bkendimi öldür|\byaşamak istemiyorum",
    re.IGNORECASE,
)


def places(text):
    """Return [(start, end)] of such words in a text."""
    return [] if text.isascii() else [found.span() for found in WORDS.finditer(text)]
