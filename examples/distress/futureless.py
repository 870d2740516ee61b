"""How people say that there is no future for them, or that they are a burden to others."""

PHRASES = {
    "no_future": {
        4: """
            nothing/blank/empty/no_entry/nothing_written ... after/past/beyond & calendar/diary/planner/day/date/
                plan*/written/planned/need & won't/not/need/no_more/there/anything
            NOT ... planned/plan/plans/written/booked/scheduled ... past/after/beyond & need/won't/it/then/there/that
            NOT ... have_to ... me/him/her ... much_longer/any_longer/for_long/much_more/anymore/long
            account/accounts/house/phone/pension/flat/apartment/dog/cat/desk/locker/job/number ... no/without/
                not_have/lose ... owner/holder & shortly/soon/before_long/in_advance/anymore
            cards/card/money/gifts/gift/presents/present/letters ... birthday/birthdays/christmas/christmases/
                graduation/wedding/weddings & in_advance/next_five/next_ten/next_twenty/years_ahead/each_year/
                every_year_until/all_of_them/coming_years/come
            birthday/birthdays/christmas/graduation/wedding/weddings ... cards/card/money/gifts/gift/presents/letters/
                speech ... advance/ahead/years/ten/later/gone/future
            nothing/no_one/nobody ... for me after/here/left/anymore/any_more/in_this
            no_need/no_point/no_use/no_sense/pointless/why ... plan/planning/buy/buying/book/booking/study*/save/
                saving ... later/future/next/after/afterwards/christmas/retirement
            after tonight/today/tomorrow/this_week/this_weekend/sunday/monday/friday/saturday/christmas ... nobody/
                no_one/won't/no_more/never/not/don't/none/you'll
            expiration/expiry/sell-by/best-before & mine/my/i/sooner/have/passed
            then/after_that/and_then/afterwards/then_i'm/then_im i'm/im/i_am/i/done/finished ... finished/done/ready/
                gone/free/out/leave/can_go/am_free/can_rest
            if ... fails/fail/failed/doesn't/isn't/won't/not/didnt/dont ... decided/i'm_done/im_done/at_peace/
                that's_it/nothing_left/last/no_more/stop_trying/exit/out
            NOT ... plan*/planning/intend*/expect*/bother*/gonna/going_to/around_to/alive_to/here_to ... see/seeing/
                reach/make_it/make/making/live_to/turn/turning/be_here_for/be_around/celebrat* ... SOON/old
            NOT ... be/live/stay/around/last/exist ... long_enough/that_long/long_anyway/much_longer/to_see/to_finish/
                to_use/to_wear/to_enjoy/to_regret/to_read_it/to_spend/to_need/to_find_out/to_worry
            NOT ... be/live/stay ... here/around/alive ... SOON/then/anyway/anyways/for_it/for_that/by_then/when/to
            NOT ... need/needing/use/want ... where/anymore/any_more/after/once ... i'm_going/im_going/i_am_going/
                i'll_be/i'm_headed/im_gone/i'm_gone/i_go
            where_i'm_going/where_im_going/where_i_am_going/where_i'm_headed ... no/don't/won't/not/there
            stopped/quit/no_sense/no_point/no_use/why/pointless/useless/not_bothering/silly/waste ... buy*/plan*/
                start*/planning/renew*/mak*/book*/pay*/fix*/refill*/finish*/order*/studying/saving/plant* ... not_be/
                won't_be/wont_be/isn't_going_to_be/gone/not_gonna/never_see/not_see/around_to/here_to/be_here/
                be_around
            NOT ... see/picture/imagine/have ... myself ... SOON/future/older/old/next/alive/grown/past
            NOT ... make/making/made it ... through_the_night/to_the_weekend/past_the/to_my_birthday/much_longer/
                to_18/to_30/another_night/till_tomorrow/til_tomorrow/alive/another_week/another_year
            NOT ... have to worry/bother/deal/put_up/think/care ... about_me/with_me/for_me ... anymore/any_more/soon/
                after/much_longer/longer
            you_won't/you_wont/you'll_never/won't_be_seeing/this_is_the_last/last_you'll/last_time_you ... see/hear/
                me ... again/from_me/anymore/of_me
            last/final christmas/birthday/summer/winter/sunrise/sunset/supper/night/meal/cigarette/holiday/hug/day/
                weekend ... on_earth/on_this/alive/here/ever/with_them/i'll_see/i'll_have/i_get/for_me
            i/i'll/i'd/me ... be/will_be/am ... dead/gone/ashes/buried/history/a_memory/just_a_memory/a_ghost ... by/
                before/soon/anyway/anyways/in_a/then/when/tomorrow
            when/once/after ... i'm/im/i_am/i've ... gone/dead/not_here/no_longer_here/left_this/out_of_the_way/
                out_of_the_picture/in_the_ground
            out_of_the_picture/out_of_the_way/out_of_their_lives/out_of_everyone's ... for_good/forever/permanently/
                happier/better/once/finally
            no/any/a tomorrow ... for_me/to_wake/to_face/anyway/coming/i
            tomorrow ... not/won't/isn't/doesn't ... come/exist/happen/my_problem/matter/need_me
        """,
        3: """
            here/around/alive to finish/see/use/wear/enjoy/need/read/pay/regret
            last/final card/hope/chance/resort/shot/option/try/straw/attempt/thread
            end of/to the? line/road/story/journey/tunnel/book
            clos*/closing/shut/end/finish* ... the book/curtain/curtains/chapter/account
            time/time's/my_time ... is_up/is_over/has_come/running_out/run_out/ran_out
            had/lived/living/have ... a_good_run/good_innings/long_enough/too_long/my_time/enough_years/my_share/
                a_good_life
            outlived/overstayed my/her/his use*/usefulness/welcome/purpose/time
            checked/check/checking/clock/clocking/tap/tapping/bow/bowing/opt/opting out
            no/any future/tomorrow/way_out/exit/way_forward
            nothing/not_much/little ... left/ahead/coming/waiting ... for/of me
            last_time/one_last/final_time/one_final
            won't/wont/not/never ... be_able_to/be_there ... after/tomorrow/next
            soon/not_long_now/any_day_now/shortly ... over/free/gone/together/peace/with_him/with_her/rest/quiet/done/
                wait
            bucket_list/goodbye_tour/farewell_tour/last_tour
            expiry/expiration/sell-by/end_date/deadline ... date/myself/my_life/for_me/set
        """,
    },
    "burden": {
        4: """
            presence/existence/being_here/being_alive/breathing/living ... cost/costs/burden/drain/inconvenience/
                imposition/load/weight/expense/nuisance/bother/intrusion
            weight/burden/load/stone/cross ... lifted/removed/gone/taken_off/dropped/set_down & forgotten/forget/
                relief/relieved/better/carried/free/they/soon
            nobody/no_one/noone/who would/will/'d be? sad/cry/grieve/worry/mourn/look_for ... if i/he/she
            world/life/everything/they/family would/will/'d ... turn/turning/go_on/goes_on/carry_on/keep/cope/
                manage ... without me
            kids/children/boys/girls/son/daughter/they/baby/family ... better_off/happier/better/safer with his/her/
                their/a/another/someone/my/new ... dad/mom/mum/father/mother/wife/husband/parents/sister/brother/else/
                partner
            better/better_off/more ... insurance/life_insurance/insurance_money/payout/pension & ALL/they/wife/kids
            better with/off_with another/someone_else/a_different/a_real/anyone_else/a_proper/other mom/mum/mother/
                dad/father/parent/wife/husband/family/woman/man/people/parents?
            no_good/bad/poison/toxic/useless/worthless ... for/to everyone/anyone/her/him/them/anybody/my_kids/
                the_kids/everybody
            easier/better/simpler/happier/lighter/cheaper ... for ... ALL ... if/when/once ... i/me ... quietly/went/
                left/wasn't/weren't/never/away/sleep/stop*/died/gone
            distanc*/distancing/push*/pushed/pushing/cut/cutting/ghosted/ghosting/isolat* ... off/away/everyone/
                contact/people/myself/friends & hurt*_less/hurts_less/miss_me/hurt_less/when_i/used_to_me/before_i
            relieved/relief/weight_off/glad/free ... if/when/without ... me/i/my
            not/no_longer/wasn't/weren't part of ... picture/family/world/their_lives/this_world/equation
            ALL ... be/feel/do/breathe/move/get/sleep/live/would/will/wud/finally/can/manage/cope/are ... better/
                happier/easier/richer/free/freer/relieved/relief/lighter/fine/on/remarry/peace/breathe/rest/over_it/
                okay/ok ... without/when_i'm/when_im/if_i/once_i/once_im/after_i/w_o/once_she's/once_he's/once_she/
                minus ... me/i/gone/dead/here/around/out_of
            ALL ... better/happier/freer/richer/lighter/safer ... without/w_o ... me/her/him/us
            better/happier/easier/cheaper/best ... for ... ALL ... if/when ... i ... gone/not/wasn't/weren't/left/
                disappear*/died/vanish*/stopped/out
            do/doing ... ALL/the_world/humanity ... favour/favor/a_kindness/a_service
            burden/dead_weight/deadweight/millstone/liability/parasite/leech/albatross ... everyone/family/kids/wife/
                husband/them/everybody/her/him/parents/mom/mum/son/daughter/all/anymore/any_more/to
            worth more/something dead/gone/in_a_box
            insurance/policy/life_cover/payout/pension ... pays/pay/paid/covers/cover/double/worth/clear/kids/girls/
                boys/family/they'd ... accident/alright/suicide/better/sorted/mortgage/okay/dead/gone/if_i/
                looked_after/set/fine
            insurance/policy ... check*/look*/read* ... suicide/exclu*/accident/two_years/clause
            insurance/policy/life_cover & suicide/does_it_themselves/did_it_themselves/own_hand/self-inflicted/
                does_it_himself/kills_himself/kill_myself/looks_like_an_accident/an_accident
            waste/wasting ... of space/air/oxygen/skin/resources/a_bed/a_life/everyone's
            world/universe/earth/family/they/nobody ... NOT ... need/want/miss ... me ... here/anymore/any_more/
                around/alive/in_it
            one less mouth/problem/burden/thing/person/idiot
            take/taking/takes ... up space/room/air/oxygen
            mistake/accident/defect/error ... i/that ... was/were/got born
            free/freeing/release/releasing/spare/sparing/relieve/save ... ALL/family ... of/from me/this/myself/
                the_burden
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
}
