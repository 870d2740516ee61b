"""How people say that they wish not to be: passively, without a future, as a burden, in slang, in learnt English."""

PHRASES = {
    "passive": {
        4: """
            care/cares/caring if/whether/wether i/he/she/they live/lives/die/dies/wake/wakes/exist/exists/survive & NOT
            no/little/any/without ... point/sense/meaning/purpose/value ... life/living/existence/existing/world
            verge/brink/edge/point of just? giving_up/ending/letting_go/breaking/quitting_life/not_going_on
            can't/cannot/cant/couldn't/not/don't ... fight/face/do/battle/survive/take/endure/live/stand/carry ... one_more/another day/round/night/morning/week/hour/year/winter/minute
            ran/run/running/all out of reasons/fight/hope/road/rope/tomorrows/excuses_to_stay/reasons_to
            would_have/would've/woulda/wouldve done it/this already/by_now/long_ago/years_ago/ages_ago/sooner
            if i had the energy/courage/guts/means/nerve/strength/gun/pills/balls
            i'd/id/i_would ... already/have ... gone/done_it/dead/if_i_had/ended
            if i disappear*/vanish*/go_missing/stop_existing/unalive/wasn't_here_tomorrow/never_came_back/don't_wake_up/dont_wake_up
            become/be/another/just/almost a? statistic/headline/memory/missing_poster/hashtag/number/cautionary_tale
            not/isn't/aren't ... enough ... keep/hold me/you/us/someone/a_person here/alive/going/from
            being/tired/sick of? a? person/human/alive/conscious/me & tired/sick/done/over_it/exhausted/not
            funeral/grave/obituary/coffin/wake & nobody/no_one/empty/mine/who_would/imagine/picture*/mind/my_own/think*/dream*/wonder
            depression/illness/darkness/demons/brain/disease/monster/black_dog & winning/wins/won/beating/eating/letting_it/let_it/let_him & me/i'm/my/tired/letting
            ready/time/can't_wait/cant_wait/want/wanting ... see/join/meet/be_with ... wife/husband/mother/father/mom/dad/son/daughter/brother/sister/buddies/friends/him/her ... again/years/other_side/died/passed/heaven/finally
            want*/wants/wanted/ready ... go_be_with/be_with/go_to/join dad/mom/mum/husband/wife/him/her/grandpa/grandma/mother/father & stopped/soon/heaven/died/passed/not/pills/medicine/gone
            ending/end ... same ... point/why/use/anyway
            didn't/don't/never/not/wouldn't/didnt/dont wake/wakeup/waking ... up/from & okay/ok/fine/glad/relieved/relief/happy/happier/mind/blessing/prayer/hope/hoping/good/perfect/great/win
            everything/it/lights/world/screen ... go/goes/going/went/be dark/black/blank/silent/quiet & stay/forever/want/for_good/wish/just
            stopped/quit/beyond/past/done ... caring/care ... whether/if/about & alive/live/living/wake/survive/happens_to_me/make_it
            only/one/single thing/reason/person ... still/here/alive/around/breathing/not_dead/haven't/havent
            already/basically/technically/practically dead/a_ghost/gone/a_corpse/buried
            ghost/corpse/dead & make_it_official/already/might_as_well
            hope*/hoping/wish*/pray*/wait*/waiting for the? worst/end/accident/something_to_kill/heart_attack/big_one/stroke
            don't/dont/do_not/not want/wanna ... die/be_dead ... but ... live/alive/be_here/exist/keep_going
            ALL/nobody/no_one/noone/who ... would/will/wud/'d/'ll ... notice/miss/care/cry ... days/weeks/me/i/gone/if/happened
            just/simply stop/pause ... existing/being/living/life
            not/never/don't/wasn't/weren't/isn't/no_longer ... built/made/meant/cut_out/fit/designed/wired/equipped ... for_this/for_life/for_living/to_live/to_be_here/to_last/for_earth/for_the_world
            looks_like/look_like/feels_like/seems_like/sounds_like/looks ... an_answer/the_answer/a_way_out/an_exit/an_invitation/the_solution/a_solution/mercy/a_door/the_door/permission/the_only_way & headlights/train/trains/water/river/bridge/truck/trucks/pills/gun/night/edge/i/me/death/rope
            hope/hoping/wish/wishing/pray/praying/want ... mess*_up/messes_up/mess_up/goes_wrong/go_wrong/too_much/overdo/mistake/slip_up/fatal/stops/botch & anesthesia/anaesthesia/surgery/operation/dose/doctor/they/machine/anesthetic
            put_down/put_to_sleep/put_me_down/put_me_to_sleep/spared/shot/euthan*/mercy_killing/put_out_of ... like/this/me/my_misery/misery/by_now/long_ago & me/i/dog/animal/horse/vet/kinder
            dog/dogs/animal/horse/pet ... would_be/would_have_been/get_to_be put_down/put_to_sleep/spared/shot
            euthanasia/assisted_dying/assisted_suicide/dignitas/assisted_death/medically_assisted & me/my/i/qualify/apply/sign_up/want/how
            selfish/sin/sinful/unforgivable/cowardly/wrong ... to_go/to_leave/to_do_it/to_end/to_give_up/to_stop_living/to_want_out/to_not_want ... before/my/kids/mother/life/this/it/be/them
            god/heaven/hell/church ... forgive/go_to/allow*/punish/accept/understand ... if_i/someone_who/for_doing/do_it/end/suicide/take/took/kill*/leaving
            not/no_longer/don't/never/isn't scared/afraid/frightened/fear ... dying/death/to_die/the_end/being_dead/ending_it
            brb/goodnight/gn/sleep/nap/offline/gone ... forever/4ever/for_good/eternally/permanently
            without_me ... in_it/around/here/there/to/dragging/at_the_table
            imagine/imagining/picture/picturing/see/dream*/dreaming/think*/thinking ... without_me/my_empty/me_gone/me_not/my_funeral/my_grave/my_absence/my_coffin
            know/knew/knows ... which/how/where/what/exactly ... would_do_it/do_the_job/would_work/it_would_take/to_aim/to_cut/vial/i'd_do_it/i_would_do_it/id_do_it
            want/wants/wanted/asks/asked/begs/ask ... be_with/go_to/see/join/live_with ... grandpa/grandma/daddy/mommy/mummy/nana/papa/jesus/heaven/angels ... ground/heaven/sky/dead/now/died/grave/up_there/cemetery
            speaks/talks/talking/spoke/talk/obsessed ... of/about following/joining/going_to/being_with/ending/leaving_us/the_other_side/not_being/her_own_death/his_own_death
            ready/rather/want/time/need ... be_done/tap_out/bow_out/check_out/opt_out/get_off_this_ride/leave_the_party/be_free_of_this_body/stop_being/stop_the_clock
            if ... bus/car/truck/lorry/train/lightning/plane/heart/cancer/tumor/illness/meteor ... hit/took/take/takes/hits/crashed/stopped/killed/flattened ... not/wouldn't/wouldnt/fine/ok/okay/relief/relieved/glad/happy/thank/shrug
            wouldn't/wouldnt/wont/won't/dont/don't ... mad/mind/care/fight/scream/stop/argue/complain/sad/upset/bothered ... if ... die/died/hit/stopped/crashed/wake/woke/ended/collapsed/crash/killed
            NOT care if/whether/wether ... i ... live/die/wake/alive/survive/here/exist/breathing
            NOT really? care ... whether/if ... live_or_die/wake_up_or_not/survive
            indifferent/dont_mind ... living/dying/being_alive/live_or_die
            little/no/any/scarcely/hardly/what_is_the/what's_the purpose/point/use/reason/sense/meaning ... continuing/going_on/carrying_on/living/life/being_here/remaining/hanging_on/staying/existing/sticking_around/persist*
            think*/thinking/thoughts/thought/obsess*/dream*/fixated ... death/dying/dead/not_existing/being_gone ... constant*/constantly/all_the_time/every/always/nonstop/all_day/a_lot/peace*/comfort*/more_and_more
            how_i'd/how_i_would/how_id/where_i'd/when_i'd/way_i'd ... do_it/do_that/go_about_it/end_it/go_out/die
            deserve/worthy ... to_live/to_be_alive/to_exist/to_be_here/to_breathe & NOT
            god/lord/allah/jesus/heaven/lord's/krishna/gott ... take/takes/took/call/calls/fetch ... me/me_home
            take me ... in_my_sleep/away_from_here/already/instead/too
            sleep/rest/asleep ... forever/for_good/for_ever/and_stay/and_not/and_never/without_waking/until_it_is_over/permanently/eternal*
            never/not/don't/doesn't/without ... open/opening my/the eyes again/anymore/any_more
            hope/hoping/wish/wishing/pray/praying ... not/don't/doesn't/never/wouldn't/won't ... wake/make_it/come_back/come_out/survive/recover/get_better/morning/come_round
            hope/hoping/wish/wishing/pray/praying/want/wanted ... it/this/that/biopsy/scan/tumor/tumour/lump ... is/be/was malignant/terminal/fatal/cancer/the_bad_kind
            disappointed/annoyed/angry/sad/cry/upset/sorry/gutted ... woke/wake/waking ... up/again/this_morning
            wake/woke/waking up ... disappointed/angry/sad/cry/furious/annoyed/sorry ... still/i/again
            disappointed/angry/sad ... i'm/im/i_am still here/alive/breathing
            each/every morning/day/night ... disappointed/wish_i_hadn't/sorry_i_woke
            shouldn't/shouldnt/should_not/wasn't/wasnt/never ... be_here/exist/be_alive/have_been_born/supposed_to_be_here/meant_to_be_here/supposed_to_live/meant_to_live/supposed_to_survive/have_survived
            should_have/should've/wish/shoulda ... died/been_me/aborted/drowned/not_survived/bled_out/miscarried/left_me_there/let_me_go/let_me_die
            should_have/should've been me
            the_wrong one/person/brother/sister/twin died
            easier/better/nicer/simpler/kinder ... to_be/being/if_i_were/if_i_was ... dead/gone/nothing/not_here/ashes/unborn
            rather/prefer/sooner ... dead/not_exist/not_be_here/be_nothing/the_grave/six_feet_under
            six_feet_under/pushing_daisies/pushing_up_daisies/in_the_ground/in_a_box/in_my_grave/in_the_grave/in_an_urn
            tired/sick/weary/done/exhausted/fed_up ... of/with/from ... being/living/existing/alive/existence/breathing/life/waking_up/this_body/the_fight
            stop/stopped/stops/quit/cease/ceasing ... existing/breathing/being_alive/living/waking_up/beating
            heart ... would/could/to ... just? stop/give_out/quit/pack_in
            go/gone/going/slip/slipping/fade/fading/melt/drift ... away ... forever/for_good/quietly/and_nobody/and_no_one/in_my_sleep/without_anyone
            erase/delete/uninstall/unplug/remove/unmake/unexist ... myself/urself/yourself/my_existence/me_from/my_life
            press/push/hit/found ... off/stop/exit/delete/eject switch/button ... on/for ... me/myself/life
            off_switch/exit_button/eject_button/escape_hatch/way_off_this_planet/off_this_planet/off_this_ride
            make/making the/it/my pain/noise/thoughts ... stop/end ... for_good/forever/permanently/once_and_for_all
            not/don't/can't/cannot/won't ... be/stay/remain/live ... alive/living/in_this_world/on_this_earth/in_this_body
            life ... not/isn't/isnt/no_longer ... worth/for_me/livable/want_it
            nobody/no_one/noone ... would/will/wud ... notice/care/miss/cry/blink/come ... if/when ... i
            nothing/no_one/nobody/noone ... keep*/hold*/tie*/ties ... me ... here/alive/to_this_world/on_this_earth
            only thing/reason/thread/person ... stop*/stopping/keeps/keeping/kept/holds/holding/saves/saving/between ... me/i
            only/just ... alive/here/breathing/living/holding_on ... because/for/for_the_sake/so_that/until
            wait*/waiting/hold*/holding/staying/hang*/hanging on? ... until/till ... mom/mum/mother/dog/cat/parents/dad/father/grandma/he/she/kids ... dies/passes/is_gone/goes/are_gone/grown/are_grown/dead/passed/moved_out
            after/once/when my? mom/mum/mother/dog/cat/parents/dad/father/grandma/gran ... dies/passes/is_gone ... i_can/i'll/i_will/nothing
            too scared/chicken/cowardly/weak/afraid/coward/gutless ... to_do_it/go_through/to_jump/to_pull/to_actually/to_end
            coward/chicken/wimp ... side/railing/jump/pull/trigger/through_with/do_it/finish
            courage/guts/nerve/balls/bravery/strength/brave_enough/strong_enough ... do_it/go_through/jump/pull_the/end_it/finish_it/end_things/let_go/leave_this
            wish/wished/wishing ... not/never/hadn't/wasn't/weren't ... exist/born/here/alive/woken/survived/been_found/been_saved
            wish/wished they/he/she/you/the_paramedics/the_doctors/nobody/no_one/someone ... not/hadn't/had_let/had_left/let_me/never ... found/saved/revived/resuscitated/go/brought_me_back/stopped_me/die
            do_not_resuscitate/dnr ... i'm_only/tattoo/at_my_age/young/twenties
            no/not/don't/without ... intention/plan/reason/desire/wish/energy/will ... be_around/grow_old/get_old/stay/continue/carry_on/be_alive/live/see_it/wake_up
            life/living/existing ... is/feels/became ... punishment/torture/prison/sentence/a_chore/hell
            have/got nothing/no_one/nobody/little left/more to_live/to_stay/to_lose/for_me/to_wait
            same/equal/either_way ... live_or_die/alive_or_dead
            ready ... die/go_home_to/meet_my_maker/meet_god/for_the_end/be_with_god/leave_this
            death ... only/sounds/seems/would/friend/comfort*/answer/welcome/mercy/relief/calls/calling/kinder/sweet
            long/longing/yearn/crave/aching/ache for ... death/the_end/nothingness/oblivion/eternal*/the_grave
            want/wanna/wish/need/ready/crave ... nothingness/oblivion/the_void/eternal_sleep/endless_sleep/eternal_rest/permanent_sleep/to_not_be/nonexistence/not_be_anymore
            how long ... have_to/must/do_i/need_to/until_i ... keep_living/be_here/stay_alive/keep_doing_this/keep_breathing/suffer
        """,
        3: """
            under/hole/k-hole/anesthesia/anaesthetic/infusion/session/trip/dose ... stay/forever/keep_me/not_come/never_come/not_return/never_return/don't_wake/not_wake
            not/never/don't/won't ... come/coming/return*/bring/brought ... back ... from_it/from_the/from_that/this_time/to_this/out
            stay/remain/leave_me/keep_me ... under/in_the_hole/there_forever/in_there
            stop/end/quit ... being/existing
            whatever happens happens
            nature ... take/takes/its course/run_its
            see/seeing/sees ... my/the future/next_year/myself_at/myself_old/myself_growing
            wouldn't/not/won't ... be ... bad_thing/worst_thing/such_a_bad/the_end_of_the_world ... if
            how_long/what_for/why_bother ... live/living/life/wake/going_on/existing
            why_am_i/why_are_we/why_i'm/why_im/why_i_am ... still/even? here/alive/trying/breathing/bothering
            empty/numb/hollow/dead/grey/gray ... inside/shell/zombie
            life/living/existence ... no/without/lost/not_have/doesn't/empty ... meaning/sense/purpose/point/colour/color/joy/value
        """,
    },
    "no_future": {
        4: """
            after tonight/today/tomorrow/this_week/this_weekend/sunday/monday/friday/saturday/christmas ... nobody/no_one/won't/no_more/never/not/don't/none/you'll
            expiration/expiry/sell-by/best-before & mine/my/i/sooner/have/passed
            then/after_that/and_then/afterwards/then_i'm/then_im i'm/im/i_am/i/done/finished ... finished/done/ready/gone/free/out/leave/can_go/am_free/can_rest
            if ... fails/fail/failed/doesn't/isn't/won't/not/didnt/dont ... decided/i'm_done/im_done/at_peace/that's_it/nothing_left/last/no_more/stop_trying/exit/out
            NOT ... plan*/planning/intend*/expect*/bother*/gonna/going_to/around_to/alive_to/here_to ... see/seeing/reach/make_it/make/making/live_to/turn/turning/be_here_for/be_around/celebrat* ... SOON/old
            NOT ... be/live/stay/around/last/exist ... long_enough/that_long/long_anyway/much_longer/to_see/to_finish/to_use/to_wear/to_enjoy/to_regret/to_read_it/to_spend/to_need/to_find_out/to_worry
            NOT ... be/live/stay ... here/around/alive ... SOON/then/anyway/anyways/for_it/for_that/by_then/when/to
            NOT ... need/needing/use/want ... where/anymore/any_more/after/once ... i'm_going/im_going/i_am_going/i'll_be/i'm_headed/im_gone/i'm_gone/i_go
            where_i'm_going/where_im_going/where_i_am_going/where_i'm_headed ... no/don't/won't/not/there
            stopped/quit/no_sense/no_point/no_use/why/pointless/useless/not_bothering/silly/waste ... buy*/plan*/start*/planning/renew*/mak*/book*/pay*/fix*/refill*/finish*/order*/studying/saving/plant* ... not_be/won't_be/wont_be/isn't_going_to_be/gone/not_gonna/never_see/not_see/around_to/here_to/be_here/be_around
            NOT ... see/picture/imagine/have ... myself ... SOON/future/older/old/next/alive/grown/past
            NOT ... make/making/made it ... through_the_night/to_the_weekend/past_the/to_my_birthday/much_longer/to_18/to_30/another_night/till_tomorrow/til_tomorrow/alive/another_week/another_year
            NOT ... have to worry/bother/deal/put_up/think/care ... about_me/with_me/for_me ... anymore/any_more/soon/after/much_longer/longer
            you_won't/you_wont/you'll_never/won't_be_seeing/this_is_the_last/last_you'll/last_time_you ... see/hear/me ... again/from_me/anymore/of_me
            last/final christmas/birthday/summer/winter/sunrise/sunset/supper/night/meal/cigarette/holiday/hug/day/weekend ... on_earth/on_this/alive/here/ever/with_them/i'll_see/i'll_have/i_get/for_me
            i/i'll/i'd/me ... be/will_be/am ... dead/gone/ashes/buried/history/a_memory/just_a_memory/a_ghost ... by/before/soon/anyway/anyways/in_a/then/when/tomorrow
            when/once/after ... i'm/im/i_am/i've ... gone/dead/not_here/no_longer_here/left_this/out_of_the_way/out_of_the_picture/in_the_ground
            out_of_the_picture/out_of_the_way/out_of_their_lives/out_of_everyone's ... for_good/forever/permanently/happier/better/once/finally
            no/any/a tomorrow ... for_me/to_wake/to_face/anyway/coming/i
            tomorrow ... not/won't/isn't/doesn't ... come/exist/happen/my_problem/matter/need_me
        """,
        3: """
            here/around/alive to finish/see/use/wear/enjoy/need/read/pay/regret
            last/final card/hope/chance/resort/shot/option/try/straw/attempt/thread
            end of/to the? line/road/story/journey/tunnel/book
            clos*/closing/shut/end/finish* ... the book/curtain/curtains/chapter/account
            time/time's/my_time ... is_up/is_over/has_come/running_out/run_out/ran_out
            had/lived/living/have ... a_good_run/good_innings/long_enough/too_long/my_time/enough_years/my_share/a_good_life
            outlived/overstayed my/her/his use*/usefulness/welcome/purpose/time
            checked/check/checking/clock/clocking/tap/tapping/bow/bowing/opt/opting out
            no/any future/tomorrow/way_out/exit/way_forward
            nothing/not_much/little ... left/ahead/coming/waiting ... for/of me
            last_time/one_last/final_time/one_final
            won't/wont/not/never ... be_able_to/be_there ... after/tomorrow/next
            soon/not_long_now/any_day_now/shortly ... over/free/gone/together/peace/with_him/with_her/rest/quiet/done/wait
            bucket_list/goodbye_tour/farewell_tour/last_tour
            expiry/expiration/sell-by/end_date/deadline ... date/myself/my_life/for_me/set
        """,
    },
    "burden": {
        4: """
            better with/off_with another/someone_else/a_different/a_real/anyone_else/a_proper/other mom/mum/mother/dad/father/parent/wife/husband/family/woman/man/people/parents?
            no_good/bad/poison/toxic/useless/worthless ... for/to everyone/anyone/her/him/them/anybody/my_kids/the_kids/everybody
            easier/better/simpler/happier/lighter/cheaper ... for ... ALL ... if/when/once ... i/me ... quietly/went/left/wasn't/weren't/never/away/sleep/stop*/died/gone
            distanc*/distancing/push*/pushed/pushing/cut/cutting/ghosted/ghosting/isolat* ... off/away/everyone/contact/people/myself/friends & hurt*_less/hurts_less/miss_me/easier/less/when_i/used_to_me/before_i
            relieved/relief/weight_off/glad/free ... if/when/without ... me/i/my
            not/no_longer/wasn't/weren't part of ... picture/family/world/their_lives/this_world/equation
            ALL ... be/feel/do/breathe/move/get/sleep/live/would/will/wud/finally/can/manage/cope/are ... better/happier/easier/richer/free/freer/relieved/relief/lighter/fine/on/remarry/peace/breathe/rest/over_it/okay/ok ... without/when_i'm/when_im/if_i/once_i/once_im/after_i/w_o/once_she's/once_he's/once_she/minus ... me/i/gone/dead/here/around/out_of
            ALL ... better/happier/freer/richer/lighter/safer ... without/w_o ... me/her/him/us
            better/happier/easier/cheaper/best ... for ... ALL ... if/when ... i ... gone/not/wasn't/weren't/left/disappear*/died/vanish*/stopped/out
            do/doing ... ALL/the_world/humanity ... favour/favor/a_kindness/a_service
            burden/dead_weight/deadweight/millstone/liability/parasite/leech/albatross ... everyone/family/kids/wife/husband/them/everybody/her/him/parents/mom/mum/son/daughter/all/anymore/any_more/to
            worth more/something dead/gone/in_a_box
            insurance/policy/life_cover/payout/pension ... pays/pay/paid/covers/cover/double/worth/clear/kids/girls/boys/family/they'd ... accident/alright/suicide/better/sorted/mortgage/okay/dead/gone/if_i/looked_after/set/fine
            insurance/policy ... check*/look*/read* ... suicide/exclu*/accident/two_years/clause
            insurance/policy/life_cover & suicide/does_it_themselves/did_it_themselves/own_hand/self-inflicted/does_it_himself/kills_himself/kill_myself/looks_like_an_accident/an_accident
            waste/wasting ... of space/air/oxygen/skin/resources/a_bed/a_life/everyone's
            world/universe/earth/family/they/nobody ... NOT ... need/want/miss ... me ... here/anymore/any_more/around/alive/in_it
            one less mouth/problem/burden/thing/person/idiot
            take/taking/takes ... up space/room/air/oxygen
            mistake/accident/defect/error ... i/that ... was/were/got born
            free/freeing/release/releasing/spare/sparing/relieve/save ... ALL/family ... of/from me/this/myself/the_burden
        """,
        3: """
            burden/dead_weight/deadweight/millstone/nuisance
            drag*/dragging/weigh*/pull*/hold* ... ALL ... down/back
            in_the_way/in_everyone's_way/get_in_the_way
            cost*/costing ... ALL ... fortune/money/everything/so_much
            without me/her/him ... around/here/in_it/there
            nobody/no_one/noone/who ... would/will/wud/'d notice/miss/care/cry/come/mind
            ALL/nobody ... moved_on/forgot/forgotten/stopped ... me
            ALL ... sick/tired/done/fed_up ... of/with me
            ruin*/poison*/destroy*/break* ... everything/everyone/ALL ... i/touch/lives/life
            ashamed/shame/disgrace/disappointment/failure ... family/everyone/them/face/unbearable/parents
            unlovable/unfixable/broken/beyond_repair/beyond_help/lost_cause/too_far_gone
            can't/cannot/never ... forgive/live_with/look_at myself/what_i/what_i've/the_guilt/it
            guilt/blood_on_my_hands ... eat*/alive/live_with/unbearable/every_night
        """,
    },
    "slang": {
        4: """
            sewer_slide/sewerslide/sewercide/toaster_bath/bath_with_a_toaster/toaster_in_the_bath/catch_the_bus/catching_the_bus/self_delete/self-delete/selfdelete/game_end/game-end/rope_myself/ropemaxxing/roping/neck_myself/neck_urself/yeet_myself/off_myself/offing_myself/unalive/unaliving/unalived/kms/kys/end_myself/commit_die/commit_not_alive/commit_sudoku/commit_sui/aliven't/un-alive/backflip_off
            delete/uninstall/unsub/unsubscribe/log/logging/sign/signing/dip/dipping/quit/quitting/alt_f4/leave/exit/rage_quit/ragequit/respawn/despawn ... life/living/existence/existing/from_life/off_for_good/irl/earth/the_server/this_planet
            sui/suey/suicidal/sewer/sooicide/s*icide ... again/thoughts/ideation/mode/baiting/af/asf/rn/lately/tonight/tn
            su1cide/suic1de/suicde/sucide/suiside/s-word/the_s_word/$uicide/suicid/s.i/suicidle/sooicidal
            yeet ... myself ... off/into/out
            i'm/im/i/me/finna/bouta/gonna/imma ... bouta/boutta/finna/gonna/imma/gon ... end/ends/end_it/kms/unalive/die/do_it
            idc/dgaf/dont_care/don't_care ... if_i ... die/live/wake/od/get_hit/make_it
            wanna/wana/wna/want_2/want_to/want2 ... be_dead/b_dead/not_exist/nt_exist/not_b/disappear_forever/be_nothing/sleep_4ever/sleep_4eva
            cant/can't ... do_life/do_this_life/do_dis/do_this_anymore/do_this_no_more/no_more/do_another_day
        """,
        3: """
            done/finished/over_it/thru/through ... with ... everything/life/it_all/this_world/trying/all_of_it/all_this/humanity
            end me/us please?
            game over
            lifes/life ... over/pointless/trash/cancelled/not_it/a_scam
        """,
    },
    "learnt_english": {
        4: """
            tired/fatigue/exhausted from ... life/heart/living/everything/this_life/world
            no/not_have/don't_have/without ... more? force/power/strength/forces/energy/will ... live/life/continue/living/go_on
            not/no/don't want/wants ... more? live/life/to_be/exist/living/wake
            want/wish/will/must/i/decide* ... finish/end/close/cut/make_end/put_end ... my_life/the_life/with_life/life/with_everything/with_all/my_days
            put/make/made an? end to/of/with ... my/it/life/everything/this
            dead/death/die/grave ... is/be/more ... better/good/easy/rest/solution ... for_me/than/then/like_this
            better dead/death/die/no_life/under_the_earth/in_the_grave
            life ... for_me/of_me/my ... finish/finished/no_more/is_over/ended/close
            sleep ... not/no/never ... open/wake/stand_up/see
            close/shut ... eyes ... forever/for_always/last_time/never/and_not
            go/want_go/return ... to/with ... my_god/heaven/sky/the_angels/my_mother_in_heaven/the_dead
            my/the life/living ... no/not_have/without/lost ... sense/meaning/value
            i no want/can live/life/more/continue
            throw/kill/hang/drown/burn me ... from/self/myself/in
            take/took/cut/finish/lose/leave my? own? life/soul ... self/hands/myself/want/will/must
        """,
    },
    "despair": {
        2: """
            thoughts ... came/come/back/followed/never_left/still_there/returned/loud*/won't_leave/home
            funeral/graveyard/cemetery/grave
            can't/cannot/cant/couldn't ... cope/breathe/face/bear/stand/go_on/take/keep/continue/fight ... anymore/any_more/longer/this/it/another/going/up
            nothing/not_anything ... works/helps/worked/helped/helping/matters/left/changes/changed/feels
            tried everything/every_med/every_drug/every_pill/all_of_them/it_all
            hopeless/helpless/pointless/worthless/useless/meaningless/despair/desperate/trapped/numb/empty/suffocating/drowning/unbearable/hollow/shattered/destroyed/overwhelmed
            lost/losing ... hope/will/everything/reason/faith/strength/my_mind
            hate/loathe/despise ... myself/my_life/being_me/who_i_am/my_body/waking_up
            no one/body left/cares/understands/there/listens/would
            all/so/completely/utterly alone
            given/giving/give/gave up ... hope/fight/on/trying/everything
            want/need/make/just/wish ... it/this/everything/pain/noise/thoughts ... stop/end/over/quiet/go_away
            too much/tired/heavy/hard/painful/long ... to/for/carry/live/bear/me/anymore
            can't/cannot/cant/don't ... see ... point/way/reason/end/light/hope
            done trying/fighting/pretending/caring/hoping/asking
            failed/failing/failure ... everyone/again/everything/at_life/me
            dark/black/darkness ... place/hole/thoughts/corner/closing/swallow*
            bad/dark/intrusive/scary/ugly/those thoughts ... again/back/at_night/louder/worse/won't_stop/getting
        """,
        1: """
            alone/lonely/isolated
            exhausted/drained/crying/tearful/sobbing
            what's/whats the? point/use
            the_ending/the_end/ending
            failed/fails/didn't_work/didnt_work/doesn't_work/didn't_help/not_working/stopped_working/didn't_win/didnt_win/no_use
            peace/peaceful/silence
            drunk/vodka/whiskey/whisky
            nobody/noone/no_one
        """,
    },
    "hospital": {
        2: """
            discharged/psych_ward/the_ward/inpatient/hospitalized
        """,
    },
    "release": {
        4: """
            can't/cannot/cant/won't/not promise/guarantee/say/keep/swear ... safe/be_here/stay_alive/nothing_will_happen/nothing_happens/won't_do/not_to_do/i'll_be_here/i_will_be
            not/don't/never feel? safe ... with/around/by/near/alone_with ... myself/me/my_own/my_thoughts/being_alone
            lied/lie/lying/hid/hide/hiding/didn't_tell/haven't_told/won't_tell/never_tell/fudge*/fake/faked & plan/phq9/phq-9/phq/question_9/suicid*/lock_me_up/section_me/commit_me/hospitalize*/ending/thoughts/psych_ward/end_it/hurting/how_bad
            asked/begged/asking/begging/ask/beg ... to? help/let/end/finish/kill/put ... me ... end/die/go/it/out/misery
            solve/fix/end/erase/cure/answer ... everything/it_all/all_of_it/all_my & bottle/pills/gun/rope/bridge/river/blade/night/train/drawer
            peace*/peaceful/calm/relief/relieved/happy/light ... now/that/since/because/when ... decided/made_up_my_mind/made_my_decision/chosen/picked_a_date/i_know_how/have_a_plan/set_a_date/knowing_i_can
            decided/made_up_my_mind/made_my_decision/chosen ... peace/calm/relief/not_scared/no_longer_afraid/tonight/goodbye/when/how/the_day/date
            finding/find/finds/found me/my_body/us ... peace*/peaceful/relief/breathe/calm/worry/hope/dead/in_the/morning/first/shouldn't/don't_want
            who/whoever ... find/finds/discovers me/my_body
            finally ... no_more/be_at_peace/be_free/have_peace/be_quiet/rest_in/be_with/be_over/stop_hurting
            join/joining/see/seeing/meet/meeting/be_with/follow*/reunite*/reunited/wait_for/waiting_for ... him/her/them/husband/wife/mom/mum/mother/dad/brother/sister/son/baby/buddies/daughter/father ... soon/any_longer/much_longer/at_last/other_side/heaven/up_there/where_he/where_she/where_they/beyond/sooner
            soon ... see/be_with/join/wait/be_together ... him/her/them/again/husband/wife/any_longer
            together again ... soon/tonight/at_last/finally/where
        """,
        2: """
            quiet/still/calm/silent/peace ... first_time/at_last/finally/now/inside
            finally/at_last ... rest/peace/quiet/breathe/free/over/sleep/home/done/stop
            seen/taken_care/arranged/organised/organized ... to it/everything/of_it
            decided/made_up_my_mind/made_my_decision/my_mind_is_made_up/made_a_decision/chosen
            so/would_be/could_be/how easy/simple/quick/easily/simply ... to/just/it/would/'d/if
            easy/simple/simpler/easier/quick/quicker ... it_would/it'd/that_would/it_could/it_will
            could/would/might just? ... let_go/step/slip/drift/lie_down/stop_fighting/keep_driving/keep_walking
        """,
    },
}
