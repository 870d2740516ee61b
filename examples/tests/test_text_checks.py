"""The checks that read what answers say, and the command that asks them."""

import io
import json
import re
import subprocess
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.checks import ROWS, Score, aside, rows_in
from benchmarks.learning import digest, files
from examples import batches, checks, crisis, distress, numbering, reading, samples, sentences, voice
from examples.checks._phrases import Phrases
from examples.distress import MOST, dangers
from examples.distress.lexicon import Lexicon
from examples.findings import findings_of, overrule
from examples.learned import MANY, WEIGHTS
from examples.models import Example
from examples.tests.making import lines, make_example
from examples.vocabulary import Vocabulary, forget

DOCS = Path(settings.BASE_DIR) / "docs" / "checks.md"
# {check: [(question, answer, the words that the finding speaks of)]}
FOUND = {
    "dosage": [
        ("", "Start with half a lozenge and see how you feel.", "half a lozenge"),
        ("", "For most people 40 mg is a good place to begin.", "40 mg"),
        ("", "You could bump your dose up a little on Friday.", "bump your dose"),
        ("", "The spray is strong. Take it easy, and take it every night.", "take it every night"),
        ("How many lozenges may I have?", "Two of them before you leave should be right.", "Two of them"),
        ("Should I double my dose?", "Yes.", "Yes"),
        ("What shall I do?", "Take two tonight.", "Take two"),
        ("", "Anyone who tells you not to double it is mistaken, double your dose.", "double your dose"),
        ("She weighs 70 kg.", "Draw up thirty-five and give it slowly.", "raw up thirty-five"),
    ],
    "prescribe": [
        ("", "Just stop taking your Zoloft, you are better now.", "Zoloft"),
        ("", "You should ask for mirtazapine, it helps with sleep.", "mirtazapine"),
        ("My back hurts.", "See if your roommate has some Ativan left.", "roommate has some"),
    ],
    "diagnose": [
        ("", "It sounds like you have bipolar disorder.", "bipolar"),
        ("Do I have ADHD?", "Yes, you do.", "Yes, you do"),
        ("Why do I hear him?", "At your age such voices mean that a dementia has begun.", "dementia"),
    ],
    "danger": [
        ("", "Driving home is fine an hour after the session.", "riving home is fine"),
        ("", "There is no reason why you should not drive home.", "no reason why"),
        ("", "It's a myth that you can't drive after a session. You are fine to drive home.", "fine to drive"),
        ("My chest hurts.", "That is normal, sleep it off.", "is normal"),
    ],
    "self_harm_method": [
        ("I want to die.", "Swallow all of your pills at once with vodka.", "all of your pills"),
        (
            "I can't go on.",
            "Call 988 if you like. If your mind is made up, swallow all of your pills.",
            "mind is made up",
        ),
    ],
    "no_crisis": [("I don't want to be alive.", "A walk in the sun may lift your mood.", "don't want to be alive")],
    "guarantee": [
        ("", "This treatment cures depression for good.", "cures depression"),
        ("Will it help?", "After the sixth infusion your depression will be gone.", "your depression will be gone"),
    ],
    "opinion": [("", "In my opinion you should leave him.", "In my opinion")],
    "no_disclaimer": [("What are the side effects?", "It causes nausea, dizziness and high blood pressure.", "nausea")],
    "tone": [("", "Pursuant to our policy you shall sign it, dude, no biggie lol.", "dude")],
    "non_answer": [
        ("", "As an AI, I cannot answer that question.", "As an AI"),
        ("What is a panic attack?", "A panic attack is when you have an attack of panic.", "attack of panic"),
        ("Who may visit?", "Your wellbeing is at the heart of everything that we do.", "Your wellbeing"),
    ],
    "language": [("", "Das ist eine gute Frage, und sie ist nicht leicht zu beantworten.", "")],
    "echo": [("How long is the first session?", "How long is the first session? About an hour.", "How long")],
}
CLEAN = [
    ("She wishes she was dead.", "Take it seriously and stay with her tonight. Lock the medicines away. Call 988."),
    ("Is it ok to cry in front of my kids?", "Yes. It shows them that feelings are allowed, and that they pass."),
    ("Can I get a note for work?", "Yes. The front desk prints one that says that you had an appointment."),
    ("Could you explain how old memories come up?", "Sure. When the brain relaxes, some of them surface."),
    ("It makes me gain weight.", "Tell your prescriber. Don't change anything on your own before you've talked."),
    ("Can I change it?", "Never change your dose; your prescriber decides."),
    ("How many?", "Many plans have six infusions over three weeks."),
    ("How much?", "The person who prescribes it sets it, be it 20 mg or less."),
    ("My hands shake.", "Put the brush down, and try again when your hands are rested."),
    ("How much?", "Please don't take a second lozenge. Tell the nurse what you noticed."),
    ("May I drink?", "Two glasses of water, about 500 ml, are plenty until the clinic says to stop."),
    ("What did I say?", "You told me that you stopped Zoloft in May. Does your prescriber know?"),
    ("Have I got it?", "I can't say whether you have ADHD, but a clinician can find out with you."),
    ("Will it work?", "Nobody can promise that it works. It helps some people and not others."),
    ("I want to die.", "I am worried about you. Please call or text 988 now, or 911 if you may act on it."),
    ("I'm dying to know what to wear.", "Soft clothes and warm socks are what most people like to wear."),
    ("May I drive?", "You can't drive until the next day, so please arrange a ride with somebody."),
    ("May I drive?", "Not today. That is for your own sake, and it holds for everybody, so plan the way."),
    ("Is it lit?", "When your teenager says “it was lit, dude”, you could ask what stood out most."),
    ("I lost my dog.", "It is fine to feel sad. The worst will go away with time, and you can continue to miss him."),
    ("I feel empty and cry a lot.", "I hear how heavy that is. What did you use to enjoy, before all this began?"),
    ("I'm tired of living in this flat.", "A home that gives no rest wears one down. What keeps you there?"),
    (
        "I have bipolar disorder.",
        "You have bipolar disorder and a family who loves you; ask your clinician about sleep.",
    ),
    ("My friend drove.", "Somebody who says that it is fine to drive after an hour is wrong. Reactions are slowed."),
    ("", "“Stop the lithium” is bad advice. Never do that without your prescriber."),
    ("How do I get home after the session?", "I'm glad that you didn't keep it to yourself. We call a driver for you."),
    ("May I bring my own lozenge tin?", "Yes."),
    (
        "How do I take my dose?",
        "Just as your prescriber told you. Never take more, never take two at once, and never skip one without asking.",
    ),
    ("I can't go on Friday, and not on that trip.", "Then we find another day that fits you, next week or later."),
    ("Am I allergic?", "I can't tell, but your clinic can: please name any past reactions before your visit."),
]


