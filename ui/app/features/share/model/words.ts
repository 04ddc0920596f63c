import { bytes, languageName, seconds } from '../../../shared/format/format.ts';

const LOCALE = 'en';

/** "12 December 2026, 23:59 UTC". */
function momentOf(iso: string): string {
  const at = Date.parse(iso);
  const utc = { timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat('en-GB', { ...utc, dateStyle: 'long' }).format(at);
  const time = new Intl.DateTimeFormat('en-GB', { ...utc, timeStyle: 'short' }).format(at);
  return `${day}, ${time} UTC`;
}

/** What the pages say that strangers see by a link. */
export const words = {
  name: 'ShortFactory',
  titled: (title: string) => `${title} · ShortFactory`,
  made: (finishedAt: string, length: number, language: string) =>
    [
      new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }).format(Date.parse(finishedAt)),
      seconds(LOCALE, Math.round(length)),
      languageName(LOCALE, language),
    ].join(', '),
  player: (title: string) => `Video: ${title}`,
  captions: 'Captions',
  notPlayable: 'It cannot be played here.',
  download: (size: number) => `Download, ${bytes(LOCALE, size)}`,
  read: 'Read it as text',
  origin: {
    trainedAlgorithmicMedia: 'Made by AI',
    compositeWithTrainedAlgorithmicMedia: 'Partly made by AI',
    digitalCreation: 'Made by a person with a computer',
  },
  fileSays: 'The file says so itself (IPTC).',
  credits: 'Photos and clips of others',
  until: (endsAt: string) => `This link works until ${momentOf(endsAt)}.`,
  shown: 'Shown to whoever has this link. Not listed, not indexed.',
  ended: 'This link has ended',
  endedDetail: 'It had an end date, or whoever made it took it back. Ask them for a new one.',
  neverListed: 'Links are never listed or indexed.',
  about: 'What ShortFactory is',
  away: 'ShortFactory does not answer',
  awayDetail: 'The link is kept. This page asks again in 15 seconds.',
};
