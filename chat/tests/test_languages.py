"""Finding passages in other languages, and in scripts without spaces: the same on SQLite and PostgreSQL."""

import pytest
from django.db import connection
from django.urls import reverse

from chat import reindexing, retrieval
from chat.models import Document, Passage
from chat.tests.making import add
from chat.tokens import VERSION
from chat.words import MOST_PAIRS, terms_of

pytestmark = pytest.mark.django_db

CHINESE = """# 手术指南

## 手术之前

手术前六小时请不要吃任何东西。手术前两小时可以喝一杯清水，不要喝牛奶。请把正在服用的药物告诉麻醉医生。

## 手术之后

手术当天不能开车，请让家人接您回家。伤口在十天内不要碰水，洗澡时请用防水敷料。如果发烧超过三十八度五，请立即打电话给病房。

## 费用

住院费用由医疗保险支付，单人病房需要另外付费。
"""
JAPANESE = """# 手術のしおり

## 手術の前

手術の六時間前から食事をしないでください。水は二時間前まで飲むことができます。飲んでいる薬は麻酔科の医師に伝えてください。

## 手術の後

当日は車を運転できません。家族に迎えに来てもらってください。傷は十日間ぬらさないでください。シャワーは三日目から浴びられます。

## 費用

入院の費用は健康保険から支払われます。個室には追加の料金がかかります。
"""
KOREAN = """# 수술 안내

## 수술 전

수술 여섯 시간 전부터 음식을 드시지 마십시오. 물은 두 시간 전까지 마실 수 있습니다. 복용 중인 약은 마취과 의사에게 말씀해 주십시오.

## 수술 후

당일에는 운전을 할 수 없으니 가족이 데리러 와야 합니다. 샤워는 사흘째부터 가능합니다. 열이 나면 병동에 전화하십시오.

## 비용

입원 비용은 건강보험에서 지급됩니다. 일인실은 추가 요금이 있습니다.
"""
THAI = """# คู่มือการผ่าตัด

## ก่อนผ่าตัด

งดอาหารหกชั่วโมงก่อนผ่าตัด ดื่มน้ำเปล่าได้จนถึงสองชั่วโมงก่อนผ่าตัด แจ้งยาที่รับประทานอยู่ให้วิสัญญีแพทย์ทราบ

## หลังผ่าตัด

ห้ามขับรถในวันผ่าตัด ให้ญาติมารับกลับบ้าน อาบน้ำได้ตั้งแต่วันที่สาม ถ้ามีไข้ให้โทรหาหอผู้ป่วย

## ค่าใช้จ่าย

ค่ารักษาในโรงพยาบาลจ่ายโดยประกันสุขภาพ ห้องเดี่ยวต้องจ่ายเพิ่ม
"""
GERMAN = """# Merkblatt

## Erfahrungen

Eine Nebenwirkung zeigte sich beim Patienten am zweiten Tag: Übelkeit. Sie verging nach einer Stunde, und er hat nichts
dagegen genommen. Die Ärztin war mit dem Verlauf zufrieden.

## Anfahrt

Der Parkplatz liegt hinter dem Haus, und die Straßenbahn hält vor der Tür. Für das Auto wird keine Gebühr verlangt.
"""
SPANISH = """# Hoja informativa

## Experiencias

El segundo día apareció un efecto secundario en la paciente: una náusea que pasó en una hora. No tomó ningún
medicamento para eso, y la doctora quedó contenta con la evolución de la depresión.

## Cómo llegar

El aparcamiento está detrás de la casa, y el tranvía para delante de la puerta. No se cobra nada por el coche.
"""
FRENCH = """# Notice

## Expériences

Le deuxième jour, un effet indésirable est apparu chez la patiente : une nausée qui a passé en une heure. Elle n’a pris
aucun médicament pour cela, et l’hôpital l’a gardée sous observation.

## Venir

Le parking se trouve derrière la maison, et le tramway s’arrête devant la porte. La voiture ne coûte rien.
"""


def text(question, **options):
    return [one.text for one in retrieval.find(question, most=1, **options)]