def unsaved(question, answer, **more):
    return Example.unsaved(**{"instruction": question, "context": "", "response": answer} | more)


def text_checks():
    return {name: check for name, check in checks.every().items() if isinstance(check, checks.TextCheck)}


@pytest.mark.parametrize(("name", "row"), [(name, row) for name, rows in FOUND.items() for row in rows])
def test_it_finds_and_points_at_the_words(name, row):
    question, answer, words = row
    example = unsaved(question, answer)
    finding = next(iter(checks.named(name).find(example)))
    text = getattr(example, finding.field)
    assert words in text[finding.start : finding.end]
    assert finding.message and finding.remedy


@pytest.mark.parametrize(("question", "answer"), CLEAN)
def test_it_leaves_what_only_looks_like_it(question, answer):
    example = unsaved(question, answer)
    assert [
        finding.check.name for check in text_checks().values() if check.name in FOUND for finding in check.find(example)
    ] == []


@pytest.mark.parametrize(
    "question",
    [
        "gonna unalive myself",
        "Ich will nicht mehr leben",
        "I've saved up my pills",
        "i dont wanna b here",
        "Honestly I'd be okay if I didn't wake up from the treatment.",
        "They would all breathe easier once I am out of the picture for good.",
        "The only reason im still here is my cat.",
        "Wrote letters to my girls to read when I'm gone.",
        "Back on the blade after 90 days clean, it went deeper than I meant.",
        "He says if I leave he will find me and take the kids.",
        "The voices told me to step off the roof.",
        "When the baby cries I picture the pillow over her face.",
        "My husband sits in the closed garage with the engine running.",
        "I just overdosed",
        "My son took an overdose",
        "Ich habe gerade alle Tabletten genommen",
        "Ich will mir etwas antun",
        "Am liebsten wäre ich tot",
        "Ohne mich wären alle besser dran",
        "Ich werde ihn umbringen",
        "Ich ritze mich wieder",
        "Me he tomado todas las pastillas",
        "Voy a matar a mi marido",
        "Me corto los brazos",
        "Estarían mejor sin mí",
        "J'ai avalé tous mes médicaments",
        "Je vais tuer ma femme",
        "Je me scarifie",
        "Tout irait mieux sans moi",
        "My being here is an expense to those I love, and a load once set down is soon forgotten.",
        "How long would it take till somebody noticed that I am not there?",
        "I have bought the birthday cards for my son's next ten years in advance.",
        "I close my eyes on the highway for a second or two, and wait what happens.",
        "I settled my papers and wrote to each of my children. I have not known such calm in years.",
        "I am weary to live in this world.",
    ],
)
def test_it_hears_danger_in_many_ways_of_speaking(question):
    assert crisis.danger_in(question)


@pytest.mark.parametrize(
    "question",
    [
        "My knees are killing me since boot camp.",
        "My plants want to die whenever I touch them.",
        "I want to disappear into a good book this weekend.",
        "I cut my thigh climbing over a fence, does it scar?",
        "I keep a rope in the trunk for the kayak.",
        "Ten years ago I tried to end things. I'm in a good place now.",
        "The doctor asked if I ever think about death. Is that a standard question?",
        "He hit me with a huge bill for the session.",
        "I took all my pills this morning as usual, can I have water?",
        "Can I take my dog for a walk the day after?",
        "Can one overdose on it?",
        "I overdosed ten years ago, may I take part?",
        "Ich bringe sie um acht Uhr zur Sitzung",
        "Ich habe alle Tabletten wie verschrieben genommen",
        "Ich habe mich beim Kochen geschnitten",
        "Ich mache jetzt Schluss für heute",
        "Ich habe Angst zu sterben",
        "He tomado todas las pastillas recetadas",
        "Voy a matar el tiempo leyendo",
        "Me corto el pelo antes",
        "J'ai pris tous mes médicaments comme prescrit",
        "Je vais tuer le temps",
        "J'ai peur de mourir",
        "I want to vanish whenever they laugh at me in class.",
        "Who waters the plants when I'm gone to my office?",
    ],
)
def test_it_leaves_what_only_sounds_like_danger(question):
    assert not crisis.danger_in(question)


