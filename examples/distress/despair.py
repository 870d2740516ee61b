"""How people say that they despair, are at peace with the end, or want it: in slang, in an English that they learnt."""

PHRASES = {
    "slang": {
        4: """
            sewer_slide/sewerslide/sewercide/toaster_bath/bath_with_a_toaster/toaster_in_the_bath/catch_the_bus/
                catching_the_bus/self_delete/self-delete/selfdelete/game_end/game-end/rope_myself/ropemaxxing/roping/
                neck_myself/neck_urself/yeet_myself/off_myself/offing_myself/unalive/unaliving/unalived/kms/kys/
                end_myself/commit_die/commit_not_alive/commit_sudoku/commit_sui/aliven't/un-alive/backflip_off
            delete/uninstall/unsub/unsubscribe/log/logging/sign/signing/dip/dipping/quit/quitting/alt_f4/leave/exit/
                rage_quit/ragequit/respawn/despawn ... life/living/existence/existing/from_life/off_for_good/irl/earth/
                the_server/this_planet
            sui/suey/suicidal/sewer/sooicide/s*icide ... again/thoughts/ideation/mode/baiting/af/asf/rn/lately/tonight/
                tn
            su1cide/suic1de/suicde/sucide/suiside/s-word/the_s_word/$uicide/suicid/s.i/suicidle/sooicidal
            yeet ... myself ... off/into/out
            i'm/im/i/me/finna/bouta/gonna/imma ... bouta/boutta/finna/gonna/imma/gon ... end/ends/end_it/kms/unalive/
                die/do_it
            idc/dgaf/dont_care/don't_care ... if_i ... die/live/wake/od/get_hit/make_it
            wanna/wana/wna/want_2/want_to/want2 ... be_dead/b_dead/not_exist/nt_exist/not_b/disappear_forever/
                be_nothing/sleep_4ever/sleep_4eva
            cant/can't ... do_life/do_this_life/do_dis/do_this_anymore/do_this_no_more/no_more/do_another_day
        """,
        3: """
            done/finished/over_it/thru/through ... with ... everything/life/it_all/this_world/trying/all_of_it/
                all_this/humanity
            end me/us please?
            game over
            lifes/life ... over/pointless/trash/cancelled/not_it/a_scam
        """,
    },
    "learnt_english": {
        4: """
            tired/fatigue/exhausted from ... life/heart/living/everything/this_life/world
            no/not_have/don't_have/without ... more? force/power/strength/forces/energy/will ... live/life/continue/
                living/go_on
            not/no/don't want/wants ... more? live/life/to_be_here/to_be_alive/to_be_more/exist/living/wake
            want/wish/will/must/i/decide* ... finish/end/close/cut/make_end/put_end ... my_life/the_life/with_life/
                life/with_everything/with_all/my_days
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
        3: """
            empty/numb/hollow/dead/grey/gray ... inside/shell/zombie
        """,
        2: """
            thoughts ... came/come/back/followed/never_left/still_there/returned/loud*/won't_leave/home
            funeral/graveyard/cemetery/grave
            can't/cannot/cant/couldn't ... cope/breathe/face/bear/stand/go_on/take/keep/continue/fight ... anymore/
                any_more/longer/this/it/another/going/up
            nothing/not_anything ... works/helps/worked/helped/helping/matters/left/changes/changed/feels
            tried everything/every_med/every_drug/every_pill/all_of_them/it_all
            hopeless/helpless/pointless/worthless/useless/meaningless/despair/desperate/trapped/numb/empty/suffocating/
                drowning/unbearable/hollow/shattered/destroyed/overwhelmed
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
            failed/fails/didn't_work/didnt_work/doesn't_work/didn't_help/not_working/stopped_working/didn't_win/
                didnt_win/no_use
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
            let/discharged/released/sent ... me ... out/home/go ... said/told/lied/say ... right/wanted_to_hear/
                want_to_hear/fine
            can't/cannot/cant/won't/not promise/guarantee/say/keep/swear ... safe/be_here/stay_alive/
                nothing_will_happen/nothing_happens/won't_do/not_to_do/i'll_be_here/i_will_be
            not/don't/never feel? safe ... with/around/by/near/alone_with ... myself/me/my_own/my_thoughts/being_alone
            lied/lie/lying/hid/hide/hiding/didn't_tell/haven't_told/won't_tell/never_tell/fudge*/fake/faked & plan/
                phq9/phq-9/phq/question_9/suicid*/lock_me_up/section_me/commit_me/hospitalize*/ending/thoughts/
                psych_ward/end_it/hurting/how_bad
            asked/begged/asking/begging/ask/beg ... to? help/let/end/finish/kill/put ... me ... end/die/go/it/out/
                misery
            solve/fix/end/erase/cure/answer ... everything/it_all/all_of_it/all_my & bottle/pills/gun/rope/bridge/
                river/blade/night/train/drawer
            peace*/peaceful/calm/relief/relieved/happy/light ... now/that/since/because/when ... decided/
                made_up_my_mind/made_my_decision/chosen/picked_a_date/i_know_how/have_a_plan/set_a_date/knowing_i_can
            decided/made_up_my_mind/made_my_decision/chosen ... peace/calm/relief/not_scared/no_longer_afraid/tonight/
                goodbye/when/how/the_day/date
            finding/find/finds/found me/my_body/us ... peace*/peaceful/relief/breathe/calm/worry/hope/dead/in_the/
                morning/first/shouldn't/don't_want
            who/whoever ... find/finds/discovers me/my_body
            finally ... no_more/be_at_peace/be_free/have_peace/be_quiet/rest_in/be_with/be_over/stop_hurting
            join/joining/see/seeing/meet/meeting/be_with/follow*/reunite*/reunited/wait_for/waiting_for ... him/her/
                them/husband/wife/mom/mum/mother/dad/brother/sister/son/baby/buddies/daughter/father ... soon/
                any_longer/much_longer/at_last/other_side/heaven/up_there/where_he/where_she/where_they/beyond/sooner
            soon ... see/be_with/join/wait/be_together ... him/her/them/again/husband/wife/any_longer
            together again ... soon/tonight/at_last/finally/where
        """,
        2: """
            told/tell/telling/tells ... i'm/i_am/i_was/im/i fine/ok/okay/better/happy but/and/while/though
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
