/** Longest part of a title in a file's name. */
const TITLE_CHARS = 80;

/**
 * A name that every file system accepts, in the title's own script: "Three hearts 9x16.mp4". Characters that change the
 * text direction are left out, so that a name cannot pretend to have another extension.
 */
export function fileName(title: string, suffix: string, ending: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/[/\\:*?"<>|%]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+/u, '');
  const short = [...plain]
    .slice(0, TITLE_CHARS)
    .join('')
    .replace(/[. ]+$/u, '');
  return `${short === '' ? 'Short' : short} ${suffix}.${ending}`;
}

/** The same name for a client that supports only ASCII. */
export function plainFileName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]+/gu, '_');
}
