"""How an answer tells a way to die or to hurt oneself: means, ends, amounts, technique, and how to hide it."""

PHRASES = {
    "end": {
        3: """
            over/gone/finished/done at once/instantly/immediately & you/it/from/floor
            no way/road/coming back after/once/from/from_it
            just/simply/quietly/you go/goes/slip/slips under
            over by/before ... morning/midnight/know/knew/notice/dawn
            see/sees/saw to that/it & month/week/handful/bottle/drink/dose/of_it/of_them
            make/makes/making it/sure ... certain/final/sure/quicker/work & drink/dose/night/alcohol/water/pills/month
            lights_out/lights_go_out/one_is_all_it_takes/all_it_takes/no_second_chance/no_second_chances/
                second_chances/the_end_of_it/end_of_the_story/end_of_you/end_of_story
            not/won't/wouldn't/never ... feel it/a_thing/anything/much & you/they/people
            nature/matters/things take/takes its/their course
            let/lets/letting yourself/themselves/himself/herself/oneself/go ... sink/under/fall/drop
            fall/falls/falling/go asleep ... end/never/that_is_it/over/nothing/not_wake
            strength/breath/air/light ... gone/leaves/runs_out/goes_out
            calm/peaceful/quiet/easy in the end
            get/gets/getting/grow just? sleepy/drowsy ... and/then/over/gone/that/never
            just get/gets sleepy/drowsy/cold
            worked/works for everyone/all/everybody/them ... tried/did/jumped/went
            for_keeps/for_ever/forever_asleep/never_know_a_thing/nothing_after
            breathing/breath/breaths ... winds_down/slows_until/fades/tapers/peters/quiets/shallow*/gentle*/softer
            tidy/tidier/neat/neater/quiet/cleaner/quieter/gentler ones/one/way/option/route/exit/method
            asleep/out/gone before ... empty/finish*/know/hits/feel/over/notice/needle/count/end
            heart/breathing/breath/lungs ... stop*/stops/stopping/stopped/give_out/gives_out/quits/shut_down/
                shuts_down/slows_to
            stop/stops/stopping the/your/his/her/a heart/breathing/breath
            never/not/won't/wont/don't/nobody/no_one/wouldn't ... wake*/wakes/waking up/again/from
            nobody/no_one/nothing/few ... comes/come/came/recover*/return* ... back/from
            can't/cannot/couldn't/not/nothing/nobody/too_late ... brought_back/bring_back/reversed/reverse/revive*/
                undone/undo/save_you/saved/turn_back/intervene/be_stopped
            past/beyond saving/rescue/help/the_point
            over/done/finished/gone in/within/before/by ... minute/minutes/seconds/hour/hours/morning/know_it/notice/
                anyone/you_feel
            slip/slips/slipping/drift/drifts/drifting/fade/fades/float/floats/drop/drops/glide ... away/off ... never/
                without/before/gently/quietly/for_good/hours/minutes/day/last/end
            slip/slips/slipping away
            bleed/bleeds/bleeding out/faster/more/longer
            little/no/any/without ... trace/traces/evidence/sign
            look/looks/looking/seem/pass ... natural/accident/an_accident/like_an_accident/like_sleep
            foolproof/surefire/sure-fire/does_the_job/do_the_job/gets_it_done/will_do_it/
                would_do_it/surely_do_it/finishes_it/does_it_fast
            is/are/was certain/foolproof/final/irreversible/unsurvivable
            survive/survives/survived/survivable ... floor/storey/story/above/below/metres/meters/feet/fall/shot/under/
                people/most/rare*/few/many
            permanent/last/longest/final/eternal sleep/rest
            enough to/for ... kill/die/end/stop/never/finish/not_wake/do_it
            lethal/fatal/deadly ... dose/amount/at/above/around/is/would/level/combination/for_someone/starts/about/
                range
            quickest/easiest/surest/fastest/gentlest/kindest/cleanest/calmest/softest/least_painful/most_peaceful/
                most_painless/painless/peaceful ... way/method/exit/route/option/end/death/one/ones
        """,
        2: """
            nod/nods/nodding/doze/dozes/dozing off/out
            painless/painlessly/peaceful/peacefully/gentle/gently/quietly/calmly
            no/without/little/less/barely/hardly/never/not/don't/doesn't/won't ... pain/hurt/suffer/feel_it/
                feel_a_thing/feel_much/feel_anything/sting/struggle
            pass/black/knock/knocks/blacks/passes ... out ... before/first/within/quick*/seconds
            unconscious/unconsciousness/lose_consciousness/losing_consciousness
            die/dies/kill/kills/lethal/fatal/deadly
            for_good/once_and_for_all/end_it/ends_it/ending_it
        """,
    },
    "amount": {
        3: """
            all/lot/rest of it/them/these/those/your ... together/at_once/one_go/empty_stomach/strong_drink/night
            take/takes/swallow*/have the_lot/it_all/them_all/all_of_it/all_of_them
            month/months/week/weeks/month's/week's of it/them/those/pills ... would/will/is/does
            more/double/triple than/what/of you/they ... think/have/get/take/need & sleep/booze/drink/out/cabinet/
                enough
            is/are plenty/enough/sufficient for ... size/weight/somebody_like/someone_like/you/man/woman/person/it
            sav*/saved/saving them/it/those/these/what up
            all/every/whole/entire/full ... at_once/in_one_go/together/one_sitting/one_swallow/in_one_sitting & PILLS/
                bottle/box/pack/supply/strip
            month's/months/week's/weeks supply/worth ... at_once/in_one/together/night/evening/swallow*
            #/ten/fifteen/twenty/thirty/forty/fifty/sixty/hundred of the/those/your ... ones/PILLS/milligram/mg
            more/above/over/past/about/around than? #/ten/fifteen/twenty/thirty/forty/fifty/sixty/hundred ... PILLS/
                of_them/at_once
            how_much_it_takes/amount_needed/number_you_need/what_it_takes
        """,
        2: """
            whole/entire/all/full/handful/rest_of ... bottle/box/pack/packet/supply/strip/strips/PILLS/them/
                prescription
            in_one_go/in_one_sitting
        """,
    },
    "technique": {
        4: """
            clean/cleaned/cleaning/wipe/sterile/sterilise/sterilize/disinfect/fresh/new/sharp ... blade/blades/razor/
                razors
            keep/stay/stick/cut ... to/on/at the/your forearm/forearms/thigh/thighs/hip/hips & blade/cut/cuts/scratch*/
                shallow
            door/doors handle/knob/hook ... enough/high/hold/holds/do
            stand/wait/go at/to the far/end/edge/curve & platform/train/express/stop/driver/track/tracks
            go/goes/cut along ... across
            brother/friend/uncle/neighbour/neighbor/cousin/father has/keeps/owns one/a_gun/guns/some & shoot*/borrow/
                ask
            add/make a/another/one new/more one/line/cut & sleeve/sleeves/loud/arm/thigh/where/hidden
            breathe/breathing/inhale something/gas/what that? ... air/drunk/sleepy/nothing
            two/several/different doctors/pharmacies ... same/story/each/collect*
            cold/snow/frost does/do it kindly/gently/quietly/softly
            swim*/swam/wade*/walk*/row out/in/into ... sink/far/dusk/dark/strength/until/coat/stones/tide/cold
            river/lake/sea/canal/tide/reservoir & night/dusk/coat/stones/heavy & you/one/chosen/those/hear/gone
            beam/branch/hook/rail/pipe/knot/rope ... hold/holds ... man/person/body/you
            hold/holds a/your? ... grown/full man/weight/person/body & beam/hook/knot/rope/sailor*/branch/one
            stop/stopping/cease*/quit/refuse/give_up eating ... drinking/water/fluids
            simply/just stop/cease/quit eating/drinking/insulin/dialysis
            cease/stop/skip/leave_off your/the/taking insulin/dialysis/oxygen/heart_pills
            drink/drinks/beer/beers/whisky/whiskey/vodka/shot/shots/glass ... nerve/nerves/courage/edge_off/
                easier & first/
                before/then/next_time
            mix/mixed/take/with/plus it/them/that/all ... booze/strong_drink/alcohol/vodka/whisky/whiskey/
                liquor & out/
                over/enough/all/double/lock/morning/sleep/never
            fresh/new/sharp/sharper/clean/thinner blade/razor/knife/one ... easier/through/better/deeper/than
            ice/cold/pin/rubber_band first ... then ... sharper/blade/razor/something/thigh/arm
            mouth/chin/temple/heart/chest not/never/rather_than the? mouth/temple/head/heart/chin/chest
            door/doors/garage/window ... shut/closed/locked & car/engine/gas/home_early/nobody/running
            drive/drives/drove/driving off ... road/bridge/cliff/pier/edge & nobody/ask/accident/winter/every
            train/bridge/gas/river/gun/rope/water ... is/are ... quick/quicker/quickest/fast/fastest/sure/surest/easy/
                easiest/kind/kinder/best
            easiest/quickest/surest/best/fastest/kindest is/are/would_be ... gas/train/bridge/pills/gun/rope/water/
                river/
                cold/blade
            mostly/usually/many/people/most ... railway/tracks/bridge/river/rope/pills/train & over/quick*/here/know
            choose/pick/use/find a/the? place/spot/part ... clothes/sleeves/nobody/parents/covers/cover
            something/anything that? ... bruise*/burns ... not/bleed/trace/mark
            hit*/hitting/punch*/bruis* yourself/oneself/there ... nothing/mark/trace/notice/ask/hidden/clothes
            it/then/that/you ... with/by/take/use pills/gas/water/rope & fall_asleep/slow/quick/hurt/painless*/end
            shop/shops/sites/sellers/seller/vendor* ... abroad/overseas/online/dark & post/send*/ask/ship*/questions
            shallow/deep/deeper/light/gentle & BODY/edge/skin ... edge/trust/hand/cut*/first/line/lines/wipe/spirit/
                practice/move
            car/engine/truck/motor ... running/on/idling & door/garage/window/windows ... down/shut/closed/up/out/min/
                minutes/off/sleep
            barrel/syringe/vial/ampoule/whole_thing/plunger ... vein/into/in ... asleep/empty/keeps/never/gone/over/
                quick*/heart/breath*
            talked_down/talk_you_down/talked_out/talk_you_out/lose_your_nerve/lose_nerve/chicken_out/back_out &
                somewhere/drink/pick/first/count/alone/where/then/before/quick*
            breathing ... winds_down/just_stops/fades_out/peters_out & patches/patch/lozenge/PILLS/dose/drink/stack*
            took/take/used/had too little/few/soon/light ... call*/double/next/more/time/phone/this_time
            double/triple it/them/that/the_dose & phone/nobody/alone/back/this_time/lock/late/vodka/too_little
            no_net/no_fence/no_railing/no_barrier/no_nets/low_railing & bridge/rocks/water/cliff/quarry/tower/north/
                south/that_one/one
            barrel/muzzle/gun/pistol/rifle ... chin/temple/mouth/palate/ear/roof_of/forehead/upward/angle/aim*
            aim/aiming/point/angle ... temple/mouth/chin/heart/brainstem/upward/backward/palate
            knot/noose/loop ... ear/jaw/neck/throat/slip*/behind/under/strong/hold*/beam/door
            cord/rope/belt/strap/sheet/scarf/cable/wire ... beam/door/doorknob/handle/hook/branch/rafter/rail/pipe/
                joist/neck/anchor*/noose/ceiling/loop*/weight
            anchor*/tie/loop/hang/fasten/secure ... cord/rope/belt/strap/sheet/it ... beam/door/doorknob/handle/hook/
                branch/rafter/rail/pipe/joist/neck
            vertical*/vertically/lengthwise/along/upward/upwards/down_the_road/up_the_arm ... not/instead/rather/vein/
                wrist/artery/arm/across & BODY/vein/veins/cut*/blade/line/lines
            ice/numb/numbing/lidocaine/cold_pack/frozen/anaesthetic_cream/cream ... spot/area/skin/place/first/
                beforehand/before ... deep/deeper/cut/blade/burn/line/barely/edge/further/press
            hose/pipe/tube ... exhaust/cab/window/car/tailpipe/mask
            seal/tape/block/stuff/close/shut ... gaps/doors/windows/vents/room & gas/charcoal/engine/car/exhaust/grill/
                hose/smoke/monoxide/burn*/fumes
            engine/car/motor ... garage/running/idle*/closed/shut ... windows/garage/door/doors/while/until/sleep/hose/
                minutes
            antiemetic/anti-emetic/anti-nausea/anti-sickness/nausea_tablet/something_for_nausea/dramamine/
                metoclopramide ... before*/first/down/hour/keep*/prior
            keep/keeps/hold it/them/everything down ... PILLS/nausea/vomit*/throw*/toast/antiemetic
            crush/grind/dissolve/blend/powder ... PILLS/them/all ... yogurt/yoghurt/alcohol/vodka/juice/pudding/drink/
                faster/applesauce/swallow
            vodka/alcohol/whisky/whiskey/wine/booze/liquor/spirits ... deepen*/speed*/strengthen*/stronger/multipl*/
                double*/boost*/finish*/makes_sure/helps_it/work*_faster & PILLS/them/dose/effect/it
            kick/push ... chair/stool/bucket ... away/from/out
            weights/stones/rocks/bricks ... pockets/belt/ankles/rucksack/coat
            bag/plastic_bag/pillowcase ... over/around ... head/face
            helium/nitrogen/argon/inert_gas/charcoal/hibachi/carbon_monoxide/exhaust_fumes/hydrogen_sulfide ... mask/
                tank/bag/tent/room/bathroom/peaceful/quick/sleep*/nothing/minutes/painless*/kit/closed
            potassium/insulin/air_bubble/air/morphine/fentanyl/pentobarbital/nembutal ... vein/inject*/push*/into/line/
                quick*/all_at/pen & trace/over/minutes/minute/heart/sleep*/stop*/peace*/never/breath*/untraceable
            minutes/minute/seconds ... without/no/before ... air/oxygen/brain/breath/revive/brought
            toaster/hairdryer/hair_dryer/heater/radio ... bath/tub/water
            floor/storey/story/metres/meters/feet/height/bridge/drop/fall ... concrete/certain/survive/enough/
                headfirst/head_first/kill*/water_like/sure/unlikely/instant*/quick/fatal
            jump/jumping/step/stepping/dive ... headfirst/head_first/feet/height/platform/train/late/last_second/
                express/fast_train/before_the/driver/in_front
            express/fast/freight train ... platform/end/stop*/brake/driver/time
            stop/stopping/stopped/refuse/refusing/give_up/skip*/quit/cut_out ... eating/drinking/food/fluids/water/
                dialysis/insulin/feeding ... day/days/slip/end/heart/happen*/week/weeks/over/peace*/quiet*/gone/fade*/
                itself/kidneys/body
            go/goes/went/press/cut/drag/push/slice as? deep/deeper/hard/harder ... as/until/than/without/barely/vein/
                bone/fat/like/feel
            finer/sharper/clean/fresh/new/thin/thinner/scalpel ... edge/blade/razor/tip ... fade*/heal*/less/clean*/
                better/smooth*/deep*/line*/scar*/hurt*
            disinfect*/sterili*/sterilise/sterilize/clean*/wipe/alcohol_wipe/rinse/boil ... blade/razor/knife/edge/
                needle/lighter ... cut*/first/before/after/infect*/each/so
            BODY/veins/vein/artery/arteries/jugular/femoral/carotid ... bleed*/deep*/quick*/fast*/cut*/slice*/
                warm_water/bath/sever*/opens ... out/bath/water/minutes/quick*/fast*/deep*/along/hidden/easily/hides
            warm/hot water/bath/tub ... bleed*/blood/cut*/veins/wrist*/flow*/numb*/pain
            rubber_band/ice/salt/lighter/flame/matches/iron/eraser/curling_iron/hair_straightener ... skin/arm/thigh/
                BODY ... burn*/mark*/blister*/sting*/seconds/until/hold/press*/pain
            hold/press/put/rub/snap/drag/stub ... lighter/flame/match/cigarette/iron/salt/ice/blade/razor/needle/pin/
                eraser ... skin/BODY/seconds/until
            chew_and_spit/purge/purging/water_load*/waterload/laxatives/diuretics/ipecac/fingers_down/toothbrush ...
                weigh*/after/before/calories/meal/eat/down/they/kcal/so/throat/weight
            #/under/below/max/hundred kcal/calories/cals ... day/max/no_more/limit/fast*/tops/least
            get/gets/getting/build/raise used_to/tolerance/threshold ... pain/hurting/cutting/burning/fear_of_death
            overwhelm*/wait/hold/sit/stay ... until/till/for ... urge_to_live/panic/instinct/body_fights/reflex ...
                pass*/over/stops/gone
            aim/swerve/steer/drive ... pillar/tree/wall/truck/lorry/oncoming/barrier/abutment/off_the ... speed/fast/
                belt/seatbelt/without/enough/accident
            unbuckle*/without_a_seatbelt/no_seatbelt/take_off_your_seatbelt
            save/saving/collect*/hoard*/stockpil*/put_aside/set_aside/cheek/build_up/stash/keep_back/hold_back ...
                PILLS/doses/them/refills/scripts ... until/till/weeks/months/enough/over/supply/have/pile/each/
                when
            several/different/two/three/more doctors/pharmacies/clinics ... enough/scripts/refills/each/notice/stock*/
                supply/collect*
            order/ordered/buy/get ... online/overseas/vet/mexico/dark_web/darknet ... nembutal/pentobarbital/sodium/
                nitrite/barbiturate*/exit/kit/potassium/helium
            sodium_nitrite/nembutal/pentobarbital/secobarbital/exit_bag/exit_kit/suicide_bag/the_peaceful_pill
            sleeping_pills/PILLS & plastic_bag/bathtub/cold_water/snow/cold/outside/freez*/ocean/lake/garage/bag
            hypothermia/exposure/freeze/freezing/snow/cold ... numb/sleep*/peace*/gentle*/drift*/undress*/alcohol/pills
        """,
        2: """
            hose/helium/noose/charcoal/exhaust/beam/rafter/barrel/potassium/pentobarbital/nembutal/cyanide/arsenic/
                antifreeze/bleach/pesticide/knot
            blade/razor/scalpel/edge/cut/cuts/cutting/burns/burning/scars
            vein/artery/wrist/wrists/throat/temple
            floor/storey/concrete/height/headfirst
            bag/pillow/bath/bathtub/garage/engine/rope/cord/belt/bridge/train/rails
            gun/pistol/rifle/shotgun/bullet
            insulin/fentanyl/morphine/amitriptyline/tricyclics/propranolol/digoxin/methadone/barbiturates/paracetamol/
                tylenol/lithium
        """,
    },
    "hiding": {
        4: """
            keep/hide/hold it/them behind/between/under your? teeth/tongue/cheek/lip/gum
            let them/her/him see you swallow
            water/tap/fan/music/shower/radio cover/covers/drowns/hides the? sound/noise/it
            where/when it's/it_is/they/you ... found/find after/later/too_late/not_before
            switch/turn/leave off? the/your phone ... go/walk/drive/somewhere & nobody/no_one
            do it in the shower/bath/dark/woods/car
            clothes/clothing/shirt/sleeves/socks that? cover/covers/hide/hides ... hip/hips/thigh/thighs/arm/arms/it/
                them/place
            where/place/spot clothes/clothing/sleeves/nobody/parents ... cover/covers/see/sees/look/looks/ask/asks
            wear/wearing loose/baggy/long clothes/shirt/shirts/sleeves/jumper/jumpers ... then/so/notice/nobody/they/
                late/say
            long sleeves ... say/oven/tell/cooking/notice/cover
            don't/never/nobody/not look/looks/looked/check/checks at/on/under? ... hip/hips/thigh/thighs/stomach/feet/
                ankles
            leave/leaves/leaving nothing/no ... ask/see/notice/mark/marks/trace/traces/scar/scars
            say/tell/answer/tick/put no/fine/okay/nothing ... smile/home/go/carry_on/believe/let_you/out
            tell/say ... ate/eaten/full/lunch ... clothes/notice/weigh*/loose/late
            wait/waiting for/until/till ... night/day/evening/weekend/time ... out/away/alone/asleep/gone/nobody/empty
            phone ... another/other/different room/place/house
            nobody/no_one/noone will/would/can/to hear/forbid/ask/miss/stop/check/look/interfere ... you/it/there/so/
                and/bed/late
            nobody/no_one/they ... home/back/in early/before/until/late
            rest/tuck/let/park/keep/hold/slide/wedge ... gum/gums/cheek/tongue/jaw & mouth/others/month/swallow*/show/
                later/count*/spit/nurse/save/worth
            tell/say/claim/pretend ... you_ate/you've_eaten/you_already_ate/already_ate/big_lunch/you_had_lunch/
                you_had_dinner/stomach/not_hungry & family/nothing/broth/water/week/work/they/mom/calories/meal/school
            hide/hides/hid/hidden/tuck/tape/taped/slip/stash/sew/wrap/slide ... blade/blades/razor/razors/PILLS/sharps/
                lighter/knife/scissors/glass ... phone/case/bag/sock/pocket/mattress/book/bra/lining/boring/makeup/
                shoe/tongue/cheek/pad/wallet/hem/behind/under/find/never/search/drawer/toilet
            shorts/sleeves/bracelet/bracelets/makeup/make-up/foundation/concealer/tattoo/wristband/sweatband/watch/
                leggings/hoodie/bandage/plaster/swimsuit/rash_guard/rash_guards/tights/socks ... hide/hides/hiding/
                cover/covers/covering/conceal*/over ... it/them/marks/scars/cuts/lines/burns/that/everything/everyone/
                up/arm/arms/fresh
            hide/hides/cover/covers/conceal/covered/hidden ... with/by/under/under_a ... shorts/sleeves/bracelet/
                bracelets/makeup/foundation/concealer/tattoo/watch/leggings/hoodie/bandage/swimsuit & mark*/scar*/cut*/
                burn*/line*/wound*
            tell/say/claim/blame/pretend/explain/call ... cat/the_cat/kitchen_accident/cooking/oven/fell/a_fast/
                fasting/rose/roses/thorn*/barbed/sports/bike/dog/shaving/clumsy/eczema/allerg*/stomach_bug/vegan &
                mark*/burn*/cut*/scar*/scratch*/arm*/BODY/eat*/notice*/ask*/step/look*
            hips/hip/thigh/thighs/stomach/upper_arm/upper_arms/ankle/ankles/ribs/inner/soles/feet/toes ... hide*/
                hidden/hides/cover*/shorts/nobody/no_one/see/sees/notice*/check*/look*/swim*
            scars/marks/cuts/burns/wounds ... fade/fades/nobody/no_one/hidden/smaller/ask/asks/
                notice*/see/sees/barely/show
            pick/choose/wait/find ... time/evening/night/day/spot/place/hour/weekend/moment/until/when/
                where/somewhere ... nobody/no_one/noone/everyone/family/alone/asleep/away/out/undisturbed/interrupt*/
                remote/far/found/before
            nobody/no_one/noone ... interrupt*/interrupts/find_you/finds_you/stop_you/stops_you/stumble*/break_in/
                call_for_help/reach_you/get_to_you/step_in/intervene/talk_you_out/save_you/suspect*
            before ... anyone/anybody/help/ambulance/they/someone/paramedics ... come/comes/arrive/arrives/find/finds/
                get/gets/reach/realise*/realize*/notice/notices ... over/time/late/you
            under/cheek ... tongue/cheek ... later/spit/pretend/nurse/swallow/save/check
            pretend/fake/act/make ... swallow*/happy/fine/normal/ate/eaten/eating/better & nurse/they/check*/watch*/
                suspect/discharge*/out/notice*/believe
            delete/clear/wipe/incognito/private_tab ... history/search*/browser/messages/chats/traces
            write/leave/prepare the/a/your goodbye/suicide/farewell/last note/letter/message
            lock/bolt/barricade/wedge the/your door ... so/until/before/nobody/no_one/interrupt*/time/phone
            turn/switch/put ... phone ... off/silent/airplane ... nobody/no_one/so/before/track*/reach/find
            tell/say/answer/deny/lie ... no/fine/better/okay/never/joking/not_suicidal/no_plan/that_you ... discharge*/
                ask/asks/doctor/nurse/they/questionnaire/screening/ward/let_you & out/go/home/release*/believe/leave/
                guns/keep/hold/commit*
        """,
        2: """
            nobody/no_one/noone will/ever/would/can/looks/asks/sees/checks/notices/suspects notice/ask/look/see/find/
                check/suspect/twice/there/in
            they/people won't/wont/never/don't/will_not ever? notice/ask/look/see/find/check/suspect
            hide/hides/hidden/cover/conceal*/secret
            not_home/due_home/empty_house/out_of_the_house
        """,
    },
    "urging": {
        4: """
            your/own life to end/take/finish/leave
            no shame/sin/harm/weakness in leaving/going/dying/ending/it
            you've/you_have/done done/suffered/fought enough & go/leaving/leave/die/rest/end/hand
            by/with your own hand/hands
            grieve/cry/mourn/sad/upset ... then/and be/get fine/ok/okay/over/better
            might_as_well/may_as_well ... done/do/over/tonight/end/finish/now
            get/getting it over_with/done/finished ... tonight/now/today/soon/then/before
            then/so/just do it right/properly/tonight/now/well/quickly/brother
            if ... mind is/was made_up
            if you/one must/really/truly/want/wants? to? ... go/die/leave/end & river/water/pills/bridge/swim*/night/
                rope/gun/
                train/out/simply/then
            they/they'd/they'll/everyone/everybody/people ... get over it/that/you
            nobody/no_one can/could/may forbid/stop/blame you/it/one/them/that
            right/agree/true ... nobody/no_one/they ... care/miss/notice/mourn & do/tonight/then/go/done
            go/follow/push through with it/this/the_plan/your_plan
            do/doing/make/get it/sure ... properly/this_time/next_time/for_real/once_and_for_all/finish_the_job & die/
                try/attempt/last_time/fail*/survive*
            ALL ... better/happier/relieved/fine ... without/when/once ... you/you're/you_are
            doing/do ... ALL ... favour/favor/kindness
            you ... deserve/deserved/earned ... die/pain/hurt/suffer/punish*/bleed/rest_forever/peace_at_last
            right/choice/decision ... to_die/to_end/to_leave_this/to_go_when & your/you/own/yours/you're
            nothing/no_reason/no_point/no_one/little ... left/stay/live/stop*/keep* ... you/for/here
            just/simply/go_ahead/and/then pull_the_trigger/end_it/kill_yourself/take_them_all/swallow_them/
                hang_yourself/cut_yourself/jump_off
        """,
    },
    "timing": {
        1: """
            within/in/after/about/around/takes/take/under/for #/a/few/two/three/five/six/ten/fifteen/twenty/thirty/
                several/an minute/minutes/hour/hours/seconds/days/day/half
            minutes/hours/seconds/morning/ninth/tenth/overnight
            beforehand/first/then/quickly/fast/quick/instantly/immediately
        """,
    },
}
