"""What words are about: medicines, their forms and units, numbers, illnesses, other substances. By lists, by the stems
that medicines' international names end in (WHO, “The use of stems”), and with spellings as people type them.
"""

from functools import lru_cache

MEDICINE, FORM, UNIT, NUMBER, ILLNESS, SUBSTANCE, CLINICIAN = "MFUNISC"

NAMES = """
ketamine ketamin ketamene ketmine ket esketamine spravato ketalar arketamine norketamine k sertraline zoloft zolof
zolft fluoxetine prozac prozak citalopram celexa escitalopram lexapro lexipro cipralex paroxetine paxil seroxat
fluvoxamine luvox venlafaxine effexor efexor desvenlafaxine pristiq duloxetine cymbalta milnacipran levomilnacipran
fetzima vilazodone viibryd vortioxetine trintellix bupropion buproprion wellbutrin wellbutren zyban mirtazapine
remeron trazodone trazadone desyrel nefazodone amitriptyline elavil nortriptyline pamelor imipramine tofranil
clomipramine anafranil desipramine doxepin silenor phenelzine nardil tranylcypromine parnate selegiline emsam
isocarboxazid marplan moclobemide auvelity dextromethorphan agomelatine tianeptine gepirone zuranolone brexanolone
lithium lithobid lamotrigine lamictal valproate valproic depakote divalproex carbamazepine tegretol oxcarbazepine
trileptal topiramate topamax gabapentin neurontin gabba pregabalin lyrica levetiracetam keppra quetiapine seroquel
seraquil seroquil olanzapine zyprexa risperidone risperdal aripiprazole abilify brexpiprazole rexulti cariprazine
vraylar lurasidone latuda ziprasidone geodon clozapine clozaril haloperidol haldol paliperidone invega lumateperone
caplyta perphenazine chlorpromazine thorazine alprazolam xanax xannax xanex zanax lorazepam ativan clonazepam
klonopin clonopin diazepam valium temazepam restoril chlordiazepoxide librium oxazepam midazolam versed triazolam
zolpidem ambien eszopiclone lunesta zaleplon zopiclone suvorexant belsomra ramelteon buspirone buspar hydroxyzine
vistaril atarax propranolol inderal prazosin minipress clonidine guanfacine intuniv tenex methylphenidate ritalin
concerta focalin dexmethylphenidate adderall addy addies amphetamine dexedrine vyvanse lisdexamfetamine atomoxetine
strattera viloxazine qelbree modafinil provigil armodafinil nuvigil naltrexone vivitrol naloxone narcan
buprenorphine suboxone subutex sublocade methadone disulfiram antabuse acamprosate campral varenicline chantix
donepezil aricept memantine namenda oxycodone oxycontin oxy oxys percocet hydrocodone vicodin norco morphine codeine
tramadol ultram tapentadol nucynta fentanyl hydromorphone dilaudid oxymorphone meperidine acetaminophen paracetamol
tylenol ibuprofen ibuprofin advil motrin naproxen aleve aspirin aspirins celecoxib celebrex diclofenac voltaren
ketorolac toradol meloxicam cyclobenzaprine flexeril baclofen tizanidine methocarbamol lidocaine sumatriptan imitrex
rizatriptan excedrin metoprolol atenolol carvedilol bisoprolol nadolol lisinopril enalapril ramipril losartan
valsartan amlodipine nifedipine diltiazem verapamil furosemide lasix hydrochlorothiazide hctz spironolactone
warfarin coumadin apixaban eliquis rivaroxaban xarelto clopidogrel plavix heparin digoxin amiodarone nitroglycerin
atorvastatin lipitor simvastatin rosuvastatin metformin insulin levothyroxine synthroid omeprazole prednisone
ozempic semaglutide methotrexate ondansetron zofran promethazine phenergan metoclopramide scopolamine meclizine
dramamine famotidine diphenhydramine benadryl doxylamine unisom cetirizine loratadine zyrtec claritin
pseudoephedrine sudafed decongestant decongestants antihistamine antihistamines dxm nyquil zzzquil melatonin
valerian kava kratom wort ashwagandha magnesium glycinate theanine turmeric curcumin omega probiotics probiotic
creatine nac same 5htp tryptophan cbd rhodiola ginseng ginkgo saffron zinc biotin antidepressant antidepressants
ssri ssris snri snris maoi maois tricyclic tricyclics antipsychotic antipsychotics neuroleptic serotonin-blocker
benzo benzos benzodiazepine benzodiazepines stimulant stimulants opioid opioids opiate painkiller painkillers
sedative sedatives tranquilizer tranquilizers statin statins thinner thinners blocker blockers stabilizer
stabilizers stabiliser steroids steroid antibiotic antibiotics laxative antacid supplement supplements barbiturate
barbiturates barbiturate nembutal phenobarbital z-drug script scripts refill refills med meds medicine medicines
medication medications medicament prescription prescriptions rx drug drugs
"""
# Names that are everyday words too: only what stands beside them shows what they are, so they are left out.
COMMON = {"same", "k", "wort", "omega"}
STEMS = (
    "oxetine", "azepam", "azolam", "olanzapine", "tiapine", "idone", "piprazole", "triptan", "gabalin", "sartan",
    "statin",     "codone", "orphine", "triptyline", "ipramine", "faxine", "barbital", "profen", "ketamine", "parin",
    "gliptin", "racetam",     "lukast", "setron", "zosin", "prazole",
)  # fmt: skip
FORMS = """
pill pills pil pils tablet tablets tablett tabs tab capsule capsules caps lozenge lozenges loz troche troches
trochee trochees gummy gummie gummies puff puffs spray sprays squirt squirts pumps device devices ampoules patch
patches strip strips drops dropper droppers shot shots injection injections infusion infusions drip bolus dose doses
dosage dosages doseage dosing spoonful spoonfuls teaspoon teaspoons tsp tablespoon tablespoons suppository
suppositories sachet sachets softgel softgels chewable chewables dissolvable cream gel ointment syrup vial vials
ampule ampoule
"""
UNITS = """
mg mgs milligram milligrams miligram miligrams milligramme milligrammes milligrammo mcg ug microgram micrograms µg g
gram
grams gramme grammes gm gms ml mls milliliter milliliters millilitre millilitres cc ccs iu units
"""
NUMBERS = """
one pair two three four five six seven eight nine ten eleven twelve fifteen sixteen eighteen twenty thirty
thirty-five forty fifty sixty seventy seventy-five eighty ninety hundred thousand half quarter couple few dozen
"""
ILLNESSES = """
depression depressed depressive bipolar ptsd cptsd c-ptsd adhd ocd bpd gad mdd mania manic hypomania hypomanic
autism autistic asperger aspergers schizophrenia schizophrenic schizoaffective psychosis psychotic dementia
alzheimer alzheimer's borderline narcissist narcissistic codependent codependency fibromyalgia agoraphobia
agoraphobic alcoholic alcoholism addict addiction anorexia anorexic bulimia bulimic dysthymia cyclothymia neuropathy
arthritis migraine migraines hypothyroidism diabetes diabetic hypertension insomnia insomniac crps asthma epilepsy
epileptic cancer dissociative syndrome disorder dyslexia dyslexic dyspraxia did hppd somatization pmdd binge-eating
bulimic agoraphobic trichotillomania tourette tourettes hoarder hoarding misophonia hypochondriac hypochondria
fibrillation arrhythmia arrhythmias angina pneumonia bronchitis emphysema copd nervosa appendicitis gallstones hernia
sciatica hepatitis cirrhosis pancreatitis meningitis eczema psoriasis shingles vertigo labyrinthitis tinnitus sinusitis
gout osteoporosis endometriosis pcos fibroids hyperthyroidism hashimoto hashimoto's parkinson parkinson's sclerosis
narcolepsy cataplexy delirium paranoia paranoid sociopath psychopath dysmorphia catatonia thrombosis embolism
hypoglycemia hyperglycemia hypoglycaemia tachycardia bradycardia hypotension gerd ibs crohn's colitis celiac coeliac
neuralgia uti utis hypoglycemic hypoglycaemic hyperglycemic hyperglycaemic hypothyroid hyperthyroid parkinsonism
depersonalization depersonalisation derealization cirrhotic anaemic mononucleosis lyme influenza tonsillitis
glaucoma cataracts prediabetes hysteria neurosis neurotic
gastritis ulcer ulcers cystitis serotonin concussion concussed stroke infection anemia anaemia anemic pots lupus
"""
SUBSTANCES = """
alcohol prosecco cider sherry pint pints brandy aperol mimosa mimosas mojito hungover hangover beer beers wine vodka
whiskey whisky liquor booze drink drinks drinking cocktail cocktails margarita champagne gin rum tequila drunk
cannabis weed marijuana pot thc edible edibles joint joints bong cocaine coke crack meth speed mdma molly ecstasy
lsd acid shrooms mushrooms psilocybin ayahuasca ghb poppers heroin nitrous kratom opioids benzos xanax adderall
"""
CLINICIANS = """
prescriber prescribers doctor doctors doc docs dr physician physicians clinician clinicians nurse nurses psychiatrist
psychiatrists pharmacist pharmacists provider providers clinic clinics clinic's therapist therapists anesthesiologist
anaesthetist specialist specialists practitioner practitioners gp pcp paediatrician pediatrician cardiologist staff
counselor counsellor neurologist rheumatologist surgeon obstetrician dentist midwife hospital pharmacy team teams
"""
# Later ones win: a word has one kind.
KINDS = {
    word: kind
    for kind, words in (
        (ILLNESS, ILLNESSES), (SUBSTANCE, SUBSTANCES), (MEDICINE, NAMES), (FORM, FORMS), (UNIT, UNITS),
        (NUMBER, NUMBERS), (CLINICIAN, CLINICIANS),
    )
    for word in words.split()
    if word not in COMMON
}  # fmt: skip
KINDS |= {"wort": MEDICINE, "did": ""}


@lru_cache(maxsize=50_000)
def kind_of(word):
    """Return the letter of the kind of a word in lower case, or nothing."""
    word = word.removesuffix("'s")
    kind = KINDS.get(word)
    if kind is None and "-" in word:
        kinds = {KINDS.get(part) for part in word.split("-")}
        kind = NUMBER if kinds == {NUMBER} else ""
    elif kind is None:
        kind = MEDICINE if len(word) > 6 and word.removesuffix("s").endswith(STEMS) else ""
    return kind