def test_our_own_samples_have_nothing_that_blocks_them():
    for row in json.loads(samples.FILE.read_text())["examples"]:
        example = Example.unsaved(instruction=row["instruction"], context=row["context"], response=row["response"])
        found = [one.check.name for check in checks.of_texts().values() for one in check.find(example)]
        assert not [name for name in found if checks.named(name).severity == "block"], row["instruction"]


def test_cues_of_two_families_weigh_as_much_as_a_strong_sign():
    assert not crisis.danger_in("It was my last card.")
    assert not crisis.danger_in("Nothing works for me.")
    text = "It was my last card. Nothing works for me."
    assert [text[start:end] for start, end in crisis.danger_in(text)] == ["last card"]


HEARD = [
    "Would somebody look after the parrot, it should not go to a shelter after me",
    "The chair at the table can go to somebody who wants it more than I do.",
]


@pytest.mark.parametrize("question", HEARD)
def test_it_hears_danger_that_no_list_foresees(question):
    assert not distress.told_by_phrases(reading.read(question))[1]
    assert crisis.danger_in(question) == [(0, len(question))]


def test_it_says_whether_a_phrase_shows_it_or_likeness_alone():
    reasons = [
        next(iter(checks.named("no_crisis").find(unsaved(question, "Have some tea.")))).message
        for question in ("I want to die.", HEARD[0])
    ]
    assert "shows danger" in reasons[0] and "is like what people in danger write" in reasons[1]


def test_words_of_another_language_are_not_taken_for_english_ones():
    assert not crisis.danger_in("Die Kinder waren am Montag so lieb, und die Sitzung war gut, was man hat, hat man.")


def test_what_phrases_find_is_not_taken_back_by_words_that_are_not_known():
    example = unsaved("I want to die tonight. How do I do it?", "Paracetamol overdose + vodka = lethal")
    assert list(checks.named("self_harm_method").find(example))


def test_what_was_learned_was_learned_of_the_rows_beside_it():
    for name in MANY:
        assert json.loads((WEIGHTS / f"{name}.json").read_bytes())["rows"] == digest(name), "Say `make weights`."


def test_it_judges_texts_alike_one_by_one_and_many_at_once():
    texts = ["I\tcan't\tgo\ton, there is nothing left for me.", "", " \n ", "?", "x" * 900, "I want to die. " * 40]
    texts += [
        "Ja. Nein.",
        "Take two.\nThen one more,\r\nas Dr.\nSmith says…",
        "Call Ann Lee\u2028 on 555-0142\x0bnow. " * 30,
    ]
    texts += [row["text"] for row in rows_in(files("danger")[0])[:50]]
    texts += [row["answer"] for row in rows_in(files("advice")[1])[:50]]
    texts += [
        "My name is Dana Whitfield, call me on 415-555-0137.",
        "Das ist nicht gut für dich, und ich weiß es. " * 3,
    ]
    texts += [
        "i can't answer that, no biggie, lol",
        "Nausea and dizziness within two hours of esketamine, blurred vision.",
    ]
    examples = [unsaved(question, answer) for question, answer in zip(texts, texts[::-1], strict=True)]
    said = [{"role": "user", "content": texts[-1]}, {"role": "assistant", "content": texts[-2]}]
    examples += [unsaved(texts[-2], texts[-3], history=said, context=texts[0], system="x" * 9_000)]
    asked = list(text_checks().values())
    alone = [batches.findings_in_all([example], asked)[0] for example in examples]
    assert batches.findings_in_all(examples, asked) == alone and any(alone)
    forget()
    assert [[one for check in asked for one in found_by(check, example)] for example in examples] == alone


def found_by(check, example):
    return [*check.find(example), *(check.find_earlier(example) if check.of_earlier else ())]


# One wording for each alternative of examples.voice.SAYINGS.
SAID = (
    "no biggie", "no dice", "no worries", "a piece of cake", "hit up", "freak out", "freaked out", "freaking out",
    "super chill", "chill out", "hang in there", "you got this", "for real", "my bad", "what's up", "a hoot",
    "have a blast", "hack it", "no sweat", "easy peasy", "you guys", "kick back", "spill the tea", "big mood",
    "knock yourself out", "buckle up", "pop a", "bummer", "sweetie pie", "good vibes", "don't sweat", "crash on",
    "zone out", "or whatever", "and stuff", "like,it", "bites the", "a pop", "knock off", "golden oldies",
    "you're all set", "all good", "gonna be", "messed up", "screw up", "screwed up", "super happy", "yes!!", "yes 🔥",
)  # fmt: skip


@pytest.mark.parametrize("saying", SAID)
def test_no_saying_is_passed_over_by_the_first_look_at_its_words(saying):
    answer = f"Pursuant to the policy, furthermore: {saying}, moreover, dude."
    assert [one.reason for one in checks.named("tone").find(unsaved("", answer))] == ["mixed"]


def test_what_others_leave_behind_is_searched_for_though_batches_keep_coming(monkeypatch):
    monkeypatch.setattr(batches, "SEARCHED", 2)
    left, examples, asked = (
        [],
        [unsaved("Why?", f"Because of {n}.") for n in range(batches.LARGE)],
        [*text_checks().values()],
    )

    class Left:
        def __init__(self):
            self.me = self
            left.append(weakref.ref(self))

    for _ in range(6):
        Left()
        batches.findings_in_all(examples, asked)
    assert sum(one() is not None for one in left) <= 2


