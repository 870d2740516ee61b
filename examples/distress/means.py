"""Means and places, injuries done to oneself, and what was already taken or done."""

PHRASES = {
    "firearm": {
        4: """
            sit/sits/sitting/hold/holds/holding/clean*/take/takes/taking/look*/lay/lays & GUN & every_night/
                each_night/every_evening/each_evening/nightly/most_nights/some_nights/knees/lap/sit_with/an_hour/
                for_hours/alone_with
            trigger ... nights/want/wants/hands/finger/pull/think/remember
            picked/took/take/grab*/load*/hold*/holding/clean*/pull*/put/reach* ... my/the/his/a 45/.45/38/357/9mm/22/
                12_gauge/.38/.357/glock/sig
            GUN ... lap/mouth/temple/chin/my_head/his_head/her_head/nightstand/under_my_pillow/beside_me/next_to_me/
                on_the_bed/in_my_hand/on_the_table/loaded/one_round/one_bullet/just_one/in_the_shed ... now/tonight/
                sit/i/sometimes/evenings/think/talk*/looking/staring
            sit/sits/sitting/sat/hold/holds/holding/held/look/looking/looked/stare/staring/clean*/load/loaded/loading/
                took_out/take_out/taking_out/got_out/get_out/fetched/dug_out/talk*/sleep*/keep/kept/keeping/unlocked/
                polish*/visit ... GUN
            i've/i/he's/she's/he/she got/have/has/bought/borrowed/ordered/brought/still_have/kept ... GUN ... and/
                just/so/tonight/no_one/nobody/in_case/for_when/now/ready/last
            GUN ... solve*/answer/end/quick/way_out/comfort*/calm*/friend/peace/call*/whisper*/easy/option/
                retirement_plan/myself/tonight/quiet
            eat/eating/kiss/kissing/taste/tasted/suck ... GUN
            one bullet/round/shot ... left/saved/for_me/name_on_it/would_do/is_all/enough
            russian_roulette
            put/puts/putting ... GUN ... head/mouth/chin/chest
        """,
        3: """
            GUN
        """,
    },
    "pills": {
        4: """
            put/putting/puts/kept/keep/keeping/tuck*/lay/laying/set/setting/squirrel*/hold/holding ... PILLS ...
                aside/back/by_for/to_one_side & so/just/in_case/week/weeks/every/each/month/know/now/case/can't/door
            PILLS ... aside/to_one_side & in_case/just/so/know/week/weeks/every/can't
            stopped/quit/skipped/stopping/given_up/leave_off/left_off ... taking? my/the heart/blood/sugar/seizure/
                diabetes/transplant/kidney/cancer pills/tablets/meds/medicine/medication/drugs & course/nobody/told/
                quietly/whatever/care/let/tired/end/over/happens
            threw_up/vomit*/puked/stayed_down/kept_down/keep_down & pills/tablets/most/bottle/them_all & think/most/
                some/still/again/down
            bottle/pills/blade/gun/knife/razor/rope/noose/tablets & next_to_me/in_front_of_me/beside_me/right_here/
                in_my_lap/on_my_lap/in_my_hand/open & i/don't/dont/have/now/please/tonight
            drank/drinks/drinking/drunk/swallowed/drink & washer_fluid/antifreeze/coolant/paint/gasoline/petrol/
                cleaner/perfume/hand_sanitizer/bleach/methanol/nail_polish_remover/shampoo/fluid
            stopped/skipped/quit/refused/ended/missing/skipping taking? my/the/his/her dialysis/insulin/chemo/
                heart_meds/anti-rejection/oxygen/warfarin/transplant
            swallowed/took/emptied/finished/downed/drank/had/ate ... left/rest/everything/whole/all ... cabinet/
                bottle/drawer/bag/jar/box/purse/kit/cupboard/stash
            count*/counted/counting/sav*/saved/saving/stash*/stashed/stashing/hoard*/hoarding/collect*/stockpil*/
                stockpiling/line*/lined/lining/laid/arrange*/set_aside/keep/kept/keeping/pour*/poured/stare*/staring/
                enough/gather*/skimming/squirrel*/hid/hidden/tipped/emptied/spread ... PILLS ... carpet/bed/table/
                counter/lap/out/up/enough/twice/tonight/drawer/jar/sock/shoebox/rainy_day/just_in_case/in_case/months/
                weeks/since/for_when/under/them_all/mattress/hand
            sav*/saved/saving/stash*/stashed/stashing/hoard*/hoarding/stockpil*/stockpiling/collecting/skimming/
                squirrelling/cheeking/tonguing/pocketing ... PILLS
            PILLS ... sav*/saved/saving/stash*/stashed/hoard*/hoarded/stockpil*/lined_up/counted/in_a_shoebox/
                in_a_jar/tipped_out/in_a_row/calling_me/looking_at_me/all_at_once/whole_lot/enough_to/would_be_enough/
                in_front_of_me/in_my_hand/for_a_rainy_day
            had/took/take/taking/swallowed/ate/downed/finished/emptied/necked/popped/drank/chugged/taken/
                swallowing ... whole/entire/all/rest_of/handful/handfuls/fistful/bunch/every/everything/bottle_of/
                two_bottles/double_digits/cupful/loads_of/lots_of/too_many/all_my/all_of_my/load/loads/lot/lots/
                month's/months_supply/week's ... PILLS/bottle/pack/box/cabinet/packet/supply/strips/them
            took/taken/swallowed/had/ate/downed/popped/taking ... #/ten/twelve/fifteen/twenty/thirty/forty/fifty/
                sixty/hundred/thirtyish/dozen/dozens ... PILLS/of_them/of_my/of_her/of_the/all_together/at_once
            PILLS ... with/and/plus a_bottle_of/the_whole/lots_of/half_a_bottle ... wine/vodka/whiskey/whisky/gin/rum/
                jack/alcohol
            bottle/wine/vodka/whiskey/gin ... PILLS ... now/floaty/sleepy/fuzzy/spinning/tonight/ready/sit*
            skip*/skipping/stopp*/stopped/quit/quitting/refus*/refusing/not_taking/not_taken/haven't_taken/
                stopped_taking/withhold*/flush* ... insulin/dialysis/chemo/anti-rejection/heart_pills/heart_meds/
                inhaler/blood_thinners/thinners/seizure_meds/antibiotics/oxygen/epipen ... purpose/whatever/
                don't_care/nature/see_what/over/let/end/enough/quicker/peace/point
            purpose/deliberately/intentionally/on_purpose/meant_to/accidentally_on ... overdose/overdosed/insulin/
                too_much/took/crash*/crashed/starv*/starving/stopped_eating/not_eating/not_drinking/relapse/hit/
                stepped/walked
            overdose/overdosed/od'd/od/oding/oded ... on_purpose/last_night/tonight/again/yesterday/today/myself/
                quietly/easy/peaceful/instead/just/if/plan*/think*
            stop/stopped/stopping/quit/given_up/refus*/refuses/refusing ... eating/drinking/food/water ... die/waste/
                fade/until/end/over/let_nature/days/hospice/purpose/gone/disappear/point
            drank/drink/drinking/swallowed/drunk/sipped/chugged/ate ... bleach/antifreeze/rat_poison/pesticide/
                drain_cleaner/battery_acid/detergent/weedkiller/methanol/disinfectant/paint_thinner
            hotshot/hot_shot/hot_dose/fentanyl_laced ... on_purpose/myself/last/one/end/plan*/hope*/do_it
            pyxis/med_cart/drug_cabinet/med_room/medicine_room/propofol/potassium/vecuronium/drug_cupboard/
                controlled_drugs/crash_cart/vials/anesthesia_cart/morphine_pump/syringe_driver ... simple/easy/easily/
                peaceful/one_push/thinking/look*/nobody/no_one/count*/how_quick/enough/tempt*/for_myself/for_me/home/
                pocket*/staring
        """,
        2: """
            PILLS ... enough/bottle/drawer/bathroom/cabinet/counted/left/all/in_my_bag
            nightstand/shoebox/medicine_cabinet/pill_bottle
            pills/tablets/meds/stash/patches/overdose/painkillers
            on_purpose/deliberately/intentionally
            floaty/fuzzy/spinning/drowsy/woozy/heavy_eyes/sleepy_now/throwing_up/ears_ringing
        """,
    },
    "hanging": {
        4: """
            beam/beams/rafter/rafters/branch/joist ... looked/look/looking/stare*/staring/stared/study*/studied/
                tested/think*/thought/wonder*
            tie/tied/tying/knot/knotted/practis*/practic*/practiced/practising/test/tested/testing/loop/looped/
                looping/hang/hung/hanging/measure*/measured/bought ... ROPE ... neck/beam/beams/rafters/hook/door/
                doorknob/tree/fan/weight/strong/shower_rod/banister/ceiling/around_my/tonight/ready/closet/attic/
                basement/barn/stool/chair
            ROPE ... neck/beam/beams/rafters/hook/doorknob/ceiling_fan/my_weight/strong_enough/banister/shower_rod/
                around_my/throat/closet/tonight/noose/attic/garage/barn/knot/tree_out_back/long_enough/ready/
                in_the_trunk/in_my_car
            beam/beams/rafters/rafter/hook/doorknob/shower_rod/banister/ceiling_fan/branch/pull-up_bar/joist/
                joists ... hold/holds/take/takes/bear/strong/support* ... my_weight/me/weight/person/body/man
            stool/chair/stepladder ... ROPE/kick*/beam/neck/stood_on
            tie/tying/tied/learn*/learned/teach*/google*/googled/look*/looked ... noose/hangman's/slip_knot/slipknot
            choking_game/chok*_myself/strangl*_myself/something_around_my_neck/bag_over_my_head/bag_over_his_head/
                plastic_bag_over
            mark/marks/bruise/line/red_mark ... around/on my/his/her neck ... rope/belt/cord/scarf/sheet/hide/hid*
        """,
        3: """
            ROPE
        """,
        2: """
            rafters/beam/doorknob
        """,
    },
    "gas": {
        4: """
            left/leave/leaving/turned/turn ... gas/oven/stove on & purpose/sleep/goodbye/tempt*/think*/wonder*
            bought/ordered/order/got/get/buying/rented/delivered ... helium/nitrogen/charcoal/nembutal/nitrite
            carbon_monoxide & research*/how/work*/long/garage/peace*/painless*/quick*/car/grill/charcoal
            garage ... engine/running/exhaust/hose/idling/motor
            engine/motor/car ... on/running/idling ... closed/garage/shut/hose/exhaust/windows/door
            exhaust/hose/tailpipe ... car/window/garage/tape/pipe/engine
            carbon_monoxide/monoxide/helium/nitrogen/exit_bag/hibachi/charcoal_grill/charcoal ... sleep/peaceful/
                bedroom/car/tank/room/quiet/painless/inside/tent/bathroom/myself/bought/ordered/order*
            oven/gas ... head/on_and/turn*/turned/leave/left/knobs ... in/unlit/windows/kneel*/sleep/goodbye
            seal/sealed/taped/taping/tape/towels ... windows/door/vents/gaps/bathroom
            toaster/hairdryer/hair_dryer ... bath/tub/water
        """,
    },
    "place": {
        4: """
            driv*/driving/drove without/no a/my? belt/seatbelt/seat_belt
            car/truck/wheelchair ... roll/rolls/sink/sinks/go ... in/into/off ... quarry/lake/river/water/pier/cliff/
                canal/sea
            drift*/drifting/cross*/crossing/swerve*/veer* ... center_line/centre_line/median/oncoming/lane/line/
                rumble_strip/guardrail/verge & car/let/wheel/drive*/road/think*/just/one
            lay/lie/lying/laid/lays/sleep ... on/across/between/down the? tracks/rails/railway/road/highway/motorway/
                train_tracks
            walk*/walking/walked/wade*/wading/swim*/row/rowing ... into/out_to/out_into the sea/lake/river/ocean/
                water/waves/surf/tide & coat/clothes/not/until/never/keep/want/wanted/think*/night/cold/like/stones/
                shoes/just
            window/balcony/roof/rooftop/ledge & floors/stories/storeys/storey/floor/drop/measure*/fall ... eyes/nine/
                open/think*/enough/high/down/look*/count*/every
            nine/eight/seven/six/ten/eleven/twelve/fifteen/twenty/# floors/stories/storeys ... up/down/drop/high/
                enough/would/concrete
            one_day/some_day/someday/tonight/next_time/almost/nearly/wonder ... not/won't/don't/didn't brake/turn/
                stop/slow/swerve/steer
            tree/wall/truck/pillar/curve/bend/cliff ... every_day/every_time/each_day/on_my_way/calls/waiting/
                same_one & drive*/brake*/route/road/steer*/speed/look*/wheel/motorway/highway
            body/bodies ... in/under/from ... reservoir/river/lake/sea/ocean/quarry/water/woods/ground/bathtub
            stand/stands/standing/stood/climb/climbs/climbed/climbing/lean/leaned/leaning/sit/sits/sitting/sat/perch*/
                hang* ... on/over/at/by/near/up/outside/off/from ... bridge/railing/railings/parapet/ledge/rooftop/
                roof/cliff/tracks/platform/windowsill/viaduct/overpass/balcony/quarry/pier/edge/rail
            walk/walks/walking/walked/wander*/went/go/going/gone/drive/drives/driving/drove/drawn/end_up/ended_up/
                find_myself/found_myself/look/looks/looking/looked/park/parked/stop/stopped/visit*/scout*/keep_going/
                think/thinking/thought/daydream*/dream*/detour ... bridge/railing/tracks/platform/ledge/rooftop/cliff/
                viaduct/overpass/quarry/train_line/railway/dam/car_park/parking_garage/roof/reservoir/gorge ... night/
                nights/jump*/how/wonder*/easy/if/high/drop/fall/water/let_go/alone/again/every/think*/step/trains/
                deep/down/peace*/calm/long/far/quiet/minutes/know
            bridge/railing/tracks/platform/ledge/rooftop/cliff/viaduct/overpass/quarry/trains/car_park/roof/gorge/
                window/balcony/train ... call*/calling/pull*/pulling/tempt*/tempting/whisper*/jump*/jumping/let_go/
                step*_off/minutes_away/invit*/beckon*/look_so/looks_so/so_close/one_step/drop/fall_is/how_far/
                inviting/magnet*/easy/quick/voices
            i'm/im/i_am/been/stuck/here/sitting/standing on/at/by/near/up the/a/my roof/bridge/ledge/balcony/tracks/
                edge/cliff/parking_garage/car_park/platform/rooftop/overpass ... rn/now/right_now/thinking/thinkin/
                alone/tonight/again/looking/just/crying
            into/toward/towards/in_front_of/under/onto/off ... traffic/oncoming/train/trains/truck/lorry/semi/bus/
                tram/tracks/median/guardrail/barrier/bridge/pillar/pole/ravine/river/sea/ocean/lake/wall/tree/
                overpass/highway/motorway/the_road ... tempt*/urge/want/could/would/think*/thought/thoughts/easy/
                almost/nearly/just/hands/swerv*/turn/drive/driving/veer*/walk/walking/step/stepping/wheel/sometimes/
                one_day/when_i
            want/wants/wanted/could/would/urge/urges/tempted/almost/nearly/thought/think/thinking/thoughts/picture*/
                imagine*/imagining/hands/itch* ... into/toward/towards/in_front_of/under/onto/off ... traffic/
                oncoming/train/trains/truck/lorry/semi/bus/tram/tracks/median/guardrail/barrier/bridge/pillar/ravine/
                river/sea/ocean/lake/wall/tree/overpass/highway/motorway/cliff/roof/balcony/platform
            turn/yank/jerk/swerve/swerving/twitch*/let_go_of/pull/spin/crank/steer*/steering ... wheel
            hands/hand ... wheel ... want*/turn*/itch*/off/let_go/tree/truck/wall
            bridge/truck/trucks/lorry/lorries/tree/trees/oncoming/median/river/cliff/semi/overpass/guardrail & wheel/
                steer*/swerve
            side/other_side/wrong_side of ... railing/rail/fence/barrier/edge/parapet
            closer/close/near/nearer/past to? the edge/yellow_line/rail/drop/platform_edge/railing
            seat_belt/seatbelt/belt/headlights/eyes ... off/unbuckle*/undo/without/close*/closed/closing ... driv*/
                speed/road/highway/fast/car/crash*/night/hope*
            driv*/driving/speed*/drove ... fast/reckless*/drunk/too_fast/headlights_off/eyes_closed/100 ... hope*/
                hoping/crash*/don't_care/dont_care/see_what/see_if/end/whatever/tree/tempt*
            hope/hoping/wish/pray ... crash*/crashes/collide/skid/run_me_over/hit_me/goes_down/sinks
            swim/swam/swimming/walk/walking/walked/wade/row/float ... out/in/into ... not/never/keep_going/until/
                too_far/and_not ... back/come/turn/return/shore/stop/tired/can't
            stones/rocks/weights ... pockets/pocket/coat/backpack
            high/tall/deep/far ... building/floor/storey/story/bridge/drop/fall/jump ... enough/kill/survive/certain/
                sure/to_be/do_it/hurt
            enough/survive/die/hurt ... floor/storey/jump/drop/fall
            step/stepped/stepping ... off/closer/forward/over/in_front ... edge/platform/train/ledge/kerb/curb/bus/
                roof/line/trains
        """,
        2: """
            bridge/railing/viaduct/overpass/parapet/tracks/platform/ledge/rooftop/cliff/quarry/edge/balcony
            jump/jumping/jumped/leap/let_go
            trains/train/traffic
        """,
    },
    "injury": {
        4: """
            found my/the/his/her blades/blade/razors/razor/razorblades/rope/noose/stash/cuts/scars
            carve*/carving/cut/cutting/scratch*/burn/burning/dig/tear ... out of my/me BODY/skin/me/myself
            cut/cuts/cutting ... went/go/goes/going/got/was/too too? deep/deeper/far
            SHARP/edge/needle & skin/open/opens ... only/tight/out/calm*/feel*/under
            hurt/cut/mark/burn/hit/bruise/scratch ... where/places/spots/parts ... nobody/no_one/noone/they_can't/
                clothes/hidden/nobody's
            sh/s/h ... relaps*/relapsed/urge/urges/again/clean/scars/wounds/cuts/thoughts/streak/lately/tonight/tn/
                deeper
            relaps*/relapsed/relapsing ... sh/cutting/cut/self/blade/razor/burning/selfharm/harming/hurting
            days/weeks/months/year clean ... cut/sh/blade/wrist/razor/deeper/towel/blood/broke/ruined/burn*/scratch*/
                arm/arms/relaps*
            went/go/goes/going/cut/cutting/cuts too? deep/deeper/further ... than/this_time/meant/usual/before/
                tonight/stitches/stop/again/and
            SHARP ... my/his/her/the BODY
            SHARP ... quiet*/calm*/relief/release/feel_something/only_thing/only_time/only_way/helps/helped/numb/
                deserve/punish*/shuts_up/shut_up/silent/pain_stops/in_control/under_my/in_my_phone_case/phone_case/
                tonight/hidden/hid/pencil_case/clean_cut/my_friend/breathe/in_my_sock/mattress/in_the_shower/
                in_the_bath/art_class
            got_out/took_out/take_out/bought/found/broke_open/took_apart/unscrewed/hid/hide/hiding/keep/kept/keeping/
                pulled_apart/stole/ordered/get_out/reached_for ... SHARP ... phone/case/sharpener/pencil/art/drawer/
                pillow/under/mattress/again/tonight/for/only/just/sock/box/shower/bath/bathroom/wallet/head/feel*
            cut/cuts/cutting/slice*/slicing/slash*/carve*/carving/scratch*/dig/digging/dug/scrape*/burn*/burning/
                burned/burnt/scald*/stab*/stabbed/jab*/pinch*/hit*/hitting/bite*/biting/snap*/punch*/punching/tear*/
                pick*/picking ... into? my/his/her/own/their BODY ... feel/again/until/bleed*/blood/stop/quiet/calm/
                help*/relief/when/deserve/because/so/with/deep/see/numb/secret/hide*/sleeves/punish/school/night
            carve*/carving/carved/etched/wrote/written ... into/in/on/onto ... BODY
            lines/cuts/scars/marks/scratches/stripes/burns/slits/slices/tally/barcode/wounds/circles/bandages/
                plasters/band-aids ... on/up/down/along/all_over/across/inside ... my/his/her/their/both BODY
            BODY ... lines/cuts/scars/scratches/stripes/slices/burns/tally/marks/bandaged/wrapped ... fresh/new/hide*/
                hiding/sleeves/fell/cat/deep/won't_say/rows/again/she_says/he_says
            long_sleeves/hoodie/sweater/jumper/sleeves/bracelets/hoodies ... summer/july/august/heat/hot/sauna/pool/
                swim/gym_class/pe/degrees/always/even_when/never_takes
            see/seeing/watch*/watching/want ... blood/bleed/the_red/it_bleed ... feel*/calm*/relief/real/help*/run/
                drip*/out/better
            hurt/hurting/punish/punishing/harm/harming/damag*/cutting/burning/starving/hitting/injur* ... myself/
                my_self/my_body/meself/himself/herself/themself/themselves/urself
            only thing/time/way ... blade/cut*/blood/burn*/pain/hurt*/razor/bleed*
            towel/towels/tissues/sheets/carpet/sink/bathtub/bath/tub ... blood/bloody/soaked/red/stained ... i/her/
                his/my/cut*/deep/won't/found
            soaked/bleeding/bled/gush*/won't_stop_bleeding/wont_stop_bleeding/stitches ... cut/deep/wrist/towel/i_did/
                sh/blade/razor/again/too_far/thigh/arm
            lighter/cigarette/iron/stove/curling_iron/straightener/hot_glue/salt_and_ice/ice_and_salt/candle ... my/
                her/his BODY
            bang*/banging/smash*/slam*/hit*/hitting ... my/his/her head ... wall/until/floor/against/on/door/stop
            punch*/punching/punched ... walls/wall/myself/mirror ... until/bleed*/knuckles/bone/blood/feel/broke
            urge/urges ... cut/burn/harm/hurt/slice/bleed/blade/strong*/tonight/coming_back/are_back
            starv*/starving ... myself/herself/himself/until/deserve/disappear/to_death/nothing_left
            don't/dont/not deserve ... eat/food/live/air/breathe/alive/be_here/sleep/help/kindness
            deserve/deserves/deserved ... pain/hurt/die/suffer/bleed/punish*/burn
        """,
        3: """
            blade/blades/razor/razors/razorblade/razorblades
        """,
        2: """
            SHARP
            bleeding/bled/bleed/wounds/scars/stitches
            shuts_up/shut_up/goes_quiet/head_quiet/feel_something/feel_real/feel_alive/only_thing_that/
                only_time_i_feel/only_time_it/only_time_my/only_way_i
            deserve/punish/punishing/punishment
        """,
    },
    "emergency": {
        4: """
            hasn't/won't/wont/not/hasnt/doesn't/isn't come_out/coming_out/answer*/answering/open/opened/opening ...
                bathroom/bedroom/room/door ... hour/hours/water/locked/pills/drunk/quiet/silent
            found/find/finding/walked_in_on/came_home ... him/her/them/my/mom/mum/dad/son/daughter/wife/husband/
                roommate ... unconscious/not_breathing/blue/won't_wake/unresponsive/empty_bottle/empty_bottles/
                empty_packets/foaming/hanging/cold/needle/belt/bleeding/in_the_bath/pills_everywhere/collapsed/garage
            won't/wont/can't/cannot/cant/not/doesn't ... wake/waking/rouse/respond*/responding ... up/him/her/
                them ... pills/took/drank/blue/breath*/bottle/note/took_something/gurgl*/snor*/overdos*/dose/needle
            lips/face/fingers ... blue/grey/gray/purple
            barely/not/hardly/stopped breathing
            empty bottle/bottles/packets/packet/blister/blisters/box/strips ... pills/beside/next_to/floor/bed/trash/
                bin/bathroom/her/him/won't/sleeping/found
        """,
    },
}
