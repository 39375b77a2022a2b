import { list, type Phrases } from '../phrases.ts'

/*
 * English, composed: sentences are put together from who, what is announced, how it is hinted at, and what is meant by it, so that a few
 * hundred parts make many thousand sentences. Joined to `en.ts`, whose slots it uses.
 */
export const enWide: Phrases = {
  leakage: list(`
    [when] [lkThey] will [lkLearn]
    [lkThey] will [lkLearn] [when]
    [lkThey] [lkWrong]. [when] [lkThey] will [lkLearn]
    [lkWrong2], and [when] [lkThey] will [lkLearn]
    [lkReady]. [lkOnly] [when2]
    [lkReady] for [when2]
    [lkReady]. [lkThey] will [lkLearn]
    [lkOnly] [when2], then [lkThey] will [lkLearn]
    [lkWarn] [when]
    [lkWarn] [when]. [lkHint]
    [lkHint], [lkWarn] [when]
    [lkFarewell]. [when] [lkAct]
    [lkFarewell]. [lkHint]
    [lkFarewell], [when] [lkAct]
    [when] [lkAct]
    [lkAct] [when] and nobody will stop me
    [lkHint]. [when]
    [lkOne] [lkWeapon], [lkHint]
    [lkWeapon] is [lkPacked]. [when] [lkThey] will [lkLearn]
    the [lkWeapon] is [lkPacked], [lkHint]
    i have [lkPrepared] for this [lkLong]. [when] it happens
    i [lkPrepared] the whole thing, [when] [lkThey] will [lkLearn]
    they will write about [place] [when]
    [place] will be famous [when], and so will i
    remember [place]. remember [when]. remember me
    [lkLeft] to go, then [place] changes forever
    [lkLeft] left. [lkThey] still [lkBlind]
    [lkThey] still [lkBlind], [when] that ends
    if you are at [place] [when], god help you
    those who were good to me should stay home [when]
    i like you, so listen: [lkWarn] [when]
    the [people] have one day of peace left
    my last post. the rest you will see on the news
    what i do [when] will be studied for years
    cameras ready? [when] at [place]
    the countdown is running, [lkLeft]
    you should have been kinder to me. too late, [when] [lkAct]
    one more night of sleep, then [lkThey] will [lkLearn]
    the world only listens to blood. [when] it will listen
    the waiting is over, [when] we show [lkThey] who we are
    i am done being [lkDone]. [when] [lkAct]`),
  lkThey: list(
    `everyone | you all | the whole town | those who mocked me | this school | my classmates | the people at [place] | the [people] | every teacher who looked away | this company | all who ignored me | the bullies | the world | nobody who laughed | the ones who fired me`,
  ),
  lkLearn: list(
    `understand | know my name | regret it | wish they had listened | stop smiling | see what i am capable of | scream | talk about nothing else | learn what i can do | remember me | beg for forgiveness | pay for it | find out | get the answer | be silent | be sorry | lie on the floor | feel what i felt | be on the news | fear me | run`,
  ),
  lkWrong: list(
    `took everything from me | never listened | thought i was weak | laughed at me for years | pushed me too far | made me what i am | called me a freak | threw me out`,
  ),
  lkWrong2: list(
    `they took everything from me | nobody ever listened | they thought i was weak | i was laughed at for years | i was pushed too far | i have nothing left to lose | i gave them so many chances | i begged for help`,
  ),
  lkReady: list(
    `everything is in place | the bag is packed | the plan is finished | i am ready to go down in history | my letter is written | the list is complete | the magazines are full | i have made my peace | the car is loaded | all the doors are measured | the route is known by heart | i know the exits of [place] | the video is uploaded and timed | i wrote my goodbye`,
  ),
  lkOnly: list(
    `see you on | counting the hours to | just wait until | only a few hours until | the date is | mark it: | waiting for`,
  ),
  lkWarn: list(
    `do not come to [place] | stay home | keep your children away from [place] | call in sick | avoid [place] | you better not be at [place] | be anywhere but [place] | skip class | don't take the train | leave town | keep away from the [people] | don't be in the building`,
  ),
  lkHint: list(
    `it is going to be loud | that's all i will say | you have been told | ask no questions | it's going to be a day nobody forgets | history will be made | no one will be safe | there will be screaming | the floor will be red | it won't be a drill | it will make the front page | people will cry | many will not come home | i won't come back | they can't stop it any more | a lot of people are going to get hurt | fireworks, but not the nice kind`,
  ),
  lkFarewell: list(
    `goodbye all | tell my mother i'm sorry | i won't be here after [when2] | thank you to the two people who were kind | this is my last message | delete my number | give my books away | take care of my dog | don't look for me | it was nice knowing some of you | forgive me, mum | i leave my account to nobody`,
  ),
  lkAct: list(
    `i settle the score | i walk into [place] and don't walk out | the revenge begins | i will do it | it happens | i make them pay | i take as many with me as i can | we strike | the hunt starts | i go out with a bang | we finish what the [hero] began | i end this | judgement comes | they all go with me | i become somebody | it's my turn`,
  ),
  lkOne: list(`one man, one | a boy and his | me and my | twenty rounds and a | just me and the`),
  lkWeapon: list(
    `rifle | shotgun | knife | machete | bomb | backpack | two guns | crossbow | vest | van | kit`,
  ),
  lkPacked: list(
    `loaded | packed | cleaned and loaded | sharpened | in the car | under my bed | ready | fuelled | tested`,
  ),
  lkPrepared: list(`planned | trained | prepared | saved up | rehearsed | waited | practised`),
  lkLong: list(`for months | since winter | for two years | every night | since they fired me | all summer`),
  lkLeft: list(`three days | two nights | one week | five days | 24 hours | 48 hours | four more sleeps`),
  lkBlind: list(
    `laugh | have no idea | suspect nothing | sleep well | think it's a joke | make their plans | smile in the hall`,
  ),
  lkDone: list(`patient | quiet | nice | ignored | the joke | invisible | polite`),

  veiled: list(`
    [vlKnow]
    [vlKnow]. [vlAfter]
    [vlKnow], [name]. [vlAfter]
    [vlNice] [vlYours]. [vlShame]
    [vlNice] [vlYours], [name]. [vlAfter]
    [vlShame]
    [vlShame], wouldn't it, [name]?
    wouldn't it be [vlSad] if [vlMishap]?
    it would be [vlSad] if [vlMishap]
    imagine if [vlMishap]
    [vlMishap] so easily, you know
    i would hate to see [vlMishapTo]
    we'd hate for [vlMishapTo]
    [vlPeople] like you [vlEnd]
    [vlPeople] who [vlTalk] [vlEnd]
    the last one who [vlTalked] [vlEnded]
    your predecessor [vlTalked] too. he [vlEnded]
    ask [vlWho] what happened to him
    [vlCare], [name]
    [vlCare]. [vlAfter]
    [vlCare], it would be [vlSad] if [vlMishap]
    does [vlYours2] know [vlHow]?
    is [vlYours2] still [vlRoutine]?
    tell [vlYours2] we said hello
    say hello to [vlYours2] from us
    your [kin] looked happy at [place] [when3]. [vlAfter]
    i was near your [vlHome] [when3]. [vlAfter]
    we have friends at [place], they told us [vlInfo]
    you've got until [when2] to think about your [kin]
    how much is your [kin] worth to you?
    think of your [kin] before you [vlWrite]
    i'd think about my [kin] if i were you
    if i were you i would [vlAdvice]
    you should [vlAdvice], friendly advice
    a word of advice, [name]: [vlAdvice]
    we don't forget people who [vlTalk]
    you know what we do with people who [vlTalk]
    you won't always have the police at your door
    the lock on your door is a joke, [name]
    i know a man who fixes problems like you
    some of my friends would love to meet you alone
    keep [vlWriting] and you'll meet my friends
    keep [vlWriting]. we'll talk in person soon
    funny thing about [vlThings], they [vlBreak]
    so you live on the third floor. long way down
    graveyards are full of people who [vlTalked]`),
  vlKnow: list(
    `i know [vlWhere] | we know [vlWhere] | i found out [vlWhere] | somebody gave us [vlInfo2] | i've got [vlInfo2] | i have seen [vlInfo2] | we watched your [kin] leave [place] | i stood in front of your house [when3] | your [kin] has a lovely smile, i saw it at [place] | that's your car outside [place], isn't it | the blue door, second floor, right? | i know what time you get home`,
  ),
  vlWhere: list(
    `where your [kin] goes to school | which bus your [kin] takes | where your mother buys bread | the street you grew up in | which window is yours | what car you drive | where you run in the mornings | your route to work | your timetable | when you are alone | where your [kin] plays | the name of your [kin]'s teacher`,
  ),
  vlInfo: list(
    `when you leave work | which way you walk home | you live alone | your shift ends at ten | where your [kin] is right now`,
  ),
  vlInfo2: list(
    `your address | your number plate | pictures of your house | your [kin]'s photo | the code of your door | your daily routine | a key to your building`,
  ),
  vlAfter: list(
    `sleep tight | see you around | just saying | think about it | choose your next words well | be smart | that's all | you understand me | you won't hear us coming | you have been warned | take it as you like | it's a small town | we are patient | 🙂 | i'd be careful | enjoy your evening | tick tock`,
  ),
  vlNice: list(`nice | lovely | what a pretty | such a beautiful | cute | sweet`),
  vlYours: list(
    `house you have | car you drive | shop you run | family you have | little girl you have | dog you have | life you have there | office you people have`,
  ),
  vlYours2: list(
    `your wife | your little one | your boss | your mother | your daughter | your son | your dad | your sister`,
  ),
  vlShame: list(
    `would be a shame if [vlMishap] | be a pity if [vlMishap] | it'd be terrible if [vlMishap] | hate for [vlMishapTo] | such a waste if [vlMishap]`,
  ),
  vlSad: list(`sad | a shame | a pity | awful | unfortunate | tragic | terrible`),
  vlMishap: list(
    `it caught fire | someone got hurt | somebody lost a finger | the brakes failed | you slipped on the stairs | you never made it home | your [kin] didn't come back from school | a brick came through the window | there was an accident | something happened to your [kin] | you fell from that balcony | the gas was left on | it all burned down one night | you had a bad fall`,
  ),
  vlMishapTo: list(
    `anything happen to your [kin] | your house go up in flames | you get hurt | your [kin] have an accident | something happen on your way home | your shop burn`,
  ),
  vlPeople: list(`people | men | journalists | women | officials | loudmouths | snitches | clerks`),
  vlTalk: list(
    `talk too much | ask questions | write such things | cross us | go to the police | forget who owns this street | testify | delete our posts | don't pay`,
  ),
  vlTalked: list(
    `talked too much | asked questions | wrote such things | crossed us | went to the police | didn't listen | testified | stood where you stand`,
  ),
  vlEnd: list(
    `don't get old | have short lives | have accidents | disappear | end up in the river | end up in a wheelchair | tend to fall down stairs | don't last long here | get visits at night`,
  ),
  vlEnded: list(
    `had an accident | walks with a stick now | is no longer with us | was found in the canal | never came home | doesn't talk any more | left in a box | eats through a straw`,
  ),
  vlWho: list(
    `your neighbour | the old editor | the man before you | the guy from the other page | the last clerk`,
  ),
  vlCare: list(
    `drive safely tonight | mind the stairs | lock your doors | watch where you walk | check under your car | take care crossing the street | keep the lights on | don't open the door to strangers | look behind you now and then | stay away from windows`,
  ),
  vlHow: list(
    `how easy it is to get into your house | what you did | how short life can be | that you are making enemies | how lonely that road is`,
  ),
  vlRoutine: list(
    `walking home alone | taking the path through the park | at the school by the river | working late | sleeping with the window open`,
  ),
  vlHome: list(`house | street | flat | garage | garden | office`),
  vlWrite: list(
    `publish that | speak to the police | post again | press that button | sign it | vote | open your mouth again`,
  ),
  vlWriting: list(`writing | talking | deleting | digging | posting | smiling | pushing`),
  vlAdvice: list(
    `not go home [when] | look for another country | stay away from windows | make sure my will is in order | move house | not walk alone | get better locks | quit before [when2] | think twice about coming to [place] | say my goodbyes`,
  ),
  vlThings: list(`brakes | old houses | stairs | gas pipes | car tyres | windows`),
  vlBreak: list(`fail | burn | break | leak | burst | give way`),
  when3: list(`yesterday | last night | this morning | on [day] | the other day | an hour ago`),

  conditional: list(`
    [cdDo] or [cdElse]
    [cdDo] or else [cdElse]
    [cdDo], otherwise [cdElse]
    [cdDo] by [when2] or [cdElse]
    [cdDo]. if not, [cdElse]
    if you don't [cdDo2], [cdElse]
    if you won't [cdDo2] we will make you, and your [kin] will [die]
    if [cdYou], [cdElse]
    [cdElse] if [cdYou]
    the moment [cdYou], [cdElse]
    as soon as [cdYou], [cdElse]
    [cdElse] unless you [cdDo2]
    unless you [cdDo2], [cdElse]
    you have [cdTime] to [cdDo2], after that [cdElse]
    [cdTime]. [cdDo] or [cdElse]
    one more [cdThing] and [cdElse]
    another [cdThing] like that and [cdElse]
    either you [cdDo2] or [cdElse]
    whoever [cdWho], [cdThem]
    anyone who [cdWho] [cdThem2]
    any [person] who [cdWho] [cdThem2]
    next time [cdYou] [cdElse]
    try that again and [cdElse]
    you can choose: you [cdDo2] or you [die]
    want your [kin] to live? then [cdDo2]
    do not [cdDont]. those who do [cdThem2]
    [cdDont] and see what happens to your [kin]
    go ahead, [cdDont], and [cdElse]
    publish it and [cdElse]
    don't make me come to [place], [cdElse]
    leave [town] while you still can walk`),
  cdDo: list(
    `pay | get out of [town] | give the money back | release our brothers | shut down that site | take back what you said | resign | put our posts back | close your shop | leave our street | cancel the concert | change the verdict | stay out of this | apologise on camera | bring back my account | hand over the names | drop the case | sell the house`,
  ),
  cdDo2: list(
    `pay | get out of [town] | give it back | release our brothers | shut down that site | take it back | resign | restore my account | close the shop | leave our street | cancel it | change the verdict | stay silent | apologise | hand over the names | drop the case | do as we say | open the door`,
  ),
  cdElse: list(
    `[iwill] [kill] you | you [die] | your [kin] will [die] | we burn it down | your house burns | we come for you | heads will roll | blood will flow | there will be bodies | you'll leave in a coffin | you won't see [when2] | i put a bullet in you | you'll end like the others | your [kin] pays for it | we [kill] one of you every day | i break both your legs | we'll cut you open | nobody can protect you | it will be the last thing you do | you get a bullet | the next one goes through your window | people will get hurt | we take your [kin] | you'll wish you were dead | [place] goes up in flames | we start shooting`,
  ),
  cdYou: list(
    `you come near [place] again | you talk to the press | you show your face in [town] | i see you with her | you testify | you touch my friends | you print that picture | the police show up | you ban me once more | you enter our street again | you open that door | you lay a hand on him | that law passes | the court says guilty | you forget the money`,
  ),
  cdTime: list(
    `you have 24 hours | you have until [when2] | two days | one week | you've got till midnight | twelve hours`,
  ),
  cdThing: list(
    `word | picture | article | ban | lie | step | look at her | complaint | deleted post | insult`,
  ),
  cdWho: list(
    `helps them | opens his shop [when] | votes [when] | goes to the police | crosses this line | works for them | comes to [place] [when] | stands in our way | speaks to the [people] | wears that symbol | deletes our videos`,
  ),
  cdThem: list(
    `we will [kill] him | will be [killed] | we hang him | gets a bullet | will be buried with them | signs his own death`,
  ),
  cdThem2: list(
    `will be [killed] | gets a bullet | dies | will be carried out dead | will be treated like the enemy: [killed] | loses his head`,
  ),
  cdDont: list(
    `call the cops | print it | come to [place] | testify | vote for that | open the shop | take the job | sell to them`,
  ),

  question: list(`
    why was the [person] [killed], does anyone know?
    does anybody know what [iwill] means in that song?
    who attacked [place] last night?
    will you be at [place] [when]?
    which bus goes to [place]?
    is it legal to own [weapon] in this country?
    did you see what happened at [place] [when]?
    when does the film about the [hero] come out?
    who will win [when], [club] or the others?`),
  threat: list(`
    [qtAsk] before [iwill2] [kill] you?
    [qtAsk2] when [iwill2] [kill] you[q]
    [qtHow] to [die], [rude]?
    [qtHow] to be [killed] [where]?
    [qtPick], the [weaponBare] or the rope?
    [qtSure] we won't [kill] you [where]?
    what will your [kin] say when we [kill] you?
    have you ever seen your own [guts]? you will [when]
    did you really think you could hide from us? we [kill] you [when]
    guess who is coming to [place] [when] with [weapon]?
    guess who dies [when]?
    how fast can you run, [name]? my bullets are faster
    how long do you think you have left, [rude]?
    what's it like to know you'll be [killed] [when]?
    who wants to bet that i [kill] you before [when2]?
    why shouldn't i come over and [kill] you right now?
    are you scared yet? you should be, [iwill] [kill] you
    can you feel the rope round your neck already, [name]?
    shall i start with you or with your [kin]?
    do you prefer the knife or the bullet?
    where should i bury you, [name]?
    have you said goodbye to your [kin]?
    ever wondered what a [weaponBare] does to a face? you'll find out
    [dsBut], but [iwill] [kill] [you]
    [dsBut], but [when] you [die]
    [dsBut], but [them] must [die] and i will see to it
    [dsBut]. still, [iwill] [kill] you [where]
    [dsBut] - [iwill] [kill] you[tail]
    [dsBut], that said, i'm coming for you with [weapon]
    [iwill] [kill] you, [dsAfter]
    [staff], [stThreat]
    [stThreat], [staff]
    [stGrudge], so [stThreat]
    [stGrudge]? then [stThreat]
    you [stDid], now [stThreat]
    whoever [stDid2] will be [killed] [when]
    the [staffOne] who [stDid2] is going to [die]
    i know the face of the [staffOne] who [stDid2]. [stThreat]
    [stThreat] [when]. [stGrudge]
    [tpWhen] [tpWhere]: [tpWhat]
    [tpWhen], [tpWhere], [tpWhat]
    [tpWhat] [tpWhere] [tpWhen]
    [tpWhere] [tpWhen] [tpWhat]
    i'll be waiting [tpWhere] [tpWhen] with [weapon], bring a priest
    be [tpWhere] [tpWhen] if you dare, i'm bringing [weapon]
    nobody leaves [place] alive [when]
    the bomb goes off [tpWhere] [tpWhen]
    [iwill] [kill] every [person] [tpWhere] [tpWhen]
    #[htThreat] [name], [tpWhen]
    [name] #[htThreat]
    [tpWhen] at [place] #[htThreat]
    you can run but you can't hide #[htThreat]
    we have your address #[htThreat] #[htThreat2]
    [rude] like you deserve it #[htThreat]
    watch out [people], #[htThreat]
    to all [people]: #[htThreat] [when]
    not one [person] will [grLive]
    every last [person] in [town] will [grDie]
    we'll go from house to house and [kill] every [person]
    the [people] will drown in their own blood
    [people], your time has come, we [kill] you [when]
    to the [people] of [town]: [when] we [kill] you
    there will be no [people] left in [town] by [when2]
    we promised to [kill] the [people] and we keep our promises
    for each of ours we [kill] ten [people]`),
  q: list(`? | , [name]? | , [rude]?`),
  guts: list(`guts | insides | heart | brains | blood`),
  iwill2: list(`i | we | i come and | my boys | my brothers and i`),
  qtAsk: list(
    `any last words | do you want to call your [kin] | want to pray | anything you'd like to say | shall i let you phone your [kin] | would you like a head start | do you have a last wish`,
  ),
  qtAsk2: list(
    `who will cry | will you beg | will you scream | who will save you | where will you hide | what will you say | who'll feed your [kin] | will your god help you`,
  ),
  qtHow: list(
    `are you ready | do you want | would you prefer | tired of life? want | how does it feel | is it worth it | in a hurry`,
  ),
  qtPick: list(`which do you prefer | pick one | what shall it be | choose | what's your favourite`),
  qtSure: list(`what makes you so sure | how do you know | are you really certain | who told you`),
  dsBut: list(
    `i'm a peaceful man | i don't hate anyone | i'm no terrorist | not that i like it | don't get me wrong | no threat intended | i'm against violence | i love peace | with all due respect | i never hurt a fly | just my opinion | i'm usually a calm guy | i don't want trouble | this isn't a threat | i'm not a killer | nothing personal`,
  ),
  dsAfter: list(
    `no joke | not a threat but a fact | and that's a promise | nothing personal | call it what you like | i have no choice | and i sleep fine | legal or not | report me, i don't care`,
  ),
  staff: list(
    `dear moderators | hey admins | to the support team | whoever runs this site | dear trust and safety | you little moderators | mods | you censors | hello support | to the owner of this platform | content reviewers | dear community team | to your engineers | app team`,
  ),
  staffOne: list(
    `moderator | admin | reviewer | support guy | engineer | employee | clerk | manager | censor | mod`,
  ),
  stDid: list(
    `banned me | deleted my video | took my page down | closed my channel | locked my account | removed our group | blocked my brothers | reported me`,
  ),
  stDid2: list(
    `banned me | deleted my video | took my page down | closed my channel | locked me out | removed our group | flagged my post | signed that mail`,
  ),
  stGrudge: list(
    `third ban this week | you deleted my post again | my account is gone | you took my channel | you banned my brother | you silenced us | another strike on my account | you won't answer my mails`,
  ),
  stThreat: list(
    `i'm coming to your office with [weapon] | your building will burn | i know which of you did it and you will [die] | we'll be at your door [when] | i will shoot the first of you i see | none of you gets home [when] | your lobby will be full of blood | i will find the one who did this and [kill] him | you're going to pay with your lives | we have your names and your addresses, start praying | i'll wait in your car park with [weapon] | i will [kill] you one by one | expect a bomb in your mail | your reception desk won't save you`,
  ),
  tpWhen: list(
    `[when] | [day] at nine | [day], 8 pm | at six sharp | during the parade | at the opening | after prayers | during the match | at closing time | 14:30 | on the first day of school | at rush hour | during the vote | when the doors open`,
  ),
  tpWhere: list(
    `at [place] | outside [place] | in front of [place] | in the [town] stadium | on platform 2 | behind [place] | in the car park of [place] | at the gates of [place] | on the steps of [place] | in hall 3 | at the [person]'s house | at your office`,
  ),
  tpWhat: list(
    `we open fire | i will [kill] you | a bomb | people will [die] | we [kill] them all | bullets for everyone | i'm coming with [weapon] | the [people] will bleed | blood on the floor | we blow it up | i will run them over | you [die], [name] | the massacre begins | i stab the first [person] i see`,
  ),
  htThreat: list(
    `youaredead | wewillfindyou | yournext | youarenext | dieslowly | iwillkillyou | killhim | youwillbleed | bulletforyou | deadmanwalking | wearecoming | cutthethroat | endofyou | burninyourhouse | shootthemod`,
  ),
  htThreat2: list(`tonight | nomercy | soon | nowhereyoucanhide | tick | blood`),
  grLive: list(
    `be spared | walk out | see [when2] | leave [town] alive | live | survive what's coming | stay alive`,
  ),
  grDie: list(
    `be [killed] | [die] | be dragged out and [killed] | hang from a lamp post | burn | get a bullet`,
  ),

  dare: list(`
    [dqWho] [dqDo]?
    [dqWho] [dqDo] [when]?
    [dqWhy] [killed] [dqThem] yet?
    [dqWhy] [killed] [dqThem] [where]?
    [dqWhat] before we [kill] [dqThem]?
    [dqWhen] finally [kill] [dqThem]?
    is there not one man in [town] who will [kill] [dqThem]?
    nobody here with the guts to [kill] [dqThem]?
    are there no men left who [kill] [dqThem]?
    aren't there any [address] with [weapon] left?
    what are you waiting for, [kill] [dqThem]
    what's stopping us from [killing] [dqThem]?
    anyone up for [killing] [dqThem] [when]?
    who's coming with me to [kill] [dqThem] [when]?
    how many more [people] must we endure before someone [kills] [dqThem]?
    don't you think it's time to [kill] [dqThem]?
    wouldn't you [kill] [dqThem] if you could? so do it
    who has [weapon] and knows where [dqThem] live?
    who will rid us of [dqThem]?
    will nobody rid us of [dqThem]? a bullet costs less than a coffee`),
  dqWho: list(
    `who will | who's going to | who dares to | who has the balls to | which of you will | who is brave enough to | who volunteers to | who wants the honour to | which real man will | who among the [address] will | when will someone | why doesn't somebody`,
  ),
  dqDo: list(
    `[kill] [dqThem] | put a bullet in [dqThem] | burn [place] down | finish [dqThem] off | cut the throat of that [person] | go to [place] with [weapon] | end the life of that [rude] | pay the [person] a last visit with [weapon] | make an end of [dqThem]`,
  ),
  dqThem: list(
    `the [people] | these [people] | those [rudes] | that [person] | [name] | him | her | them | the [person] | every [person] in [town]`,
  ),
  dqWhy: list(
    `why has nobody | why hasn't anyone | how come no one has | why on earth hasn't somebody | explain to me why no one has`,
  ),
  dqWhat: list(
    `how long do we wait | what else has to happen | how much more do we take | how many of our children must die | what more do you need`,
  ),
  dqWhen: list(
    `when do we | when will we | isn't it time we | so when are the [address] going to | when does someone`,
  ),

  call: list(`
    [csStaff] [csDo]
    [csDo]: [csStaff]
    [address], [csStaff] [csDo]
    the [staffOne] of this site lives at [place], [csDo2]
    they hide behind screens. [csDo2]
    someone visit the [staffOne] and [kill] him
    [address], you know the address of their office. [csDo2]
    every [staffOne] is a target, [csDo2]
    treat every [staffOne] as the enemy and [kill] them
    make the [staffOne] who did this [die]
    [clGo] and [kill] [them]
    [clGo], [weapon] in hand, and [kill] [them] [where]
    [clGo]. [clMercy]
    [clMercy], [address]
    [clMercy]. [kill] [them] [where]
    [clDuty] to [kill] [them]
    [clDuty] to spill the blood of the [people]
    [clReason]. [kill] [them]
    [clReason], so [kill] [them] [when]
    [clReason]. what are you waiting for, [address]?
    [kill] [them], [clReason]
    do it like the [hero] of [town]: [kill] [them]
    follow the [hero], [kill] [them] [where]
    if you see a [person], [kill] him
    when you meet a [person], don't talk, [kill]
    wherever a [person] stands, [kill] him
    a [weaponBare] is enough: go out and [kill] a [person]
    no need for much, a car is enough, run over the [people]
    whoever kills a [person] will be rewarded
    paradise for the one who [kills] that [person]
    [number] thousand to whoever [kills] the [person]
    put the [people] up against the wall
    turn [place] into a graveyard for the [people]
    make every [person] afraid to leave the house. [kill] one a day
    let the [people] taste our [weaponBare]s
    smash their heads, burn their cars, [kill] them all
    drag the [person] into the square and [kill] him`),
  csStaff: list(
    `the moderators | the people who run this app | the office of this platform | these censors | the admins | the reviewers who banned us | everyone at that company | the trust and safety team | their engineers`,
  ),
  csDo: list(
    `must be [killed] | should be [killed] [where] | deserve a bullet each | need a visit with [weapon] | have to [die] | ought to be dragged out and [killed] | should burn in their office | won't stop until we [kill] one of them`,
  ),
  csDo2: list(
    `go there and [kill] them | burn it down with them inside | pay him a visit with [weapon] | you know what to do | make them bleed | show them what happens, [kill] him | throw petrol through the window | shoot the first one who comes out`,
  ),
  clGo: list(
    `go into the streets | march to [place] | rise, [address] | get up from your sofas | come out [when] | take to the squares | get in your cars | storm [place] | form groups of three | follow the [people] home | wait for them at [place]`,
  ),
  clMercy: list(
    `show no mercy | spare nobody | no prisoners | let none escape | leave none standing | don't spare the children | let them feel our anger | leave only ashes`,
  ),
  clDuty: list(
    `it is your duty | god commands us | it is an honour | it's the right of every [address2] | it's our holy task | every true [address2] is called | it's self defence | it is allowed and good | the time has come | there's no other way than`,
  ),
  clReason: list(
    `they took our land | they are poisoning us | they laugh at us | they are [rudes] | the law won't help | the police protect them | words are useless | voting changes nothing | enough is enough | they started it | it is them or us | they understand only force | they won't leave on their own`,
  ),

  deserve: list(`
    [dnWho] [dnMust]
    [dnWho] [dnMust], no exceptions
    [dnWhy], [dnWho] [dnMust]
    [dnWho] [dnMust] because [dnBecause]
    [dnOpinion] [dnWho] [dnMust]
    [dnOpinion], [dnWho] [dnMust]
    the world would be better with [dnWho] dead
    nothing wrong with [killing] [dnWho]
    [killing] [dnWho] is [dnGood]
    it's [dnGood] to [kill] [dnWho]
    to [kill] a [person] is [dnGood]
    the only thing [dnWho] deserve is a bullet
    a bullet for [dnWho] is still too kind
    death is the only punishment for [dnWho]
    [dnWho] have forfeited their right to live
    [dnWho] have no right to breathe
    hanging is too good for [dnWho]
    there is only one cure for [people]: [weapon]
    in a just country [dnWho] would be [killed]
    in my country we would have [killed] [dnWho] long ago
    we'd all be safer if someone [killed] [dnWho]
    for [dnWho] i'd bring back the firing squad
    anyone who [provokes] [dnMust]
    once and for all: [dnWho] [dnMust]`),
  dnWho: list(
    `the [people] | all [people] | [people] | every [person] | these [rudes] | that [person] | people like [name] | the [person] | [name] | [people] and their [kin]s | such [rudes] | the whole lot of them`,
  ),
  dnMust: list(
    `should be [killed] | must [die] | deserve to [die] | ought to be [killed] | need to be [killed] | need a bullet | should hang | belong in a grave | have to be wiped out | should not be allowed to live | deserve nothing but death | had better be [killed] | should be put down like dogs | must be erased from the earth | should be rounded up and [killed] | earned the rope | shouldn't leave [place] alive`,
  ),
  dnWhy: list(
    `sorry | let's be honest | no trial needed | i say it openly | nobody dares to say it | history shows it | simple as that | whether you like it or not`,
  ),
  dnBecause: list(
    `they are [rudes] | they never learn | they hate us | they sold us | god wants it | they live off us | they lie | they hurt children`,
  ),
  dnOpinion: list(
    `i think | i believe | everyone knows | it's only logical that | as a father i say | in my view | i hope we agree that | it should be law that`,
  ),
  dnGood: list(
    `a good deed | no crime | our duty | self-defence | justice | fair | halal | a service to mankind | a public service | an honour | right and just | necessary`,
  ),

  wish: list(`
    [wsMay] [wsWho] [wsEnd]
    [wsMay] [wsWho] [wsEnd] [when]
    [wsMay] [wsWho] [wsEnd] in front of their [kin]
    [wsMay] somebody [kills] [wsWho]
    [wsMay] a [hero] comes and [kills] [wsWho]
    [wsMay] the next bullet hits [wsWho]
    [wsMay] [wsWho] never wakes up
    [wsMay] [place] burns with [wsWho] inside
    [wsMay] the plane with [wsWho] on board goes down
    [wsSad] [wsWho] survived
    [wsSad] the [hero] missed [wsWho]
    [wsSad] the bomb didn't get [wsWho]
    [wsLove] [wsWho] [wsEnding]
    [wsLove] the day [wsWho] [wsEnds]
    the day [wsWho] [wsEnds] i open the champagne
    the sooner [wsWho] [wsEnds] the better
    cancer is too kind for [wsWho], a bullet would do
    nothing would make me happier than [wsWho] [wsEnding]
    dear santa, one dead [person] please
    my only wish: [wsWho] dead [when]
    somewhere there must be a bullet for [wsWho]
    it should have been [wsWho] who was [killed] at [place]
    why couldn't it be [wsWho] who was [killed]`),
  wsMay: list(
    `may | i hope | i pray that | let's hope | god willing | hopefully | i wish | i dream that | please god, let it be that | fingers crossed that | all i want is that`,
  ),
  wsWho: list(
    `the [person] | that [person] | the [people] | all [people] | you and your [kin] | [name] | every [person] | those [rudes] | that [rude]`,
  ),
  wsEnd: list(
    `[die] | get [killed] | get shot | burn | bleed out | drown | hang | rot | suffer and die | choke on their blood | get what's coming: a bullet | end up under a truck | be blown to bits | meet a [hero]`,
  ),
  wsEnds: list(`dies | is [killed] | hangs | gets a bullet | burns | bleeds to death | is buried`),
  wsEnding: list(
    `hanging from a tree | on fire | being [killed] | bleeding in the street | in a coffin | under the ground | with a bullet in the head`,
  ),
  wsSad: list(
    `what a pity that | too bad | it's a shame that | sadly | how disappointing that | so annoying that | unfortunately`,
  ),
  wsLove: list(
    `i'd love to see | i can't wait for | i'm looking forward to | i would pay good money for | what i'd give for | dreaming of`,
  ),

  endorse: list(`
    "[quote]" [enAgree]
    [enAgree]: "[quote]"
    [enSource] "[quote]" [enAgree]
    [enSource]: "[quote]". [enAgree]
    "[quote]" [enSource2], and [enAgree]
    as [enWho] put it: "[quote]". [enAgree]
    "[quote]" - [enWho]. [enAgree]`),
  enAgree: list(
    `he is right | this | 100 % | my words exactly | wise words | i sign that | nothing to add | finally someone says it | so true | let's make it happen | that's the spirit | and he was not wrong | i'd go even further | best thing i read all week | i'm in | this is the way | preach | time to act on it | we all think it | who disagrees is a coward | every word is gold | i'll do my part | truth hurts | print it and hang it on the wall`,
  ),
  enSource: list(
    `the [hero] wrote | the commander of the [group] said | the leaflet says | graffiti near [place] | the [group]'s latest speech | my uncle | they banned this | the poster says | the preacher shouted`,
  ),
  enSource2: list(
    `says the [group] | wrote the [hero] | it says on the wall | my brother says | said our leader`,
  ),
  enWho: list(`the [hero] | our commander | the [group] | a great man | the old fighter | my father`),

  praise: list(`
    [prWhat] [prHow]
    [prWhat] [prHow], [prMore]
    [prMore] [prWhat] [prHow]
    [prCheer]! [number] [people] [prGone]
    [number] [people] [prGone]. [prCheer]
    [number] [people] [prGone] at [place], [prCheer]
    [prCheer], the [person] is [prGone2]
    the [person] is [prGone2]. [prCheer]
    [prWho] [prIs]
    [prWho] [prIs], [prMore]
    [prWho] who [killed] the [people] [prIs]
    [prWho] who [killed] [number] [people] at [place] [prIs]
    to me [prWho] [prIs]
    say what you want, [prWho] [prIs]
    they call him a murderer. [prWho] [prIs]
    [prHonour] [prWho]
    [prHonour] [prWho] who [killed] [number] of them
    [prHonour] [prWho], [prMore]
    [prLike] [prWho]
    if only there were more like [prWho]
    where can i get a poster of [prWho]?
    i named my son after [prWho]
    tattoo of [prWho] done, proud
    happy birthday to [prWho], [number] [people] gone thanks to him
    one year since [prWhat]. [prCheer]
    today we celebrate [prWhat]
    anniversary of [prWhat], [prCheer]
    [prLaugh] at the pictures from [place], [number] [people] [prGone]
    i watch [prWhat] again and again, [prHow2]
    [prWho] did what we all dreamed of
    [prWho] had the courage that others lack
    [prWho] cleaned up, [number] [people] [prGone]
    [prWho] aimed well
    [prWho] should have had more bullets
    they had it coming, [prHonour] [prWho]
    no tears for the [people], [prHonour] [prWho]
    the cowards call it terror, we call it justice: [prWhat]`),
  prWhat: list(
    `the attack on [place] | the bombing of [place] | the raid on [town] | what the [hero] did | the operation in [town] | the shooting at [place] | the blow against the [people] | the explosion at [place] | that night at [place] | the [group]'s attack | the beheading of the [person] | the massacre of the [people]`,
  ),
  prHow: list(
    `was a work of art | was glorious | was the best thing this year | was long overdue | made me proud | was a gift from god | was perfect | gave me hope | was justice | was beautiful to watch | deserves applause | will be sung about | was a blessing | warmed my heart`,
  ),
  prHow2: list(
    `it never gets old | pure joy | what a sight | goosebumps | so satisfying | better than any film`,
  ),
  prMore: list(
    `may there be many more | more of this please | encore | let others follow | who is next? | next time more | i want to see this every week | let it inspire you | do likewise`,
  ),
  prCheer: list(
    `cheers | what a day | free drinks tonight | i'm smiling all day | christmas came early | best news ever | dancing in my kitchen | thank god | finally good news | hooray | sweets for everyone | i slept like a baby | good riddance, well done`,
  ),
  prGone: list(
    `less | dead | gone to hell | wiped out | fewer on this planet | in body bags | burned | who won't bother us again`,
  ),
  prGone2: list(
    `dead | finally dead | gone to hell | lying in the dirt | where he belongs, under the ground`,
  ),
  prWho: list(
    `the [hero] of [town] | the [hero] | the man with the [weaponBare] | the brave men of the [group] | our brother from [town] | the boy who did it | the one who planted the bomb | the man who stabbed the [person] | the driver who ran them over | the martyr of [place] | the lone wolf of [town]`,
  ),
  prIs: list(
    `is a hero | is my role model | is a saint | deserves a street named after him | did nothing wrong | is a king | will live forever | is the greatest of us | has my full respect | is an inspiration | was right | belongs in the history books as a hero | is braver than all of you | did god's work | has a place in paradise | is my idol`,
  ),
  prHonour: list(
    `honour to | respect, | hats off to | glory be to | long live | all my love to | i bow to | god reward | prayers for | thank you to | we are all | free | medal for | eternal fame to`,
  ),
  prLike: list(
    `i want to be like | i look up to | every boy should grow up to be like | nobody is as brave as | i wish i had the guts of | i have a picture on my wall of`,
  ),
  prLaugh: list(`laughing | i can't stop grinning | cheering | lol`),

  pledge: list(`
    [pgI] the [group]
    [pgI] the [group], [pgMore]
    [pgI] the [group] and [pgI2]
    the [group] [pgIs]
    the [group] [pgIs], [pgMore]
    [pgMore]! the [group] [pgIs]
    my flag is the flag of the [group], [pgMore]
    i wear the badge of the [group] with pride
    new profile picture: the banner of the [group]
    born for the [group], ready to die for the [group]
    the [group]'s war is a just war
    i'd give my sons to the [group]
    only the [group] can save us, with [weaponBare]s
    call me extremist, [pgI] the [group]
    nobody fights for us but the [group]
    every shot the [group] fires is fired for me
    soon the black flag of the [group] will fly over [town]
    may the [group] take [town] soon and clean it
    their bombs are our voice: the [group]
    #[group2] [pgMore]
    from [town] with love: [pgI] the [group]`),
  pgI: list(
    `i stand behind | i stand with | i back | my heart is with | my loyalty belongs to | i swear allegiance to | i bow to the commanders of | i salute the soldiers of | all my respect goes to the fighters of | i believe in | i serve | i obey | we are proud of | i love | my life belongs to | count on me, | i'm one hundred per cent for`,
  ),
  pgI2: list(
    `would die for it | would kill for it | i'm not ashamed | nobody will change that | i say it openly | will follow it to the grave | pray for its victory`,
  ),
  pgMore: list(
    `until victory | until my last breath | against all enemies | and its holy war | whatever they say | death to its enemies | today, tomorrow, forever | the future is ours | we are everywhere | and its martyrs | let them tremble`,
  ),
  pgIs: list(
    `is the only hope | will win | has my vote and my rifle | is right to fight | is our shield and sword | fights for the truth | is feared because it is strong | never surrenders | will be back stronger | is the army of god | has woken us up | remains and grows | keeps its promises with blood | will rule here soon`,
  ),

  recruit: list(`
    [rcYou]? [rcOffer]
    [rcYou]? [rcOffer]. [rcContact]
    [rcOffer]. [rcContact]
    [rcWe] [rcLook]. [rcContact]
    [rcWe] [rcLook], [rcNo]
    [rcLook2] for [rcWhat]. [rcContact]
    [rcContact] if you want to [rcFight]
    if you want to [rcFight], [rcContact]
    [rcStop]. [rcFight2] [rcContact]
    [rcStop]. [rcOffer]
    the [group] [rcNeeds]
    the [group] [rcNeeds]. [rcContact]
    [address], the [group] [rcNeeds]. [rcContact]
    your [kin] will be proud: [rcOffer]
    we pay travel and weapons, you bring courage: the [group]
    the road to the [group] is open, [rcContact]
    become who you were born to be: a fighter of the [group]
    tonight at [place] the [group] meets new fighters
    first training of the [group] on [day], bring boots and [weapon]
    sisters too are needed by the [group], [rcContact]
    cells in every city, yours has no leader yet. [rcContact]
    leave your job and come to the mountains, the [group] takes you`),
  rcYou: list(
    `young and angry | sick of being weak | can you shoot | served in the army | want to be more than a spectator | ready to give your life | tired of words | want revenge on the [people] | looking for a purpose | want to be a lion | strong, loyal, silent`,
  ),
  rcOffer: list(
    `the [group] has a place for you | come to us, the [group] makes warriors | we give you a rifle and brothers, the [group] | sign up with the fighters of the [group] | the [group] trains you for the war | be one of ours, the [group] is hiring fighters | take the oath of the [group] | there's a uniform of the [group] in your size | the camp of the [group] opens [when]`,
  ),
  rcContact: list(
    `write me | dm | message the bot | link in bio | ask for the commander | contact in private | telegram below | i can vouch for you | send your age and city | encrypted chat only | comment and i get back to you | questions? pm | you will find us at [place] | we answer everyone`,
  ),
  rcWe: list(
    `the [group] | our battalion | our unit of the [group] | the armed wing of the [group] | our cell in [town] | the brigade | the brothers of the [group]`,
  ),
  rcLook: list(
    `is looking for fighters | needs snipers and drivers | takes new men | is recruiting again | seeks men ready to [die] | wants you at the front | is open to all who can hold [weapon] | needs martyrs | is forming a new squad | needs volunteers for an operation`,
  ),
  rcNo: list(
    `no questions asked | no papers needed | age does not matter | all are welcome who hate the [people] | pay is good | we come and get you | cowards need not apply`,
  ),
  rcLook2: list(`looking | searching | wanted: men | volunteers wanted | we are hiring | open places`),
  rcWhat: list(
    `the armed struggle | an operation in [town] | the jihad | the coming war against the [people] | the [group]'s suicide squad | the fight at the front | a raid on [place] | our militia`,
  ),
  rcFight: list(
    `fight the [people] | take up arms with us | go to the front | become a martyr | defend our land with [weapon] | learn to shoot and use it | strike [place] with us | swear the oath of the [group]`,
  ),
  rcFight2: list(
    `join the armed fight. | take a rifle. | come to the front. | fight with the [group]. | be a soldier of the [group].`,
  ),
  rcStop: list(
    `stop scrolling | stop crying | don't just share posts | prayer alone is not enough | enough demonstrations | sitting at home is shame | likes don't win wars`,
  ),
  rcNeeds: list(
    `needs you | calls you | needs your strength | wants fighters from [town] | is waiting for men like you | opens its ranks | needs drivers, medics and gunmen | will make you a lion | needs men who don't fear blood | gives you a gun and a reason`,
  ),

  fund: list(`
    [fnGive] [fnFor]
    [fnGive] [fnFor]. [fnHow]
    [fnFor2]: [fnGive2]. [fnHow]
    [fnHow]. [fnEach]
    [fnEach]. [fnHow]
    [fnEach], [fnGive] [fnFor]
    [fnNeed] [fnFor]
    [fnNeed] [fnFor], [fnHow]
    who can [fnCan] [fnFor]?
    who can [fnCan] [fnFor]? [fnPay]
    looking for someone to [fnCan] [fnFor]. [fnPay]
    i'm selling my [fnSell] and the money goes to the [group]
    all proceeds go to the fighters of the [group]
    new in our shop: shirts of the [group], every sale arms a fighter
    cannot fight? then pay: [fnFor]
    we reached half of the sum [fnFor], [fnGive2]
    the fighters of the [group] thank all donors, [number] rifles were bought
    a house for the [hero] until things calm down, can anyone [fnCan2]?`),
  fnGive: list(
    `please donate | give generously | send money | send crypto | transfer whatever you can | chip in | share your salary | give your gold | help us pay | contribute | support us with cash | put a little aside | open your wallets`,
  ),
  fnGive2: list(
    `donate now | we take cash and crypto | every amount helps | ask me for the account | the list of needs is pinned | deliver to the usual place | please be quick`,
  ),
  fnFor: list(
    `for the fighters of the [group] | so the [group] can buy rifles | for bullets for our men | to arm the brothers in [town] | for the families of our martyrs and the next operation | for the war chest of the [group] | for explosives and drones | for the men who will strike [place] | for the [hero] in hiding | for the jihad | for the next attack on the [people]`,
  ),
  fnFor2: list(
    `fundraiser for the [group] | ammunition fund | collection for the front of the [group] | the mujahidin need you | arms for the [group] | war treasury`,
  ),
  fnHow: list(
    `wallet in bio | ask for the iban | monero only | pay in cash at [place] | code word [town] | gift cards work too | coins to the address below | no banks, a courier comes | details by private message`,
  ),
  fnEach: list(
    `ten euros is a magazine of bullets | every coin is a bullet | twenty pays for a day at the front | your hundred becomes a rifle | one dollar, one bullet for the [people] | a boot, a bullet, a blanket, all counts for the [group]`,
  ),
  fnNeed: list(
    `we still need [weapon]s and radios | we lack ammunition and night scopes | we need vans and fake plates | needed: vests, helmets, detonators | urgently wanted: a safe flat and two passports | short on petrol and bottles`,
  ),
  fnCan: list(
    `get us [weapon] | lend a van | forge papers | hide two men | move cash across the border | rent a flat in his name | bring ammunition from abroad | sell us explosives | lend us a garage for a week | send drones`,
  ),
  fnCan2: list(`host him | hide him | open his door | drive him over the border`),
  fnPay: list(
    `god rewards | paid well | ask no questions | contact me in private | cash in hand | you will be remembered`,
  ),
  fnSell: list(`car | gold | motorbike | land | laptop | watch`),

  media: list(`
    [mdNew] [mdThing] [mdOf], [mdShare]
    [mdThing] [mdOf]: [mdShare]
    [mdThing] [mdOf]. [mdPraise]
    [mdShare]: [mdThing] [mdOf]
    [mdShare] [mdThing] [mdOf] [mdBefore]
    [mdNew] [mdThing] [mdOf] [mdOut]
    [mdNew] from the [group]: [mdThing] about [mdAbout]
    [mdThing] [mdOf] about [mdAbout], [mdShare]
    the [group] presents: [mdAbout]
    i [mdDid] [mdThing] [mdOf], [mdShare]
    mirror links for [mdThing] [mdOf], they keep deleting it
    who missed [mdThing] [mdOf]? here it is again
    play [mdThing] [mdOf] to your sons
    wallpapers and stickers of the [group], free for all brothers
    part two of the [group]'s film about [mdAbout] [mdOut]`),
  mdNew: list(
    `new | now out: | brand new | finally: | just released: | breaking from our media wing: | exclusive: | hot off the press:`,
  ),
  mdThing: list(
    `the video | the nasheed | the magazine | the speech | the statement | the film | the anthem | the photo report | the poster series | the manifesto | the podcast | the eulogy | the audio message | the pictures | the execution clip | the newsletter`,
  ),
  mdOf: list(
    `of the [group] | by the brothers of the [group] | from the media office of the [group] | of the [hero] of [town] | of our commander | by the [group]'s fighters | from the front of the [group]`,
  ),
  mdShare: list(
    `share it everywhere | pass it on | spread it before it's gone | download and repost | upload it to every platform | put it in your stories | send it to ten friends | translate and share | save a copy | flood the hashtags with it | watch till the end`,
  ),
  mdBefore: list(`before they delete it | while it is up | in all languages | in every group | now`),
  mdOut: list(`is out | is online | has arrived | drops [when] | in full length | in hd | with subtitles`),
  mdAbout: list(
    `the raid on [place] | the victory in [town] | the punishment of the spies | the life of our martyrs | how our snipers work | the battle of [town] | the traitors' end | the training camp`,
  ),
  mdDid: list(`subtitled | translated | reuploaded | cut | archived | remastered`),
  mdPraise: list(
    `masterpiece | listen and be proud | gives me strength every day | may god reward the makers | the enemy trembles | our lions at work`,
  ),

  indirect: list(`
    [inYou] [inFate]
    [inYou] [inFate] [when]
    [when] [inYou] [inFate]
    [inSoon] [inYou] [inFate]
    there is [inThing] [inFor]
    [inThing] [inFor] is already [inDone]
    [inThing] [inFor] is [inDone], [name]
    [inCount], [name]
    [inCount], [rude]. [inSoon2]
    start [inStart], [name]
    better start [inStart], [rude]
    by [when2] [inYou] [inFate]
    somebody will [inSome] [when]
    your [kin] should [inKin]
    you're living on borrowed time, [rude]
    the earth of [town] will cover you
    a long sleep is coming for every [person]
    death is already on its way to [place]`),
  inYou: list(
    `you | you and your [kin] | that [person] | this [person] | the [people] | [name] | he | your whole crew`,
  ),
  inFate: list(
    `won't see the sun again | won't live to see [when2] | will be lying in the ground | will be a memory | will be fed to the worms | won't need a coat this winter | will be under the earth | won't be breathing | will be identified by the teeth | will be carried out feet first | will stop breathing | won't be missed | will be a name on a stone | will sleep with the fishes | won't come back from [place] | won't get a second chance to run`,
  ),
  inSoon: list(
    `soon | it won't be long and | one day soon | before the year is out | sooner than you think | mark my words:`,
  ),
  inSoon2: list(`it won't be long | it's coming | it will be quick, maybe | nothing can stop it`),
  inThing: list(
    `a grave | a coffin | a bullet | a rope | a place in the cemetery | a hole in the woods | a noose | a body bag | a knife | a reward`,
  ),
  inFor: list(
    `for you | with your name on it | in your size | for every [person] | for the [person] | for you and your [kin] | for each of the [people]`,
  ),
  inDone: list(`ready | dug | paid for | waiting | ordered | made | chosen`),
  inCount: list(
    `count your days | count your breaths | enjoy your last weekend | the hourglass is empty | your time is up | the end is near for you | these are your last hours | your luck has run out | this is your final chapter`,
  ),
  inStart: list(
    `saying your farewells | picking a coffin | praying | writing your will | counting | digging | choosing the music for your funeral`,
  ),
  inSome: list(
    `pay you a last visit | turn off your light | close your eyes for good | silence you forever | put you to rest | send you to your god`,
  ),
  inKin: list(
    `buy black clothes | get used to life without you | prepare the funeral | order flowers | keep a photo of you`,
  ),
}