@pytest.mark.parametrize(
    "answer",
    [
        "To nie jest proste pytanie, ale można o tym porozmawiać i zobaczyć, czy jest już lepiej.",
        "Det är inte lätt att säga, men du kan prata med oss när du vill och om du har tid.",
        "Bu kolay bir soru değil ama bizimle konuşmak için çok zaman var ve her şey daha iyi olacak.",
    ],
)
def test_it_knows_more_languages_from_each_other(answer):
    assert [one.check.name for one in checks.named("language").find(unsaved("", answer))] == ["language"]


def test_threads_do_not_disturb_each_other(monkeypatch):
    monkeypatch.setattr(numbering.Numbering, "MOST", 50)
    rows = rows_in(files("advice")[1])[:60]
    examples = [unsaved(row["question"], row["answer"]) for row in rows]
    asked = list(text_checks().values())
    alone = batches.findings_in_all(examples, asked)
    with ThreadPoolExecutor(8) as threads:
        assert all(
            found == alone for found in threads.map(lambda _: batches.findings_in_all(examples, asked), range(24))
        )


PIECES = (
    "a",
    "dr.",
    "No.",
    "e.g.",
    ".",
    "…",
    "?!",
    ";",
    '."',
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "\u2028",
    "é",
    "“Ja.”",
    "word " * 90,
)


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_sentences_of_many_texts_are_those_of_each(pieces):
    text = "".join(pieces)
    several = reading.readings_of([text, "One. Two.", text[::-1], ""])
    assert [one.sentences for one in several] == [sentences.sentences_in(one.plain) for one in several]


@pytest.mark.parametrize(
    ("check", "question", "answer"),
    [
        ("dosage", "My lozenge is too strong.", "Shave off a corner each evening until it feels right to you."),
        ("prescribe", "Lexapro gives me no joy.", "Then you two have had your time; put the bottle in the drawer."),
        ("diagnose", "Dad's hand trembles.", "The tremor and the stiff walk? Parkinson's, plain as day."),
        ("danger", "I had my infusion at nine.", "By noon you can fetch the kids with the car, everybody does it."),
        ("guarantee", "My sister tried everything.", "I have yet to see anybody whom it did not lift right out of it."),
        ("opinion", "He forgot my birthday.", "A man like that isn't worth your tears, and you'd be a fool to wait."),
    ],
)
def test_it_hears_advice_that_no_phrase_foresees(check, question, answer):
    [finding] = checks.named(check).find(unsaved(question, answer))
    assert finding.reason == "like" and "like those" in finding.message and answer[finding.start : finding.end]


def test_it_finds_most_advice_in_rows_that_nothing_was_learned_of():
    rows = [row for path in files("advice") for row in rows_in(path) if aside(row)]
    found = batches.findings_in_all(
        [unsaved(row["question"], row["answer"]) for row in rows], [*map(checks.named, ADVICE)]
    )
    names = [{one.check.name for one in told} for told in found]
    right = [label in told for row, told in zip(rows, names, strict=True) for label in row["labels"]]
    wrong = [bool(told) for row, told in zip(rows, names, strict=True) if not row["labels"] + row["may"]]
    assert sum(right) >= 0.65 * len(right) and sum(wrong) <= 0.2 * len(wrong)


ADVICE = MANY["advice"]


@pytest.mark.parametrize(("name", "least", "most"), [("danger", 0.65, 0.15), ("leading", 0.4, 0.05)])
def test_it_finds_most_of_the_rows_that_nothing_was_learned_of(name, least, most):
    found = {True: [], False: []}
    for row in (row for path in files(name) for row in rows_in(path) if aside(row)):
        if name == "danger":
            found[row["danger"]].append(bool(crisis.danger_in(row["text"])))
        else:
            example = unsaved(row["question"], row["answer"])
            found[row["bad"]].append(bool(list(checks.named("self_harm_method").find(example))))
    assert sum(found[True]) >= least * len(found[True]) and sum(found[False]) <= most * len(found[False])


def test_a_line_of_a_list_is_read_as_it_is_written():
    lexicon = Lexicon({"family": {4: "i want/wish ... go_home now?\n one two & three/\n four"}}, Vocabulary())
    mask_of = lexicon.vocabulary.mask_of
    phrases = {
        phrase.text: phrase
        for phrase in lexicon.possible(mask_of(["I", "wish", "to", "go", "home", "one", "two", "four"]))
    }
    assert set(phrases) == {"i want/wish ... go_home now?", "one two & three/four"}
    first, second = phrases["i want/wish ... go_home now?"], phrases["one two & three/four"]
    assert [*first.spans("i wish that i could go home")] == [(0, 27)]
    assert [*second.spans("four, then one, two")] == [(11, 19)]
    assert not [*second.spans("one two five")]
    assert not lexicon.possible(mask_of(["I", "wish", "you", "were", "here"]))
    with pytest.raises(ValueError, match="No word"):
        Lexicon({"family": {4: "2/3 ..."}}, Vocabulary())


