import { list, type Rules } from '../grammar.ts'

/** What ordinary people write in English. */
export const talk: Rules = {
  talk: list(`
    [topic] [end]
    [open] [topic]
    [topic]
    [topic] [aside]
    [open] [topic] [end]
    [topic] [aside] [end]
    [open] [topic] [aside]
    [topic] [topic]`),
  topic: list(`
    [cook1] [cook2] | [work1] [work2] | [road1] [road2] | [home1] [home2] | [garden1] [garden2] | [pet1] [pet2]
    [read1] [read2] | [screen1] [screen2] | [music1] [music2] | [sport1] [sport2] | [school1] [school2] | [trip1] [trip2]
    [fix1] [fix2] | [kin1] [kin2] | [sky1] [sky2]`),
  open: list(`
    Well. | Small victory: | Note to self: | Right then. | Good morning from [place]. | Evening, all. | Honest question. | Unpopular view:
    It is [day]. | Update from [place]: | True story. | Not sure who needs this: | Day [2-90]. | Fine, I admit it. | Back from [place].
    Today's lesson: | Confession: | Overheard by [name]: | A reminder: | For the record: | Somehow: | At last. | [name] was right.`),
  end: list(`
    That is all. | More on [day]. | Ask [name]. | I regret nothing. | Send [snack]. | Photos [later]. | We move on. | Worth every minute.
    Not my best [day]. | [name] laughed for [2-40] minutes. | Never again, until [day]. | What a [day]. | Tea first, though. | Thoughts?
    I am told this is normal in [place]. | Sleep now. | The [thing] agrees. | Could be worse, could be [place]. | My knees disagree.
    Who is in? | [name] owes me [snack]. | Mind you, it is only [day]. | Life is good.`),
  aside: list(`
    Meanwhile [name] is stuck in [place]. | And [name] still has my [thing]. | Also, the [thing] is making that noise again.
    In other news, [name] bought a [thing]. | Between us, [relative] prefers [snack]. | All this before [hour]. | Somebody tell [name].
    Unrelated: where do people buy a decent [thing] in [place]? | The neighbours have opinions, mostly about the [thing].`),
  cook1: list(`
    Made [dish] for [guests], with [produce] and far too much [spice].
    Third try at [dish]: [spice] instead of [spice], and [12-90] minutes in the oven.
    [name] swears by [spice] in [dish].
    The stall on [street] had [produce] for next to nothing, so it is [dish] again.
    Does anyone have a recipe for [dish] that works without [produce]?
    My grandmother's [dish], her handwriting, my kitchen, [hour].
    We ate [dish] on the [spot] and watched the [view].
    Forgot the [spice], ran back to [street], and the [dish] still came out [looks].`),
  cook2: list(`
    [guests] asked for more, which says enough. | It tasted of [place] and long summers. | Next time with [produce] and less [spice].
    I blame the [thing]. | The kitchen smells of [spice] and I am not sorry. | [name] says it needs [spice]; [name] is wrong.
    The secret is patience, and [spice]. | There is enough left for [2-9] days.`),
  work1: list(`
    [2-9] meetings before [hour], and the only decision was about the [thing].
    New colleague in [office] turned out to be [relative]'s old neighbour from [place].
    Spent the whole of [day] looking for a [thing] that was in my bag.
    The printer in [office] only works when [name] stands next to it.
    [office] moves to [street] in [month], and nobody has asked about the [thing].
    First week as [job] done: [2-30] new names, one broken [thing].
    Wrote [20-400] lines, deleted [10-90], kept the one [name] suggested.
    Lunch with [name] from [office] lasted [2-3] hours because of [dish].`),
  work2: list(`
    [relative] calls it experience. | [name] brought [snack], so we are friends again. | I kept a straight face until [hour].
    On [day] we do it all over again. | The plant in [office] has seen things. | Nobody noticed, except [name].
    There will be [snack] on [day]. | I would still rather be in [place].`),
  road1: list(`
    The [ride] to [place] left [2-50] minutes late with a [looks] driver and no heating.
    Someone on the [ride] was reading [title] aloud to [relative] on the phone.
    Cycled from [place] to [street] in the rain with a [thing] under one arm.
    [street] is closed until [month]; the detour goes past every bakery in [place].
    Lost a glove on the [ride] on [day], found it today on the [spot].
    Gave my seat on the [ride] to a man carrying [2-6] boxes of [produce].
    They repainted the station at [place] and it looks [looks].`),
  road2: list(`
    He told me about his [relative] in [place]. | I arrived [looks] and [2-40] minutes late. | Walking would have been faster.
    Still, the [view] made up for it. | Next time I ask [name] for a lift. | I read half of [title]. | Spring cannot come soon enough.`),
  home1: list(`
    The [thing] broke on [day], the boiler followed [2-9] hours later.
    Found a photograph of [relative] on a [spot] in [place], aged about [4-30].
    Painted the [room] [colour]; it looked [looks] in the shop.
    The neighbours on [street] are learning the [instrument], from [hour] on.
    Cleared out the [room] and met a [thing] I bought in [place].
    The new [thing] has [20-90] pages of instructions, none of them about the [room].
    Our [room] has been without light since [day].`),
  home2: list(`
    We are calling it character. | [name] offers [snack] to whoever helps on [day]. | [relative] would have fixed it in an hour.
    The [pet] has moved into the box. | It was [looks] and it was mine. | Only [2-9] boxes to go. | Everything smells of paint and [snack].`),
  garden1: list(`
    The [plant] on the [spot] came up [2-30] days early this year.
    Planted [plant] next to the [plant], against the advice of [name].
    Snails: [3-40]. [plant]: nil.
    Swapped [2-20] cuttings of [plant] for a jar of [spice] with [name] from [place].
    The allotment behind [street] has a waiting list of [3-14] years and a [looks] gate.
    Watered the [plant] at [hour], it rained at once.
    Does [plant] survive a winter in [place] on a [spot]?`),
  garden2: list(`
    [relative] says to wait until [month]. | The bees have no complaints. | I talk to it; it listens better than [name].
    There will be [produce] by [month]. | The [pet] dug up half of it. | It is [looks] and I love it.`),
  pet1: list(`
    Our [pet] stole [snack] off the table and showed no remorse.
    The [pet] from [street] followed [name] all the way to [place].
    Taught the [pet] to open the [room] door; regretted it by [hour].
    The vet in [place] says the [pet] should lose [2-5] kilos; the [pet] bit the [thing].
    [2-6] years ago today this [looks] [pet] moved in.
    The [pet] has decided that the [thing] is an enemy.`),
  pet2: list(`
    I respect the ambition. | We are both pretending it never happened. | [relative] thinks it is my upbringing.
    It now sleeps in the [room] like a lord. | The [snack] did not survive. | Best [day] in weeks.`),
  read1: list(`
    Finished [title] on the [ride], missed my stop by [2-9] stations.
    The library in [place] had [title], last borrowed in [1961-1999].
    Started [title] for the [2-5]th time.
    [name] lent me [title] with [2-30] pages of notes in the margin.
    Our book club picked [title]; [2-9] of us got past the [plant].
    Does [title] get better after page [40-300]?`),
  read2: list(`
    The aunt is the best character. | I wanted [100-300] more pages. | [name] cried at the part in [place].
    Now everything reminds me of the [view]. | Back to it after [dish]. | The cover is [looks], the ending is not.
    [relative] read it in a day.`),
  screen1: list(`
    Saw [title] at the little cinema on [street], [3-40] people and one [pet].
    Watched [2-7] episodes of [title] with [relative] and understood [2-3].
    They are filming [title] near [place] and the whole of [street] wants to be in it.
    The [1961-1999] version of [title] is better, and I will not discuss it.
    Fell asleep in [title] just as they reached [place].
    [name] paused [title] every [2-9] minutes to explain the boats.`),
  screen2: list(`
    The costumes alone are worth it. | The dog lives, do not worry. | I would watch the [pet] again.
    [name] hummed the tune all [day]. | We argued about it until [hour]. | The [thing] in the last scene, though!`),
  music1: list(`
    Went to hear [band] in [place]; the [instrument] was out of tune and nobody minded.
    Learning the [instrument] at [30-70]: the neighbours on [street] send regards.
    Found a record by [band] at the market on [street] for [2-9] coins.
    [name] plays the [instrument] in a band called [band] now.
    [band] have a new song about [place], [3-11] minutes long.
    The choir in [place] needs [2-9] more basses and a [thing].`),
  music2: list(`
    I have played it [4-60] times since [day]. | [relative] danced, so that is that. | Third verse gets me every time.
    The [pet] left the [room]. | Next concert in [month], in [place]. | It sounds like rain on a [spot].`),
  sport1: list(`
    Ran from [place] to [street] in [28-95] minutes, mostly downhill.
    [club] drew [2-4] all with [club], and my voice is gone.
    The under-[9-16] side from [place] won [2-9]-1 in the mud.
    [name] talked me into the [month] half marathon.
    Swam [10-60] lengths before work; the pool in [place] is [looks].
    Table tennis at [office]: [name] beat me [11-21]-[2-9] with a [thing].
    [club] signed a goalkeeper from [place] whom nobody has heard of.`),
  sport2: list(`
    Legs of jelly, heart of gold. | [relative] filmed the wrong team. | There is always [day]. | The [snack] afterwards made it right.
    Our keeper deserves a statue on [street]. | I am too old and too happy.`),
  school1: list(`
    The youngest has to bring a [thing], [2-9] eggs and a [plant] to school by [hour].
    Parents' evening in [place]: [2-9] minutes per teacher, [30-50] in the queue.
    My students handed in [10-40] essays on [title], [2-9] of them about [dish].
    Revising for [subject] with [snack] and [name]'s notes.
    Passed [subject] at the second try!
    [relative] goes back to school at [41-70] to study [subject].`),
  school2: list(`
    The [pet] is not an excuse any more, it seems. | We celebrate with [dish]. | The maths teacher deserves a medal.
    [name] explained it with [produce]. | Only [2-7] weeks until [month]. | I learnt more than they did.`),
  trip1: list(`
    [2-9] days in [place] with [relative], one [thing] and no plan.
    Took the night [ride] to [place] and woke to the [view].
    The guest house in [place] serves [dish] for breakfast.
    Lost in [place] with [name]: [2-4] hours, [2-9] bakeries.
    Booked [place] for [month], then read about the [plant] season.
    A fisherman in [place] taught [name] a knot and a song.`),
  trip2: list(`
    I will go back in [month]. | Bring a coat and [snack]. | The [spot] at [hour] is the best seat in the world.
    We have sand in the [thing] still. | Nobody wanted to leave. | [relative] wants to move there.`),
  fix1: list(`
    Repaired the [thing] with a spoon and advice from [name].
    Does anyone in [place] lend a ladder and a [tool]?
    Took the [thing] apart on the [spot]; there are [2-9] screws left over.
    The repair café on [street] brought [relative]'s [thing] back to life.
    Bought a [tool] to hang one picture in the [room].
    Updated the [thing] and now it speaks a language from [place].`),
  fix2: list(`
    It hums, but it works. | [name] watched and ate [snack]. | The instructions were for a [thing].
    Only [2-5] plasters. | The man on [street] took [2-9] coins and a jar of [spice] for it. | Do not touch it until [day].`),
  kin1: list(`
    [relative] turned [61-97] on [day] and danced until [hour].
    [2-12] cousins, one bathroom, [day] morning.
    [name] took the first steps today, towards the [pet].
    Called [relative] in [place]; we talked about [produce] for [20-90] minutes.
    The little one asked whether [place] has a moon as well.
    Found [relative]'s letters from [place], [1961-1999].`),
  kin2: list(`
    There was [dish], naturally. | I did not have an answer. | We laughed until [name] had to sit on the [spot].
    The [room] is very quiet now. | Keep your people close. | [relative] kept the [thing] all these years.`),
  sky1: list(`
    [2-30] degrees in [place] and [name] wears a coat.
    The fog over [street] this morning made the [view] look [looks].
    Storm took the [thing] off our [spot] and left it at [name]'s.
    First snow in [place], and [2-9] children with one sledge.
    Such a wind at [hour] that the [plant] moved in with the neighbours.
    Sun at last: every [spot] in [place] is taken.`),
  sky2: list(`
    The forecast had promised [month]. | I hung out the washing, so it is my fault. | The [pet] refuses to go out.
    Soup weather: [dish]. | I took [3-90] pictures, all [looks]. | Nobody is working today.`),
  name: list(`
    Maud | Jonah | Priya | Tobias | Wren | Callum | Ines | Dorian | Hettie | Marlow | Yusra | Fergus | Odile | Barnaby | Nuala | Emeka
    Saskia | Leopold | Tamsin | Ravi | Greta | Osgood | Lena | Piers | Mina | Ambrose | Zadie | Kwame | Flora | Rufus | Anneke | Silas`),
  relative: list(
    `Aunt [name] | Uncle [name] | Grandad | Gran | Cousin [name] | Great-aunt [name] | our [name] | Dad | Mum | my sister [name] | my brother [name] | my mother-in-law`,
  ),
  guests: list(
    `Six friends | The neighbours | My in-laws | The whole choir | Two tired nurses | The children | Old schoolmates | The night shift | Everyone on our floor | My sister's band`,
  ),
  place: list(`
    Harrowmere | Saltby | Oxley Cross | Little Venn | Dunmoor | Carrick Hill | Pellworth | Ashcombe | Thornwick | Marlow Quay | Brindle | East Tarn
    Kestrel Bay | Wexcombe | Northgate | Fallowfield Green | Penhallow | Stannick | Ravensey | Lower Quint | Hobden | Glasswater | Merrow | Tidebridge`),
  street: list(`
    Mill Lane | Cooper Street | Station Road | Lantern Row | Fishergate | Weaver Street | Old Ferry Road | Chapel Walk | Juniper Lane | Baker's Yard
    Quay Street | Orchard Terrace | Tanner Row | Bellmaker Street | Windmill Hill | Copper Alley`),
  office: list(
    `accounts | the archive | the third floor | the workshop | the front desk | the lab | the depot | sales | the reading room | dispatch`,
  ),
  job: list(
    `a bus driver | a nurse | an apprentice baker | a librarian | a bookkeeper | a surveyor | a night porter | a gardener | a welder | a school cook`,
  ),
  dish: list(`
    lentil soup | mushroom pie | fish stew | onion tart | plum dumplings | potato gratin | leek risotto | bean chilli | roast squash | lemon chicken
    barley broth | spinach pancakes | beetroot salad | cheese scones | rhubarb crumble | aubergine curry | pea fritters | ginger cake`),
  produce: list(
    `plums | leeks | runner beans | apricots | mussels | radishes | chestnuts | quinces | courgettes | blackcurrants | walnuts | fennel | pears | cabbages`,
  ),
  spice: list(
    `nutmeg | cumin | smoked paprika | thyme | mustard seed | cinnamon | dill | black pepper | sumac | bay leaf | saffron | sage`,
  ),
  snack: list(
    `biscuits | crisps | toast | shortbread | a bag of nuts | cheese | olives | doughnuts | liquorice | apple cake | popcorn | pickles`,
  ),
  thing: list(`
    kettle | bicycle pump | umbrella | radio | toaster | suitcase | lamp | stapler | washing machine | alarm clock | tent | sewing machine
    thermos | doorbell | telescope | hairdryer | calculator | hammock | accordion case | fridge`),
  tool: list(
    `drill | spirit level | wrench | paint roller | soldering iron | handsaw | torch | staple gun | crowbar | tape measure`,
  ),
  spot: list(
    `balcony | back step | roof | harbour wall | park bench | windowsill | jetty | front porch | landing | lawn`,
  ),
  room: list(
    `kitchen | hallway | bathroom | attic | cellar | spare room | shed | pantry | stairwell | study`,
  ),
  view: list(
    `boats | swifts | evening trains | lighthouse | hills | street lamps | market | rowing club | clouds over the gasworks | weir`,
  ),
  ride: list(`bus | tram | ferry | train | night bus | coach | number [2-98] | funicular | water taxi`),
  plant: list(
    `sweet peas | rosemary | tomatoes | foxgloves | lavender | pumpkins | ivy | dahlias | strawberries | nettles | wisteria | garlic`,
  ),
  pet: list(
    `cat | dog | parrot | tortoise | rabbit | old terrier | hedgehog | goat | budgie | kitten | ginger cat | puppy`,
  ),
  looks: list(
    `crooked | glorious | soaked | suspiciously good | grey | sleepy | splendid | half finished | ridiculous | very blue | lovely | tired`,
  ),
  colour: list(`mustard yellow | pale green | brick red | sea blue | off-white | plum | grey | terracotta`),
  instrument: list(
    `trombone | cello | accordion | clarinet | drums | bagpipes | banjo | double bass | flute | piano`,
  ),
  subject: list(
    `chemistry | statistics | history | Latin | bookkeeping | anatomy | geography | land law | geometry | music theory`,
  ),
  title: list(
    `“The [adjective] [noun]” | “[noun] and [noun]” | “A [noun] for [name]” | “The [noun] of [place]” | “[adjective] Water” | “Seven [noun]s”`,
  ),
  adjective: list(
    `Silent | Glass | Northern | Crooked | Last | Paper | Green | Borrowed | Winter | Hollow | Gentle | Distant`,
  ),
  noun: list(
    `Orchard | Letter | Ferry | Clockmaker | Harbour | Lantern | Violin | Map | Window | Garden | Bridge | Winter | Sister`,
  ),
  band: list(`The [adjective] [noun]s | [noun] Society | Two [noun]s | [place] Brass | The Late [noun]`),
  club: list(`[place] Rovers | [place] Town | [place] Athletic | Sporting [place] | [place] United`),
  day: list(`Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday`),
  month: list(`January | February | March | April | May | June | September | October | November | December`),
  hour: list(`six | half past seven | nine | noon | four | a quarter to ten | midnight | [2-11]:[10-59]`),
  later: list(`tomorrow | on [day] | when I find the cable | after [dish] | soon`),
  tag: list(
    `[topicTag] | [topicTag] | [day]Mood | [topicTag][2014-2026] | Small[topicTag] | [topicTag]Club | My[topicTag]`,
  ),
  topicTag: list(`
    Garden | Cooking | Bookclub | Running | Birds | Cinema | Trains | Knitting | Football | Recipes | Cats | Dogs | Travel | Parents | Teachers
    Nurses | Photography | Jazz | Cycling | Allotment | Baking | Chess | Sailing | Museums | Vinyl | Exams | Coffee | Markets`),
  bio: list(`
    [job], [place]. Parent of [2-5]. Mostly [plant] and [dish].
    I like [band], [snack] and the [view]. [place] born, living near [street].
    Opinions my own, [pet] included. [subject], [instrument], long walks.
    [club] until the end. Also [dish].
    Once [job], now learning the [instrument].
    Reader of [title]. Writes about [produce] and [place].`),
  reply: list(`
    Same here, [name] said so on [day] already. | Only with [spice], though. [more] | I had that in [place] in [1990-2025]. [more]
    Try [tool] and patience. [more] | Congratulations! [more] | You should ask at [street], the one with the [thing]. | Ha, [relative] did exactly that.
    Thank you, this saved my [day]. [more] | Which [thing] is it, the one from [street]? | No! Not the [thing]! [more] | See you on [day] at [hour], I bring [snack].
    Take [name] along, and [snack]. | We tried that with [produce] once. [more]`),
  more: list(`
    [relative] will want to hear it. | Bring [snack]. | What does [name] say? | And how is the [pet]? | See you on [day]. | Ours had [produce] in it.
    It took us until [month]. | I am jealous of the [spot].`),
}
