"""Whether an answer states medical facts and names nobody who knows the person."""

import re

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding, TextCheck
from examples.reading import read, words

FACTS = words(
    """
    nausea nauseous dizziness dizzy vomiting sedation sedated sedating drowsiness blurred blurry vision hypertension
    pressure heart bladder liver kidney kidneys tremor receptor receptors nmda glutamate serotonin dopamine
    norepinephrine gaba bdnf synapses synaptic neuroplasticity metabolised metabolized metabolite elimination
    half-life bioavailability absorbed absorption peaks enzyme cyp3a4 cyp2b6 interact interacts interaction
    interactions contraindicated contraindication contraindications side-effects fx toxicity toxic withdrawal
    tolerance dependence addiction symptoms seizures seizure breathing respiratory nystagmus vestibular dissociation
    hallucinations urinary urination urine inflames inflammation thirst appetite weight bleeding bruises rash
    hormones thyroid antidepressant bp opioid partially agonist antagonist cortisol insomnia constipation diarrhea
    headache headaches sweating agitation fever serotonergic mania psychosis cystitis molecule anesthetic
    anaesthetic blocks relapse remission efficacy effect effects
    """
)  # fmt: skip
KINDS = frozenset("MSI")
STATES = re.compile(
    r"\b(?:is|are|can|cause|causes|caused|raise|raises|lower|lowers|increase|increases|block|blocks|last|lasts|peak|"
    r"peaks|may|interact|interacts?|reduce|reduces|weaken|weakens?|deepens?|inflames?|binds?|include|includes|leads?|"
    r"leading|fade|persists?|"
    r"give|gives|harm|spikes|leaves|boosts|affects?|makes?|stops?|depress(?:es)?)\b"
)
KNOWS = re.compile(
    r"\b(?:clinic|clinics|clinician|clinicians|doctor|doctors|doc|nurse|provider|providers|prescriber|prescribers|"
    r"physician|psychiatrist|pharmacist|therapist|team|staff|specialist|professional|gp|paediatrician|pediatrician|"
    r"practitioner|medical advice|hospital|emergency|911|988|poison control|ask them|"
    r"midwife|counsell?or|surgeon|leaflet|they can check|check with|healthcare)\b"
)
ABOUT = re.compile(
    r"\b(?:side ?-?(?:effects?|fx)|interact\w*|half-life|metaboli[sz]ed|what does|what do|how does|"
    r"how do .{0,20} work|why do(?:es)? (?:my|i|it|the|blood)|what is|what are|what's in|risks?|effects?|safe with|"
    r"mix|long-term|receptor|mechanism|blood pressure|work\?|cause|bother)\b"
)


class NoDisclaimer(TextCheck):
    """
    Three or more facts of medicine, or two where a medicine is named or the question asks for them, and nobody
    named who knows the person: clinic, prescriber, pharmacist, emergency.
    """

    name, title, severity = "no_disclaimer", _("Medical facts without whom to ask"), "hint"
    reasons = {
        "facts": (
            _("The answer states medical facts and names nobody to ask."),
            _("Say that the care team knows what holds for the person."),
        )
    }

    def find(self, example):
        reading = read(example.response)
        facts = len(FACTS & reading.words)
        if not facts or KNOWS.search(reading.plain):
            return
        named = len(KINDS & reading.words)
        asked = bool(ABOUT.search(read(example.instruction).plain))
        if facts + min(named, 1) + asked < 3 or not STATES.search(reading.plain):
            return
        start, end = next(
            (span for span in reading.sentences if not FACTS.isdisjoint(reading.plain[slice(*span)].split())), (0, 0)
        )
        yield Finding(self, "response", "facts", start, end)


CHECK = NoDisclaimer()
