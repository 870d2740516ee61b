"""Classes of words that the lists of phrases name in capitals."""

# Words that most texts have: a phrase is not looked up by these.
WORDS = """
a an the and or but of to in on at for with by from it its it's is are was were be been am i i'm im my me mine you
your we our us he she they him her them his their this that these those not no don't dont do does did doesn't have has
had can could will would should so if when what how why who all any some one only just more most very too out up down
off over as than then there here now go get got going take make want like know think feel help day days time after
before about into can't cant won't wont never
"""
COMMON = frozenset(WORDS.split())

CLASSES = {
    "NOT": """
        not don't do_not dont won't wont will_not never nvr can't cant cannot no wouldn't isn't ain't no_longer didn't
        doesn't haven't hasn't without nobody
    """,
    "I": """
        i i'm im i've ive i'd i'll me my myself
    """,
    "HE": """
        he she they husband wife boyfriend girlfriend partner ex dad father mom mum mother stepdad stepfather stepmom
        son brother uncle carer caregiver roommate gf bf hubby fiance boss nephew daughter sister
    """,
    "ALL": """
        everyone everybody every1 they people world family kids wife husband mom mum dad parents children girls boys
        others daughter son team them him her y'all sister brother she he
    """,
    "PILLS": """
        pill pills tablet tablets tabs meds med medication medications medicine medicines capsules blister strip
        strips insulin xanax valium ambien klonopin oxy oxys painkillers sleepers tylenol paracetamol ibuprofen
        aspirin advil benadryl lithium opioids patches morphine fentanyl amitriptyline benzos antidepressants
        sleeping_pills doses trazodone seroquel gabapentin script scripts prescriptions lorazepam clonazepam lozenges
        troches ketamine
    """,
    "SHARP": """
        blade blades razor razors razorblade razorblades knife knives scissors sharpener boxcutter box_cutter exacto
        scalpel shard broken_glass
    """,
    "GUN": """
        gun guns pistol rifle shotgun revolver firearm glock sidearm service_weapon handgun ammo ammunition bullet
        bullets trigger barrel weapon colt beretta remington winchester ruger luger six-shooter buckshot
    """,
    "ROPE": """
        rope noose cord belt scarf bedsheet extension_cord leash ligature
    """,
    "PLACE": """
        bridge railing railings viaduct overpass parapet tracks rail_line railway_line train_line platform ledge
        roof rooftop cliff cliffs balcony quarry pier dam car_park parking_garage parking_structure weir canal
        river lake ocean sea reservoir windowsill edge level_crossing embankment train trains freeway motorway
        highway interstate traffic tower window
    """,
    "SOON": """
        christmas birthday graduation prom spring summer winter autumn new_year new_year's next_week next_month
        next_year tomorrow the_weekend monday friday morning 18 21 25 30 40 thirty forty wedding january february
        march april june july august september october november december easter thanksgiving the_holidays sunrise
        eighteen twenty-one tonight the_end_of_the_week the_end_of_the_month the_end_of_the_year
    """,
    "BODY": """
        arm arms wrist wrists thigh thighs leg legs skin ankle ankles hip hips stomach forearm forearms shoulder
    """,
    "CHILD": """
        kid child girl boy student pupil niece nephew daughter son sister brother baby toddler grandson granddaughter
        kids children stepson stepdaughter neighbour's neighbor's grandchild cousin
    """,
    "VOICE": """
        voice voices angel angels demon demons devil god jesus satan radio tv television shadow shadows thoughts
        whispers whispering spirits dead_people man_in woman_in chip implant head aliens archangel
    """,
    "TELLS": """
        tell tells telling told say says saying said command commands commanded commanding order orders ordered want
        wants whisper whispers scream screams shout shouts keeps_saying keep_saying insist insists urge urges
    """,
    "KIN": """
        mom mum mother dad father wife husband sister brother son daughter kids children family parents friend friends
        everyone grandma gran boyfriend girlfriend partner him her them dog cat
    """,
}  # fmt: skip
CLASSES = {name: tuple(words.split()) for name, words in CLASSES.items()}
