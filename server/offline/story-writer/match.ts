/**
 * Does a topic ask for what a handbook entry tells? Every word of the topic must be one of the entry's, or one that asks
 * for nothing ("why", "facts", "story"): so "octopus hearts" finds the octopus, and "octopus recipes" does not.
 */

/** What a topic may say without asking for anything in particular, in all languages of the handbook. */
const ASKING = `
  a an the of is are was were be been being do does did why how what when where who whose which that this these those it
  its in on at to and or for with from by so as i me my we us our you your they them their there can could would will
  really actually exactly ever always explain explained explaining explanation story stories fact facts about all every
  everything amazing surprising interesting incredible weird fun cool secret secrets short video behind truth true
  science simple simply quick guide inside meet tell work works worked working have has had happen happens reason
  reasons mystery hidden little known know need one minute seconds kids beginners short tale tales thing things get
  gets curious 5 3 10 7 5-minute please
  el la los las un una unos unas de del al por qué que cómo como es son en y o se le les lo su sus para con tiene tienen
  funciona funcionan historia curiosidad curiosidades dato datos sobre explicado todo realmente cuál a hay esta está
  cuando cuándo hacen hace verdad
  der die das dem den des ein eine einen einem einer und oder ist sind warum wieso weshalb wie was von vom zum zur in im
  am an auf mit für über hat haben funktioniert funktionieren geschichte fakten erklärt alles wirklich eigentlich so es
  man wir uns unser unsere geht gibt
  le la les l d un une des du de et ou est sont pourquoi comment que qu quoi qui ce c se s il elle ils elles on nous
  notre nos y a ont en dans sur pour avec au aux fonctionne fonctionnent histoire faits tout vraiment si expliqué fait
  क्यों कैसे क्या है हैं का की के को में से और या पर हम हमें होता होती होते करता करती करते काम कहानी बारे तथ्य यह ये ही
  لماذا كيف ما ماذا هل هو هي في من عن على إلى و أو هذا هذه التي الذي قصة حقائق حقيقة تعمل يعمل يكون تكون لدى له لها ذلك
  نحن`;

const CHINESE_ASKING =
  /为什么|为何|为啥|怎么|怎样|如何|什么|是不是|会不会|有没有|的|是|会|有|呢|吗|啊|了|我们|人|个|和|与|关于|故事|秘密|原理|知识|科学|工作|在|能|要|请|讲|介绍|到底|究竟|都/gu;

const PLAIN: ReadonlyMap<string, string> = new Map([
  ['leaves', 'leaf'],
  ['mice', 'mouse'],
  ['aeroplane', 'airplane'],
  ['aeroplanes', 'airplane'],
  ['colour', 'color'],
  ['colours', 'color'],
  ['octopi', 'octopus'],
  ['gray', 'grey'],
]);

/** A word without its accents, its article and its ending, so that "die Bienen" and "Biene" are one. Not a grammar. */
function stem(word: string): string {
  const plain = PLAIN.get(word) ?? word;
  const base = plain
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');
  if (/\p{Script=Arabic}/u.test(base)) {
    return base
      .replace(/[\u064b-\u0652\u0640]/gu, '')
      .replace(/[أإآ]/gu, 'ا')
      .replace(/^(?:وال|بال|لل|ال)(?=..)/u, '');
  }
  if (!/^[\p{Script=Latin}]+$/u.test(base) || base.length < 4) return base;
  return withoutEnding(withoutEnding(base.replace(/ies$/u, 'y'), ['s']), ['ing', 'ed', 'en', 'e', 'n']);
}

function withoutEnding(word: string, endings: readonly string[]): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= 3);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

function stems(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/['’]s\b/gu, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map(stem);
}

const ASKING_STEMS: ReadonlySet<string> = new Set(stems(ASKING));

export interface Findable {
  readonly title: string;
  readonly keywords: readonly string[];
  readonly beside?: string;
}

/** True if the topic asks for this entry and for nothing else. */
export function asksFor(topic: string, entry: Findable): boolean {
  return /\p{Script=Han}/u.test(topic) ? asksInChinese(topic, entry) : asksInWords(topic, entry);
}

function asksInWords(topic: string, entry: Findable): boolean {
  const words = stems(topic);
  const present = new Set(words);
  const found = entry.keywords.some((phrase) => {
    const wanted = stems(phrase);
    return wanted.length > 0 && wanted.every((word) => present.has(word));
  });
  if (!found) return false;
  const own = new Set(stems([entry.title, ...entry.keywords, entry.beside ?? ''].join(' ')));
  return words.every((word) => own.has(word) || ASKING_STEMS.has(word));
}

function asksInChinese(topic: string, entry: Findable): boolean {
  const found = entry.keywords.some((phrase) => phrase.split(' ').every((part) => topic.includes(part)));
  if (!found || !entry.keywords.some((phrase) => /\p{Script=Han}/u.test(phrase))) return false;
  const own = [...entry.keywords, entry.beside ?? ''].flatMap((phrase) => phrase.split(' '));
  // Longest first, so that a short word does not cut a longer one in two.
  const rest = own
    .filter((part) => part !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((text, part) => text.replaceAll(part, ''), topic);
  return !/[\p{L}\p{N}]/u.test(rest.replace(CHINESE_ASKING, ''));
}
