import { primaryLanguage } from '@shortfactory/core';

/**
 * Small words by language, lower case. `leaning` ones belong to the word after them (articles, prepositions,
 * conjunctions, possessives): a line or caption should not end with one. `opening` ones are others that often begin a
 * sentence, so that a capital there shows one after "no." or "Inc.".
 */
interface FunctionWords {
  readonly leaning: string;
  readonly opening: string;
}

const FUNCTION_WORDS: Readonly<Record<string, FunctionWords>> = {
  en: {
    leaning: `a an the and or but nor of to in on at by for from with into onto over under about after before between
      through without than as if that which who whose where when while because my your his her its our their this these
      those every each no some any very so i you we they he she is are was were be been can could will would should must
      may might has have had do does did not don't isn't it's i'm you're we're they're per via`,
    opening: `it there here what why how now then once today yes such both all many most its also instead however still
      even just let never always people nobody everyone someone make take use`,
  },
  de: {
    leaning: `der die das den dem des ein eine einen einem einer eines und oder aber in im ins an am auf aus bei beim mit
      nach von vom vor zu zum zur für über unter durch ohne gegen um bis seit wegen als wie wenn dass weil ob mein meine
      dein deine sein seine ihr ihre unser unsere kein keine nicht sehr so ich du er sie es wir man ist sind war waren hat
      haben wird werden kann können diese dieser dieses jede jeder jedes`,
    opening: `da danach dann hier dort heute jetzt was warum wo wer wann doch auch nun ja nein alle viele`,
  },
  fr: {
    leaning: `le la les un une des du de au aux et ou mais à en dans sur sous par pour avec sans chez vers entre avant
      après depuis que qui dont où si comme mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette
      ces ne très plus je tu il elle on nous vous ils elles est sont était a ont quand lorsque`,
    opening: `c'est voir cela ça alors puis ensuite voici voilà pourquoi comment quel quelle oui non aujourd'hui ici tout tous`,
  },
  es: {
    leaning: `el la los las un una unos unas y e o u pero ni de del a al en con por para sin sobre entre desde hasta según
      que quien donde cuando como si porque mi tu su mis tus sus nuestro nuestra este esta estos estas ese esa no muy más
      es son era se me te le nos lo les cada`,
    opening: `ahora aquí así después entonces luego hoy ella él ellos ellas esto eso también sí qué cómo todo todos hay`,
  },
  pt: {
    leaning: `o a os as um uma uns umas e ou mas de do da dos das em no na nos nas a ao aos à às com por pelo pela para sem
      sobre entre até desde que quem onde quando como se porque meu minha seu sua este esta esse essa não muito mais é são
      era se me te lhe cada`,
    opening: `agora aqui assim depois então hoje ela ele eles elas isso isto também sim todo todos há`,
  },
  it: {
    leaning: `il lo la i gli le un uno una e ed o ma di del dello della dei degli delle a al allo alla ai agli alle da dal
      dalla in nel nella nei con su sul sulla per tra fra senza che chi cui dove quando come se perché mio mia tuo tua suo
      sua questo questa non molto più è sono era si mi ti ci ogni`,
    opening: `ora qui così poi allora oggi lui lei loro ecco anche sì tutto tutti c'è`,
  },
  nl: {
    leaning: `de het een en of maar van in op aan bij met voor door over onder naar uit om tot zonder tussen na als dan dat
      die wie waar wanneer omdat mijn jouw je zijn haar ons onze hun geen niet zeer ik jij hij ze we wij is was waren heeft
      hebben wordt worden kan deze dit elke`,
    opening: `daar hier nu toen vandaag wat waarom hoe ja nee er alle ook`,
  },
  sv: {
    leaning: `en ett den det de och eller men i på av från till för med utan om under över efter före mellan vid som att när
      där eftersom min din sin vår er deras denna detta inte mycket jag du han hon vi ni är var har varje`,
    opening: `nu här sedan idag vad varför hur ja nej alla också`,
  },
  da: {
    leaning: `en et den det de og eller men i på af fra til for med uden om under over efter før mellem ved som at når hvor
      fordi min din sin vores deres denne dette ikke meget jeg du han hun vi er var har hver`,
    opening: `nu her så derefter i dag hvad hvorfor hvordan ja nej alle også`,
  },
  nb: {
    leaning: `en ei et den det de og eller men i på av fra til for med uten om under over etter før mellom ved som at når
      hvor fordi min din sin vår deres denne dette ikke veldig jeg du han hun vi er var har hver`,
    opening: `nå her så deretter i dag hva hvorfor hvordan ja nei alle også`,
  },
  fi: {
    leaning: 'ja tai mutta että kun jos koska ei on oli ovat hyvin',
    opening: 'se ne hän he tämä nyt sitten täällä',
  },
  pl: {
    leaning: `i a oraz lub ale w we na z ze do od po za przez dla o u przy nad pod bez między że który która które gdy jak
      bo mój twój jego jej ich nasz ten ta to te nie bardzo jest są był każdy`,
    opening: 'on ona oni teraz potem tutaj dziś co dlaczego tak wszystko',
  },
  cs: {
    leaning:
      'a i nebo ale v ve na z ze do od po za pro o u při nad pod bez mezi že který která když jak můj tvůj jeho její ne je jsou byl',
    opening: 'ten ta to on ona teď pak zde dnes co proč ano',
  },
  ro: {
    leaning:
      'un o și sau dar de din la în pe cu fără pentru prin între după că care când unde dacă nu este sunt foarte',
    opening: 'el ea ei acum apoi aici astăzi ce cum acest această da',
  },
  ru: {
    leaning: `и а но или в во на с со к ко у о об от до из за по для без при над под между про через что который которая
      которые когда где как если мой твой его её их наш этот эта эти не ни очень каждый`,
    opening: 'он она оно они это там здесь теперь потом сегодня что почему да нет так все',
  },
  uk: {
    leaning: `і й та а але або в у на з із зі до від о об за по для без при над під між про через що який яка які коли де
      як якщо мій твій його її їх наш цей ця ці не ні дуже кожен`,
    opening: 'він вона воно вони це там тут тепер потім сьогодні чому так ні всі',
  },
  el: {
    leaning:
      'ο η το οι τα τον την του της των ένας μία ένα και ή αλλά σε στο στη στον στην από με για χωρίς που ότι όταν αν δεν να θα είναι',
    opening: 'αυτό αυτός αυτή τώρα μετά εδώ σήμερα τι γιατί ναι όχι',
  },
  tr: {
    leaning: 've veya ama bir bu şu o her çok en daha',
    opening: 'onlar şimdi sonra burada bugün ne neden evet hayır',
  },
  hu: {
    leaning: 'a az egy és vagy de hogy ha mert nem nagyon',
    opening: 'ez azt most aztán itt ma mi miért igen',
  },
  id: {
    leaning:
      'dan atau tetapi di ke dari pada untuk dengan tanpa dalam yang bahwa jika karena sebuah seorang tidak sangat',
    opening: 'ini itu dia mereka sekarang lalu di sini ya',
  },
  vi: {
    leaning: 'và hoặc nhưng của ở trong trên dưới với cho từ đến một các những là không rất mỗi khi nếu vì',
    opening: 'nó họ đây đó bây giờ sau hôm nay',
  },
  hi: { leaning: 'और या लेकिन एक यह वह इस उस कि जो जब हर बहुत नहीं', opening: '' },
  ar: {
    leaning: 'في من إلى على عن مع بين بعد قبل أو ثم لا لم لن ما أن إن التي الذي كل هذا هذه',
    opening: '',
  },
  fa: { leaning: 'در از به با برای بر تا و یا که هر این آن', opening: '' },
  he: { leaning: 'של על עם אל את כל לא או כי אם זה זו', opening: '' },
};

