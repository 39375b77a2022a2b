import { foldLetters, undoubled } from './letters.ts'

/*
 * Words so common in names and bios that sharing one says nothing, whatever a young index has counted so far. Grammar
 * words, and given names that millions bear. English, French, Arabic (in both scripts); other languages are learnt by counting.
 */
const GRAMMAR = `a an and are as at be been but by can do for from get has have he her here him his how i if in into is it its just
me my no not of off on one or our out own she so some that the their them they this to up us was we what when who will with you your
am all more only about like love life world god man men woman girl boy mom mum dad father mother wife husband fan team news official
page account twitter follow instagram retweets endorsement opinions views mine
au aux avec ce ces dans de des du elle en est et il ils je la le les leur lui ma mais me mes mon ne nos notre nous on ou par pas pour
qu que qui sa se ses son sur ta te tes toi ton tu un une vos votre vous compte vie amour monde
في من على الى إلى عن مع هذا هذه ذلك التي الذي لا ما هو هي نحن انا أنا كل بعد قبل يا او أو ان أن لم لن قد الله اللهم حساب`
const NAMES = `adam ahmad ahmed alex alexander ali alice amina amir amy andrea andrew anna anne anthony ben brian carlos charles chris
christopher claire dan daniel dave david elena elizabeth emily emma eric fatima george hannah hassan hussein ibrahim jack jacob james jane
jason jean jennifer jessica jim joe john jose joseph june karen kate kevin khaled laura leo linda lisa louis lucas lucy maria marie mark
martin mary matt matthew max michael mike mohamed mohammad mohammed muhammad nathan nick nicole noah olivia omar paul peter philippe pierre
rachel richard rob robert ryan sam sara sarah scott simon smith sophie stephen steve susan thomas tim tom victor will william yusuf zahra
abu abd abdallah abdullah abdul umm bin ibn um
محمد احمد علي عبد عبدالله الله ابو أبو ام أم بن ابن عمر حسن حسين خالد فاطمة مريم يوسف ابراهيم اسلام`

/** Folded, each also without doubled letters: a name is as common however often its letters are written. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `${GRAMMAR} ${NAMES}`.split(/\s+/).flatMap((word) => [foldLetters(word), undoubled(foldLetters(word))]),
)
