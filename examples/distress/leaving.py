"""How people prepare to go: what they put in order, give away, write and say to those who stay, and when."""

PHRASES = {
    "affairs": {
        4: """
            playlist/music/song/songs/photo/picture/flowers/speech/poem/list/dress/suit for my funeral/wake/burial/
                grave
        """,
        3: """
            arranged/settled/ordered/sorted/wound_up/concluded/closed/finalised/finalized/tidied ... affairs/matters/
                papers/estate/loose_ends/accounts
            arranged/settled/worked_out/sorted/know/decided ... who ... takes/take/gets/get/has/looks_after/will_have/
                feeds ... cat/dog/cats/dogs/shifts/kids/plants/house/pets
            can/could/may/should/to have/take/keep ... won't/wont/not/no/never/longer need/needing/use/want it/them/
                any/that/this
            wrote/written/write/writing to/for each/all/every of? my/the/our children/kids/sons/daughters/
                grandchildren/family/them
            letters/letter/envelopes/envelope/notes is/are/lie/lies in/on/under the/my safe/drawer/desk/table/box/
                envelope/bible
            arranged/settled/sorted/organised/organized/prepared/planned everything/it_all/all
            everything/it's_all/its_all/all is? taken_care_of/arranged/settled/in_order/prepared/sorted/handled/
                organised/organized/signed
            kids/girls/boys/family/she/he/they/wife/daughter/son have/has/got/gets the/my/our/all/everything money/
                house/savings/deeds/rest/everything/car/accounts
            wrote/written/write/rung/called/visited/paid ... bank/landlord/lawyer/sister/solicitor/notary ... and/to/
                everyone/left/last/envelope/finished
            not picking/answering/responding/replying/returning up/calls/texts/anyone/phone/messages/anybody?
            gave/give/gives/given/giving/gifted/handed/donat*/leaving/left ... ring/guitar/watch/medals/collection/
                jewellery/jewelry/dog/cat/horse/xbox/console/switch/laptop/pet/pets/records/tools/savings/hoodie/bike/
                drums/piano/books/camera/rifle/heirlooms
            rehome*/rehoming/new_home/good_home/someone_to_take/somebody_to_take ... dog/cat/pets/cats/dogs/hamster/
                horse/parrot/fish
            paid off/up everything/all/my/the/debts
            cancel*/cancelled/canceled/closed/closing ... subscriptions/accounts/lease/contracts/everything/
                appointments/phone
            sold/selling/sorted/clear*/cleaned/cleaning/emptied/packed/boxed/tidied/tidying/labelled/labeled/deleted/
                deleting/wiped/burned/shredded ... everything/things/stuff/room/house/apartment/desk/locker/photos/
                accounts/diaries/journals/garage/closet/belongings/clothes/wardrobe/pictures/messages
            funeral/burial/cremation/cremated/headstone/gravestone/obituary/eulogy/ashes/coffin/urn/casket ... my/
                mine/music/song/songs/picked/planned/paid/wrote/written/chose/chosen/arranged/prices
            my own? funeral/burial/cremation/headstone/obituary/eulogy/ashes/coffin/grave/urn
            affairs/paperwork/papers/documents/everything/house ... in_order/sorted/arranged/settled/ready/
                squared_away
            pension/estate/inheritance/beneficiary/beneficiaries/guardian/godparents/custody ... kids/girls/boys/
                changed/updated/signed/if/when/take
            signed/transferred/put ... over/in/into ... name/house/car/account/accounts
        """,
        2: """
            paid/prepaid/paying/covered ... rent/bills/mortgage/bill ... till/until/ahead/through/for/so
            will/note/dog/funeral/papers/money/letters & taken_care_of/arranged/sorted/in_order/settled
            passwords/password/pin/pins/codes/deed/deeds/titles/policy/will/keys/documents/papers/accounts/
                policies ... has/now/blue/folder/drawer/safe/envelope/know/knows/know_where/desk/fridge/table/written/
                taped/binder/list
            my/a/the will/testament/last_will ... wrote/written/writing/changed/updated/signed/made/finished/redo*
            wrote/written/writing/made/rewrote/signed/updated/redid/changed my/a/our will/testament
            so/that ... she/he/they/nobody/no_one/girls/boys/kids/mom/mum/wife/husband ... won't/wont/doesn't/don't/
                wouldn't/never have_to/be/get/need/hunt/find
            will_be/be/they'd_be/are/gets ... taken_care_of/provided_for/looked_after/debt_free/alright/set_up/sorted/
                set_for_life
            labelled/labeled/boxed/sticky_notes/post-its/instructions/list/binder ... everything/for_them/for_her/
                for_him/each/who_gets/names
            who ... gets/should_get/will_have/inherits/take/takes ... what/my/the/kids/dog/cat
            bird_feeder/garden/plants/library_books/fridge ... stopped/return*/empt*/no_sense/won't
        """,
    },
    "farewell": {
        4: """
            said/say/saying bye/goodbye/goodbyes/farewell ... in/inside ur/my/your/his/her? head/mind/heart
            pic/picture/photo/face/portrait ... wall/candles/candle/memorial/mural/vigil/shirt/program/programme & i/
                me/my/if/nobody/nobdy/care
            nobody/no_one/you/nobody_else/none could_have/could've/coulda/could_of done/do ... more/anything/better/
                differently/different & last/thank*/tried/trying/final/please/goodbye
            last/final session/appointment/visit/call/lesson/shift ... and/so & thank*/forgive/tell/kind/sorry &
                tried/trying/done_more/could_have/always_kind/nobody/fault/helped_me/hard
            how_long/how_soon/how_many_days ... before/until/till/for/take ... anyone/anybody/someone/somebody/people/
                they ... notice/noticed/find/found/realise/realize/miss/look/come
            how_long/how_soon ... take ... anyone/anybody/someone/somebody/people ... notice/find/realise/realize/miss
            post/posts/posted/posting/texts/texted/messages/messaged ... goodbye/bye/sorry/farewell/forgive ... not/
                won't/wont/doesn't/isn't/never/stopped pick/picking/answer/answering/respond/reply/call/calling
            last time i/you/we'll/we/you'll write/text/talk/message/see/speak/call/hear
            last/final time i ... write/text/post/message u/you/here
            wrote/drew/written/draws/drawn/writes/poem/drawing/essay/notebook/diary/journal & hanging/noose/dying/
                grave/suicide/killing_himself/killing_herself/coffin/dead_body/ways_to_die/goodbye_note & student/son/
                daughter/he/she/kid/pupil/boy/girl/brother/sister/niece/nephew/roommate
            deleted/deleting/erased/burned/shredded/wiped/threw_out ... photos/pictures/diaries/messages/accounts/
                socials/letters & easier/after/them/when/gone/so/nobody
            last/final msg/msgs/message/text/post/call/voicemail
            not_to/don't/dont/do_not/never look_for/search_for/come_looking/come_after/go_looking/try_to_find/follow/
                cry_for/wait_up_for/be_sad_for/call_the_police me/him/her/us/them
            posted/posts/post/story/bio/status/tweeted/texted/wrote/messaged/says/caption ... love_u/love_you/
                dont_cry/don't_cry/sorry/bye/forgive/goodbye/forgive_me/take_care/see_you/miss_me/i_tried ...
                not_picking/not_answering/all/everyone/everybody/dont_cry/don't_cry/straight_to_voicemail/
                won't_answer/gone/read
            thank/thanks/thanked ... being my/a/the ... friend/mom/mum/best/only/rock & crying/4am/3am/night/not_to/
                look_for/never/last/goodbye/everything
            dog/cat/kids/pets/boy/girl/daughter/son/him/her ... going_to_live/will_live/live_with/stay_with/go_to/
                be_with ... soon/now/after/when_i
            letter/letters/note/notes/video/videos/voicemail/recording/message/messages/cards ... for/to ... parents/
                mom/mum/kids/wife/husband/family/daughter/son/everyone/girls/boys/them/each_of ... find/after/when/
                gone/open/read/birthday/birthdays/later/goodbye/wedding
            word/write/writing/draft/phrase/help/compose/finish* ... goodbye/farewell/suicide/final/last note/letter/
                message/text/email
            wrote/written/writing/recorded/recording/left/leaving/drafted/typed ... goodbye/farewell/final/last/
                suicide ... letter/letters/note/notes/message/messages/video/text/email/words/post
            tell/let ... KIN ... i/it/that/not ... love/loved/sorry/fault/proud/tried/goodbye/forgive ... if/when/
                after/tonight/always/wasn't/gone
            if ... tonight/anything/something/i ... wrong/happens/happen/don't_make_it/don't_come_back/not_here/
                gone ... tell/take/look_after/know/sorry/dog/kids/make_sure
            tell/let my/her/him/them/KIN ... wasn't/was_not/isn't/not ... fault
            NOT ... blame/fault/your_fault/anyone's_fault/anybody's_fault/blame_yourself ... when/after/gone/if/
                please/nothing/could/have/did/love
            remember me/him/her as/the_way/fondly/how_i/how_he/how_she/kindly
            forget ... me/about_me ... please/soon/after/everyone/they'll/better
            this/it is/is_my goodbye/farewell/the_end/my_last/it_for_me/where_i_get_off/where_it_ends
            goodbye/goodbyes/bye/farewell/adios ... everyone/all/world/friends/forever/cruel/already/been_said/
                said_my/in_my_head/kids/family
            said/saying/say/sent/sending/texted/posted/called/rang/visited/hugged/kissed ... goodbye/goodbyes/
                farewell/sorry_for_everything/love_you_all/last_time/one_last/one_more_time/take_care_of_them/
                see_you_on_the_other_side
            hugged/kissed/visited/called/rang/phoned/met ... everyone/each/all/every_one/them/old_friends/mom/mum/
                kids ... last/one_last/final/longer_than/knowing/goodbye/without_telling
            thank/thanks/thx ... for everything/trying/all/being ... but/i'm/im/done/goodbye/closing/can't/won't/over/
                last/bye/love
            see_you/see_u/meet_you/meet_u/catch_you/cya on/in/at the? other_side/next_life/another_life/afterlife/
                heaven/hell/valhalla
            next_life/another_life/other_life/afterlife/better_place/till_valhalla/until_valhalla/fiddler's_green ...
                maybe/see/soon/better/will/going/meet/i
        """,
        3: """
            me_to/you_to/can_you/could_you/would_you/will_you/please/somebody/someone/asked/told/who/you ... keep/
                take/have/mind/look_after/raise/feed my/his/her/the dog/cat/kids/pets/rifle/medals/guitar/things/
                stuff/ring/truck/records
            forgive me/us
            sorry for/about everything/it_all/all_this/what_i/all_the_trouble/being/this
            love/loved ... all/you/them/always/everyone ... goodbye/never/remember/sorry/please/know
            last/final words/letter/note/message/text/post/email/wish/wishes/will
            letter/letters/note/notes/envelope/envelopes ... each/kids/desk/drawer/pillow/table/wife/mom/mum/parents/
                girls/boys/when
            nothing/not_anything ... anyone/anybody/you/they/nobody ... could/did/can/say ... done/have/say/wrong/
                change
            not/wasn't/isn't/nobody's/no_one's/nobodys ... fault
            goodbye/goodbyes/farewell/farewells
        """,
    },
    "plan": {
        3: """
            rehears*/rehearsed/practised/practiced/gone_over/going_over/played it/this/everything in my/his/her head/
                mind
            count/counted/counting ... bottle/box/strip/pack/packet & left/enough/number
            have/has/got/a/the? date/day/place/way/method in mind
            phone/mobile/cell is/was/goes/went off/dead/unreachable
            tonight/today/tomorrow/sunday/this/friday/saturday is/will_be the night/day/end/one
            won't/wont/never/not/can't find me/us
        """,
        4: """
            hides/hid/hidden/hiding/locks/locked/took/takes/removed/keeps ... knives/knife/guns/gun/rifle/pills/
                razors/belts/shells/bullets/meds/scissors ... from me/him/her
            wait*/until/when/after/once ... kids/wife/husband/mom/mum/dad/they/roommate/girls/boys/everyone ... camp/
                away/asleep/school/out/gone/bed ... nobody/no_one/noone/has_to_see/have_to_see/will_find/find_me
            switzerland/zurich/dignitas & one-way/one_way/apply/qualify/assisted/ticket
            hurt/hurts/pain/painful/long/feel ... when/to/if/does you/it/i/one? bleed_out/drown/hang/suffocate/starve/
                overdose/die
            how many/much PILLS/it/them ... before/until/till i/you/one ... stop/die/sleep_forever/don't_wake/never/
                gone
            how/where/way ... do/done/doing it so/without ... mess/find/finds/finding/kids/clean/trauma*/blood/
                roommate
            finish/finishing/complete/end what/the_thing i/he/she started/began/tried/attempted/couldn't
            nobody/no_one/noone/they/he/she/anyone would/will/could/can/'d/wouldn't/won't ... find/finds me/
                my_body ... before/until/till/for/by/in_time/monday/morning
            look*/looking/search*/googl*/googling/reading/read/research* ... painless/lethal/methods/ways_to_go/
                ways_to_die/ways_out
            know/knows/learned/learnt how ... do_it/make_sure/finish_it/end_it/go_about_it/make_it_quick/
                make_it_count ... so/and/undone/nobody/reversed/properly/right/without/quick*
            do/doing/did ... maths/math/calculations/calculation & beam/ceiling/bridge/pills/height/rope/floors/dose/
                weight/body/lethal
            dose/amount/combination & peaceful/painless/last/final/forever/lethal/fatal/never_wake/stop_my/no_return
            guess*/guessed/found/figured_out/cracked/know/stole/copied/learned ... code/key/combination ... safe/gun/
                cabinet/lockbox/med_box/locker
            safe/gun/cabinet/lockbox & guess*/guessed/code/cracked/key & locked/wife/husband/he/she/they/knows/i
            make/made/making/look/looks ... it/this ... look/like an/like_an accident/natural
            how_long/how_fast/how_quick/how_much/how_many/how_high/how_deep ... takes/take/would/does/until/before/
                is & carbon_monoxide/bleed_out/drown/suffocate/starve/hypothermia/hanging/lethal/fatal/kill_you/
                kill_me/kill_a/to_die/die_from/od
            research*/researching/researched/googled/googling/looked_up/reading_about/searched/watching ...
                carbon_monoxide/hanging/overdose*/lethal/poison*/helium/nitrogen/exit_bag/drowning/bleeding_out/
                suicid*/jump*/train_schedules/tides/methods
            exit/escape/way_out plan/strategy/bag
            tell/told/telling/let someone/somebody/anyone/you know & note/will/done/ready/arranged/plan/goodbye
            picked/chosen/chose/set/have/got/know/circled/marked/found/decided_on/settled_on/booked ... date/day/spot/
                place/tree/bridge/beam/room/hotel/motel/calendar ... to_do_it/to_die/for_it/end/last/and_how/and_time/
                note/goodbye/it_will_be/where_no_one/where_nobody/quiet
            have/got/made/making/has/had/worked_out/working_on ... exit/final/backup/escape/way_out/suicide plan/
                strategy/date
            plan/planned/planning/mapped/rehears*/practised/practiced/practis*/research*/looked_up/googled/searched/
                read_up ... how_to_die/methods/ways_to_die/painless/end_it/end_my/my_death/my_exit/overdose/lethal/
                tie/knot/noose/hanging/my_funeral/die/ways_to_go
            way/ways/plan/how ... do/doing/make/end it/this ... tonight/tomorrow/when/planned/ready/weekend/alone/
                without_anyone
            hotel/motel/cabin/woods/forest/beach ... alone/one_way/nobody/no_one/find/found/not_coming_back/pills/
                never
            one_way ticket/trip/drive
            do/doing/done/try/trying/attempt* ... it/again/something ... when/once/while/before/as_soon_as ... asleep/
                alone/at_work/out/home/gone/leaves/anyone/moved
            attempt/attempted/attempts/tried ... again/last_week/last_night/yesterday/this_morning/last_month/tonight/
                on_my_life/and_failed/didn't_work/couldn't/survived/my_life
            next/this time/one/try ... won't/wont/not/will ... fail/miss/survive/mess/work/find/stop/succeed/properly/
                right/tell
            plan/date/method/means and/n a/the/my plan/date/method/means/time/place/note/way
            a/the plan and/n a/the date/method/place/time/note
            have/got ... a_plan/a_date/the_means/a_method ... to/for/and/ready/set/that ... go/die/end/it/myself/date/
                when/how
            do/get/finish it/the_job right/properly this/next time
            if ... doesn't/dont/don't/does_not/not ... work/help/fix/change ... i'm_done/im_done/i'm_out/that's_it/
                thats_it/it's_over/its_over/ending/end_it/last/no_plan_b/gone/checking_out/i_go/i'll_go
            everything/all ... ready/prepared/in_place/arranged/set_up/bought ... for_it/now/tonight/just/only/need/
                waiting
        """,
        2: """
            just/only/sometimes/often/lately/keep/evenings to? look/looking/stare/staring/sit/sitting/stand/standing/
                touch/visit/hold ... it/them/there
            relief/relieved/calm/peaceful/at_peace/serene/lighter/happy ... finally/since/now/never_known/not_known/
                decided/date
            wanted/want/wanting/needed someone/somebody/you/anyone to know
            tonight/tomorrow/this_weekend/on_sunday/on_friday/after_the_holidays/when_the_house ... it/do/when/ready/
                done
            ready/prepared/all_set
            plan/plans/planned ... it/this/how/where/when/b/out
            alone ... this_weekend/tonight/house/all_week
            wait/waiting until/till/for they/everyone/he/she/the_house/my
            methods/painless/googling
            ways ... out/go/die/painless/do_it/leave/end
            seen_to_it/taken_care_of_it/it's_arranged/all_arranged
        """,
    },
}
