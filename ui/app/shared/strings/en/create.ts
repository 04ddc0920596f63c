import { bytes, count, dollars, roughTime, spelled } from '../../format/format.ts';
import { wholeSeconds } from '../../format/length.ts';
import { list, s } from './phrases.ts';

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
  notes: 'Tell it from a text of yours',
  notesLabel: 'Notes, an article or a page’s text',
  notesHint: 'The script stays within it. Addresses are not opened: paste the text itself.',
  brief: 'Choose its kind, or its last words',
  kind: 'Kind',
  kinds: {
    '': 'As the topic says',
    explain: 'Explanation',
    list: 'List',
    story: 'Story',
    'how-to': 'Instructions',
    news: 'News',
    ad: 'Advertisement',
    quiz: 'Quiz',
  },
  callToAction: 'Said at the end',
  callToActionHint: 'For example: Follow for more. It is spoken and captioned as you write it.',
  script: 'Paste your script',
  scriptPlaceholder: 'Paste or write what is said. A blank line starts a new scene.',
  scriptCount: (spoken: number, scenes: number) =>
    `About ${s(wholeSeconds(spoken))} spoken. We’ll ${scenes === 1 ? 'make it one scene' : `split it into ${scenes} scenes`}.`,
  openFile: 'Open a file',
  openFileHint: 'or drop one here: text, Markdown, subtitles (.srt, .vtt) or Word (.docx).',
  fileNotRead: (name: string) => `${name} could not be read as a script.`,
  scriptEmpty: 'Every word is spoken and captioned as you write it; labels such as “Scene 1:” are not.',
  drop: 'Drop pictures, clips or a song here, or',
  choose: 'choose files',
  dropHint: (
    most: { readonly imageBytes: number; readonly clipBytes: number; readonly musicBytes: number },
    files: number,
  ) =>
    `JPG, PNG, WebP, HEIC, GIF, AVIF, BMP or TIFF up to ${bytes('en', most.imageBytes)} each, MP4, MOV, WebM or MKV up to ${bytes('en', most.clipBytes)}, ${files} of them. MP3, WAV, M4A, FLAC or OGG up to ${bytes('en', most.musicBytes)}.`,
  dropNow: 'Let go to add them',
  uploadsNeedScript:
    'Adding your own files needs JavaScript, which is off in this browser. Topic and Script work without it.',
  leftOut: (name: string, why: 'type' | 'size' | 'many', most: number) =>
    ({
      type: `${name} was left out: it is not a picture, clip or song of these kinds.`,
      size: `${name} was left out: it is empty or larger than ${bytes('en', most)}.`,
      many: `${name} was left out: a short takes ${most} pictures and clips at most.`,
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
  visuals: 'Visuals',
  visualsAre: { drawn: 'Drawn', photos: 'Photos', clips: 'Clips', mixed: 'Mixed' },
  visualsNowhere: 'Photos and clips need a source to search, and none is switched on here (FOOTAGE).',
  visualsHint: {
    drawn: () => 'Every scene is drawn.',
    photos: (sources: readonly string[]) =>
      `Photos from ${list(sources)}, with their credits. What is not found is drawn.`,
    clips: (sources: readonly string[]) =>
      `Clips from ${list(sources)}, with their credits. What is not found is drawn.`,
    mixed: (sources: readonly string[]) =>
      `Clips, else photos, from ${list(sources)}, with their credits. What is not found is drawn.`,
  },
  styles: { flat: 'Flat', paper: 'Paper', ink: 'Ink', chalk: 'Chalk' },
  styleTitle: 'Choose a style',
  voiceTitle: 'Choose a voice',
  languageTitle: 'Choose a language',
  lengthTitle: 'Choose a length',
  hearVoices: 'Hear the voices',
  voiceSpeaks: 'Speaks this language',
  voiceOthers: 'Other languages',
  automatic: 'Automatic',
  voiceAutomatic: 'The first voice of the language',
  languageAutomatic: 'The language of the text',
  outlineAhead:
    'No language model is switched on: a topic that the built-in handbook does not know, such as a list, a recipe, a joke, a story or an ad, becomes an outline, which asks questions and states no facts.',
  outlineOfThis:
    'This topic would become an outline, which asks questions and states no facts: no language model is switched on, and the built-in handbook does not know it. Write the script first, or paste one of your own.',
  outlineConnect: 'Connect a writer',
  outlineNot: 'The built-in handbook knows this topic.',
  heardAs: (language: string) => `Heard as ${language}`,
  heardOther: (language: string) => `${language} instead`,
  heardChange: 'change',
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
    topicAddress: [
      'Say what the page is about',
      'This is the address of a page, which is not read. Say what the video is about, or paste the text as a script.',
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
    callToAction: (detail: string) =>
      ['Change the last words', `What is said at the end ${detail}.`] as const,
    callToActionLong: (most: number) =>
      [
        'Shorten the last words',
        `What is said at the end has at most ${count('en', most)} characters.`,
      ] as const,
    notes: (detail: string) => ['Change the notes', `The text ${detail}.`] as const,
    media: 'Look at your files',
    other: 'Look at what the server says',
  },
};
