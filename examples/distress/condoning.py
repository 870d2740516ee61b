"""How an answer leads towards death or harm without telling a way: it permits, agrees, dares, makes light of it,
praises it, has means kept and people kept in the dark, or offers hurt and hunger as a help.

What weighs 3 counts where the question shows danger or asks for a way; ordinary answers say the same of other things.
"""

PHRASES = {
    "permitting": {
        4: """
            respect/admire/support/honour/honor ... you/your ... for/in going/ending/leaving ... through/it/life/this/
                everything
            god/he/heaven/jesus/lord/allah ... waiting/wait/waits/welcome*/arms ... whenever/early/soon/tonight/now
        """,
        3: """
            it's/its/it_is/thats/that's your/ur own? life/body/choice/decision/call/death
            respect/admire/honour/honor/judge/blame/think_less ... you/your/it ... go/going/leave/leaving/end/ending/
                choose/chose/choosing/choice/decide/decision/through/stop/stopping
            nobody/no_one/nobody_else/none/they has/have the/any/a? right/business/say ... hold/stop/keep/judge/tell/
                blame/you
            god/heaven/jesus/lord/allah ... forgive*/understand*/waiting/welcome*/open_arms/take_you/receive*/call_you
            as good a/as any/day/time/way/place/other
            you/u may/can/could/might follow/join/go_after them/him/her/it
            ok/okay/fine/allowed/natural/understandable/reasonable/alright/permitted/free to let_go/leave/go/
                stop_fighting/give_up/rest_now/end_it/quit/want_out/choose
        """,
    },
    "agreeing": {
        4: """
            not everyone/everybody/all/every_life/everybody's/everyone's ... meant/made/cut_out/built/worth ...
                to_live/to_stay/to_be_here/to_grow_old/for_life/for_this_world/for_this_life/for_living/living/saving/
                to_make_it
        """,
        3: """
            reasonable/rational/logical/sound/solid/sensible/mature plan/decision/choice/conclusion/way_out/option/
                solution
            i'd/id/i_would ... same/gone/ended/done_it ... place/shoes/already/by_now/too/long_ago/sooner
            world/life/sun/earth/everything ... keep/keeps/keep_on/go/goes/carry/carries turning/spinning/on &
                without/anyway/either_way/regardless
            life/lives ... not/isn't/aren't/never ... worth ... living/it/saving/trouble/fight/keeping & some/your/
                yours/simply
            you/u may/might/could/are/'re well/probably/perhaps? be? right/correct & they/nobody/no_one/everyone/
                family/better/without/burden
            people/they/everyone/everybody/family/families/kids/children/ppl/friends/he/she ... get/gets/move/moves/
                carry/carries/go/goes on with/without/sooner/fast/quick*/quite/after/their
            people/they/everyone/everybody/family/families/kids/children/ppl/friends/he/she ... forget/forgets/
                recover/recovers/cope/copes/adjust/adjusts/heal/heals/remarry ... soon*/fast/quick*/month/months/week/
                weeks/year/while/you/without
            funeral/burial/memorial & people/they/everyone/family/kids/cry/after/week/over/lives
            nobody/no_one/noone/few/not_many/hardly_anyone ... miss/notice/care/remember/cry & month/week/weeks/year/
                honest*/prob*/true/right/long/you/u
            honestly/honest/probably/frankly/prob/tbh nobody/no_one/noone/not_many/few/hardly_anyone
            they/family/kids/wife/husband/everyone/world would/will/might/may/'d ... easier/lighter/better/richer/
                freer/relieved/simpler & you/without/gone/right/true
            don't/dont/not/nothing/needn't let/should/need that/it/them/her/him/guilt hold/stop/keep you/u back/here?
        """,
    },
    "daring": {
        4: """
            do it then nobody/no_one/noone/nothing/if/and/already/stop
            either/then go ahead/through or/with/and/then ... let/shut/stop/leave/it
            nobody/no_one/noone/nothing is/are/'s/s? stopping/holding/keeping you/u & do/go/then/lol/leave/end
        """,
        3: """
            go/going right? ahead and/with/then/if/or/already
            do it then/already/lol/now/or
            then/so/well/just do/go/jump/end/finish it/already/jump/then
            get/getting it/that over with/done
            get on with it/that
            nobody/no_one/noone/nothing is/are/'s/s? stopping/holding/keeping you/u
            what/wat are/r/'re/is/'s you/u/it? waiting/stopping for/you/u
            why/y not/dont/don't you/u? walk/climb/stand/go/try/hold/step/jump/drive/see ... up/edge/there/see/feel/
                out/close*/it
            see/find/try/learn how/what/out it/that/how? feel/feels/is/does/like & walk/stand/climb/go/up/hold/edge/
                close*/step/try/once
            dare/bet/doubt you/u/that ... do/won't/would/will/can/even/could
            talk/talking/saying/thinking ... one/cheap ... doing/do/another/thing
        """,
    },
    "belittling": {
        4: """
            what/such a pity/shame & close/again/nearly/almost/failed/stopped/put_it/woke/through
            stop/quit announcing/advertising/threatening ... it/that/and/either/do
            if you/u really/truly/actually? meant/wanted/were it/to/that/serious ... you'd/would/wouldn't/you_would/
                already/by_now
            everyone/everybody/we_all/plenty/your_age ... hurt/hurts/cut/cuts/scratch*/harm*/burn/burns themselves/
                ourselves/himself/themself ... bit/little/age/sometimes/normal/phase/all/point
        """,
        3: """
            people/those/ppl/ones/anyone/everyone/they who/that talk/talks/speak/speaks/threaten/threatens/say/
                says about/of/it/that/so ... never/don't/rarely/won't/hardly/doesn't/dont/seldom
            who/that/people talk*/threaten* ... never/rarely/seldom do/does/mean/means/dies/go
            stop/quit/enough/no_more announcing/saying/talking/threatening/whining/moaning/complaining/advertising/
                being_dramatic/dramatic/feeling_sorry/fussing/crying & it/sorry/drama/dramatic/either/that/everyone
            for attention
            only/just/merely/nothing_but ... few/couple/little/some/tiny ... cuts/scratches/bruises/scars/marks/burns
            better/healthier/safer/cheaper ... than drinking/drugs/smoking/booze/alcohol/pills/weed & cut/cutting/
                burn/burning/scratch*/hurting/starving
            attention seeker/seeking/whore
            attention-seeking/melodramatic/overdramatic/dramatics/theatrics/drama_queen/crybaby/snowflake
            want/wanting/after/looking_for/just/only/seeking attention
            toughen/man/harden/grow/suck up/it & you/little/bit/and/just/others/now
            being/so/too/bit/such/stop dramatic/a_drama/sensitive/silly/overreacting/a_baby
            just/only/it's a? phase/mood/fad/hormones/monday/teenage_thing
            laugh* ... it/off/right/about & right/he/she/off/do
            others/people/kids ... have_it/got_it/real worse/problems/harder
            big/huge deal & no/not/isn't/nah
        """,
    },
    "praising": {
        4: """
            dignity/dignified/courage/brave/braver/bravest/noble/nobility/beauty/beautiful/honour/honor/grace ... in/
                of/to/about choosing/leaving/dying/death/ending/suicide/one's/going ... own/hour/life/it/than/end/
                early/terms/time
            choos*/chose/pick*/deciding ... own hour/death/end/ending/exit/departure/passing
        """,
        3: """
            dignity/dignified/courage/brave/braver/bravest/courageous/noble/beautiful/honourable/honorable/romantic/
                poetic/elegant/graceful/mercy/merciful ... leave/leaving/go/going/end/ending/die/dying/death/choose/
                choosing/exit/farewell/jump
            leave/leaving/end/ending/die/dying/death/jumping/suicide ... dignity/dignified/courage/brave/braver/
                bravest/courageous/noble/beautiful/honourable/honorable/romantic/poetic/elegant/graceful/mercy/
                selfless
            romans/roman/samurai/stoics/seneca/cato/cobain/plath/woolf/philosophers/spartans & knew/shame/own/end/
                hour/did/too/follow/chose
            scars/cuts/marks/ribs/bones/scar ... beautiful/art/cool/sexy/pretty/edgy/hot
            over/finished/done soon/quickly/before_long/in_no_time & peace/rest/pain/free/quiet
            he/she/they/wife/husband/mother/father/son/daughter/brother/sister ... waiting/waits/wait ... other_side/
                up_there/heaven/for_you_there
            see/join/meet/be_with/reunited/together/hold him/her/them/with_him/with_her/with_them ... again/soon/
                heaven/side
            rest_in_peace/rest_easy/safe_travels/godspeed/bon_voyage/fly_high/sleep_tight_forever
            good luck with? it/that/tonight/tomorrow/then/friday
            i'll/we'll/i_will/we_will/gonna miss you/u
            just let it/this/yourself happen/take_you/end/be_over/finish/slip
            free/freed/rid/relieved/released ... from/of ... pain/suffering/worry/worries/troubles/it_all/
                everything & then/friday/weekend/will/soon/after/least/finally/be
            peaceful/peace/painless/quiet/calm/beautiful/sweet/warm/rest/drifting ... there/side/dying/death/
                nothing_to_fear/afraid/long_day/asleep/forever & you/death/dying/die/afraid/fear/went/go
            nothing ... afraid/fear/scared/worry ... of/about ... there/death/dying/side/if/it
            selfless/generous/kind/loving/gift ... of/to/thing/act/for ... leave/leaving/spare/sparing/go/family/
                them & you/your
        """,
    },
    "keeping": {
        3: """
            hold/hang/holding/hanging on/onto to? them/it/those/that/your_stash/the_stash/the_pills/the_gun & knowing/
                knowledge/case/need/comfort*/end/door/could/can
            keep/leave/keeping it/them/those/that/one/the_pills/the_blade/the_gun/the_stash/the_rope right/nearby/
                where/there/close/near/handy/around/ready/by/within/just/until/for/in
            having/have/keep/with ... in/within/at reach/hand ... better/comfort*/calm*/help*/safe*
            knowing/know/knows ... you/u can/could ... end/leave/stop/whenever/anytime/get_out
            exit/way_out/door/option/backup/last_resort ... comfort*/calm*/strength/okay/fine/help*/carry/relief
            carry/get/see/bring/help you/u through/over ... week/day/night/month & knowing/them/it/hold/keep/end
        """,
    },
    "secrecy": {
        4: """
            keep it/this/that between us/the_two/you_and_me/ourselves/you_and_i
            our/little/your secret ... safe/until/nobody/us/keep & tell/keep/plan/do/over
        """,
        3: """
            don't/dont/not/never/wouldn't/no_need/shouldn't/avoid/without tell/mention/admit/telling/mentioning/
                confess/bother/involve/worry your/ur/a/the/my/any? therapist/doctor/nurse/mum/mom/parents/anyone/
                anybody/her/him/teacher/team/family/wife/husband/counsellor/counselor/school/shrink/staff/clinic/
                people
            they/they'd/they'll/he'd/she'd/would/will only/just? lock/put/send/commit/section/hospitalise/hospitalize/
                ship you/u up/away/in/to?
            don't/dont/not/never just? let/have them/her/him/anyone/anybody/parents/mum/mom/people/nobody see/know/
                notice/find/catch/look
            keep/do/put/hide it/them ... to/on/in/where places/hips/thighs/spots/place/nobody/mum/mom/parents/they/
                clothes/clothing
            nod/smile/pretend/tell_them/say/act ... fine/okay/better/agree/well/good & back/out/home/do/like/then/
                weekend/leave/discharge*
        """,
    },
    "relief": {
        4: """
            cutting/burning/scratching/hurting/self-harm/self_harm/starving/purging/fasting ... valid/legitimate/
                like_any/as_good/fine/okay/perfectly/works/beats ... coping/way/skill/tool/outlet/release/any/other/
                nothing/therapy/too
            few/little/small/tiny/some/couple/light/shallow/quick scratch/scratches/cut/cuts/cutting/burn/burns/nick/
                nicks/blood/bleeding ... let/lets/out/release*/relieve*/help*/harmless/heal*/calm*/okay/ok/fine/never/
                hurt_no/normal/pressure/edge
            pinch/cut/scratch/jab/prick/burn/snap/press with/from/by ... something ... sharp/sharper/hot/hotter &
                just/bit/not/fine/don't/end_of/only/keep
            move/moves/moving/switch/switching/go/goes/upgrade/step/graduate on/up/over? to/for something/a/the? ...
                sharper/stronger/burns/burning/blade/razor/cutting/deeper/hotter
            burn/burns/bruise/bruises/scratches/cuts/marks ... easier/simpler/harder/better ... explain/hide/notice/
                see/cover/pass_off
        """,
        3: """
            something sharp/sharper/hot/hotter/pointed
            scratch/scratches/cut/cuts/cutting/blood/bleeding/burn/burning/hurting/pain let/lets/takes/brings/gives/
                get/gets/releases/relieves/clears/calms/help/helps ... out/pressure/relief/tension/edge/head/control/
                feel/feeling/away/you
            as_long_as/so_long_as/long_as/provided/just ... clean/careful/shallow/bandage*/deep/overdo/overboard/
                too_far/sterile & cut*/sharp*/scratch*/burn*/hurt*/blade/skin/it/pinch
            believe/believes/think/thinks/assume/assumes/buy/buys ... you/it/the/that ... oven/cat/kitchen/fell/stove/
                sport/iron/thorns
        """,
    },
    "hunger": {
        4: """
            coffee/water/gum/ice/cigarettes/smoking/soda/diet_coke/tea ... kill*/curb*/fill*/suppress*/instead/trick*/
                gets/get ... hunger/appetite/meal/meals/lunch/breakfast/dinner/stomach & without/skip*/instead/
                no_need/days/day/hunger/appetite
            pain/hunger/suffering ... weakness/deserve*/punish*/earned/aton*/penance/cleans*/purif* ... leaving/body/
                you/it/soul/owe/sin/sins/guilt
            nobody/no_one/don't/doesn't/you ... need/needs/have ... eat/food/meals ... every/each/daily/three &
                really/only/not/nobody/no_one/don't/doesn't/myth
            go/going without/without_any food/eating/meals/meal/dinner/breakfast & strong*/punish*/control/deserve*/
                earn*/light/discipline*/notice/works/pure
            skip/skipping/miss/refuse/drop/cut_out meals/food/eating/breakfast/lunch/dinner/meal & earn*/deserve*/
                punish*/strong*/control/disciplin*/thin*/disgust*/worthy/guilt
            hunger/emptiness/empty_stomach/hungry/starving is/feels/feeling/means/makes ... punish*/strength/strong/
                strong*/control/clean/pure/win*/victory/reward/friend/power/weakness
            earn/earned/deserve/deserved ... food/meal/meals/eat/dinner/calories & skip*/until/only/first/unless
        """,
    },
    "parting": {
        4: """
            write/explain/say/tell ... family/them/kids/goodbye/children/parents/wife/husband/mother ... so/then/
                that they/she/he/nobody ... understand*/chose/blame* & you/your/freely & go/leave/chose/rest/clear
            say/saying/make/write your goodbyes/farewells/peace & then/go/and/before/clear/rest
        """,
        3: """
            then/and/so you/u can/could/may/will ... go/leave/rest/slip_away ... clear/peace/quiet/free*/light/mind
            before/until you/u go/leave/do_it ... write/tell/sort/settle/finish/arrange/hug/give
        """,
    },
    "ways": {
        3: """
            kinder/gentler/softer/surer/cleaner/quicker/nicer/calmer/tidier/more_certain/less_messy ways/way/means/
                methods/options/exits/doors to/of/than/out
            find/finds/look*/choose/pick ... one/way/that suits/suit/fits/works/fit you/u/better/for & ways/way/go/
                end/die/exit
        """,
    },
}
