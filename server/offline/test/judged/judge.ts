import { readFile } from 'node:fs/promises';
import { readVisual } from '../../illustrator/reading.ts';
import { homeOf } from '../../illustrator/analysis/places.ts';

/**
 * Lists of sentences with what a person who looked at the pictures takes for right: `sentence | name, name, @place`. A
 * picture is wrong when it shows a motif that is not named there, or a place that neither is named nor is the home of what is
 * named; neutral when it shows neither; right otherwise. Lines with # name the topic or the language.
 */
export type Verdict = 'right' | 'neutral' | 'wrong';

export interface Judged {
  readonly group: string;
  readonly sentence: string;
  readonly verdict: Verdict;
  /** What is drawn: motifs (with their number), place, mood. */
  readonly drawn: string;
}

export async function judge(list: 'everyday' | 'held-out' | 'languages' | 'unseen'): Promise<Judged[]> {
  const lines = (await readFile(new URL(`${list}.txt`, import.meta.url), 'utf8')).split('\n');
  const judged: Judged[] = [];
  let group = '';
  for (const line of lines) {
    if (line.startsWith('#')) group = line.slice(1).trim();
    if (line === '' || line.startsWith('#')) continue;
    const [sentence = '', names = ''] = line.split(' | ');
    const right = new Set(names.split(',').map((name) => name.trim()));
    const { motifs, setting, mood, quantity } = await readVisual(sentence, []);
    const places = new Set(['abstract', 'versus', ...motifs.map(({ name }) => homeOf(name))]);
    const wrong =
      motifs.some(({ name, count }) => !right.has(count > 1 ? `${count} ${name}` : name)) ||
      !(right.has(`@${setting}`) || places.has(setting));
    const neutral = motifs.length === 0 && setting === 'abstract' && quantity === undefined;
    judged.push({
      group,
      sentence,
      verdict: wrong ? 'wrong' : neutral ? 'neutral' : 'right',
      drawn: [
        ...motifs.map(({ name, count }) => (count > 1 ? `${count} ${name}` : name)),
        `@${setting}`,
        ...(quantity ? [`${quantity.kind} ${Math.round(quantity.part * 100)}`] : []),
        ...(mood ? [`(${mood})`] : []),
      ].join(', '),
    });
  }
  return judged;
}
