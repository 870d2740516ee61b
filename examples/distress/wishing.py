"""How people say that they wish not to be."""

PHRASES = {
    "passive": {
        4: """
            tired/weary/exhausted/sick/fed_up to/from/by/with/of be/live/this/exist/having_to_be ... life/world/
                living/alive/earth
            tired/weary/sick/exhausted to be/live/exist/stay ... life/world/here/alive
            sad/sorry/angry/disappointed/hate/annoyed/regret/curse ... eyes ... open*/opened/opening
            open*/opened/opening ... eyes ... sad/sorry/angry/disappointed/hate/curse/regret/again_and_i_wish
            envy/envied/envying/envious/jealous ... dead/died/deceased/departed/passed/not_make_it/don't_make_it/
                didn't_make_it/not_wake/corpses/buried/graves/terminal
            think_less_of/hate/blame/forgive/mad/angry/judge/understand me/at_me ... if i ... ended/end/left/went/
                did_it/gave_up/wasn't/stopped/let_go
            work/task/mission/job/time/purpose/part/duty on_earth/in_this_world/in_this_life/on_this_earth ...
                complete/done/finished/over/fulfilled & i/my & wait*/permission/ready/called/earth/world/life/leave
            wait*/waiting ... permission/call/turn/release ... to_leave/to_be_taken/from_god/of_god/
                from_above
            what_if/maybe/might/thinking/suppose ... i just/simply/quietly? not/don't/dont/didn't/never come/came/go/
                went/return/make_it ... back/home
            see/let/seeing/letting ... what/fate/god/chance/luck/universe/road/it ... decide/decides/decided & hands/
                wheel/eyes/road/drive/driving/rail/edge/water/traffic/me
            hands/hand ... off ... wheel & see/decide*/drift/happens/let/while/second*/happen/wonder
            close/closed/shut/closing ... eyes ... driving/drive/wheel/road/highway/motorway/crossing
            not/don't/dont/stopped/never/without ... look/looking/looks ... crossing/cross/both_ways/crosswalk/street/
                road
            truck/lorry/bus/train/subway/traffic/headlights & just_do_it/do_it/one_step/swerve/turn_the_wheel/lean/
                let_go/step_out/step_in/step_off & i/im/i'm/me/myself
            quieter/nicer/calmer/lighter/simpler/tidier/kinder/less_trouble ... without ... me/my
            everyone/everybody/everyone's/chat/house/home/family/group/table/class/they & without_me & quieter/nicer/
                calmer/lighter/simpler/peace/better/for_good/like_for_good
            not/don't/dont/no_longer/tired_of/done/sick_of want/wanna/wanting/being/be ... a_person/human/anybody/
                anything/somebody/someone ... any_more/anymore/any_longer
            fall_asleep/sleep/drift_off/close_my_eyes ... that/have_that/it ... be/is/was all/it/the_end/everything
            door/exit/way_out/escape/option ... if/in_case/when/whenever ... i/it_gets ... need*/want*/have_to/
                too_much/can't/bad
            picture/imagine/see/think/look/try ... future/18/21/30/next_year/next_summer/older/grown_up/college/
                ahead & nothing/blank/empty/black/dark/fog/wall & there/just/it's/its/i/me
            NOT ... see/picture/imagine ... me/myself ... at/past/after/beyond/turning/reaching/as_an_adult/
                when_i'm #/eighteen/twenty/thirty/forty/old/older/adult/college
            living/alive/here/breathing/going ... out_of/purely_out_of/only_out_of/because_of/just_out_of habit/spite/
                duty/obligation/guilt/inertia/politeness
            see/sees/seeing/find no/any/little/not_much point/sense/meaning ... life/living/going_on
            know ... how_much_longer/how_long/how_many_more i/she/he can try/keep/take/hold/last/go_on/cope/do/stand/
                fight/bear
            lucky/glad/grateful/thankful ... found/saved/revived/survived/stopped ... not/didn't/don't/wish feel/
                feeling/lucky/glad/they/it
            no/lost ... job/wife/money/home/meds/family/husband/kids & think/guess/so i'm/im/i_am done/finished/out/
                through
            think/thinking/thinkin/thought bout/about/abt/of not bein/being/be here/alive/around
            ok/okay/fine/good/happy/relieved/glad/peace with/about/if not/never/i_don't/i_didn't/i_never making/
                waking/surviving/make/wake/survive
            nobody/no_one/noone/nothing/little/no_reason to live/stay/stick_around/get_up for
            ready/want*/time/going/long/wish/soon to join/follow them/him/her/my_buddies/my_brothers/my_wife/
                my_husband/my_mother
            hope/hoping/wish/wishing/pray/praying ... cancer/illness/virus/heart/covid/plane/tumor/tumour/disease ...
                take/takes/took/kill/kills/finish/finishes me
            kept/keep/put/stay/staying under ... never/not/and_not/without ... brought/bring/come/coming/wake/waking
            thoughts/darkness/demons/illness/voices are/is/keep? winning
            rather/prefer/sooner/want*/ready/belong ... be/with ... my/the dead/late ... than/now/husband/wife/son/
                daughter/mother/father/mom/mum/dad/brother/sister
            want/wants/wanted/wanna/need out & pain/for_good/too_much/life/tired/anymore/forever
            sleep/asleep/rest ... never/not/without/no ... have_to/having_to/need_to wake*/waking/get_up/wake
            want*/wants/wanted/wanna/wish*/long/ready/rather/need to? be/go/follow ... where/with he/she/they/him/her/
                them/mom/mum/dad/mother/father/husband/wife/son/daughter/brother/sister & passed/died/dead/gone/lost/
                funeral/heaven/grave/buried/killed
            point/use/sense of/in another/one_more birthday/year/christmas/day/week/morning/month/winter/summer
            insist*/making/makes/made/force*/keep/keeps ... i/me continue/keep/go_on/stay to? exist*/living/live/
                alive/here
            can't/cannot/cant/couldn't stand/take/do/bear it/this anymore/any_more/any_longer i'm/im/i_am done/
                finished/through
            care/cares/caring if/whether/wether i/he/she/they live/lives/die/dies/wake/wakes/exist/exists/survive &
                NOT
            no/little/any/without ... point/sense/meaning/purpose/value ... life/living/existence/existing/world
            verge/brink/edge/point of just? giving_up/ending/letting_go/breaking/quitting_life/not_going_on
            can't/cannot/cant/couldn't/not/don't ... fight/face/do/battle/survive/take/endure/live/stand/carry ...
                one_more/another day/round/night/morning/week/hour/year/winter/minute
            ran/run/running/all out of reasons/fight/hope/road/rope/tomorrows/excuses_to_stay/reasons_to
            would_have/would've/woulda/wouldve done it/this already/by_now/long_ago/years_ago/ages_ago/sooner
            if i had the energy/courage/guts/means/nerve/strength/gun/pills/balls
            i'd/id/i_would ... already/have ... gone/done_it/dead/if_i_had/ended
            if i disappear*/vanish*/go_missing/stop_existing/unalive/wasn't_here_tomorrow/never_came_back/
                don't_wake_up/dont_wake_up
            become/be/another/just/almost a? statistic/headline/memory/missing_poster/hashtag/number/cautionary_tale
            not/isn't/aren't ... enough ... keep/hold me/you/us/someone/a_person here/alive/going/from
            being/tired/sick of? a? person/human/alive/conscious/me & tired/sick/done/over_it/exhausted/not
            funeral/grave/obituary/coffin/wake & nobody/no_one/empty/mine/who_would/imagine/picture*/mind/my_own/
                think*/dream*/wonder
            depression/illness/darkness/demons/brain/disease/monster/black_dog & winning/wins/won/beating/eating/
                letting_it/let_it/let_him & me/i'm/my/tired/letting
            ready/time/can't_wait/cant_wait/want/wanting ... see/join/meet/be_with ... wife/husband/mother/father/mom/
                dad/son/daughter/brother/sister/buddies/friends/him/her ... again/years/other_side/died/passed/heaven/
                finally
            want*/wants/wanted/ready ... go_be_with/be_with/go_to/join dad/mom/mum/husband/wife/him/her/grandpa/
                grandma/mother/father & stopped/soon/heaven/died/passed/not/pills/medicine/gone
            ending/end ... same ... point/why/use/anyway
            didn't/don't/never/not/wouldn't/didnt/dont wake/wakeup/waking ... up/from & okay/ok/fine/glad/relieved/
                relief/happy/happier/mind/blessing/prayer/hope/hoping/good/perfect/great/win
            everything/it/lights/world/screen ... go/goes/going/went/be dark/black/blank/silent/quiet & stay/forever/
                want/for_good/wish/just
            stopped/quit/beyond/past/done ... caring/care ... whether/if/about & alive/live/living/wake/survive/
                happens_to_me/make_it
            only/one/single thing/reason/person ... still/here/alive/around/breathing/not_dead/haven't/havent
            already/basically/technically/practically dead/a_ghost/gone/a_corpse/buried
            ghost/corpse/dead & make_it_official/already/might_as_well
            hope*/hoping/wish*/pray*/wait*/waiting for the? worst/end/accident/something_to_kill/heart_attack/big_one/
                stroke
            don't/dont/do_not/not want/wanna ... die/be_dead ... but ... live/alive/be_here/exist/keep_going
            ALL/nobody/no_one/noone/who ... would/will/wud/'d/'ll ... notice/miss/care/cry ... days/weeks/me/i/gone/
                if/happened
            just/simply stop/pause ... existing/being/living/life
            not/never/don't/wasn't/weren't/isn't/no_longer ... built/made/meant/cut_out/fit/designed/wired/
                equipped ... for_this/for_life/for_living/to_live/to_be_here/to_last/for_earth/for_the_world
            looks_like/look_like/feels_like/seems_like/sounds_like/looks ... an_answer/the_answer/a_way_out/an_exit/
                an_invitation/the_solution/a_solution/mercy/a_door/the_door/permission/the_only_way & headlights/
                train/trains/water/river/bridge/truck/trucks/pills/gun/night/edge/i/me/death/rope
            hope/hoping/wish/wishing/pray/praying/want ... mess*_up/messes_up/mess_up/goes_wrong/go_wrong/too_much/
                overdo/mistake/slip_up/fatal/stops/botch & anesthesia/anaesthesia/surgery/operation/dose/doctor/they/
                machine/anesthetic
            put_down/put_to_sleep/put_me_down/put_me_to_sleep/spared/shot/euthan*/mercy_killing/put_out_of ... like/
                this/me/my_misery/misery/by_now/long_ago & me/i/dog/animal/horse/vet/kinder
            dog/dogs/animal/horse/pet ... would_be/would_have_been/get_to_be put_down/put_to_sleep/spared/shot
            euthanasia/assisted_dying/assisted_suicide/dignitas/assisted_death/medically_assisted & me/my/i/qualify/
                apply/sign_up/want/how
            selfish/sin/sinful/unforgivable/cowardly/wrong ... to_go/to_leave/to_do_it/to_end/to_give_up/
                to_stop_living/to_want_out/to_not_want ... before/my/kids/mother/life/this/it/be/them
            god/heaven/hell/church ... forgive/go_to/allow*/punish/accept/understand ... if_i/someone_who/for_doing/
                do_it/end/suicide/take/took/kill*/leaving
            not/no_longer/don't/never/isn't scared/afraid/frightened/fear ... dying/death/to_die/the_end/being_dead/
                ending_it
            brb/goodnight/gn/sleep/nap/offline/gone ... forever/4ever/for_good/eternally/permanently
            without_me ... in_it/around/here/there/to/dragging/at_the_table
            imagine/imagining/picture/picturing/see/dream*/dreaming/think*/thinking ... without_me/my_empty/me_gone/
                me_not/my_funeral/my_grave/my_absence/my_coffin
            know/knew/knows ... which/how/where/what/exactly ... would_do_it/do_the_job/would_work/it_would_take/
                to_aim/to_cut/vial/i'd_do_it/i_would_do_it/id_do_it
            want/wants/wanted/asks/asked/begs/ask ... be_with/go_to/see/join/live_with ... grandpa/grandma/daddy/
                mommy/mummy/nana/papa/jesus/heaven/angels ... ground/heaven/sky/dead/now/died/grave/up_there/cemetery
            speaks/talks/talking/spoke/talk/obsessed ... of/about following/joining/going_to/being_with/ending/
                leaving_us/the_other_side/not_being/her_own_death/his_own_death
            ready/rather/want/time/need ... be_done/tap_out/bow_out/check_out/opt_out/get_off_this_ride/
                leave_the_party/be_free_of_this_body/stop_being/stop_the_clock
            if ... bus/car/truck/lorry/train/lightning/plane/heart/cancer/tumor/illness/meteor ... hit/took/take/
                takes/hits/crashed/stopped/killed/flattened ... not/wouldn't/wouldnt/fine/ok/okay/relief/relieved/
                glad/happy/thank/shrug
            wouldn't/wouldnt/wont/won't/dont/don't ... mad/mind/care/fight/scream/stop/argue/complain/sad/upset/
                bothered ... if ... die/died/hit/stopped/crashed/wake/woke/ended/collapsed/crash/killed
            NOT care if/whether/wether ... i ... live/die/wake/alive/survive/here/exist/breathing
            NOT really? care ... whether/if ... live_or_die/wake_up_or_not/survive
            indifferent/dont_mind ... living/dying/being_alive/live_or_die
            little/no/any/scarcely/hardly/what_is_the/what's_the purpose/point/use/reason/sense/meaning ...
                continuing/going_on/carrying_on/living/life/being_here/remaining/hanging_on/staying/existing/
                sticking_around/persist*
            think*/thinking/thoughts/thought/obsess*/dream*/fixated ... death/dying/dead/not_existing/being_gone ...
                constant*/constantly/all_the_time/every/always/nonstop/all_day/a_lot/peace*/comfort*/more_and_more
            how_i'd/how_i_would/how_id/where_i'd/when_i'd/way_i'd ... do_it/do_that/go_about_it/end_it/go_out/die
            deserve/worthy ... to_live/to_be_alive/to_exist/to_be_here/to_breathe & NOT
            god/lord/allah/jesus/heaven/lord's/krishna/gott ... take/takes/took/call/calls/fetch ... me/me_home
            take me ... in_my_sleep/away_from_here/already/instead/too
            sleep/rest/asleep ... forever/for_good/for_ever/and_stay/and_not/and_never/without_waking/
                until_it_is_over/permanently/eternal*
            never/not/don't/doesn't/without ... open/opening my/the eyes again/anymore/any_more
            hope/hoping/wish/wishing/pray/praying ... not/don't/doesn't/never/wouldn't/won't ... wake/make_it/
                come_back/come_out/survive/recover/get_better/morning/come_round
            hope/hoping/wish/wishing/pray/praying/want/wanted ... it/this/that/biopsy/scan/tumor/tumour/lump/test/
                results ... is/be/was/are/comes_back malignant/terminal/fatal/cancer/the_bad_kind/bad/positive
            disappointed/annoyed/angry/sad/cry/upset/sorry/gutted ... woke/wake/waking ... up/again/this_morning
            wake/woke/waking up ... disappointed/angry/sad/cry/furious/annoyed/sorry ... still/i/again
            disappointed/angry/sad ... i'm/im/i_am still here/alive/breathing
            each/every morning/day/night ... disappointed/wish_i_hadn't/sorry_i_woke
            shouldn't/shouldnt/should_not/wasn't/wasnt/never ... be_here/exist/be_alive/have_been_born/
                supposed_to_be_here/meant_to_be_here/supposed_to_live/meant_to_live/supposed_to_survive/have_survived
            should_have/should've/wish/shoulda ... died/been_me/aborted/drowned/not_survived/bled_out/miscarried/
                left_me_there/let_me_go/let_me_die
            should_have/should've been me
            the_wrong one/person/brother/sister/twin died
            easier/better/nicer/simpler/kinder ... to_be/being/if_i_were/if_i_was ... dead/gone/nothing/not_here/
                ashes/unborn
            rather/prefer/sooner ... dead/not_exist/not_be_here/be_nothing/the_grave/six_feet_under
            six_feet_under/pushing_daisies/pushing_up_daisies/in_the_ground/in_my_grave/in_the_grave/in_an_urn
            tired/sick/weary/done/exhausted/fed_up ... of/with/from ... being_alive/being_here/being_me/being_in/
                being_a_burden/being_a_person/being_human/being_alone/living/existing/alive/existence/breathing/life/
                waking_up/this_body/the_fight
            stop/stopped/stops/quit/cease/ceasing ... existing/breathing/being_alive/living/waking_up/beating
            heart ... would/could/to ... just? stop/give_out/quit/pack_in
            go/gone/going/slip/slipping/fade/fading/melt/drift ... away ... forever/for_good/quietly/and_nobody/
                and_no_one/in_my_sleep/without_anyone
            erase/delete/uninstall/unplug/remove/unmake/unexist ... myself/urself/yourself/my_existence/me_from/
                my_life
            press/push/hit/found ... off/stop/exit/delete/eject switch/button ... on/for ... me/myself/life
            off_switch/exit_button/eject_button/escape_hatch/way_off_this_planet/off_this_planet/off_this_ride
            make/making the/it/my pain/noise/thoughts ... stop/end ... for_good/forever/permanently/once_and_for_all
            not/don't/can't/cannot/won't ... be/stay/remain/live ... alive/living/in_this_world/on_this_earth/
                in_this_body
            life ... not/isn't/isnt/no_longer ... worth/for_me/livable/want_it
            nobody/no_one/noone ... would/will/wud ... notice/care/miss/cry/blink/come ... if/when ... i
            nothing/no_one/nobody/noone ... keep*/hold*/tie*/ties ... me ... here/alive/to_this_world/on_this_earth
            only thing/reason/thread/person ... stop*/stopping/keeps/keeping/kept/holds/holding/saves/saving/
                between ... me/i
            only/just ... alive/here/breathing/living/holding_on ... because/for/for_the_sake/so_that/until
            wait*/waiting/hold*/holding/staying/hang*/hanging on? ... until/till ... mom/mum/mother/dog/cat/parents/
                dad/father/grandma/he/she/kids ... dies/passes/is_gone/goes/are_gone/grown/are_grown/dead/passed/
                moved_out
            after/once/when my? mom/mum/mother/dog/cat/parents/dad/father/grandma/gran ... dies/passes/is_gone ...
                i_can/i'll/i_will/nothing
            too scared/chicken/cowardly/weak/afraid/coward/gutless ... to_do_it/go_through/to_jump/to_pull/
                to_actually/to_end
            coward/chicken/wimp ... side/railing/jump/pull/trigger/through_with/do_it/finish
            courage/guts/nerve/balls/bravery/strength/brave_enough/strong_enough ... do_it/go_through/jump/pull_the/
                end_it/finish_it/end_things/let_go/leave_this
            wish/wished/wishing ... not/never/hadn't/wasn't/weren't ... exist/born/here/alive/woken/survived/
                been_found/been_saved
            wish/wished they/he/she/you/the_paramedics/the_doctors/nobody/no_one/someone ... not/hadn't/had_let/
                had_left/let_me/never ... found/saved/revived/resuscitated/go/brought_me_back/stopped_me/die
            do_not_resuscitate/dnr ... i'm_only/tattoo/at_my_age/young/twenties
            no/not/don't/without ... intention/plan/reason/desire/wish/energy/will ... be_around/grow_old/get_old/
                stay/continue/carry_on/be_alive/live/see_it/wake_up
            life/living/existing ... is/feels/became ... punishment/torture/prison/sentence/a_chore/hell
            have/got nothing/no_one/nobody/little left/more to_live/to_stay/to_lose/for_me/to_wait
            same/equal/either_way ... live_or_die/alive_or_dead
            ready ... die/go_home_to/meet_my_maker/meet_god/for_the_end/be_with_god/leave_this
            death ... only/sounds/seems/would/friend/comfort*/answer/welcome/mercy/relief/calls/calling/kinder/sweet
            long/longing/yearn/crave/aching/ache for ... death/the_end/nothingness/oblivion/eternal*/the_grave
            want/wanna/wish/need/ready/crave ... nothingness/oblivion/the_void/eternal_sleep/endless_sleep/
                eternal_rest/permanent_sleep/to_not_be/nonexistence/not_be_anymore
            how long ... have_to/must/do_i/need_to/until_i ... keep_living/be_here/stay_alive/keep_doing_this/
                keep_breathing/suffer
        """,
        3: """
            let/letting/lets it/things/this/nature/that/everything take/run/takes ... course
            body/heart/illness/disease ... take/takes/run/runs/finish/decide ... course/it/itself/job
            want/wish/hope/need it/this to? be quick/painless/soon/final/fast
            let/whatever ... happen/happens what/happens ... happens/may/will
            no_longer/stopped/quit take/taking ... thinner/thinners/insulin/heart_pills/inhaler/dialysis
            under/hole/k-hole/anesthesia/anaesthetic/infusion/session/trip/dose ... stay/forever/keep_me/not_come/
                never_come/not_return/never_return/don't_wake/not_wake
            not/never/don't/won't ... come/coming/return*/bring/brought ... back ... from_it/from_the/from_that/
                this_time/to_this/out
            stay/remain/leave_me/keep_me ... under/in_the_hole/there_forever/in_there
            stop/end/quit ... being/existing
            whatever happens happens
            nature ... take/takes/its course/run_its
            see/seeing/sees ... my/the/any future/next_year/myself_at/myself_old/myself_growing & NOT
            wouldn't/not/won't ... be ... bad_thing/worst_thing/such_a_bad/the_end_of_the_world ... if
            how_long/what_for/why_bother ... live/living/life/wake/going_on/existing
            why_am_i/why_are_we/why_i'm/why_im/why_i_am ... still/even? here/alive/trying/breathing/bothering
            life/living/existence ... no/without/lost/not_have/doesn't/empty ... meaning/sense/purpose/point/colour/
                color/joy/value
        """,
    },
}
