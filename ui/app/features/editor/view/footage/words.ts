import type { Found, FootageAbout } from '../../../../shared/drafts/scene-footage.ts';
import { clock, count, seconds, tenths } from '../../../../shared/format/format.ts';
import { footage } from '../../../../shared/strings/en/footage.ts';

/** The words of the sheets for photos and clips, which come with them and not with the first page. */
export const words = {
  title: (n: number) => `Visual of scene ${n}`,
  clipTitle: (n: number) => `Clip of scene ${n}`,
  pictureTitle: (n: number) => `Picture of scene ${n}`,
  spoken: (length: number) => tenths('en', length),
  search: 'Search photos and clips',
  find: 'Search',
  kind: 'Kind',
  kinds: { clip: 'Clips', photo: 'Photos' },
  shape: 'Shape',
  shapes: { '': 'Any', portrait: 'Upright', square: 'Square', landscape: 'Wide' },
  fromScene: 'From the scene',
  sources: 'Sources',
  anySource: 'The first that has any',
  source: footage.sources,
  found: (n: number, more: boolean) =>
    `${count('en', n)}${more ? ' and more' : ''} found. Only what may be used here is shown.`,
  results: 'What was found',
  searching: 'Searching',
  more: 'Show more',
  none: (wanted: string) => `Nothing found for “${wanted}”`,
  noneDetail: 'Try fewer words, the other kind or another source. Without a choice the scene is drawn.',
  unsearched: 'Write what is to be seen, and press Search.',
  nowhere: 'Nothing can be searched from here',
  nowhereDetail:
    'No source of photos and clips is switched on. Whoever runs this server names them in FOOTAGE: Openverse and Wikimedia Commons need no key. Files of yours and drawings work as before.',
  failed: 'The search did not come through',
  failedDetail: 'The server does not answer at the moment. Nothing that you chose is lost.',
  busyTitle: 'That was a lot of searching at once',
  again: 'Try again',
  own: 'Your own',
  ownDetail: 'Drop a clip or a picture here, or choose a file',
  photo: footage.photo,
  clip: footage.clip,
  usedIn: (n: number) => `In scene ${n}`,
  noPreview: 'No preview',
  said: (title: string, kind: string, by: string, licence: string, n: number, of: number) =>
    `${title}, ${kind}, ${by}, ${licence}, ${n} of ${of}`,
  length: (n: number) => seconds('en', Math.round(n)),
  clock: (n: number) => clock(n),
  by: (author: string, source: Found['source']) => `${author}, ${footage.sources[source]}`,
  licence: footage.licence,
  /** What a licence asks for, in a sentence. */
  terms: (id: FootageAbout['licence']['id']) =>
    ({
      CC0: 'No credit is asked for; one is written all the same.',
      PDM: 'No credit is asked for; one is written all the same.',
      Pexels: 'No credit is asked for; one is written all the same.',
      Pixabay: 'No credit is asked for; one is written all the same.',
      'CC BY': 'It asks for a credit, which is written for you.',
      'CC BY-SA':
        'It asks for a credit, which is written for you, and that works made from it are shared alike.',
    })[id],
  nothingChosen: 'Nothing chosen yet',
  chooseDetail: 'Choose a photo or a clip to see what of it is shown.',
  cancel: 'Cancel',
  use: { clip: 'Use this clip', photo: 'Use this photo' },
  keep: 'Use it so',
  back: 'Back to the results',
  play: (title: string) => `Play ${title}`,
  stop: (title: string) => `Stop ${title}`,
  picture: 'Picture',
  fit: { fill: 'Fill', fit: 'Fit' },
  focus: 'What stays in the frame',
  focusIs: (x: number, y: number) => `focus ${Math.round(x * 100)} % across, ${Math.round(y * 100)} % down`,
  focusHow: 'Drag the ring, or press the arrow keys; with Shift by ten.',
  part: 'Part used',
  partIs: (from: number, to: number) => `${tenths('en', from)} to ${tenths('en', to)}`,
  from: 'It begins at',
  to: 'It ends at',
  fromSeconds: 'From second',
  toSeconds: 'to second',
  whole: 'end',
  badSeconds: (most: number) => `Write a number of seconds from 0 to ${count('en', most)}.`,
  endFirst: 'The end comes after the beginning.',
  notPlayed: 'This browser cannot play it; it is read all the same when the video is made.',
  sits: (shown: number, scene: number, n: number) => {
    const short = scene - shown;
    if (Math.abs(short) < 0.15) return `${tenths('en', shown)}, as long as scene ${n}`;
    return short > 0
      ? `${tenths('en', shown)}, ${tenths('en', short)} short: it is slowed down, then repeated or held`
      : `${tenths('en', shown)}; scene ${n} shows the first ${tenths('en', scene)}`;
  },
  speed: 'Speed',
  times: (speed: number) => `${speed.toFixed(2).replace(/0$/, '')}×`,
  slow: (speed: number) => `${speed}×, slow`,
  fast: (speed: number) => `${speed}×, fast`,
  sound: 'Sound of the clip',
  sounds: { off: 'Off', under: 'Under the voice' },
  summary: (shown: number, of: number | undefined, fit: 'fill' | 'fit') =>
    `${tenths('en', shown)}${of === undefined ? '' : ` of ${clock(of)}`}, ${fit === 'fit' ? 'all of it' : 'filled'}`,
} as const;
