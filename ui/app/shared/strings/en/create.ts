import { bytes, count, dollars, roughTime, spelled } from '../../format/format.ts';
import { wholeSeconds } from '../../format/length.ts';
import { s } from './phrases.ts';

/** The Create page. */
export const create = {
  title: 'Type a topic. Get a short.',
  headline: ['Type a topic. Get a', 'short.'] as const,
  lead: 'ShortFactory writes it, draws it, speaks it and captions every word.',
  tabs: { label: 'Start from', topic: 'Topic', script: 'Script', media: 'Own media' },
  topic: 'What is the video about?',
  placeholder: 'For example: why bread rises',
  examples: 'Or try',
  others: 'Others',
  topics: [
    'Why bread rises',
    'How bees give directions',
    'Pompeii’s last morning',
    'Why octopuses have three hearts',
    'What the Moon smells like',
    'How penguins propose',
    'Why the sky is blue',
    'What your brain does at 3\u00a0am',
    'Why camels carried the mail',
  ],
  script: 'Paste your script',
  scriptPlaceholder: 'Paste or write what is said. A blank line starts a new scene.',
  scriptCount: (spoken: number, scenes: number) =>
    `About ${s(wholeSeconds(spoken))} spoken. We’ll ${scenes === 1 ? 'make it one scene' : `split it into ${scenes} scenes`}.`,
  scriptEmpty: 'Every word is spoken and captioned as you write it.',
  drop: 'Drop pictures or a song here, or',
  choose: 'choose files',
  dropHint: (image: number, music: number, files: number) =>
    `JPG, PNG or WebP up to ${bytes('en', image)} each, ${files} pictures. MP3, WAV, M4A, FLAC or OGG up to ${bytes('en', music)}.`,
  dropNow: 'Let go to add them',
  uploadsNeedScript:
    'Adding your own files needs JavaScript, which is off in this browser. Topic and Script work without it.',
  leftOut: (name: string, why: 'type' | 'size' | 'many', most: number) =>
    ({
      type: `${name} was left out: it is not a picture or a song of these kinds.`,
      size: `${name} was left out: it is empty or larger than ${bytes('en', most)}.`,
      many: `${name} was left out: a short takes ${most} pictures at most.`,
    })[why],
  uploads: 'Your files',
  uploadPercent: (percent: number) => `${percent}\u00a0%`,
  uploadFailed: 'Not sent',
  uploadAgain: (name: string) => `Send ${name} again`,
  uploadRemove: (name: string) => `Remove ${name}`,
  style: 'Style',
  voice: 'Voice',
  language: 'Language',
  length: 'Length',
  formats: 'Formats',
  styles: { flat: 'Flat', paper: 'Paper', ink: 'Ink', chalk: 'Chalk' },
  styleTitle: 'Choose a style',
  voiceTitle: 'Choose a voice',
  languageTitle: 'Choose a language',
  lengthTitle: 'Choose a length',
  voiceSpeaks: 'Speaks this language',
  voiceOthers: 'Other languages',
  search: 'Search',
  seconds: s,
  scriptLength: 'As written',
  ready: (secondsToWait: number) => `Ready in about ${roughTime('en', secondsToWait)}`,
  costs: (usd: number) => (usd > 0 ? `Costs about ${dollars('en', usd)}` : 'Costs nothing'),
  make: 'Make the video',
  starting: 'Starting',
  first: {
    topic: 'Write the script first',
    script: 'Check the scenes first',
    media: 'Arrange the scenes first',
  },
  writing: 'Writing',
  sample: (style: string, voice: string) => `Sample: ${style} style, ${voice}’s voice`,
  playSample: 'Play the sample',
  stopSample: 'Stop the sample',
  sampleCaption: ['octopuses have', 'three', 'hearts'] as const,
  recent: 'Recent videos',
  all: 'All videos',
  errors: {
    heading: (n: number) => `${spelled('en', n)} ${n === 1 ? 'thing needs' : 'things need'} a change`,
    between: ', ',
    last: ', and ',
    unsent: 'try again: the connection was lost before this was sent',
    unreachable: 'try again in a moment: the server does not answer',
    tooMany: 'wait a moment, then try again: that was a lot at once',
    topic: [
      'Say what the video is about',
      'Write a topic of at least three words, or pick an example.',
    ] as const,
    topicLong: (most: number) =>
      ['Shorten the topic', `A topic has at most ${count('en', most)} characters.`] as const,
    script: ['Write what is said', 'Write at least one sentence that can be spoken.'] as const,
    scriptLong: (words: number, most: number) =>
      [
        'shorten the script',
        `A script has at most ${count('en', most)} words; this one has ${count('en', words)}.`,
      ] as const,
    scriptOther: 'Change the script',
    voice: (name: string, language: string) =>
      [`pick a voice that speaks ${language}`, `${name} doesn’t speak ${language}.`] as const,
    useVoice: (name: string) => `Use ${name} instead`,
    length: (least: number, most: number) =>
      ['choose a length', `A short has ${s(least)} to ${s(most)}.`] as const,
    formats: ['choose a format', 'Choose at least one format.'] as const,
    media: 'Look at your files',
    other: 'Look at what the server says',
  },
};