def add_in_parts(text, name):
    """Add a document whose sections are a file each, so that the right one must be found."""
    for number, part in enumerate(text.split("\n## ")[1:]):
        add(f"## {part}", f"{number} {name}")


FOUND = [
    (CHINESE, "手术前可以喝水吗？", "清水"), (CHINESE, "我什么时候能开车?", "开车"), (CHINESE, "可以洗澡吗", "洗澡"),
    (CHINESE, "单人病房要付多少费用", "保险"), (CHINESE, "發燒了怎麼辦 发烧", "发烧"), (CHINESE, "药", "药物"),
    (JAPANESE, "手術の前に水を飲んでもいいですか？", "水は"), (JAPANESE, "シャワーはいつから浴びられますか", "シャワー"),
    (JAPANESE, "車の運転はできますか", "運転"), (JAPANESE, "個室の料金はいくらですか", "個室"),
    (KOREAN, "수술 전에 물을 마셔도 되나요?", "물은"), (KOREAN, "샤워는 언제 할 수 있나요?", "샤워는"),
    (KOREAN, "운전해도 되나요", "운전"), (KOREAN, "비용은 누가 지급하나요?", "보험"),
    (THAI, "ก่อนผ่าตัดดื่มน้ำได้ไหม", "ดื่มน้ำ"), (THAI, "อาบน้ำได้เมื่อไหร่", "อาบน้ำ"), (THAI, "ขับรถได้ไหมคะ", "ขับรถ"),
    (GERMAN, "Welche Nebenwirkungen hatten die Patienten?", "Nebenwirkung"), (GERMAN, "Wo sind Parkplätze?", "Parkplatz"),
    (GERMAN, "War den Patienten ubel? Ubelkeit", "Übelkeit"), (GERMAN, "STRASSENBAHNEN", "Straßenbahn"),
    (GERMAN, "Was sagten die Ärztinnen?", "Ärztin"),
    (SPANISH, "¿Qué efectos secundarios tuvieron las pacientes?", "secundario"), (SPANISH, "nauseas", "náusea"),
    (SPANISH, "¿Hay aparcamientos?", "aparcamiento"), (SPANISH, "¿Tomaron medicamentos?", "medicamento"),
    (FRENCH, "Quels effets indésirables les patientes ont-elles eus ?", "indésirable"), (FRENCH, "nausees", "nausée"),
    (FRENCH, "Y a-t-il des parkings ?", "parking"), (FRENCH, "Que dit-on des hôpitaux et de l’hôpital ?", "hôpital"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "question", "words"), FOUND)
def test_it_finds_the_right_part(document, question, words):
    add_in_parts(document, "part.md")
    [found] = text(question)
    assert words in found


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (
            "Apague las pantallas una hora antes de acostarse. La luz azul impide la producción de melatonina. No beba "
            "café por la tarde. Encontrará plazas de aparcamiento detrás del edificio.",
            "¿Dónde puedo aparcar?",
        ),
        (
            "Il parcheggio si trova dietro la clinica. Le prime due ore sono gratuite. Si entra dalle scale.",
            "Parcheggi gratuiti?",
        ),
        (
            "Ne conduisez pas après la séance. Demandez à un proche de vous accompagner à la maison.",
            "Quelle maison, quels accompagnements ?",
        ),
    ],
)
def test_a_short_text_is_read_in_its_own_language_though_others_have_its_words_too(document, question):
    add(document)
    assert text(question) == [document]


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (CHINESE, "怎么申请护照？"), (CHINESE, "世界杯是谁赢的"), (CHINESE, "如何做西红柿炒鸡蛋"),
        (JAPANESE, "パスポートの申請はどうすればいいですか"), (JAPANESE, "世界で一番高い山は何ですか"),
        (KOREAN, "여권은 어떻게 신청하나요?"), (KOREAN, "세계에서 가장 높은 산은 무엇입니까"),
        (THAI, "ทำพาสปอร์ตที่ไหน"), (THAI, "ภูเขาที่สูงที่สุดในโลกคืออะไร"),
        (GERMAN, "Wie beantrage ich einen Reisepass?"), (GERMAN, "Wer hat die Weltmeisterschaft gewonnen?"),
        (SPANISH, "¿Cómo se renueva el pasaporte?"), (FRENCH, "Comment renouveler mon passeport ?"),
    ],
)  # fmt: skip
def test_it_says_honestly_that_nothing_is_there(document, question):
    add_in_parts(document, "part.md")
    assert text(question) == []


