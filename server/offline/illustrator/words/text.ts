/** Text made comparable: what the word tables and a visual have in common. */

const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g;

/** Lower case, Latin accents and Arabic vowel signs removed, other scripts as they are. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replace(/[أإآ]/g, 'ا');
}

/** The words of a plain text: runs of letters, marks and digits. Chinese runs stay whole (see lexicon.ts). */
export function tokens(text: string): string[] {
  return plain(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

export const HAN = /\p{Script=Han}/u;

/** Forms under which a word may stand in a table, the most literal first. */
export function wordForms(token: string): string[] {
  const forms = [token];
  const add = (form: string, shortest = 3): void => {
    if (form.length >= shortest && !forms.includes(form)) forms.push(form);
  };
  if (/^[a-z]/.test(token)) {
    if (token.endsWith('ies')) add(`${token.slice(0, -3)}y`);
    if (token.endsWith('ves')) add(`${token.slice(0, -3)}f`);
    if (token.endsWith('es')) add(token.slice(0, -2));
    if (token.endsWith('s') && !token.endsWith('ss')) add(token.slice(0, -1));
  } else if (/^[\u0600-\u06ff]/.test(token)) {
    // The article and the one-letter words that Arabic writes together with the noun.
    for (const prefix of ['وال', 'بال', 'كال', 'فال', 'لل', 'ال', 'و', 'ب', 'ل', 'ف', 'ك']) {
      if (token.startsWith(prefix)) add(token.slice(prefix.length));
    }
    for (const form of [...forms]) {
      for (const suffix of ['ات', 'ان', 'ين', 'ون', 'ه', 'ها', 'ة'])
        if (form.endsWith(suffix)) add(form.slice(0, -suffix.length));
      add(`${form}ة`);
    }
  } else if (/^[\u0900-\u097f]/.test(token)) {
    for (const suffix of ['ियों', 'ियाँ', 'ओं', 'ों', 'ें', 'े', 'ी', 'ा']) {
      if (!token.endsWith(suffix)) continue;
      const base = token.slice(0, -suffix.length);
      add(base, 2);
      add(`${base}ा`, 2);
      add(`${base}ी`, 2);
    }
  }
  return forms;
}

/** German and the Romance languages bend words more than English; these are tried in their own tables only. */
export function bentForms(token: string): string[] {
  const forms = wordForms(token);
  for (const suffix of ['en', 'er', 'e', 'n', 'x', 'aux']) {
    if (token.endsWith(suffix) && token.length - suffix.length >= 3)
      forms.push(token.slice(0, -suffix.length));
  }
  if (token.endsWith('eaux')) forms.push(token.slice(0, -1));
  if (token.endsWith('ces')) forms.push(`${token.slice(0, -3)}z`);
  return forms;
}

/** `motif: word, word` lines → word → [motif, noun only]. Words are plain. */
export function parseTable(
  table: string,
): Map<string, { readonly name: string; readonly nounOnly: boolean }> {
  const words = new Map<string, { name: string; nounOnly: boolean }>();
  for (const line of table.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const name = line.slice(0, colon).trim();
    for (const raw of line.slice(colon + 1).split(',')) {
      const nounOnly = raw.trim().endsWith('*');
      const word = plain(raw).replace('*', '').replace(/['’-]/g, ' ').replace(/\s+/g, ' ').trim();
      if (word !== '' && !words.has(word)) words.set(word, { name, nounOnly });
    }
  }
  return words;
}
