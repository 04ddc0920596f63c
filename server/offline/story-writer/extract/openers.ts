/**
 * Words that a sentence begins with when it needs the one before it ("He", "This", "However"): small letters, by language.
 * Such a sentence is told only after the one that it leans on.
 */
const OPENERS: Readonly<Record<string, string>> = {
  en: `he she it they this that these those his her its their him them but and so then however also therefore thus instead
    such both here there moreover yet or because nevertheless meanwhile otherwise afterwards finally besides`,
  de: `er sie es dies diese dieser dieses das sein seine ihr ihre aber und also dann jedoch auch deshalb daher trotzdem dort
    hier dabei damit dadurch dennoch außerdem doch denn danach schließlich solche beide`,
  es: `él ella ello ellos ellas esto esta este estos estas eso su sus pero y así entonces también además sin luego aquí allí
    ambos tal tales después finalmente por`,
  fr: `il elle ils elles ce cela ceci cette ces son sa ses leur leurs mais et donc alors aussi ainsi pourtant cependant
    ensuite ici là puis enfin c'est c’est tous`,
  it: `egli lui lei esso essa essi loro questo questa questi queste ciò suo sua ma e quindi allora anche inoltre però poi
    qui lì così infine`,
  pt: `ele ela eles elas isto isso este esta estes estas esse essa seu sua mas e então também além porém depois aqui ali
    assim ambos finalmente`,
  nl: `hij zij ze het dit dat deze die zijn haar hun maar en dus dan ook echter daarom toch daar hier daarna verder beide`,
  pl: `on ona ono oni one to ten ta te jego jej ich ale i więc wtedy też także jednak dlatego tam tu potem ponadto`,
  ru: `он она оно они это этот эта эти его её их но и поэтому тогда также однако там здесь затем потом кроме такие оба`,
  uk: `він вона воно вони це цей ця ці його її їх їхній але і та тому тоді також однак там тут потім крім такі обидва`,
  tr: `o bu şu onlar bunlar onun bunun ama ve fakat ancak sonra ayrıca böylece orada burada ikisi`,
  id: `ia dia mereka ini itu tetapi tapi dan namun kemudian juga selain karena lalu keduanya`,
  vi: `nó họ đây đó điều này nhưng và vì sau ngoài tuy`,
  ar: `هو هي هم هذا هذه ذلك تلك لكن ولكن ثم لذلك وهو وهي كما أيضا وقد هناك هنا`,
  he: `הוא היא הם הן זה זו זאת אבל אך לכן אז גם שם כאן אחר`,
  hi: `वह वे यह ये इसका इसकी इसके उसका उसकी उनके लेकिन और फिर इसलिए वहाँ यहाँ तब`,
  zh: `他 她 它 他们 她们 它们 这 那 但 但是 而 所以 因此 然后 此外 不过 于是 同时`,
  ja: `彼 彼女 それ これ そこ ここ しかし そして また だから その この さらに`,
  ko: `그 그녀 그들 이 그것 이것 하지만 그리고 그래서 또한 그러나 거기 여기`,
};

const UNSPACED = ['zh', 'ja'];
const WORDS = new Map(
  Object.entries(OPENERS).map(([language, words]) => [language, new Set(words.split(/\s+/u))]),
);

/** Whether a sentence begins as one that needs the one before it. */
export function leansBack(sentence: string, primary: string): boolean {
  const words = WORDS.get(primary);
  if (!words) return false;
  const bare = sentence.replace(/^[^\p{L}]+/u, '').toLowerCase();
  if (UNSPACED.includes(primary)) return [...words].some((word) => bare.startsWith(word));
  return words.has(/^[\p{L}\p{M}'’]+/u.exec(bare)?.[0] ?? '');
}
