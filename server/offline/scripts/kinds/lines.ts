import { NAMES, NOTHING } from '../../illustrator/analysis/kinds.ts';
import { parseTable } from '../../illustrator/analysis/text.ts';
import { ENGLISH } from '../../illustrator/words/english.ts';
import { PLACE_WORDS } from '../../illustrator/words/settings.ts';
import { ROOTS } from './roots.ts';
import { type Sense, type Synset, WordNet } from './wordnet.ts';

/** Classes of what can be seen. */
const SEEN = new Set(
  'animal artifact body communication food group location object person phenomenon plant possession substance'.split(
    ' ',
  ),
);
/** A word draws its picture only where at least this share of its uses means that. */
const SURE = 0.7;
/** "A blue cat" is a fish and "a black swan" an idea, but more often they are what they say. */
const COLOURED = /^(black|blue|brown|golden|gray|green|grey|orange|pink|purple|red|silver|white|yellow)_/;
/** Stands for the uses of a sense that was never met. */
const UNMET = 0.5;
const PEOPLE = new Set('person-standing woman-standing man-standing child-standing people'.split(' '));

/** The license as lines with #, then `motif: word, word two` lines, sorted; `nothing` has the phrases that begin like a thing and are another. */
export function kindLines(): string[] {
  const net = new WordNet();
  const [places, motifs] = [true, false].map((place) => linesOf(net, rootsIn(net, place), place));
  const license = net.license.map((line) => `# ${line}`.trim());
  return [...license, `${NAMES}: ${namesIn(net).join(', ')}`, ...(places ?? []), ...(motifs ?? [])];
}

function linesOf(net: WordNet, roots: ReadonlyMap<string, string>, places: boolean): string[] {
  const known = new Map<string, string | undefined>();
  const motifOf = (synset: Synset): string | undefined => {
    if (known.has(synset.offset)) return known.get(synset.offset);
    known.set(synset.offset, undefined);
    const found =
      roots.get(synset.offset) ??
      synset.above
        .map((offset) => net.synset(offset))
        .map((above) => above && motifOf(above))
        .find((motif) => motif !== undefined);
    known.set(synset.offset, found);
    return found;
  };
  const words = new Map<string, string[]>();
  const add = (motif: string, word: string): void => {
    words.set(motif, [...(words.get(motif) ?? []), word.replace(/[_-]/g, ' ')]);
  };
  for (const word of net.words()) {
    if (!/^[a-z]+([_-][a-z]+)?$/.test(word) || word.length < 3) continue;
    const senses = net.sensesOf(word);
    if (isAName(word, senses) || isRatherAVerb(net, word) || insults(word, senses)) continue;
    const motif = COLOURED.test(word) ? undefined : sureMotif(senses, motifOf);
    if (motif !== undefined) add(motif, word);
    // "Chicken pox", "horse sense": begins with an animal or a food and is none.
    else if (!places && (beginsWithAnother(net, word) || endsWithAnother(net, word, motifOf)))
      add(NOTHING, word);
  }
  return [...words]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([motif, all]) => `${motif}: ${all.sort().join(', ')}`);
}

function rootsIn(net: WordNet, places: boolean): Map<string, string> {
  const roots = new Map<string, string>();
  for (const line of ROOTS.trim().split('\n')) {
    const [motif = '', names = ''] = line.split(': ');
    if (motif.startsWith('@') !== places) continue;
    for (const name of names.split(', ')) {
      const [word = '', file] = name.split('.');
      const sense = net
        .sensesOf(word)
        .find(({ synset }) => (file ? synset.file === file : SEEN.has(synset.file)));
      if (!sense) throw new Error(`WordNet has no "${name}" (${motif}).`);
      const same = roots.get(sense.synset.offset);
      if (same !== undefined && same !== motif)
        throw new Error(`"${name}" is ${same} already, not ${motif}.`);
      roots.set(sense.synset.offset, motif);
    }
  }
  return roots;
}

/** "Auto" and "stole" are things too, but seldom. */
function isRatherAVerb(net: WordNet, word: string): boolean {
  const uses = net.sensesOf(word).reduce((sum, sense) => sum + sense.uses, 0.5);
  return PASTS.has(word) || net.usesAsAnother(word) > uses;
}