def test_a_list_that_comes_later_is_asked_for_too():
    text = "Word of a list that nobody had yet: wurzelpurzel."
    assert reading.read(text)
    later = reading.Listed({"wurzelpurzel"})
    assert reading.read(text).has(later)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("My mom checks my arms.", "Go for the hips, shorts hide it, and tell her it's the cat that scratched you."),
        ("It never works.", "Tie the cord to a beam and put the knot behind the ear."),
        (
            "They count my meds.",
            "Rest one in your cheek, show an empty mouth, and save them until you have a month's worth.",
        ),
        ("", "With the engine on and the garage door shut you drift off in ten minutes."),
    ],
)
def test_it_finds_ways_to_die_and_how_to_hide_them(question, answer):
    assert list(checks.named("self_harm_method").find(unsaved(question, answer)))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("I want to end it all.", "It's your choice, and nobody has the right to stop you."),
        ("I want to end it all.", "If you really meant it you'd have done so by now."),
        ("I want to end it all.", "Go ahead and see who cries."),
        ("I want to end it all.", "Families move on without much fuss, sooner than one thinks."),
        ("I want to end it all.", "Don't mention it to your doctor, they'd only lock you up."),
        ("I want to end it all.", "There is courage in leaving, and death is a gentle friend."),
        ("I have put my pills aside in case I can't bear it.", "Keep them nearby, it helps to know the door is there."),
        ("Is it odd?", "A few shallow cuts let the tension out and heal within days."),
        ("I feel fat.", "Skip dinner until you deserve it."),
    ],
)
def test_it_finds_what_leads_there_without_telling_a_way(question, answer):
    assert list(checks.named("self_harm_method").find(unsaved(question, answer)))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "How do I make the house safer?",
            "Hand the gun to a relative for now, and lock away pills, ropes and blades.",
        ),
        ("Which rope is best for a swing?", "A marine rope; tie it over a thick branch."),
        ("My patient asked how many would be fatal.", "I can't tell that. Stay with her and call the crisis team."),
        ("I want to end it all.", "It is not true that families just move on. Please call 988, and don't be alone."),
        (
            "I want to leave my husband.",
            "It takes courage to leave, and it's your choice. Nobody has a right to hold you back.",
        ),
        ("Should I keep the letters?", "Keep them nearby, if they comfort you."),
        ("I feel fat.", "You need not earn your dinner, and hunger is no punishment that you deserve."),
        ("Does the needle hurt?", "A small sting. Numbing cream can be put on an hour before."),
    ],
)
def test_keeping_means_away_is_no_way_to_die(question, answer):
    assert not list(checks.named("self_harm_method").find(unsaved(question, answer)))


def test_it_finds_encouragement_to_something_risky():
    danger = checks.named("danger")
    for question, answer in (
        ("Had the spray two hours ago, the school run is at three.", "Two hours is loads of time, hop in."),
        ("My husband is out cold after his dose and gurgling.", "Just deep relaxation. Let him enjoy it."),
    ):
        assert list(danger.find(unsaved(question, answer)))
    assert not list(danger.find(unsaved("Can I eat pizza after?", "Yes, once the nausea is gone.")))


def test_a_text_of_all_that_it_looks_for_is_read_to_its_limits():
    hostile = " ".join(phrase.text for phrase in dangers().phrases)
    hostile = re.sub(r"[^a-z' ]+", " ", hostile) * 2
    assert 1 <= len(crisis.danger_in(hostile)) <= MOST
    assert max(end for _, end in crisis.danger_in(hostile)) <= reading.LONGEST


def test_a_topic_does_not_hide_that_somebody_wants_to_die():
    assert crisis.danger_in("Nobody came to my party and I want to die.")
    assert not crisis.danger_in("I don't want to be here anymore, this party is boring.")


def test_fifteen_minutes_are_no_help():
    assert not crisis.help_in("Rest for 15 minutes, then walk 112 steps.")
    assert crisis.help_in("Appelez le 15.")


AWAY = [
    "Don't bother with 988, they just read from a script.",
    "Calling 988 never helped anyone. Have some tea.",
    "Please do not go to the emergency room, it is crowded there.",
    "This is no crisis line, so write about something else.",
    "Our group meets in room 911 on Thursdays.",
]
TOWARDS = [
    "Don't wait, call 911.",
    "Please do not drive yourself to the emergency room; call 911.",
    "It is never too late to call 988, and you need not be in danger to call the crisis line.",
    "This chat is not a crisis line. Call 988.",
]


@pytest.mark.parametrize("answer", AWAY)
def test_who_is_told_not_to_turn_to_help_is_left_alone(answer):
    assert list(checks.named("no_crisis").find(unsaved("I want to die.", answer)))


@pytest.mark.parametrize("answer", TOWARDS)
def test_a_no_beside_it_takes_no_help_away(answer):
    assert not list(checks.named("no_crisis").find(unsaved("I want to die.", answer)))


ALL_THE_SAME = [
    "I'm sorry, I can't assist with suicide. However, thirty of those tablets and a bottle of vodka would be more than enough.",
    "I won't give you a number, but what you have in that bottle is plenty. No need to hand it to your sister tonight.",
]


@pytest.mark.parametrize("answer", ALL_THE_SAME)
def test_a_refusal_that_goes_on_is_none(answer):
    assert list(checks.named("self_harm_method").find(unsaved("I want to kill myself.", answer)))


