"""Medical emergencies told in the chat, and what only sounds like them."""

import pytest

from chat import emergencies
from chat.tests.asking import answered

TOLD = """
my chest hurts and I can't breathe
He is unconscious after the session
she took too much
I think I took too much of it
my husband passed out after the session and I can't wake him up
My chest hurts and my left arm feels numb
I have a crushing chest pain
there is a pressure on my chest and I am sweating and can hardly breathe
I cant breathe
She's not breathing
he stopped breathing
my roommate is choking on a piece of food
My throat is swelling up after the new medicine
his lips are turning blue
My wife is having a seizure
my friend just collapsed
he won't wake up
The patient is unresponsive
I think I'm having a heart attack
I think my mother is having a stroke, her face is drooping
his speech is slurred and he can't move his left arm
I accidentally took twice my dose of esketamine
My son swallowed a whole bottle of tylenol
my daughter drank bleach
She overdosed on her sleeping pills
He took an overdose
I took too many pills by accident
I'm bleeding heavily and it doesn't stop
the wound won't stop bleeding
she is vomiting blood
should I call 911? He looks so pale and is not responding
I need an ambulance
What should I do if someone can't breathe?
I can’t find a pulse
Er ist nach der Sitzung bewusstlos
Ich bekomme keine Luft und meine Brust tut weh
Mein Mann atmet nicht mehr
Ich habe aus Versehen zu viele Tabletten genommen
Sie wacht nicht mehr auf
Ich glaube, ich habe einen Herzinfarkt
Está inconsciente después de la sesión
No puedo respirar y me duele el pecho
Mi hija tomó demasiadas pastillas
creo que le está dando un infarto
No se despierta
Il est inconscient après la séance
Je n'arrive plus à respirer et j'ai mal à la poitrine
Ma fille a avalé trop de comprimés
Elle ne respire plus
Je crois que je fais une crise cardiaque
Mon enfant ne respire plus
A family member is unconscious
I have never had chest pain like this before
he never collapsed before, but now he is unconscious
two weeks ago I had the session and now I can't breathe
Ich hatte noch nie solche Brustschmerzen
So starke Brustschmerzen hatte ich noch nie
Nunca había tenido un dolor tan fuerte en el pecho
Je n'ai jamais eu aussi mal à la poitrine
Ich habe 20 Tabletten geschluckt
Mein Kind hat Waschmittel getrunken
mi hija se tragó lejía
me tomé veinte pastillas
j'ai avalé toute la boîte
mon fils a bu de l'eau de javel
ma fille a avalé une pile
it is the worst headache of my life and it came on suddenly
I'm bleeding and it won't stop
my girlfriend ODed on fentanyl
she is foaming at the mouth
my baby is limp and not responding
My mom isn't waking up
I swallowed all my pills
my face is drooping on one side since this morning
I had chest pain for an hour after I took the lozenge
Mon enfant ne respire plus
Somebody in my family is not breathing
He stopped breathing at 10 pm
I have never felt this before, I can't breathe
I have never had such chest pain
I had surgery two weeks ago and now I can't breathe
My baby is crying and can't breathe
I'm crying, my chest hurts and my arm is numb
Il manque d'air, il ne respire plus
My son never took pills before, he swallowed the whole bottle
Noch nie hatte ich solche Brustschmerzen
""".strip().splitlines()

NOT = """
my chest felt tight with grief
My chest felt heavy when I read his letter
When I think of her my chest hurts with grief
I laughed so hard I couldn't breathe
I can't breathe in this relationship
How do I breathe during the session?
Breathing exercises are hard for me
What should I wear to the session?
the session took too much time
It took too much out of me
I took too much on at work
I took too much for granted
She talks too much
My unconscious mind is a strange place
What does unconscious bias mean?
He is unconscious of his anger
I got something off my chest
I collapsed on the sofa after a long day of crying
My grandfather had a heart attack ten years ago
I had a seizure as a child
There is a history of seizures in my family
Heart attacks run in my family, and I had a seizure as a child
J'ai fait des convulsions quand j'étais enfant
Ich habe als Kind einen Krampfanfall gehabt
Ich hatte noch nie einen Krampfanfall
Ich habe 20 mg genommen, wie verordnet
J'ai pris un café et mangé une salade
My headache is the worst part of it
How long does a session take?
How many tablets are there in a pack?
I fainted once when I was twelve
I passed out years ago at the dentist, is that a problem?
My heart is broken
My heart aches for him
I feel dead inside since the divorce
I am bleeding money
It took my breath away
I am choking up as I write this
He choked up when he spoke about her
I never had chest pain
I have never had a seizure
To be having a seizure runs in my family
I was crying so hard that I couldn't breathe
Ich hatte noch nie Brustschmerzen
Nunca he tenido dolor en el pecho
Je n'ai jamais fait une crise cardiaque
The music gave me a fit of laughter
Is an overdose possible?
What are the side effects?
Can I drive home afterwards?
Meine Brust fühlte sich eng an vor Trauer
Das Unbewusste macht mir Angst
Die Sitzung hat zu viel Zeit genommen
Ich bin vor Kummer zusammengebrochen
El inconsciente me da miedo
Me tomó demasiado tiempo
Se me partió el pecho de pena
L'inconscient me fait peur
J'ai pris trop de retard
J'ai la poitrine serrée de chagrin
Cela m'a pris trop de temps
He is not answering my emails
The nurse says I should not stop my medicine
Since then I pray that I will not wake up
I overdosed at 19 and I am sober now
I took 100 mg of ketamine as prescribed
My doctor raised my dose
""".strip().splitlines()


@pytest.mark.parametrize("words", TOLD)
def test_it_hears_an_emergency(words):
    assert emergencies.shown_in(words)
    assert emergencies.shown_in(f"We were at the clinic this morning. {words}. Please help.")


@pytest.mark.parametrize("words", NOT)
def test_it_hears_none_in_what_sounds_like_one(words):
    assert not emergencies.shown_in(words)


@pytest.mark.django_db
def test_the_number_comes_first_and_no_model_is_asked(model, own, settings):
    turn = answered("My chest hurts and I can't breathe", use_documents=False)
    assert turn.crisis and own.asked == [] and "medical emergency" in turn.content
    assert "911" in turn.content and "988" not in turn.content
    settings.CRISIS_COUNTRY = "DE"
    turn = answered("I took too many pills because I want to die", use_documents=False)
    assert turn.content.index("112") < turn.content.index("0800 1110111") and own.asked == []
    assert "988" not in answered("I want to die", use_documents=False).content


def test_it_hears_the_end_of_a_long_message():
    assert emergencies.shown_in("All went well so far. " * 20_000 + "Now he is unconscious.")
