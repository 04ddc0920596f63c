/** Forms of one character that mean another one of the same length, so that offsets stay. */
const DIGIT = /\p{Nd}/u;

/**
 * The text with Latin digits, plain spaces and half-width letters, offset by offset the same: what the readers look
 * at. A full-width stop in Chinese and Japanese stays, as it is punctuation.
 */
export function flat(text: string): string {
  return text.replaceAll(
    /[\p{Nd}\u00a0\u2000-\u200a\u202f\u2212\u2010\u2011\u066b\u066c\u066a\uff05\uff21-\uff3a\uff41-\uff5a\uff04\uffe5\uff0f\uff0b]/gu,
    (char) => {
      if (char.length > 1) return char;
      if (DIGIT.test(char)) return digit(char);
      if (/\s/u.test(char)) return ' ';
      if (/[\u2212\u2010\u2011]/u.test(char)) return '-';
      if (char === '\u066b') return '.';
      if (char === '\u066c') return ',';
      if (char === '\u066a') return '%';
      return char.normalize('NFKC');
    },
  );
}

/** Decimal digits stand in rows of ten from their zero. */
function digit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return char;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