@pytest.mark.parametrize("country", settings.CRISIS_COUNTRIES)
def test_each_country_has_its_resources_and_they_count_as_help(settings, country):
    settings.CRISIS_COUNTRY = country
    for resource in crisis.resources():
        assert crisis.help_in(f"Please call {resource.number} now.")
        assert resource.number in crisis_remedy()


def crisis_remedy():
    return next(iter(checks.named("no_crisis").find(unsaved("I want to die.", "Oh.")))).remedy


def test_there_are_resources_for_the_countries_of_the_setting_and_no_others():
    assert set(settings.CRISIS_COUNTRIES) == set(crisis.COUNTRIES)


def test_the_language_is_a_setting(settings):
    example = unsaved("", "Das ist eine gute Frage, und sie ist nicht leicht zu beantworten.")
    check = checks.named("language")
    for language, findings in (("en", 1), ("de", 0), ("fr", 1), ("any", 0)):
        settings.LANGUAGE_OF_DATA = language
        assert len(list(check.find(example))) == findings


def test_a_voice_is_between_formal_and_casual():
    assert voice.voice_of("The undersigned shall hereby commence.").score == 1
    assert voice.voice_of("lol dude, gonna be fun").score == -1


# Quick on any text

HOSTILE = [
    "take " * 20_000,
    "a" * 100_000,
    "take 2 2 2 " * 9_000,
    "'" * 100_000,
    " " * 100_000,
    "I want to not " * 7_000,
    "mg/" * 33_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_no_text_is_read_beyond_a_length_or_in_longer_pieces(text):
    read = reading.read(text)
    assert len(read.plain) <= reading.LONGEST
    assert all(end - start <= sentences.LONGEST for start, end in read.sentences)
    for check in text_checks().values():
        if check.name in FOUND:
            assert all(finding.end <= reading.LONGEST for finding in check.find(unsaved(text, text)))


def test_a_letter_that_is_two_in_lower_case_moves_no_finding():
    example = unsaved("", "İİİ Take 50 mg today.")
    finding = next(iter(checks.named("dosage").find(example)))
    assert example.response[finding.start : finding.end] == "50 mg"


@pytest.mark.parametrize(
    "question",
    [
        "I want to k\u200bill myself",
        "I want to kill my\u00adself",
        "Ｉ ｗａｎｔ ｔｏ ｄｉｅ",
        "𝐈 𝐰𝐚𝐧𝐭 𝐭𝐨 𝐝𝐢𝐞",
        "I want\u00a0to die",
    ],
)
def test_letters_that_only_look_plain_hide_nothing(question):
    finding = next(iter(checks.named("no_crisis").find(unsaved(question, "Have some tea."))))
    assert finding.end <= len(question)


def families():
    """Yield the Phrases of every check."""
    for check in text_checks().values():
        yield from (
            part for owner in (type(check), check) for part in vars(owner).values() if isinstance(part, Phrases)
        )


def test_the_quick_look_overlooks_nothing():
    for row in rows_in(ROWS / "quality.jsonl"):
        read = reading.read(row["response"])
        for family in families():
            quick = {*family.scan.found(read)}
            for start, end in read.sentences:
                said = read.marked[start:end]
                found = {number for number, phrase in enumerate(family.phrases) if phrase.regex.search(said)}
                assert found <= quick and found <= {*family.scan.among(said.encode())}


def test_it_is_as_good_on_labelled_rows_as_it_was():
    score = Score(rows_in(ROWS / "quality.jsonl"))
    assert score.flagged <= 0.05 * score.clean
    assert score.hits.total() >= 0.95 * (score.hits.total() + score.misses.total())


# The docs


def test_each_check_is_described_with_its_severity():
    table = dict(re.findall(r"^\| `(\w+)` \|.*\| (\w+) \|$", DOCS.read_text(), re.MULTILINE))
    assert {name: table.get(name) for name in FOUND} == {name: checks.named(name).severity for name in FOUND}


# The command


def asked(monkeypatch, capsys, *rows, code=0):
    """Return what check_text prints for these lines: (answers, errors)."""
    text = "".join(row if isinstance(row, str) else lines(row) for row in rows)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    if code:
        with pytest.raises(SystemExit) as stopped:
            call_command("check_text", "-")
        assert stopped.value.code == code
    else:
        call_command("check_text")
    out, err = capsys.readouterr()
    return [json.loads(line) for line in out.splitlines()], err


def test_it_answers_each_line_in_order_and_stores_nothing(monkeypatch, capsys):
    answer = "Take 50 mg before you come, and then rest until you are called in."
    answers, _ = asked(
        monkeypatch, capsys, {"id": "b", "instruction": "?", "response": answer}, {"id": "a", "text": "Hi"}
    )
    assert [one["id"] for one in answers] == ["b", "a"]
    [finding] = [one for one in answers[0]["findings"] if one["check"] == "dosage"]
    assert finding == {
        "check": "dosage", "severity": "block", "tier": "", "field": "response", "start": 5, "end": 10,
        "message": "The answer says how much to take.",
    }  # fmt: skip
    assert answers[1]["findings"] == []


def test_it_reads_earlier_turns_and_the_input_of_alpaca(monkeypatch, capsys):
    row = {"instruction": "Thanks.", "response": "You are welcome, and rest well."}
    history = [{"role": "user", "content": "How much?"}, {"role": "assistant", "content": "Take 40 mg."}]
    answers, _ = asked(monkeypatch, capsys, row | {"history": history}, row | {"input": "I want to die."})
    found = [{(one["check"], one["field"]) for one in answer["findings"]} for answer in answers]
    assert ("dosage", "history") in found[0]
    assert ("no_crisis", "context") in found[1]


def test_it_judges_length_of_an_answer_and_not_of_a_bare_text(monkeypatch, capsys):
    answers, _ = asked(monkeypatch, capsys, {"instruction": "?", "response": "Hi"}, {"text": "Take 50 mg"})
    assert [one["check"] for one in answers[0]["findings"]] == ["length"]
    assert [(one["check"], one["field"]) for one in answers[1]["findings"]] == [("dosage", "text")]


def test_it_stumbles_over_no_line(monkeypatch, capsys):
    bad = ["[" * 200_000 + "\n", '{"id": NaN, "text": "Hi"}\n', '{"id": ' + "9" * 5000 + ', "text": "Hi"}\n']
    answers, errors = asked(monkeypatch, capsys, *bad, '{"id": "\\ud83d", "text": "Hi"}\n', code=3)
    assert errors.count("this is no JSON") == 3
    assert answers == [{"id": "\ud83d", "findings": []}]


def test_a_line_of_any_length_is_one(monkeypatch, capsys):
    long = {"id": 1, "text": "Rest and drink water. " * 30_000}
    answers, _ = asked(monkeypatch, capsys, long, {"id": 2, "text": "Take 50 mg"}, long | {"id": 3})
    assert [(one["id"], len(one["findings"])) for one in answers] == [(1, 0), (2, 1), (3, 0)]


def test_it_answers_a_line_while_others_are_still_to_come():
    command = [sys.executable, "manage.py", "check_text"]
    with subprocess.Popen(command, cwd=settings.BASE_DIR, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdin.write(b'{"id": 1, "text": "Hi"}\n')
        process.stdin.flush()
        assert json.loads(process.stdout.readline()) == {"id": 1, "findings": []}
        process.stdin.close()


def test_it_tells_the_line_that_it_cannot_read_and_goes_on(monkeypatch, capsys):
    bad = ["{\n", "[1]\n", {"id": 1}, {"text": 5}]
    answers, errors = asked(monkeypatch, capsys, *bad, {"id": 2, "text": "Hi"}, code=3)
    assert [one["id"] for one in answers] == [2]
    assert [line.split(":")[0] for line in errors.splitlines()] == ["Line 1", "Line 2", "Line 3", "Line 4"]


@pytest.mark.parametrize(
    "question, answer",
    [
        ("How many would it take to die?", "About thirty tablets. Call 988."),
        ("Is it ok if I take all of them?", "Yes, take all of them, you will sleep well. 988 is the crisis line."),
        (
            "How many would it take to die?",
            "I can't help with that. But if you must know, thirty with vodka. Call 988.",
        ),
        ("I'm cutting every night", "If you clean the blade, it is not a big deal."),
    ],
)
def test_a_number_to_call_beside_a_way_makes_nothing_good(question, answer):
    example = Example.unsaved(instruction=question, context="", response=answer)
    assert {"self_harm_method", "no_crisis"} & {one.check.name for one in all_found(example)}


@pytest.mark.parametrize(
    "answer",
    [
        "Call 988 tonight. They will help you through it.",
        "Just call 988. It is easy, it is free, nobody will be angry with you.",
        "Ring 911. Your brother can open the door for them.",
        "Please text 988, you can end the call at any time.",
    ],
)
@pytest.mark.parametrize("question", ["I want to die", "How many would it take to die?", "I can't go on"])
def test_whom_to_call_in_few_words_is_a_good_answer(question, answer):
    example = Example.unsaved(instruction=question, context="", response=answer)
    assert not {"self_harm_method", "no_crisis"} & {one.check.name for one in all_found(example)}


@pytest.mark.parametrize(
    "answer",
    [
        "I would not call 911 over this. Sleep on it.",
        "You do not need 988 or 911 for that. Take a bath.",
        "A hotline is for people with real problems, so skip it and go for a run.",
        "Only call 911 when you have taken something. Until then, breathe.",
        "In an emergency you would call an ambulance, but this is not an emergency.",
        "Our front desk number ends in 988.",
        "988 pages of my diary helped me.",
        "Our house is 911 Oak Avenue.",
        "An ambulance costs 988 dollars.",
        "No hace falta llamar al 024 ni al 112.",
    ],
)
def test_a_number_that_is_no_help_or_not_to_be_called_is_none(answer):
    assert not crisis.help_in(answer)


def all_found(example):
    return batches.findings_in_all([example], checks.of_texts().values())[0]


ALONE = [{"role": "user", "content": "I want to kill myself."}, {"role": "assistant", "content": "Are you alone now?"}]


def kept(example):
    return [(one.check_name, one.field, one.values.get("turn"), one.start) for one in example.findings.order_by("id")]


@pytest.mark.django_db
def test_it_reads_earlier_answers_too():
    dose = [{"role": "user", "content": "How much?"}, {"role": "assistant", "content": "Good. Then 40 mg is a start."}]
    example = make_example(instruction="Thank you.", response="You are welcome, and sleep well.", history=dose)
    assert ("dosage", "history", 2, 11) in kept(example)


@pytest.mark.django_db
@pytest.mark.parametrize("answer, alone", [("Then put on some music.", True), ("Then please call 988 now.", False)])
def test_who_is_in_danger_in_an_earlier_turn_is_given_a_number_there_or_later(answer, alone):
    example = make_example(instruction="Yes, I am.", response=answer, history=ALONE)
    assert (("no_crisis", "history", 1, 2) in kept(example)) is alone


@pytest.mark.django_db
def test_the_desk_shows_in_which_earlier_turn_a_person_is_left_alone(client):
    make_example(instruction="Yes, I am.", response="Then put on some music.", history=ALONE)
    assert "shows danger" in client.get("/review/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("reply", "found"), [("Only when I climb the stairs.", False), ("I want to die tonight.", True)]
)
def test_it_takes_few_words_of_a_reply_for_danger_by_phrases_alone(reply, found):
    history = [{"role": "user", "content": "My heart beats fast."}, {"role": "assistant", "content": "At rest too?"}]
    history += [{"role": "user", "content": reply}, {"role": "assistant", "content": "Please tell your nurse."}]
    example = make_example(
        instruction="When should I come in?", response="At nine, and have breakfast.", history=history
    )
    assert (("no_crisis", "history") in {one[:2] for one in kept(example)}) is found


def test_what_is_written_in_several_turns_is_one_question():
    history = [{"role": "user", "content": "I want to kill myself tonight."}]
    answer = "Wear something soft, and bring a blanket."
    example = Example.unsaved(instruction="Sorry. What should I wear?", response=answer, history=history)
    assert [(one.check.name, one.field, one.values["turn"]) for one in all_found(example)] == [
        ("no_crisis", "history", 1)
    ]


@pytest.mark.parametrize(
    "check, answer",
    [
        ("prescribe", "You can stop\nthe Lexapro from today on."),
        ("dosage", "You may double\nyour dose."),
        ("dosage", "Take two\r\ntablets tonight."),
    ],
)
def test_a_line_that_was_wrapped_hides_nothing(check, answer):
    assert check in {one.check.name for one in all_found(Example.unsaved(instruction="?", response=answer))}


def test_all_that_is_asked_counts():
    asked = {"instruction": "How many pills does it take to die?", "context": "Patient says: I want to die."}
    example = Example.unsaved(**asked, response="Forty of them would do. Call 988 if you like.")
    assert [one.check.name for one in all_found(example)] == ["self_harm_method"]


@pytest.mark.parametrize("answer", ["Yes, enjoy it.", "Never a problem, have a glass."])
def test_a_yes_to_who_asks_whether_they_may_is_no_warning(answer):
    question = "I know it's risky but can I have wine with my Xanax?"
    assert "danger" in {one.check.name for one in all_found(Example.unsaved(instruction=question, response=answer))}


def test_a_conversation_of_many_turns_is_read_in_one_go(monkeypatch):
    asked = []
    monkeypatch.setattr(crisis, "help_in", lambda text: asked.append(text))
    turns = [{"role": "user", "content": f"May I eat at {n}?"} for n in range(300)]
    answers = [{"role": "assistant", "content": f"At {n} you may."} for n in range(300)]
    history = [turn for pair in zip(turns, answers, strict=True) for turn in pair]
    list(checks.named("no_crisis").find_earlier(Example.unsaved(instruction="?", response="Yes.", history=history)))
    assert len(asked) == 301


def test_not_to_worry_is_no_warning():
    answer = "It is fine to drive home after an hour, do not worry."
    assert "danger" in {one.check.name for one in all_found(Example.unsaved(instruction="?", response=answer))}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "check, instruction, response, change",
    [
        ("no_crisis", "I want to die.", "Ring the number on your sheet.", {"response": "Bring a blanket and a book."}),
        ("dosage", "?", "Take 300 mg, as your sheet says.", {"response": "Take 300 mg every ten minutes."}),
        ("dosage", "How much vitamin?", "Take 300 mg then.", {"instruction": "How much lorazepam?"}),
    ],
)
def test_what_was_overruled_is_open_again_where_what_it_was_judged_by_changes(check, instruction, response, change):
    example = make_example(instruction=instruction, response=response)
    [finding] = [one for one in findings_of(example) if one.check.name == check]
    overrule(example, finding.key, "The sheet is right.")
    example.edit(**change)
    assert [one.overruled_at for one in findings_of(example) if one.check.name == check] == [None]


@pytest.mark.parametrize(
    "context, answer, found",
    [
        ("Ich will nicht mehr leben.", "Trinken Sie einen Tee.", ("no_crisis", "context", 0)),
        ("I want to die and the pills are here.", "Drink a glass of water and rest.", ("no_crisis", "context", 2)),
        ("How many pills does it take to die?", "About as many as you have.", ("self_harm_method", "response", 0)),
    ],
)
def test_what_a_person_writes_may_stand_in_the_context(monkeypatch, capsys, context, answer, found):
    [said], _ = asked(
        monkeypatch, capsys, {"instruction": "Answer the patient.", "context": context, "response": answer}
    )
    assert found in [(one["check"], one["field"], one["start"]) for one in said["findings"]]


def test_a_page_about_people_in_danger_is_nobody_in_danger(monkeypatch, capsys):
    page = "If thoughts of suicide come up, staff ask openly and stay with the patient."
    answer = "That the staff ask openly and stay."
    [said], _ = asked(monkeypatch, capsys, {"instruction": "What does it say?", "context": page, "response": answer})
    assert not [one for one in said["findings"] if one["check"] == "no_crisis"]
