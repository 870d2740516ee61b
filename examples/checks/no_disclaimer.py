"""Whether an answer states medical facts and names nobody who knows the person."""

import re

import numpy
from django.utils.translation import gettext_lazy as _

from examples.checks import Finding, TextCheck
from examples.checks._phrases import KNOWN, handed_over
from examples.numbering import Column
from examples.reading import KNOWN_IN, Listed, Scan, read, words
from examples.tokens import sum_of

FACTS = Listed(
    words(
        """
    nausea nauseous dizziness dizzy vomiting sedation sedated sedating drowsiness drowsy blurred blurry vision
    hypertension pressure heart bladder liver kidney kidneys tremor tremors receptor receptors nmda glutamate
    serotonin dopamine norepinephrine gaba bdnf synapses synaptic neuroplasticity metabolised metabolized metabolite
    metabolism elimination half-life bioavailability absorbed absorption peaks peak enzyme enzymes cyp3a4 cyp2b6
    interact interacts interaction interactions contraindicated contraindication contraindications side-effects fx
    toxicity toxic withdrawal tolerance dependence addiction symptoms symptom seizures seizure breathing respiratory
    nystagmus vestibular dissociation hallucinations urinary urination urine inflames inflammation urgency
    inflame thirst appetite
    weight bleeding bruises rash hormones thyroid antidepressant bp opioid partially agonist antagonist cortisol
    insomnia constipation diarrhea headache headaches sweating agitation fever serotonergic psychosis cystitis
    molecule anesthetic anaesthetic blocks relapse remission efficacy effect effects pulse rate beats blood gut
    stomach brain nerve nerves cells cell neurons memory recall impairs impair deficits cognitive lungs oxygen
    muscle muscles skin spine immune glucose insulin cholesterol sodium potassium vessels arteries veins anesthesia
    anaesthesia trigger triggers chronic acute condition conditions disease diseases disorder infection risk risks
    linked associated causes caused causing damages damage impaired slows raises lowers reaches bloodstream plasma
    concentration hypotension palpitations arrhythmia stroke clots delirium confusion sedative stimulant overdose
    metabolites aura visual migraine glutamatergic signalling signaling neurotransmitter neurotransmitters
    dose-dependent clearance excreted secreted systolic diastolic vasoconstriction inflammation inflammatory lesions
    scarring pregnancy fetus breast milk placenta hormone estrogen mood sleep rem
    """
    )
)
HOW_MANY = Column(lambda token: min(255, sum(word in FACTS for word in KNOWN_IN[token])), numpy.uint8)
LEAST, ENOUGH = 2, 4  # facts, and these with what else there is
KINDS = Listed("MSI")
ABOUT = Scan(
    r"\b(?:side ?-?(?:effects?|fx)|interact\w*|half-life|metaboli[sz]ed|what does|what do|how does|"
    r"how do .{0,20} work|why do(?:es)? (?:my|i|it|the|blood)|what is|what are|what happens to|can \w+ (?:raise|"
    r"cause|lower|harm|damage|affect|make|give|trigger|worsen|increase)|withdrawal|why is|why are|who should(?:n't|"
    r" not)|does \w+ (?:cause|affect|raise|lower|change|harm|damage|help|mess|hurt|ruin|wreck)|"
    r"is \w+ (?:addictive|dangerous|harmful)|"
    r"what's in|risks?|effects?|safe with|"
    r"mix|long-term|receptor|mechanism|blood pressure|work\?|cause|bother)\b"
)


AMOUNT = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|several|few|an?|half) (?:hours?|days?|weeks?)\b|\d ?(?:%|percent)"
)


class NoDisclaimer(TextCheck):
    """
    Three or more facts of medicine, or two where a medicine is named or the question asks for them, and nobody
    named who knows the person: clinic, prescriber, pharmacist, emergency.
    """

    name, title, severity = "no_disclaimer", _("Medical facts without whom to ask"), "hint"
    version = 6
    reasons = {
        "facts": (
            _("The answer states medical facts and names nobody to ask."),
            _("Say that the care team knows what holds for the person."),
        )
    }

    def promising(self, batch):
        told = sum_of(HOW_MANY, [answer.tokens for answer in batch.answers]) >= LEAST
        return [place for place in numpy.flatnonzero(told).tolist() if not batch.answers[place].has(KNOWN)]

    def find(self, example):
        reading = read(example.response)
        facts = len(reading.words_of(FACTS)) if reading.has(FACTS) else 0
        if facts < LEAST:
            return
        # One more for an amount of time, for a medicine or an illness, and for a question that asks for facts.
        weight = facts + bool(AMOUNT.search(reading.plain)) + bool(reading.has(KINDS))
        if weight < ENOUGH - 1 or handed_over(reading):
            return
        if weight < ENOUGH and not ABOUT.found(read(example.instruction)):
            return
        start, end = next(
            (span for span in reading.sentences if not FACTS.isdisjoint(reading.plain[slice(*span)].split())), (0, 0)
        )
        yield Finding(self, "response", "facts", start, end)


CHECK = NoDisclaimer()
