"""Danger to others and from others: harm that somebody wants to do, voices that command, violence that is suffered."""

PHRASES = {
    "harming": {
        4: """
            bring*/brings/brought/take/taking something/it/this to school/work/the_office/class ... sorry/pay/regret/
                see/learn/listen
            might/could/afraid/scared/going_to/gonna/about_to/thought*/want_to/like_i ... do/doing something ... to/
                with my/the/him/her/
                them/this baby/newborn/infant/toddler/child/kids/son/daughter/twins/him/her/them/myself
            list & names/name/people/kids & school/boom/top/first/shoot/dead/next/kill/pay/bang
            he/she/ex/ex-husband/husband/ex-wife/boyfriend/father/partner says/said/told/texted & kids/we/us/i/you &
                won't_need/won't_be/won't_see/never_see/won't_have/no_more & presents/christmas/birthday/school/
                this_year/morning/tomorrow/again/sunday
            cleanse/burn/purify/end/sacrifice ... house/family/tonight/children/them/son/daughter ... fire/god/told/
                blood/tonight
            hurt/hurting/kill/killing/stab/stabbing/choke/choking/smother/poison/punch/punching/hit/hitting/strangle/
                strangling ... stepdad/stepmom/stepfather/stepmother/stepson/uncle/aunt/grandma/cousin/coworker/
                teacher/landlord/him/her & feel/want/urge/could/might/sleep*/think*/thought/plan*/gonna/will
            hands ... want*/wanted/itch*/itching/twitch*/ache* ... do/close/squeeze/shake/hit/something/throat/neck/
                grab/around
            know/knows/found_out/looked_up ... where/when/which ... he/she/they ... lives/live/parks/park/works/work/
                sleeps/sleep/shops/walks/gym/kids
            find_out/see/learn/know ... what_it's_like/what_its_like/what_happens/who_i_am/what_i'm_capable/
                how_it_feels ... nothing/lose/push*/someone/man/me/has/crossed
            had_to/have_to/need_to leave/put/walk/lock/hand/go ... room/down/away/myself/outside/him/her & before/
                because/hands/baby/hurt/scream*/snap/shake/something
            pillow/hands/water/bath/window/stairs/knife/blanket ... baby/her/his/him/newborn/infant/mother's/toddler/
                child ... face/hold/held/press*/quiet/stop/under/throat/neck/easy/see/picture/throw/throat/over/breath*
            baby/newborn/infant/toddler/kids/children/twins ... shake/shook/shaking/throw/threw/drop/drown/smother/
                squeeze/hit/hurt/harm/pillow/window/stairs/under_the_water/knife/stab/quiet_forever/shut_up/snap
            shake/shook/shaking/throw/throwing/drop/drown/smother/squeeze/hit/hurt/harm/silence/strangle the/my/her/
                his/this/that/our? baby/newborn/infant/toddler/twins/the_kids/my_kids/the_child/my_child/my_son/
                my_daughter
            pillow/blanket/bath/window/stairs/knife/water/hands & baby/newborn/infant/twins/toddler & easy/easily/
                easier/picture/image*/images/throw*/drop*/hate_it/horrible/flash*
            before i ... something/snap/hurt/lose_it/do/regret/kill/hit/crack
            make/making/made/see ... him/her/them/they/everyone/all ... pay/suffer/bleed/beg/regret_it/hurt_like/
                feel_it/disappear/scream
            he/she/they ... deserve*/coming/get_what/sorry/regret/pay ... die/death/hurt/to_suffer/bullet/tonight/i'll/
                won't_see/beaten/know_what_hit/for_what
            want/wants/wish/hope/pray/need ... him/her/them/boss/ex/neighbour/neighbor/everyone/dad/father/stepdad/
                mother/mom/brother/teacher/people/coworker/landlord dead/gone_forever/to_suffer/to_bleed/to_die/
                in_the_ground/to_burn
            fantas*/fantasize/fantasise/fantasies/fantasizing/imagin*/imagining/pictur*/picturing/dream*/dreaming/
                think*/thinking/thoughts/plan/plans/planning/planned/figured_out/rehears*/know_exactly_how/urge/urges/
                ideas/images/flashes/visions ... hurt*/hurting/kill*/killing/chok*/choking/stab*/stabbing/hit*/
                strangl*/strangling/run*_over/running_him_over/burn*_down/shoot*/shooting/push*/pushing/smash*/hitting/
                knife/hammer/bat/axe/poison*/suffocat*/drown*/drowning/beat*/beating/hold*_under
            take/bring/bringing/carry/carrying/carried/took/brought/got/bought/sharpen*/hid/hide/grab*/grabbed/reach*/
                picked_up/sleep_with ... gun/knife/blade/bat/axe/hammer/machete/weapon/rifle/crowbar/hatchet ...
                school/work/office/him/her/them/house/neighbour/neighbor/boss/class/under/backpack/teach/just_in/ex/
                car/ready/sleep*/room/door/bag/locker
            list/names ... people/kids/names/who/classmates ... hurt*/pay/deserve/kill/first/bullied/wronged/going_to/
                regret
            school/work/office/they/everyone/class ... remember/pay/sorry/know_my_name/see_what/find_out/news ...
                tomorrow/monday/soon/day/me/bring/gun/finally/when_i'm_done
            don't/dont/not come/go to ... school/work/class/the_office/prom ... tomorrow/monday/friday/this_week
            run/running/ran ... him/her/them/people/someone/my_ex/crowd ... over/down ... car/truck/want/could/will/
                think/if
            hands/hand/fingers ... around/on/round his/her/my/their/the/baby's ... throat/neck
            burn/burning/torch/blow/set_fire ... house/place/school/office/it_all/building/them/down/apartment/
                clinic ... down/up/with/to/inside/everyone/him/her
            snap/snapping/lose_it/lose_control/explode/black_out ... hurt*/kill*/someone/him/her/baby/kids/wife/hit/
                day/them/do_something/scares_me
            afraid/scared/terrified/worried/frightened/fear ... i/of_what_i ... hurt/do/might/could/will/snap/kill/
                harm/am_capable/capable ... him/her/them/baby/kids/someone/myself/something/to/my/alone
            kill/stab/shoot/strangle/poison/murder/butcher/beat/gut/smother/choke/bury ... him/her/them/boss/ex/
                stepdad/neighbour/neighbor/roommate/coworker/parents ... tonight/i_swear/if_he/if_she/for_real/sleep*/
                next_time/see_how/and_then_me/then_myself/and_myself/i_mean_it/not_joking/serious/one_day/would_be/
                with_my
            then/and ... turn/gun/knife/it/me ... on_myself/me_next/myself/then_me
            family/wife/kids/all_of_us ... together/with_me/take ... heaven/end/other_side/pills/peace/no_more/go
            take/taking ... kids/children/girls/boys/her/him/them/family/you_all with_me
            rage/anger/hate/hatred/violent/angry ... hurt/kill/someone/him/her/knife/choke/black_out/punch/dangerous/
                scares/control/throat/hit
        """,
        3: """
            read/hear/see about me in/on the? paper/news/tv/papers
        """,
        2: """
            rage/furious/violent/revenge/vengeance/hate_him/hate_her/hate_them
            snap/explode/lose_it/lose_control
            knife/hammer/bat/axe/machete
        """,
    },
    "voices": {
        4: """
            dead/late ... calling/calls/telling/tells/asking/asks/waiting/waits/wants ... me/us ... come/join/over/
                home/follow/soon
            in/inside/through/behind/from the/my? walls/outlets/vents/vent/wires/tv/radio/ceiling/mirror/teeth/sockets/
                floorboards/attic/phone ... again/told/tell/say/says/speak*/whisper*/laugh*/talk*/they/watch*/
                breathing/know
            they/voices/he/she told/tell/telling/tells me ... get/take/bring/kill/burn/go/put/leave/jump/stop & fire/
                before/house/boy/girl/knife/out/end/walls/outlets/again
            VOICE/neighbours/neighbors/they/he/she/cat/dog/something ... TELLS ... jump*/tracks/bridge/open/cut/hurt/
                kill/end/die/burn/knife/drown/obey/sacrifice/get_rid/cleanse/blood/window/fly/balcony/train/harm/stab/
                stop_eating/not_eat/poison/step/swallow/all_the_pills/take_them_all/worthless/do_it/finish/punish/
                the_edge/give_him/sacrifice/walk_into/into_the_road/into_traffic/the_river/step_off/step_out/wrists/
                arms/tonight/
                be_with_them/come_home/set_fire/push/baby/dead/deserve
            get/take/dig/cut/pull/tear/claw/carve/scratch/drain/let ... it/them/him/chip/wires/bugs/implant/worms/
                insects/tracker/snakes/poison/demon/devil/thing ... out ... me/skin/arm/arms/head/teeth/body/eye/belly/
                vein/veins/blood/myself/knife/way/of
            open/slice/cut ... arms/skin/veins/head/body/myself/wrists ... up ... wires/bugs/chip/out/worms/light/
                tell*/say*
            poison*/poisoned/poisoning/putting_something/drugging ... my/the food/water/tea/coffee/drinks/pills/
                meals ... they/he/she/wife/husband/nurse/neighbours/neighbors/staff/mother/before/stop/eat*
            before they get/come_for/find/kill/take me/us/them
            chosen/mission/sacrifice/prophet/messiah/apocalypse/cleanse/orders ... god/blood/must/tonight/kill*/end/
                son/daughter/world/die/angel/family/fire/knife/prove
            fly/immortal/invincible/can't_die/cannot_die/bulletproof ... roof/balcony/window/jump/prove/off/traffic/
                test/bridge
            follow/following/watch*/watching/spy*/camera/cameras/implant*/track* ... have_to/must/need_to/gonna/
                going_to/ready_to ... stop_them/kill/get_them/defend/weapon/knife/gun/first/attack/end_it
        """,
        2: """
            voices/voice/whispers/hallucinat*/demons/angels/demon
            they_are_watching/they're_watching/implant/microchip/cameras
        """,
    },
    "suffered": {
        4: """
            pillow/hand/hands/bag/knife/gun/belt ... on/over/to/at/against/round/around my/her face/mouth/throat/neck/
                head & HE
            lock*/locked/locks/locking/ties/tied/straps/leaves ... grandma/grandpa/granny/gran/nana/mother/father/mum/
                mom/dad/him/residents/patient ... room/chair/bed/basement/alone/dark/weight/wet/hours
            held/holds/pushed/pushes/shoved/pressed/forced/rubbed ... my/her/his face/head/hand/hands ... stove/water/
                wall/pillow/floor/toilet/burner/heater/window/car/dog
            he/she/uncle/they/brother/cousin/stepdad did/does/do/doing things/stuff/it/something ... to_me/to_us/when/
                kid/little/night/moving/back/again/dark
            HE/neighbour/neighbor/coach/teacher/guy/man/carer/nurse/landlord/pimp/cousin/grandpa/grandfather/aide ...
                chok*/choked/chokes/choking/strangl*/strangled/hit/hits/hitting/punch*/punched/punches/slap*/slapped/
                slaps/beat/beats/beaten/kick*/kicked/kicks/slam*/slammed/shov*/shoved/throttl*/grab*/grabbed/pin*/
                pinned/burned/burnt/threaten*/threatened/threatens/threw/throws/drag*/dragged/spit*/bit/pushed/pushes/
                stomp*/whip*/headbutt*/smacked/smacks/rape/raped/rapes/forced/forces ... me/us/mum/mom/sister/brother/
                kids/head/face/wall/stairs/my/her/throat/down/again/mother/drunk
            had/has/held/grabbed/put/puts/got/gets ... me/her/hands/knife/gun/us ... by/around/to/at/on my/the/
                her throat/neck/hair/head
            scared/afraid/terrified/frightened/petrified/dread* ... of/go/going/be/to ... him/her/home/husband/wife/
                partner/boyfriend/dad/father/stepdad/mother/son/alone_with/what_he/what_she/what_they/he'll/she'll ...
                home/hurt/do/drunk/tonight/again/find/kill/hit/gets/when/will/comes
            scared/afraid/terrified/frightened/not_safe/unsafe/don't_feel_safe ... go/going/be/being/stay/sleep/
                sleeping/come ... home/in_my_house/in_this_house/in_my_own/with_him/with_her/with_them
            if/when i leave/left/tell/told/go/talk/say/ran/run/speak ... he/she/they/he'll/she'll/they'll/he'd/
                she'd ... kill/find/take/hurt/neither/dead/will/kids/regret/come_after/burn/ruin/himself/herself/post/
                hunt/shoot/end
            he/she/husband/wife/ex/boyfriend/girlfriend/partner/dad/stepdad/father/son/brother/they says/said/swears/
                swore/told/texted/texts/promised/threatened/threatens/keeps_saying/vowed/says_if/wrote ... kill/killed/
                dead/hurt/shoot/neither_of_us/find_me/take_the_kids/take_my_kids/never_see/burn/acid/bury/end_me/
                coming_for/regret/sorry/gun/knife/blow/my_throat/grave
            neither of us/me ... see/sees/leave/leaves/get/gets/live/lives/walk*/will
            pictures/photos/videos/texts/messages ... front_door/my_house/my_car/outside/window/my_kids/my_work/
                where_i_live/gun/knife ... he/she/ex/him/sent/sending/send/keep
            he/she/ex/he's/she's/someone/man/stalker ... follow*/following/follows/stalk*/stalking/outside/track*/
                tracking/tracker/waiting/parked/sits/break*_in/broke_in/breaking_in/show*_up/watching ... me/my/house/
                work/car/door/window/every/home/school
            lock*/locked/locks ... me/us/her/him/kids/mum/mom ... in/out/up/room/bathroom/basement/closet/shed/cellar/
                bedroom/night
            won't/wont/doesn't/not/never ... let/lets/letting me/her/us ... leave/out/eat/go/see_my/see_anyone/work/
                sleep/have/use/talk/call/phone/medicine/meds/inhaler/doctor/anyone/friends
            takes/took/hides/hid/controls/confiscat*/throws/flushes ... my/all_my/her phone/keys/meds/medicine/money/
                card/passport/pension/inhaler/glasses/walker/wheelchair/insulin/papers
            black_eye/broken_rib/broken_ribs/broken_arm/broken_jaw/broken_nose/split_lip/busted_lip/fat_lip/
                cracked_ribs/fractured/hand_marks/finger_marks/handprint/choke_marks/bruised_ribs/bald_spot ... he/she/
                husband/him/from/again/fell/door/dad/boyfriend/wife/partner/says/makeup
            bruise/bruises/bruised/bruising/welts/makeup/concealer ... he/she/husband/him/boyfriend/dad/wife/partner/
                wrist/arms/grabbed/neck/face/hide/cover*/again/last_night/fell
            CHILD/she/he/kid's/daughter's/son's ... bruise/bruises/bruised/welts/belt/cigarette_burns/burns/burn_marks/
                flinch*/starv*/hasn't_eaten/not_eaten/locked/begs/begged/scared_to_go/afraid_to_go/beaten/beats/hits/
                hit/whip*/hungry/handprint/black_eye/cord/chained/left_alone/alone_for ... home/him/her/dad/mom/mum/
                father/mother/uncle/stepdad/stepmom/boyfriend/marks/back/legs/arms/days/house/go/night/room/food/again/
                says/school/parent/neck
            uncle/stepdad/stepfather/coach/teacher/grandpa/grandfather/cousin/priest/pastor/babysitter/mom's_boyfriend/
                mum's_boyfriend/brother/father/dad/tutor/neighbour/neighbor/counselor/therapist/doctor/nurse ...
                touch*/touches/touched/touching/comes_into/came_into/comes_to/gets_into/climbs/secret/makes_me/made_me/
                watches/private/undress*/photos/bed/shower/rub*/puts_his/kiss*/grop* ... me/my/her/us/bed/room/secret/
                night/tell/things/clothes/hand/him
            our/the little? secret ... uncle/coach/he/stepdad/touch*/grandpa/tell/teacher/brother
            touch*/touched/touching/rape/raped/assault*/assaulted/molest*/molested/abus*/abused/abusing/drugged/
                forced ... me/her/him/my/daughter/son/sister ... last_night/again/yesterday/tonight/weekend/party/
                still/every/he/uncle/stepdad/dad/when/now/coach/since
            abus*/abusive/violent/beats/hits/hurts ... husband/wife/boyfriend/girlfriend/partner/dad/father/mother/mom/
                stepdad/son/home/marriage/me/us
            trafficked/traffick*/pimp/sold_me/sell_me/forced_to_work/take_my_passport/forced_marriage/marry_me_off/
                honour/honor ... me/work/men/he/they/sister/brothers/family/kill/escape/leave
        """,
        2: """
            scared_of/afraid_of/terrified_of/frightened_of ... him/her/them/husband/wife/dad/father/ex/partner/
                boyfriend/son
            bruise/bruises/bruised/black_eye
            hit/hits/hurts/beats/slapped/pushed/shoved/choked ... me/us/her/him
            eggshells/temper/his_moods/when_he_drinks/when_he's_drunk/drunk_again
            leave/leaving ... him/husband/home
        """,
    },
}