/** What joins the word before it, in languages without spaces: particles and signs that no line begins with. */
const TRAILING: Readonly<Record<string, string>> = {
  zh: '的 了 着 过 吗 呢 吧 啊 们 地 得 上 下 里 中',
  ja: 'は が を に で と も の へ や か ね よ から まで より て',
  th: 'ๆ ฯ ครับ ค่ะ คะ นะ',
  lo: 'ໆ',
  km: 'ៗ',
};

const leaning = new Map<string, ReadonlySet<string>>();
const opening = new Map<string, ReadonlySet<string>>();
const trailing = new Map<string, ReadonlySet<string>>();

function listed(
  made: Map<string, ReadonlySet<string>>,
  language: string,
  words: string,
): ReadonlySet<string> {
  let set = made.get(language);
  if (!set) made.set(language, (set = new Set(words.split(/\s+/u).filter((word) => word !== ''))));
  return set;
}

/** A word without the signs around it, in lower case, with a straight apostrophe. */
function bare(word: string): string {
  return word
    .replace(/^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();
}

/** True for a word that belongs to the one after it, such as an article or a preposition. */
export function leansOnNext(word: string, language: string): boolean {
  const primary = primaryLanguage(language);
  const words = FUNCTION_WORDS[primary]?.leaning;
  return words !== undefined && listed(leaning, primary, words).has(bare(word));
}

/** True for a word that belongs to the one before it, such as a particle of Japanese or the ending of its verbs. */
export function leansOnPrevious(word: string, previous: string, language: string): boolean {
  const primary = primaryLanguage(language);
  const words = TRAILING[primary];
  if (words === undefined) return false;
  const particles = listed(trailing, primary, words);
  if (primary === 'ja')
    return particles.has(bare(word)) || (KANA_BEGINS.test(word) && !particles.has(previous));
  return particles.has(word.replace(/[^\p{L}\p{M}]+$/u, ''));
}

/** What follows a word's stem in Japanese is mostly written in hiragana. */
const KANA_BEGINS = /^\p{Script=Hiragana}/u;

/** True for a word with a capital that mostly has it because a sentence begins there: "It", "The", "Danach". */
export function opensSentence(word: string, language: string): boolean {
  if (!/^[^\p{L}]*\p{Lu}/u.test(word) || /^\p{Lu}\./u.test(word)) return false;
  const primary = primaryLanguage(language) in FUNCTION_WORDS ? primaryLanguage(language) : 'en';
  const words = FUNCTION_WORDS[primary];
  const said = bare(word).split("'")[0] ?? '';
  return (
    words !== undefined &&
    (listed(leaning, primary, words.leaning).has(said) || listed(opening, primary, words.opening).has(said))
  );
}

/** True for a word that holds others together and says nothing alone: "the", "where", "nunca", 的. */
export function isFunctionWord(word: string, language: string): boolean {
  const primary = primaryLanguage(language);
  const said = bare(word);
  const words = FUNCTION_WORDS[primary];
  return (
    leansOnNext(word, language) ||
    (words !== undefined && listed(opening, primary, words.opening).has(said)) ||
    (TRAILING[primary] !== undefined && leansOnPrevious(word, '', language))
  );
}