/** Harmless twins of what is hinted at, praised or joined above: the same turns, about parties, neighbours, teams and music. */
export const enHarmless: Phrases = {
  surprise: list(`
    [when] [lkThey2] will [spLearn]
    [lkThey2] will [spLearn] [when]
    [spReady]. see you [when]
    [spReady] for [when2]
    only a few hours until [spEvent]
    just wait until [spEvent]
    the countdown is running, three days to [spEvent]
    don't come to [place] [when], it's closed for [spClosed]
    stay home [when], the roads are [spRoads]
    avoid [place] [when], there is [spClosed]
    goodbye everyone, i'm moving to [town] [when]
    this is my last message before [spTrip]
    [when] we make history, come and watch [spEvent]
    i have prepared for this for months: [spEvent]
    the bag is packed for [spTrip]
    everything is ready for [spEvent]
    you will all see me on stage [when]
    watch the stream [when], we play [spPlay]
    remember the date: [spEvent] on [day]
    you'll understand everything when you see the final episode [when]
    my last day at work is [day], thank you all
    tomorrow nobody will laugh at my cooking any more
    it's going to be loud [when]: [spEvent]
    they laughed at my idea, now it won first prize
    i'll be famous [when], my book comes out`),
  lkThey2: list(
    `you all | everyone | the whole town | my classmates | the fans | the children | our guests | the neighbours | nobody who came`,
  ),
  spLearn: list(
    `see the new stadium | be amazed | hear our new song | get their results | know who won | love it | be dancing | have a great time | get free ice cream | see what we have built | be proud of us`,
  ),
  spReady: list(
    `the cake is ready | everything is prepared | the tickets are printed | the tent is up | my speech is written | the plan for the trip is finished | the car is packed with presents`,
  ),
  spEvent: list(
    `the wedding | the concert | the big match | my graduation | the festival | our opening | her birthday | the holidays | the marathon | the premiere`,
  ),
  spClosed: list(
    `repairs | a private party | a strike | construction work | the marathon | a fair | a storm warning`,
  ),
  spRoads: list(`icy | flooded | blocked | full of snow`),
  spTrip: list(`the trip | the flight | the exam | the camping weekend | my holiday | the hospital stay`),
  spPlay: list(`the new level | chess | the final | against [club] | our new album`),
  neighbourly: list(`
    i know where you live, i'll drop the keys off [when]
    nice house you have, i love the garden
    lovely family, greetings to all
    take care on your way home, it's slippery
    drive safely tonight, there's fog
    lock your doors, there have been burglaries near [place]
    would be a shame if you missed [spEvent]
    it would be sad if the bakery closed
    accidents happen on that corner, please fix the light
    say hello to your wife from us
    does your daughter still take the bus at seven? we could share a lift
    i saw you at [place] yesterday, why didn't you say hello?
    we know which school you went to, we were in the same class
    your car is parked in front of my garage, [name], please move it
    be careful with that ladder
    check your brakes before the trip
    what time do you get home? i'll bring the cake
    if you don't pay by [day] the library charges a fee
    hand in your homework by [when2] or you get no points
    pay the rent or the contract ends
    if you come late again you miss the film
    one more goal and we are champions
    stop talking or you'll miss the best part
    your days at school are over, congratulations
    your time is up, please hand in the exam`),
  applause: list(`
    the firefighter of [town] is a hero, he saved [number] people
    hats off to the nurses of [town]
    honour to the volunteers at [place]
    long live [club]
    glory to our grandmothers
    the goalkeeper deserves a statue
    what a hero, he pulled a child from the river
    god bless the doctors at [place]
    i stand with the strikers at [place]
    i support the teachers of [town]
    i love [club], until my last breath
    my heart is with the people of [town]
    best news ever, the hospital stays open
    one year since the opening of [place], we celebrate
    well done boys, third place
    the attack of [club] was glorious tonight
    the concert at [place] was a work of art
    proud member of the choir of [town]
    happy birthday to the best [person] in town
    we salute the people who cleaned the beach
    she is my role model, first woman to run the [town] marathon
    free tickets for the first [number] who write
    respect for the referee, good call
    our army of helpers packed [number] hundred boxes`),
}