@pytest.mark.parametrize("document", [CHINESE, JAPANESE, KOREAN, THAI, GERMAN])
def test_a_passage_is_what_stands_at_its_place(document):
    one = add(document * 30)
    assert one.passages.count() > 3
    assert all(one.text[passage.start : passage.end] == passage.text for passage in one.passages.all())
    assert max(len(passage.text) for passage in one.passages.all()) <= 900


def test_documents_in_several_languages_stand_beside_each_other():
    add_in_parts(GERMAN, "de.md"), add_in_parts(FRENCH, "fr.md"), add_in_parts(CHINESE, "zh.md")
    add("# Notes\n\nThe patients had side effects such as nausea, and they went after an hour.", "en.md")
    assert sorted(set(Passage.objects.values_list("language", flat=True))) == ["de", "en", "fr"]
    assert "Nebenwirkung" in text("Welche Nebenwirkungen hatten die Patienten?")[0]
    assert "indésirable" in text("Quels effets indésirables ont eus les patientes ?")[0]
    assert "The patients" in text("Did a patient have a side effect?")[0]
    assert "清水" in text("手术前可以喝水吗")[0]


@pytest.mark.parametrize(
    ("document", "query", "hit"),
    [
        (CHINESE, "麻醉医生", "麻醉医生"),
        (THAI, "ขับรถ", "ขับรถ"),
        (JAPANESE, "シャワー", "シャワー"),
        (KOREAN, "샤워", "샤워"),
    ],
)
def test_the_search_in_a_document_marks_what_stands_without_spaces(client, admin_user, document, query, hit):
    client.force_login(admin_user)
    one = add(document)
    html = client.get(reverse("document", args=[one.pk]), {"q": query}).content.decode()
    assert f"{hit}</mark>" in html and "1 passage has" in html


def test_what_an_earlier_version_indexed_is_indexed_again_by_itself():
    document = add(CHINESE)
    before = list(document.passages.values_list("id", "text", "start"))
    Passage.objects.update(text_words="", heading_words="", title_words="")
    Document.objects.update(indexed_by=VERSION - 1)
    waiting = retrieval.find("手术前可以喝水吗")
    assert not waiting and "still being indexed" in waiting.notice
    assert (reindexing.catch_up(), reindexing.catch_up()) == (1, 0)
    found = retrieval.find("手术前可以喝水吗")
    assert found and not found.notice
    assert list(document.passages.values_list("id", "text", "start")) == before


def test_the_databases_hold_each_token_as_it_was_made():
    document = add(
        "# Part\n\n1e5 0x1f 12e3mg 3.14 a.b@c.de http://x.y/z?q=1 v1.2.3-rc -7 ½ ² Ⅳ 10€ naïve_word ῥόδον пациентов "
        + THAI
    )
    held = {
        token
        for one in document.passages.all()
        for token in f"{one.title_words} {one.heading_words} {one.text_words}".split()
    }
    sql = (
        "SELECT term FROM chat_vocabulary" if connection.vendor == "sqlite"
        else "SELECT DISTINCT unnest(tsvector_to_array(words)) FROM chat_passage"
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(sql)
        assert {row[0] for row in cursor.fetchall()} == held


def test_of_a_long_message_the_first_pairs_are_looked_for():
    add_in_parts(CHINESE, "guide.md")
    message = "单人病房的费用。" + "".join(map(chr, range(0x4E00, 0x4E00 + 3000)))
    assert len(terms_of(message)) == MOST_PAIRS
    retrieval.find(message)  # PostgreSQL takes 1,664 columns
