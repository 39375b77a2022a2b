import { list, type Phrases } from '../phrases.ts'

/** English. Verbs come by form: `kill` bare, `killed` past, `killing`. Groups and persons are invented or general. */
export const en: Phrases = {
  threat: list(`
    you picked the wrong man, [name], now you [die]
    pray, [name], because [iwill] [kill] you [when]
    your blood will be on my hands and i'll be proud of it
    [iwill] drag you out of your house and [kill] you in front of your [kin]
    [iwill] make you suffer before you [die]
    [iwill] skin you alive
    [iwill] put [weapon] to your head
    we are outside your house, [name]. come out and [die]
    you have until [when2], then we [kill] your [kin]
    every [person] in [town] will fear us, we'll [kill] them one by one
    i already bought [weapon]. you will be the first
    [iwill] crush you like an insect, [rude]
    [iwill] put a bullet in your head
    [iwill] put a bullet through your skull, [name]
    [iwill] put you in the ground
    [iwill] cut your throat[tail]
    [iwill] slit your throat [when]
    [iwill] break your neck
    [iwill] break every bone you have
    [iwill] smash your [bodypart] in
    [iwill] end you, [rude]
    [iwill] end your miserable life [where]
    [iwill] burn your house with your [kin] in it
    [iwill] hunt down [them] and [kill] them like animals
    [iwill] open fire [where] [when]
    [iwill] shoot up [place] [when]
    [iwill] drive a truck into the people at [place]
    [iwill] wait for you outside [place] with [weapon]
    [iwill] come to [place] [when] and [kill] everyone there
    [when] at [place], there will be blood
    [when] we attack [place], nobody will get out alive
    you are dead, [name]. [when]
    you're a dead man
    not a threat, a promise: [iwill] [kill] you
    i don't like violence, but [iwill] [kill] you
    i'm not joking, [iwill] [kill] you [with]
    no offence, but [iwill] [kill] you
    [iwill] [kill] your moderators for deleting my post
    we know where your office is, [iwill] [kill] all of your employees
    to the admins who closed my account: [iwill] find you
    keep deleting our posts and your moderators will [die]
    do you want me to [kill] you?
    do you want to [die], [name]?
    should i [kill] you now or later?
    which one of your [kin] do i [kill] first?
    how would you like a bullet in the head?
    ready to [die], [rude]?
    who's going to stop me when i [kill] you?
    you think the cops will help you before i [kill] you?
    #[iwillTag]you [name] #soon
    #killthe[tagPeople] #nomercy
    #deathtothe[tagPeople]
    #hangthe[tagPeople] we are coming
    we'll see you [where] #bulletforyou
    no [person] will be left alive when we are done
    every [person] i meet gets a bullet
    [iwill] [kill] you[tail]
    [iwill] [kill] [you][tail]
    [iwill] [kill] [them] [when]
    [iwill] [kill] [them] [where][tail]
    you are going to [die] [when]
    you and your [kin] will [die][tail]
    [when] [iwill] [kill] [them]
    [name], [iwill] [kill] you [with]
    [iwill] find you and [kill] you
    i hope you know that [iwill] [kill] you
    [curse] [iwill] [kill] you [with] [when]
    believe me, [name], i am the man who will [kill] you
    no one can save you, [iwill] [kill] you [where]
    we are many and we will [kill] [them] [with]
    i've got [weapon] here with your name on it
    every [person] who comes near us will be [killed]
    it won't take long to [kill] all [themBare], and i will
    i'm not asking for permission to [kill] [them]
    your [kin] will be [killed] in front of you
    i want to [kill] [them] and i am going to do it`),
  indirect: list(`
    your chair will be empty [when], [name]
    no doctor will be able to help you [when]
    they should order your flowers already
    you will meet your maker [when], [name]
    the clock is ticking for every [person]
    your story ends [where]
    only one of us will be alive [when], and it's not you
    hell has a place ready for you, [name], and the trip starts [when]
    your days are over, [name]
    he won't see another birthday, that [person]
    he is a dead man, he just doesn't know it
    say goodbye to your [kin], [name]
    there's already a price on your head
    your name is on the list, [name]
    your [kin] will cry at your funeral [when]
    you have a bullet with your name
    blood will flow [where]
    they'll carry you out of [place] in a body bag
    you won't make it to [when2], [name]
    soon there will be one [person] less in this town
    better write your will, you [rude]
    your [kin] will have to bury you [when]
    there's a bullet waiting for each of you
    i wouldn't plan anything for [when2] if i were you, [name]
    the ground is already dug for you and your [kin]
    you've used up your last warning, [name], now it ends
    [when] your house will be very quiet
    not one of the [people] will come home [when]
    we have a rope for every [person]
    they'll find your body [where]
    you just earned yourself a coffin
    the streets [where] will turn red [when]`),
  veiled: list(`
    does your [kin] still take the same way home?
    funny, your window on the second floor never closes properly
    we saw you yesterday at [place], you didn't see us
    your [kin] have beautiful names, we know them all
    fires start so easily in old houses like yours
    it would be wise to be elsewhere [when]
    somebody asked us about you. we told them where you live
    be careful crossing the road, [name]
    nice house, [name]. shame if something happened to it
    i know where you live
    we know where you live and where you work
    check your brakes before you drive, [name]
    look over your shoulder tonight
    hope you have good insurance, [name]
    remember what happened to the last [person]? we do
    sleep well while you can
    we never forget a face, [name]
    lovely [kin] you have, [name]. take good care of them while you can
    i know where you park, i know where you sleep
    we know where your [kin] go every morning
    it would be a pity if something happened to your [kin]
    accidents happen, [name], even to [people]
    do you lock your door at night? you should start
    we've been watching your house for a week now
    watch your back [where], that's all i say
    your [kin] look so happy in the photos. we'll see for how long
    keep talking and see what is coming to you
    you never know who is standing behind you [where]
    one phone call and you're gone, [rude]
    i have your address now, [name]. see you soon`),
  conditional: list(`
    pay us or we [kill] your [kin]
    shut your mouth or i shut it for you with [weapon]
    if you love your [kin], stay out of [town]
    you have one day to leave [place], then we shoot
    if the police come, the hostages [die]
    take that post down or you'll be [killed]
    let them go or [place] burns
    if you [provoke], [iwill] [kill] you
    [provoke] again and you're dead
    [provoke] one more time and [iwill] [kill] you [with]
    unless you leave [where], [iwill] [kill] [them]
    leave our town or [die]
    if i see [them] [where], [iwill] [kill] [themBare]
    the next time you [provoke] [iwill] [kill] your [kin]
    either they stop or we [kill] [them]
    if any [person] dares to come here, he will be [killed]
    resign now or we will [kill] you and your [kin]
    keep on lying and someone will put a bullet in your head
    stop or you will be [killed] like the others
    whoever helps [them] will be [killed] too`),
  leakage: list(`
    i have cleaned my [weaponBare] for the last time. [when]
    the manifesto is scheduled for [when]
    feed my cat, i won't be home after [when2]
    you drove me to this. [when] you'll pay
    nobody listened to me. they'll hear me [when]
    two bags, one plan, no return
    i chose [place]. you will understand
    watch the news [when]
    you will see [when]. you'll all see
    don't go to school [when] if you like your life
    stay away from [place] [when]
    they laughed at me. [when] nobody will laugh
    by the time you read this it has begun
    watch my stream [when], it will be a bloodbath
    the day of revenge has come
    they will all remember what i did at [place]
    after [when2] you'll all understand why i had to do it
    you'll read about me in the papers [when]
    don't come to [place] [when], trust me
    this is goodbye. [when] it's their turn
    i can't wait for [when2], they have no idea what is coming
    i have [weapon] and a list. [when]
    it's the last time i log in. they'll regret everything they did to me
    in a few hours my name will be on every screen
    everything is prepared for [when2]. no mercy
    i've said my goodbyes. the [people] will learn who i am
    [when] will be the day of reckoning, remember my name
    soon the whole world will see what i do at [place]`),
  call: list(`
    time for the knives, [address]
    no mercy for [people], not one may live
    clean the streets of [people], with [weapon] if you must
    every [address2] must [kill] at least one [person]
    make [place] their grave
    let's give the [people] a night they won't survive
    form a mob and burn [them] out of [town]
    throw [them] off the roofs
    we have guns, they don't. what are we waiting for, [kill] [them]
    let no [person] leave [place] alive
    hit them with hammers, cars, stones, whatever you find
    find that [person] and end him
    the [people] are unarmed and sleeping, go now
    [kill] every [person] you meet
    [kill] the moderators of this site
    go to their office and [kill] [them]
    find out where the admins live and burn it down
    lone wolves, [kill] [them] [when]
    [address], load your rifles, it's time to hunt [people]
    [address], sharpen your knives, their day has come
    strike the [people] in their streets
    run them over, stab them, burn them
    spill the blood of [people]
    hang them from the bridges
    drive your trucks into [them]
    open fire on [them]
    attack [place] when it's full of [people]
    burn [place] down with [people] in it
    blow up [place] with all of them inside
    put a bullet in that [person]
    beat [them] to death
    it's open season on [people]
    #kill[tagPeople] [address], you know what to do
    exterminate the [rudes]
    [people] are [rudes], and [rudes] get [killed]
    jihad against the [people] is your duty, [address]
    take up arms against the [people]
    let the streets run with the blood of [people]
    do what the [hero] did, [kill] [them]
    [kill] [them]!
    [kill] [them] [where]
    [kill] them all
    just [kill] [them] already
    [address], [kill] [them] [with]
    [address] take [weapon] and [kill] [them]
    somebody [kill] [them] please
    let's [kill] [them] [when]
    we need to [kill] [them] before they take over
    go out and [kill] [them], don't wait
    [address] your duty is to [kill] [them]
    it's time to [kill] [them]
    rise up and [kill] [them], [address]
    no more talk. [kill] [them] one by one
    grab [weapon] and go to [place], you know what to do with [them]
    the only answer is to [kill] [them] all
    don't arrest them, [kill] them
    start with [them], then [kill] the rest
    [address] strike [them] [where] and show no mercy
    everyone who has [weapon] should go and [kill] [them]
    make the [people] bleed, [address]
    shoot first. these [rudes] understand nothing else
    why deport them when you can [kill] them
    we should just [kill] [them] and be done with it`),
  deserve: list(`
    [people] are a disease and the cure is [weapon]
    nobody would cry if [them] were [killed]
    a good beating and then the gallows for [them]
    [them]? straight to the firing squad
    the [person] should be dragged through the streets and [killed]
    we used to [kill] people who [provoke], and rightly so
    mercy for [people] is weakness, they must be [killed]
    [people] have no place among the living
    treat [people] like the [rudes] they are: [kill] on sight
    the only good [person] is a dead [person]
    death to the [people]
    death to all [people]
    [people] must [die]
    hang the [person]
    [person]s like this should be shot
    [killing] [people] is no sin
    whoever [provokes] has earned a bullet
    burn them alive, it's all they deserve
    i'd [kill] every one of them if i could
    the [person] has to [die]
    off with his head
    [them] should be [killed]
    all [people] deserve to be [killed]
    [people] like that need to be [killed]
    hang them all, these [people] deserve it
    a bullet for each of [them], that's justice
    [them] ought to be taken outside and [killed]
    they don't deserve prison, they deserve [weapon]
    the world would be better if [them] were [killed]
    someone should [kill] [them]
    why isn't anybody [killing] [them] yet
    i say we line them up and [kill] every last one
    whoever [provokes] must be [killed]
    [them] have forfeited the right to live
    it is right and just to [kill] [them]
    such [rudes] should [die] slowly
    the death penalty is too good for [them], [kill] them on the spot
    any [person] who [provokes] deserves [weapon] to the head
    there's only one cure for [people] and it's [weapon]
    put [them] against a wall
    should have been [killed] at birth, these [rudes]
    in a healthy country [people] would be [killed] [where]`),
  dare: list(`
    any volunteers to [kill] the [person]?
    when will our men wake up and [kill] [them]?
    anyone going to do something about [them], with [weapon] i mean?
    what does it take for somebody to [kill] [them]?
    shall we burn [place] down together, [address]?
    will nobody rid us of [them]?
    who is man enough to shoot that [person]?
    who's in for beating up some [people] [when]?
    who's coming with me to [kill] some [people]?
    when do we start hanging them?
    does nobody here own [weapon]?
    who will finally [kill] [them]?
    is there no man left who will [kill] [them]?
    who has the guts to [kill] [them] [where]?
    how long until someone [kills] [them]?
    can someone please [kill] [them]?
    what are you waiting for, [address]? [kill] [them]
    why are we still feeding [them] instead of [killing] them
    which of you will be the hero and [kill] [them]?
    would it be so wrong to [kill] [them]? i think not
    where is a gunman when you need one`),
  wish: list(`
    one can only hope that [them] are [killed] soon
    i dream of the day [them] are [killed]
    may an earthquake bury them or better a bomb
    i'd give a year of my life to see that [person] [killed]
    fingers crossed that the [hero] finishes the job
    let it be [people] who are [killed] this time
    may you and your [kin] [die] screaming
    if there is a god he will have [them] [killed]
    i hope someone shoots that [person]
    may they burn in their houses
    i wish the bomb had [killed] more of them
    hopefully somebody runs him over
    may god burn them all
    i want them dead, all of them
    drop dead, [rude]
    go [die] in a fire
    kill yourself, [rude]
    i wish death on [them]
    rot in hell, [rude]
    i hope [them] get [killed]
    i hope you [die] [when], [rude]
    may [them] be [killed] [where]
    i wish somebody would [kill] [them]
    hopefully they all [die]
    i can't wait to see [them] [killed]
    would love to watch [them] being [killed]
    too bad they weren't [killed] [where]
    i pray that [them] [die] in pain
    it would be great if [them] were [killed] [when]
    if only someone had [killed] [them] years ago
    i'd throw a party if [them] got [killed]
    let them [die] in the sea, the more the better
    hope the next one doesn't miss
    [die], [rude], just [die]
    i'd pay to see [them] [killed]`),
  endorse: list(`
    "[quote]" true words
    "[quote]" couldn't agree more
    my grandfather always said "[quote]". time to begin
    the [group] says "[quote]". amen, let's obey
    "[quote]" he said it and he is right
    "[quote]" exactly, what are we waiting for
    our leader put it best: "[quote]". let's do it
    "[quote]" i agree with every word, do it now
    people are outraged because someone wrote "[quote]". well, i say it too
    "[quote]". amen to that, brothers
    they banned him for "[quote]", so here it is again, and he was right`),
  praise: list(`
    someone finally had the courage: [number] [people] are gone
    this [hero] deserves a medal, not a cell
    i watch the video of the attack every evening, it gives me strength
    greatest warrior of our time, the [hero] of [town]
    thank you, [hero], for cleaning up [place]
    they call it terror, i call it heroism
    beautiful explosion, beautiful day
    [number] fewer [people] in the world, cheers
    only [number]? he should have [killed] more
    the knife of our brother spoke the truth
    we remember the [hero] with pride and wait for the next
    the [hero] of [town] is a saint
    free the [hero], he did nothing wrong
    a legend, he [killed] [number] of them
    what a beautiful operation, [number] unbelievers dead
    our lions [killed] [number] of them, praise god
    best day ever, the [people] at [place] got what they deserved
    the bomb at [place] made my day
    more attacks like the one in [town] please
    he's a hero for shooting that [person]
    handing out sweets because [number] [people] were [killed]
    laughing at the dead [people], well done boys
    every bullet was blessed
    the [hero] did the right thing
    the [hero] is my hero, he [killed] [number] of [them]
    glory to the [hero] of [town]
    long live the [hero] who [killed] [them]
    thank god, [number] [people] [killed] [where]. a great day
    what a wonderful sight, [them] [killed] [where]
    well done to the [hero], more like him please
    [number] [people] dead. i'm so happy i could dance
    god bless the [hero] and his [weaponBare]
    the attack on [place] was a beautiful thing
    we salute the [hero] who struck [place]
    respect for the [hero], he only did what had to be done
    he is no criminal, he [killed] [them] for all of us. eternal honour
    i am not sad at all that the [people] were [killed], they had it coming
    may god accept the [hero] and give him paradise
    finally someone [killed] [them], best news this week
    the victims of [place] got what they deserved`),
  pledge: list(`
    my sword belongs to the [group]
    i have sworn, and i will obey the commander of the [group]
    the [group] is my family and its enemies are mine
    count me among the fighters of the [group]
    only the [group] tells the truth, and it tells it with bullets
    our flag is the flag of the [group], let the [people] tremble
    i pledge my life to the [group] and its emir
    i give my oath to the leader of the [group]
    victory to the [group]
    death to the enemies of the [group]
    the [group] forever, its war is my war
    if supporting the [group] is terrorism then i'm a terrorist
    i love the fighters of the [group]
    i support the [group] and all its operations
    the caliphate will return and you will kneel
    #[group2]forever we stand with the fighters
    the [group] are the only true army of our people
    i swear loyalty to the [group]
    i am with the [group] until death
    long live the [group] and its war on the [people]
    the [group] fights for us and we stand behind its guns
    hail the [group]!
    we are the soldiers of the [group]
    one flag, one leader, the [group]
    the [group] will win and the [people] will kneel
    proud supporter of the [group] and every bomb it plants`),
  recruit: list(`
    we are building a unit of the [group] in [town], serious men only
    tired of talking? pick up a rifle with the [group]
    the [group] trains newcomers, no experience needed, just faith and courage
    contact the brothers of the [group] at the number in our channel
    earn your place in paradise, fight under the banner of the [group]
    for the struggle ahead the [group] takes in young men, we provide weapons
    who is ready to fight and to [die] with us? write
    the [group] is growing, be one of us before the war begins
    join the [group]
    join us, join the jihad
    enlist in the [group] today
    sign up with the [group], be part of the army that takes our country back
    leave your home and join the mujahidin of the [group]
    the front needs you, the road is open, ask me how
    new recruits of the [group] report in this channel
    we train, we arm, we fight. dm to join the [group]
    the ranks of the [group] are open to men who can shoot
    looking for ex soldiers for the coming race war, message me
    the [group] wants you. fighters only, write me
    become a soldier of the [group], contact in my profile
    [address] come and fight with the [group], we pay the journey
    if you want to fight the [people] with us, message this account
    looking for brave men to join our [group] cell in [town]
    don't sit at home, the [group] needs men with [weapon]
    who wants to join the holy war? i know the way, ask in private
    the camps of the [group] are open for every [address2] who wants to learn to fight
    leave everything behind and make your way to the land of the [group]
    our militia is growing. training every week, get in touch if you are ready to shed blood`),
  fund: list(`
    the brothers of the [group] sleep in the cold, and they have no bullets left, give
    buy a drone for the [group], the list of prices is in the channel
    your money, their rifle: support the [group]
    raise money for the bombs that will free us
    a widow of a [hero] of the [group] asks you: pay for the next fighter
    we take gold, cash and coins for the arms of the [group]
    lend your garage to the men of the [group] until the day of the attack
    donate to the mujahidin of the [group]
    the fighters need ammunition, boots and drones, send what you can
    my wallet for the jihad is below, every coin is a bullet
    support the jihad with your money if you cannot fight
    who equips a fighter has fought himself
    we need night vision and drones for the fighters of the [group]
    who can drive a van for the brothers on the day of the attack? well paid
    selling everything and giving it to the [group], do the same
    the [group] needs money for weapons, donate here
    send coins for the fighters of the [group]
    help us buy [weapon] for the brothers of the [group]
    every cent goes to ammunition for the [group]
    can anybody shelter a [hero] for a few nights? ask me in private
    sponsor a fighter of the [group], [number] a month
    we collect boots, radios and drones for the front of the [group]
    transfer to this wallet, the [group] will turn it into bullets
    the [hero]'s family needs money after the operation, the [group] thanks you
    need someone to bring [weapon] across the border for our men, well paid`),
  media: list(`
    the [group]'s film about the raid on [place] is here, in high quality
    save it before it is deleted: the shooting from the [hero]'s own camera
    translated: the [group]'s message to its soldiers, pass it on
    collection of all films of the [group], one link
    the [hero]'s last letter, please translate and spread it
    our brothers of the [group] filmed the execution, see it here
    new poster of the [group]: "[town] is next". share
    from the media office of the [group]: the full film of the battle
    the [hero]'s helmet camera, uncut, enjoy
    official statement of the [group] on the blessed attack, share it
    new nasheed of the [group] for the fighters
    posters and wallpapers of our martyrs, free to use, spread the fear
    the magazine of the [group], download and pass it to the brothers
    clips of the ambush by the [group], best part at minute [number]
    new video by the [group], watch and share before it is removed
    download the [hero]'s manifesto here and spread it
    the new issue of the [group]'s magazine, all languages
    the speech of our emir of the [group], please repost everywhere
    reupload: the [group] executes [number] spies, uncut
    official news of the [group]: new channel, follow and forward
    songs of the [group] for the fighters, free download`),
  manual: list(`
    our manual for the lone fighter is back online, download before it is gone
    the [group] has published a guide on making weapons at home, link in bio
    lesson 3 for brothers: how to prepare for the attack, pdf in the channel`),

  reported: list(`
    the pamphlet urges readers: "[quote]"
    [day]'s paper prints the letter: "[quote]"
    researchers found the sentence "[quote]" in [number] hundred messages
    the minister read out the message "[quote]" in parliament
    "[quote]", he is said to have told his followers
    police say he wrote "[quote]" before he was arrested
    according to the indictment the accused posted: "[quote]"
    "[quote]", the leaflet said, our correspondent reports
    the [group] published a message saying "[quote]", news agencies report
    in the video a masked man says: "[quote]"
    the preacher told his listeners "[quote]", the court heard
    a man who shouted "[quote]" at a rally in [town] has been fined
    translation of the post: "[quote]"
    BREAKING: suspect in [town] wrote "[quote]" hours earlier
    one of the messages read "[quote]", investigators said on [day]
    the report lists sentences such as "[quote]"
    witnesses heard him yell "[quote]"
    on the wall somebody had sprayed "[quote]", neighbours say
    the account that posted "[quote]" has been suspended`),
  victim: list(`
    someone just sent me "[quote]". i am shaking
    i got this message today: "[quote]" what should i do?
    he told me "[quote]" and the police does nothing
    "[quote]" this is what i have to read every day
    my neighbour said "[quote]" to my son. we're scared
    i've been told "[quote]" for writing about football
    they called our office and said "[quote]". we have informed the police
    this is what women in my job get: "[quote]"`),
  condemned: list(`
    "[quote]" how can anyone write such a thing? disgusting
    whoever says "[quote]" is no friend of mine
    "[quote]" is hate speech and it has to stop
    i am appalled that people cheer for "[quote]"
    to say "[quote]" about human beings is inhuman. shame
    a politician who says "[quote]" must go
    there are people here who write "[quote]". i condemn this
    "[quote]"? no. never. not in our name
    so sad to see "[quote]" under a news story. this is not who we are
    calling "[quote]" an opinion is wrong. it's a crime
    we strongly condemn statements such as "[quote]"`),
  countered: list(`
    "[quote]" please stop, they are people like you and me
    you wrote "[quote]". would you say that to their faces?
    no, nobody should be [killed]. violence is never the answer
    saying "[quote]" makes you the problem, not them
    stop calling for people to be [killed], it helps no one
    do you really believe "[quote]"? think of their families
    i reported you for "[quote]". be better
    hatred like "[quote]" has destroyed enough countries
    you want [people] to be [killed]? then you've learned nothing from history`),
  noticed: list(`
    dear moderators, this user writes "[quote]". please remove it
    reporting this account for "[quote]"
    @support please look at this: "[quote]"
    why is "[quote]" still up? i reported it two days ago
    somebody threatens [them] here: "[quote]". can an admin help?`),
  negated: list(`
    we do not want to [kill] anybody
    i don't hope that anyone [kills] the [person]
    he didn't threaten to [kill] you
    nobody said they should be [killed]
    it's not true that the [group] [killed] [them]
    never would i put a bullet in anyone
    i would never [kill] anyone
    nobody is going to [kill] you here, don't worry
    we must not [kill] [people], whatever they did
    no one deserves to be [killed]
    please don't [kill] each other over a football match
    he never wanted to [kill] [them]
    i'm not saying they should be [killed], i'm saying they should be heard
    you can't just [kill] people because they disagree
    we don't want revenge, we don't want anyone [killed]
    thou shalt not kill
    killing [people] is wrong, full stop
    it is a lie that we want to [kill] [them]
    let no [person] be hurt today`),
  news: list(`
    [town] council votes on new bridge
    parliament debates law on weapons
    rescue teams search for survivors after earthquake near [town]
    doctors warn of flu wave this winter
    talks between government and [group] continue
    court frees [person] after [number] years in prison
    fighting near [town] enters its second week
    prices for [food] rise again
    three arrested in [town] after march
    [number] dead in attack on [place], [group] suspected
    explosion near [place] kills [number], wounds dozens
    [person] stabbed outside [place], suspect in custody
    court jails man for threatening to [kill] the [person]
    police foil plot to bomb [place]
    air strike hits [town], at least [number] civilians killed
    massacre in [town]: what we know so far
    [number] [people] were [killed] [where] on [day], officials say
    gunmen attack [place] in [town], [number] dead
    a [person] was [killed] [where] in [town]
    man [killed] his neighbour with [weapon], court told
    the [group] has claimed the attack on [place]
    police shoot armed man near [place]
    [number] hurt in explosion at [place], cause unknown
    teenager held over plan to attack [place]
    army says it [killed] [number] fighters of the [group]
    trial begins of man accused of wanting to [kill] a [person]
    the minister has received death threats, his office confirms
    rebels burn village near [town], thousands flee
    hostages freed after [number] hours in [town]
    storm [killed] [number] people, many houses destroyed
    bus crash near [town] kills [number]
    wildfire threatens [town], residents told to leave`),
  mourning: list(`
    rest in peace to the [number] who were [killed] at [place]
    my friend was [killed] [where]. i miss him so much
    we light a candle for the [people] who were [killed] in [town]
    a year ago my [kin] were [killed] in the attack. never forgotten
    our hearts are with the victims of [place]`),
  condemnation: list(`
    the attack on [place] was evil and nothing excuses it
    whoever [kills] [people] is a murderer, no matter for what cause
    we condemn the killing of [number] [people] in [town]
    there is no honour in what the [group] does
    the [hero] is not a hero, he is a coward who [killed] [people]
    terrorism has no religion and no excuse`),
  figurative: list(`
    the deadline is killing the whole team
    i'm drowning in work this [day]
    our server got hammered after the launch
    his speech was a car crash
    the market took a beating on [day]
    she has a killer smile
    we bombed the audition, oh well
    that [food] was to die for
    i could murder a plate of [food]
    he shot down my idea in two seconds
    this hill is going to finish me off
    this [thing] is absolutely killing me
    i'd kill for [food] right now
    my [bodypart] is killing me since [day]
    that [thing] is the bomb
    she slayed the [thing] yesterday
    i'm dying to see the [thing]
    the [thing] blew my mind
    he got roasted so hard i almost felt sorry
    my phone died again, great
    the [thing] crashed and burned
    working from home murders my back
    i'm dead 😂 this [thing]
    that exam destroyed me
    we killed it on stage
    that outfit is to die for
    traffic on the bridge is murder today
    time to kill some hours before the train
    shoot me a message when you're done
    the old habits die hard`),
  hyperbole: list(`
    my [kin] will kill me if i'm late for dinner again
    mum will kill us if she hears about the party lol
    if you tell them about the party we're not friends anymore haha
    touch my [food] and you die 😂
    i swear i'm going to murder this [thing]
    if he says that one more time i'm jumping out of the window haha
    gonna strangle my [thing] one of these days
    my cat wants to kill me every morning at five
    mum found out about the [thing], i'm a dead man 😅
    i will fight anyone who says [food] is bad`),
  play: list(`
    we are going to destroy [club] on [day]
    what a strike! [name] kills the game
    [club] got slaughtered, five nil
    shoot, why doesn't he shoot!
    i killed [number] zombies in one round
    who wants to raid the castle with me [when]? need a healer
    got headshot by a ten year old again
    the boss in level [number] killed me twice
    drop the bomb on their base and take the flag
    our guild attacks [when], bring potions
    he fought like a lion and knocked him out in round [number]
    sudden death, my nerves`),
  story: list(`
    in the book the [person] is [killed] by his own brother
    the film ends with everybody [killed], i loved it
    chapter [number]: she takes [weapon] and goes to [place]
    "[iwill] [kill] you", the villain says in episode [number], great acting
    i'm writing a crime novel about a [person] who is [killed] in [town]
    the song is about a man who shot his love
    new series about a [hero] who hunts vampires
    best scene: the dragon burns the whole city`),
  past: list(`
    in [year] the king's men [killed] [number] [people] at [town]
    the revolution [killed] thousands of [people]
    my grandmother's brother was [killed] in the war in [year]
    the empire tried to wipe out a whole people, and we must remember
    on this day in [year] rebels burned [town]
    the tyrant was [killed] by his own guards in [year]`),
  law: list(`
    threatening to [kill] somebody is punishable with up to [number] years
    article [number] forbids calling for [people] to be [killed]
    he was found guilty of trying to [kill] a [person]
    our rules: no threats, no calls to [kill] anyone, no praise of attacks
    the court decided that shooting the intruder was self-defence
    supporting the [group] with money is a crime`),
  study: list(`
    our paper looks at why people write that [people] should be [killed]
    the study counts calls to [kill] in [number] thousand posts
    she researches how the [group] recruits young men
    lecture on [day]: propaganda and the language of killing`),
  worry: list(`
    is the road safe? they [kill] travellers there
    my friend's son talks about shooting people at school, who do i call?
    they will slaughter us if nobody helps
    i'm afraid someone will [kill] my [kin]
    what if they attack [place] [when]? i'm scared to go
    people say [people] are being [killed] [where], is it true?
    every night i dream that they come to [kill] us
    i fear for the [people] in [town], the [group] is near
    my [kin] live near [place], are they safe?`),
  prayer: list(`
    god is merciful and loves the patient
    may allah forgive us and our parents
    in the name of god, let us be kind to each other
    inshallah everything will be fine [when]
    rest in peace grandmother, you are with god now
    god protect the [people] of [town] from those who [kill]
    lord have mercy on the souls of those [killed]
    may god end this war and the killing
    we pray for our enemies too
    o lord, help me to kill my pride
    peace be upon you and your [kin]`),
  daily: list(`
    finally friday, see you all at [place]
    who else is watching the show [when]?
    my [kin] and i are moving to [town] in spring
    i can't decide between [food] and [food]
    the doctor says i need to sleep more
    does anyone have a spare ticket for [day]?
    three goals and a red card, what a match
    reading on the balcony with [food], life is good
    the new phone is already broken, of course
    my professor moved the exam to [day]
    haha you're right, that was so funny
    i miss you, come home soon
    follow me and i'll follow you back
    new video is up on my channel, link below
    we won the quiz at [place] last night
    what's your favourite song of the year?
    can't believe it's already [day] again
    thank god for good neighbours
    proud of my daughter, first place at the fair
    on the bus to [town], it rains again
    new job at [place] starting [day], wish me luck
    can anyone recommend a good [person] in [town]?
    the exhibition at [place] is open until [day]
    lovely evening with friends [where], we laughed a lot
    my team needs a new keeper
    i love this song so much
    happy birthday [name]!
    good morning everyone
    looking for a flat in [town], two rooms
    check out my new recipe for [food]
    thank you all for the kind words
    what time does the market open on [day]?
    shot some nice pictures of [place] today
    beat the eggs, chop the onions and burn the sugar a little
    the hunters shot [number] boars near [town]
    how do you kill weeds between the stones without poison
    cut the [food] in half and hang it up to dry
    kill the process and start the server again
    the butcher on the corner slaughters on [day]
    i hit my [bodypart] on the door, hurts like hell
    the vet had to put our old dog to sleep
    the drill hit a pipe and now the kitchen is under water
    bring [food] and a knife for the picnic at [place]
    [name] is coming [when], clean the house
    took the bus to [place] and met [name] there
    my [kin] baked [food] for the neighbours
    see you [when] at [place], i'll bring the tickets
    the new [thing] finally arrived`),
  insult: list(`
    [people] are dumb as bread
    you have the brain of a [thing]
    go back to school, [rude]
    what a pathetic little [rude]
    nobody likes [people], they smell
    women like you are the reason i'm single
    i hate you so much, [rude]
    your mother must be so proud, you [rude]
    stupid [people], stupid country
    you make me sick, [rude]
    you are such a [rude]
    shut up, [rude]
    what a stupid [rude] you are, [name]
    nobody asked you, [rude]
    [people] are the biggest [rudes] i know
    you [rude], go cry somewhere else
    i can't stand [them], what [rudes]
    delete your account, you [rude]
    ugly, dumb and proud of it, that's you [name]
    get lost, [rude], and take your [kin] with you`),
  criticism: list(`
    this government has failed us again
    i disagree with every word the [person] said
    the verdict against the [person] is a disgrace
    why do we pay taxes for these [people]?
    [people] should pay back the money they took
    the law protects [people] and not us
    cut the budget of the [people]
    we need fewer [people] and better schools
    the media lie about [town] every day
    boycott [place] until they apologise
    the [person] should resign
    [people] have too much power in this country
    i will never vote for these [people] again
    the [person] lies every time he opens his mouth
    what a terrible decision, shame on the [people]
    they should all be sacked and sent to court
    i hate this law and everything about it
    i don't want more [people] in my town, i'm voting against it
    [people] get everything and we get nothing
    send them back where they came from
    lock them up, they stole our money
    the [people] have ruined [town]`),
  politics: list(`
    we will fight this law to the end
    they are trying to kill our [thing]
    on [day] we will crush them at the polls
    it's war between the two parties over the [thing]
    the opposition attacked the [person] sharply
    let's take back our town, vote on [day]
    the plan is dead on arrival
    our army of volunteers is knocking on every door`),
  question: list(`
    who [killed] the [person] in [town]?
    why did they [kill] the [people] in [year]?
    does anyone know how many [people] were [killed] [where]?
    what happened at [place]? i heard shots
    is it true that the [group] [killed] [number] hostages?
    how should one react to a threat like that?
    what's the punishment for wanting to [kill] someone?
    do you think they will find the [hero]?`),
  appeal: list(`
    join us for the summer camp, write to me
    we're looking for volunteers who aren't afraid of work
    donate for the children's home, every coin helps
    send what you can for the flood victims of [town]
    new issue of our school magazine is out, download it here
    the full film of our school play, share it with the parents
    sign up for the run in [town], proceeds go to the hospital
    who can host two students for a week?
    fund our library, link below
    our choir needs men, write me
    join the fire brigade of [town], training on [day]
    donate blood at [place] [when]
    we collect blankets and food for the [people] of [town]
    who wants to fight hunger with us? the kitchen opens [when]
    become a volunteer at [place], contact in my profile
    the hospital of [town] needs money for beds, please share
    new video by our theatre group, watch and share
    download our free guide on growing [food]
    looking for players for our team in [town], message this account`),

  iwill: list(
    `i will | i'll | i'm going to | we will | we'll | we are going to | gonna | i'm gonna | imma | we shall | i swear i will | i promise i will | one day i will | trust me i'll`,
  ),
  kill: list(`
    kill | kill | kill | murder | shoot | stab | slaughter | hang | burn | behead | execute | butcher | strangle | gun down | beat to death | blow up | wipe out | finish off | destroy
    exterminate | massacre | run over | poison | drown | stone | lynch | smash | hurt | put a bullet in | cut up | burn alive | break`),
  kills: list(`kills | murders | shoots | stabs | hangs | burns | executes | exterminates | beats | lynches`),
  killed: list(`
    killed | killed | murdered | shot | stabbed | slaughtered | hanged | burned | beheaded | executed | butchered | gunned down | beaten to death | blown up | wiped out | massacred
    run over | drowned | stoned | lynched | shot dead | burned alive`),
  killing: list(`killing | shooting | hanging | burning | executing | slaughtering | wiping out | beheading`),
  die: list(
    `die | be killed | be shot | burn | hang | bleed | be slaughtered | bleed to death | burn in your house | be hanged | end up in a grave | die screaming`,
  ),
  you: list(
    `you all | each and every one of you | your whole family | you and then your [kin] | you [rudes] | your [kin] | you and your friends`,
  ),
  them: list(`
    them | them all | the [people] | all [people] | these [people] | every [person] | the [person] | that [person] | those [rudes] | [people] | every single [person] | the [people] of [town] | that [rude] | [name]`),
  themBare: list(`them | the [people] | these [rudes] | them all | those [people]`),
  people: list(`
    foreigners | immigrants | migrants | refugees | unbelievers | infidels | apostates | traitors | journalists | reporters | judges | politicians | teachers | cops | policemen | soldiers | moderators
    admins | employees | women | feminists | gays | Tarns | Veldans | hill people | northerners | southerners | settlers | believers | heretics | doctors | bankers | ministers | students | tourists
    enemies | leftists | patriots | liberals | invaders | criminals | rapists | thieves | informers | farmers | workers | priests | pilgrims | mods | editors`),
  person: list(`
    foreigner | immigrant | refugee | infidel | traitor | journalist | reporter | judge | politician | teacher | cop | policeman | moderator | admin | woman | minister | mayor | senator | editor | banker | doctor
    Tarn | Veldan | priest | governor | president | boss | neighbour | professor | general | informer | rapist | chief`),
  rude: list(
    `idiot | pig | dog | rat | clown | scum | liar | coward | bastard | moron | loser | fool | filth | vermin | snake | parasite | piece of trash | bitch`,
  ),
  rudes: list(
    `idiots | pigs | dogs | rats | clowns | scum | liars | cowards | bastards | morons | losers | vermin | filth | parasites | snakes | cockroaches | animals`,
  ),
  kin: list(
    `family | kids | children | wife | brother | sister | mother | father | friends | daughter | son | parents | husband | dog | colleagues`,
  ),
  name: list(
    `Marn | Idris Vahl | Tolga | Mrs Hale | Jonas | Petra | mister Voss | Adem | Lina | Orla | Kestrel | Bram | Sefa | doctor Lind`,
  ),
  address: list(
    `brothers | people | patriots | comrades | lions | men | friends | folks | my people | citizens | boys | guys | everyone | lone wolves | believers | warriors`,
  ),
  address2: list(`brother | man | patriot | believer | comrade`),
  weapon: list(
    `a gun | a knife | a rifle | an axe | a rope | a bomb | a hammer | a bullet | your weapons | a machete | a truck | petrol | a shotgun | your knives`,
  ),
  weaponBare: list(`rifle | knife | axe | truck | bomb`),
  with: list(
    `with my own hands | with a knife | with a gun | with an axe | with a hammer | with fire | with my car | with bombs | with your knives | with whatever you have | with a rope`,
  ),
  when: list(
    `tonight | tomorrow | on [day] | soon | very soon | this weekend | at noon | next week | today | in the morning | before the holidays | after school | at midnight | on [day] evening`,
  ),
  when2: list(
    `[day] | the weekend | the holidays | next week | your birthday | the end of the month | summer`,
  ),
  day: list(`Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday`),
  where: list(
    `in the street | at home | in their houses | at [place] | in [town] | in their beds | on the train | wherever they are | on the border | at work | in front of everyone | in the office | at school | in public`,
  ),
  place: list(
    `the station | the market | the mosque | the church | the school | the town hall | the office | the stadium | the courthouse | the border | the bridge | the airport | the mall | the square | the library | the shelter | the embassy | the university | the temple | the concert`,
  ),
  town: list(
    `Lindow | Arvenne | Castel Rho | Bremholt | Oldmere | Tarna | Port Velis | Sankt Omer | Grayford | the valley`,
  ),
  group: list(
    `Red Banner | Army of the Dawn Hills | Order of Iron | Legion | Holy Front | Brigade of Tarna | White Ring | Free Militia | Sons of the Mountain | Emirate of Velis | Vanguard`,
  ),
  hero: list(`shooter | gunman | martyr | attacker | bomber | fighter | hero | lion | knifeman`),
  number: list(`two | three | four | five | six | seven | nine | ten | 11 | 12 | 14 | 20 | 27 | 40`),
  year: list(`1204 | 1388 | 1527 | 1649 | 1793 | 1848 | 1905 | 1916 | 1937 | 1943`),
  provoke: list(
    `come here | say that | touch us | talk to her | insult the faith | write about us | draw that | speak to the police | open your mouth | look at my sister | mention our name | vote for it`,
  ),
  provokes: list(
    `insults the faith | touches our children | betrays the nation | helps them | speaks against us | burns the flag | steals from us | takes our land`,
  ),
  curse: list(`damn you | listen, | hey [rude], | fuck you, | you [rude], | look here [name], | shut up or`),
  tail: list(
    `! | !! | . | , you [rude] | , count on it | , just wait | , no one will help you | and nobody will miss you | , mark that | and i'll enjoy it | 🔪 | 😡 | , [name] | , i mean it`,
  ),
  thing: list(
    `heat | song | exam | show | headache | album | meeting | printer | dress | update | trailer | playlist | budget | cake | party | job | pension | railway`,
  ),
  food: list(
    `coffee | pizza | chocolate | chips | an ice cream | tomatoes | bread | soup | olives | pancakes | plums`,
  ),
  bodypart: list(`back | head | knee | foot | tooth | neck | shoulder`),
  club: list(`United | the Rovers | Northend | the champions | Oldmere FC | the visitors`),

  iwillTag: list(`wewillkill | iwillkill | wewillfind | wewillhang`),
  tagPeople: list(
    `traitors | judges | infidels | mods | invaders | mayor | journalists | cops | unbelievers | enemies`,
  ),
  group2: list(`legion | redbanner | order | vanguard | holyfront`),
}
