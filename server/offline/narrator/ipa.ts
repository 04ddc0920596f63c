/**
 * The International Phonetic Alphabet in espeak-ng's own signs. Data; only sounds that its voices have in common, so
 * that a word is either said as it was asked for or as it is written.
 * @see https://github.com/espeak-ng/espeak-ng/blob/master/docs/phonemes.md
 */
const SIGNS: Readonly<Record<string, string>> = {
  ...{
    ˈ: "'",
    "'": "'",
    ˌ: ',',
    '.': '',
    '‿': '',
    '-': '',
    ' ': '_',
    ː: ':',
    ʰ: '',
    '\u0361': '',
    '\u035c': '',
  },
  ...{
    p: 'p',
    b: 'b',
    t: 't',
    d: 'd',
    k: 'k',
    g: 'g',
    ɡ: 'g',
    f: 'f',
    v: 'v',
    s: 's',
    z: 'z',
    h: 'h',
    x: 'x',
  },
  ...{ m: 'm', n: 'n', l: 'l', w: 'w', j: 'j', r: 'r', ɹ: 'r', ʁ: 'r', ɾ: 'r', ɫ: 'l', ŋ: 'N', ɲ: 'nj' },
  ...{
    θ: 'T',
    ð: 'D',
    ʃ: 'S',
    ʒ: 'Z',
    tʃ: 'tS',
    dʒ: 'dZ',
    t͡ʃ: 'tS',
    d͡ʒ: 'dZ',
    ts: 'ts',
    t͡s: 'ts',
    ç: 'C',
    ʔ: '?',
  },
  ...{
    iː: 'i:',
    i: 'i',
    ɪ: 'I',
    eɪ: 'eI',
    e: 'e',
    ɛ: 'E',
    æ: 'a',
    a: 'a',
    aː: 'A:',
    ɑː: 'A:',
    ɑ: 'A:',
    ɒ: '0',
  },
  ...{
    ɔː: 'O:',
    ɔ: 'O',
    oʊ: 'oU',
    əʊ: 'oU',
    o: 'o',
    ʊ: 'U',
    uː: 'u:',
    u: 'u',
    ʌ: 'V',
    ɜː: '3:',
    ɝ: '3:',
    ɚ: '3',
  },
  ...{ ə: '@', ɐ: '@', aɪ: 'aI', aʊ: 'aU', ɔɪ: 'OI', ɪə: 'i@3', eə: 'e@', ʊə: 'U@', y: 'y', ø: 'Y', œ: 'W' },
};
const LONGEST_FIRST = Object.keys(SIGNS).sort((a, b) => b.length - a.length);
/** Sounds that English has only beside another: there the nearest one stands. */
const ENGLISH: Readonly<Record<string, string>> = {
  e: 'E',
  o: 'oU',
  u: 'u:',
  x: 'k',
  y: 'i:',
  Y: '3:',
  W: '3:',
  C: 'S',
};

/** And what the voices of other languages do not have; a sound that a voice does not know is left out by it. */
const OTHERS: Readonly<Record<string, string>> = { 'A:': 'a', 0: 'O', V: 'a', '3:': '@', 3: '@', 'U@': 'u' };

/** espeak-ng's spelling of a pronunciation, `[[w'In]]`; undefined when it holds a sign that is not known here. */
export function espeakPhonemes(ipa: string, primaryLanguage: string): string | undefined {
  const nearest = primaryLanguage === 'en' ? ENGLISH : OTHERS;
  let signs = '';
  const text = ipa.normalize('NFC').trim();
  for (let at = 0; at < text.length;) {
    const sign = LONGEST_FIRST.find((each) => text.startsWith(each, at));
    if (sign === undefined) return undefined;
    const own = SIGNS[sign] ?? '';
    signs += nearest[own] ?? own;
    at += sign.length;
  }
  return /[A-Za-z0-9@?]/u.test(signs) ? `[[${signs}]]` : undefined;
}
