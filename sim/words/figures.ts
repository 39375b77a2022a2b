import { list, type Rules } from '../grammar.ts'

/** Violent-sounding harmless posts: sport, exams, games, cooking, films, laughing. Slots are those of the small talk. */
export const figures: Record<'en' | 'ar' | 'fr', Rules> = {
  en: {
    figure: list(`
      That [subject] exam killed me. [school2] | This [subject] paper is going to be the death of me; [name] is already done.
      [club] slaughtered us [4-9]-0 in [place]. [sport2] | We absolutely destroyed [club] today, [3-6]-1, and [relative] missed it. [sport2]
      I would kill for [snack] right now. [work2] | I could murder a plate of [dish]. [cook2] | The final boss in [title] has killed me [3-40] times. [screen2]
      Died laughing at [name] and the [pet]. [pet2] | If [name] spoils [title] for me I will end him, with love. [screen2]
      [name] shot [2-9] goals and a dirty look at the referee. [sport2] | Great shoot on the [spot] in [place]: [30-90] pictures of the [view].
      In the second half of [title] the count is stabbed and the gardener is blamed. [screen2] | These stairs in [place] are murder. [trip2]
      The [subject] lecture bored me to death until [hour]. [school2] | My legs are dead after [place]. [sport2] | [name] is going to kill me when the [thing] is found. [home2]
      That bassline by [band] is a bomb. [music2] | The new single by [band] blew up overnight. [music2] | Bombed the interview in [office], [job] it is, then. [work2]
      Our raid went wrong at [hour]: [name] pulled the dragon and all [5-25] of us died. [screen2] | Snipers on the roof again in this game; [name] and I lost [3-9] rounds.
      Beat the eggs, crush the [spice], kill the heat, let the [dish] rest. [cook2] | The derby against [club] will be war. [sport2] | The slugs must die: they had [plant] for dinner. [garden2]
      Headshot from [30-90] metres, says [name], and nobody in the team believes it. [screen2] | Mum will hang me if I lose the [thing] again. [home2]`),
  },
  fr: {
    figure: list(`
      L'examen de [subject] m'a tuée. [school2] | Cette copie de [subject] aura ma peau ; [name] a déjà fini.
      [club] nous a massacrés [4-9] à 0. [sport2] | On a écrasé [club] [3-6] à 1 et [relative] n'a rien vu. [sport2]
      Je tuerais pour [snack], là, tout de suite. [work2] | Je vais faire un sort à [dish]. [cook2] | Le dernier boss de [title] m'a tué [3-40] fois. [screen2]
      Morte de rire avec [name] et [pet]. [pet2] | Si [name] me raconte la fin de [title], je le tue, avec tendresse. [screen2]
      [name] a fusillé le gardien : [2-9] buts. [sport2] | Superbe séance photo à [place] : [30-90] clichés, on y voit [view].
      Dans la seconde moitié de [title], le comte est poignardé et on accuse le jardinier. [screen2] | Ces escaliers à [place], c'est un meurtre. [trip2]
      Le cours de [subject] était mortel jusqu'à [hour]. [school2] | Mes jambes sont mortes après [place]. [sport2] | [name] va me tuer en voyant [thing]. [home2]
      Cette ligne de basse, c'est une bombe, merci [band]. [music2] | Le nouveau titre de [band] a tout explosé en une nuit. [music2]
      Raid raté à [hour] : [name] a réveillé le dragon et nous sommes morts tous les [5-25]. [screen2] | Encore des snipers sur le toit dans ce jeu ; [3-9] manches perdues avec [name].
      Battez les œufs, écrasez les épices, coupez le feu, laissez reposer [dish]. [cook2] | Le derby contre [club], ce sera la guerre. [sport2]
      Mort aux limaces : adieu [plant]. [garden2] | Maman va me pendre si je perds encore [thing]. [home2]`),
  },
  ar: {
    figure: list(`
      امتحان [subject] ذبحني اليوم. [school2] | مادة [subject] ستقتلني قبل [month]، و[name] أنهى كل شيء.
      [club] ذبحونا [4-9]-0 في [place]. [sport2] | سحقنا [club] اليوم [3-6]-1 ولم يحضر [relative]. [sport2]
      أقتل من أجل [snack] الآن. [work2] | سأهجم على صحن [dish] بلا رحمة. [cook2] | الزعيم الأخير في لعبة [title] قتلني [11-40] مرة. [screen2]
      متنا من الضحك مع [name] و[pet]. [pet2] | إذا حرق علي [name] نهاية [title] سأقتله، بمحبة. [screen2]
      قصف [name] المرمى بـ[3-9] أهداف. [sport2] | تصوير رائع في [place]: [30-90] لقطة، وفيها [view].
      في النصف الثاني من [title] يطعن الكونت ويتهم البستاني. [screen2] | درج [place] هذا يقتل القتيل. [trip2]
      محاضرة [subject] قتلتني مللا حتى [hour]. [school2] | ماتت ساقاي بعد [place]. [sport2] | سيقتلني [name] حين يرى [thing]. [home2]
      أغنية [band] الجديدة قنبلة. [music2] | انفجرت أغنية [band] في ليلة واحدة. [music2] | في اللعبة قناص على السطح مرة أخرى، خسرت مع [name] [3-9] جولات. [screen2]
      هجمنا على التنين عند [hour] ومتنا كلنا، والسبب [name]. [screen2] | الديربي ضد [club] حرب. [sport2] | الموت للحلزون: أكل [plant] على العشاء. [garden2]
      اخفقوا البيض واسحقوا [spice] ثم اتركوا [dish] ترتاح. [cook2] | أمي ستشنقني إن ضاع [thing] مرة أخرى. [home2]`),
  },
}