/** Past forms, of which WordNet's senses do not tell. */
const PASTS = new Set(
  'stole wove bore lit shot spoke broke wore tore bound ground wound felt left lay ran sat shed rent wed'.split(
    ' ',
  ),
);

/** Words of our own table that are written with a capital: "Rome", "iPhone". */
function namesIn(net: WordNet): string[] {
  const words = new Set([ENGLISH, PLACE_WORDS].flatMap((table) => [...parseTable(table).keys()]));
  return [...words]
    .filter((word) => {
      const senses = net.sensesOf(word);
      if (word.includes(' ') || !isAName(word, senses)) return false;
      return senses.length > 0 || net.sensesOf(singular(word)).length === 0;
    })
    .sort();
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}

/** "Everest", "Victoria": written with a capital in every sense. */
function isAName(word: string, senses: readonly Sense[]): boolean {
  return senses.every(({ synset }) =>
    synset.words.every((each) => each.toLowerCase() !== word || each !== word),
  );
}

/** Abuse, as WordNet's definitions tell it or we know it, is not for us to spread: it draws nothing of its own. */
function insults(word: string, senses: readonly Sense[]): boolean {
  if (ABUSIVE.has(word)) return true;
  const weight = (those: readonly Sense[]): number => those.reduce((sum, { uses }) => sum + uses + UNMET, 0);
  const abusive = senses.filter(({ synset: { file, gloss } }) => file === 'person' && ABUSE.test(gloss));
  return weight(abusive) > weight(senses) * SELDOM;
}

/** Of a word's uses; below it another meaning is what is told of. */
const SELDOM = 0.25;
/** Words whose definitions do not say it. */
const ABUSIVE = new Set(
  'bimbo bugger caffer caffre catamite coon cretin dakoit gypsy idiot imbecile midget moron mulatto octoroon polack shitter shylock shyster slut sodomite strumpet transvestite wench wog'.split(
    ' ',
  ),
);
const ABUSE =
  /slurs?\b|offensive (term|name|word|slang)|disparag|derogat|pejorative|(term|name|word)s? of (abuse|contempt)|contemptuous|obscen|prostitut|promiscu|feeble-?minded|mental age|despicable|stupid|half-?witted|sexual (intercourse|partners|favou?rs|acts|assault|excitement)|sodom|children sexually/i;

function beginsWithAnother(net: WordNet, phrase: string): boolean {
  const [first = '', last = ''] = phrase.split('_');
  const isLiving = ({ synset }: Sense): boolean => synset.file === 'animal' || synset.file === 'food';
  if (last === '' || first === 'baby' || first === 'adult' || !net.sensesOf(first).some(isLiving))
    return false;
  return net.sensesOf(phrase).every((sense) => !isLiving(sense) && sense.synset.file !== 'plant');
}

/** "Guinea pig", "sea horse": ends like a thing that can be drawn and is another being. */
function endsWithAnother(
  net: WordNet,
  phrase: string,
  motifOf: (synset: Synset) => string | undefined,
): boolean {
  const [first = '', last = ''] = phrase.split('_');
  if (last === '' || first === 'baby' || COLOURED.test(phrase)) return false;
  const isSeen = ({ synset }: Sense): boolean => synset.file === 'animal';
  const ends = net.sensesOf(last).some((sense) => isSeen(sense) && motifOf(sense.synset) !== undefined);
  return ends && net.sensesOf(phrase).some(isSeen);
}

function sureMotif(
  senses: readonly Sense[],
  motifOf: (synset: Synset) => string | undefined,
): string | undefined {
  let all = 0;
  const shares = new Map<string, number>();
  for (const { synset, uses } of senses) {
    const weight = uses + (synset.isName ? 0.1 : UNMET);
    all += weight;
    const motif = motifOf(synset);
    if (motif === undefined) continue;
    shares.set(motif, (shares.get(motif) ?? 0) + weight);
  }
  const [best] = [...shares].sort((a, b) => b[1] - a[1]);
  if (!best) return undefined;
  const people = [...shares].reduce((sum, [motif, share]) => (PEOPLE.has(motif) ? sum + share : sum), 0);
  if (PEOPLE.has(best[0])) return people / all >= SURE ? best[0] : undefined;
  return best[1] / all >= SURE ? best[0] : undefined;
}
