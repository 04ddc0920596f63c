import { clock, dollars, tenths } from '../../format/format.ts';
import { wholeSeconds } from '../../format/length.ts';
import type { SceneClip } from '../../drafts/draft.ts';
import { plural, s } from './phrases.ts';

/** The editor of scripts. */
export const editor = {
  title: 'Script',
  titleLabel: 'Title',
  rename: 'Change the title',
  renamed: 'Done',
  count: (n: number) => plural(n, 'scene', 'scenes'),
  saved: 'Saved just now.',
  savedHere: 'Saved on this device.',
  notSaved: 'This browser does not keep it. Make the video, or copy your text before you leave.',
  moveHint: 'Move a scene: drag the strip, or focus it and press',
  alt: 'Alt',
  scene: (n: number) => `Scene ${n}`,
  grip: (n: number, of: number) => `Move scene ${n} of ${of}`,
  gripHint: 'Press Alt and up or down to move it.',
  moved: (from: number, to: number, of: number) => `Scene ${from} is now scene ${to} of ${of}`,
  narration: 'Narration',
  restsOn: (sentence: string) => `Written from: “${sentence}”`,
  notices: 'Look at these before you make it',
  picture: 'Picture',
  seconds: (n: number) => tenths('en', n),
  starts: (n: number) => clock(n),
  own: 'Use my own',
  find: 'Find a clip or photo',
  findAnother: 'Find another',
  adjust: { clip: 'Trim', photo: 'Crop' },
  unreachable: 'This part of the page could not be loaded. Try it again when the connection is back.',
  /** What of a picture or clip is shown, where it is not all of it as it is. */
  shownSo: ({ fromSeconds, toSeconds, fit, focus, sound, speed }: SceneClip) =>
    [
      fromSeconds === undefined ? '' : `from ${tenths('en', fromSeconds)}`,
      toSeconds === undefined ? '' : `to ${tenths('en', toSeconds)}`,
      fit === 'fit' ? 'all of it in the frame' : '',
      focus === undefined
        ? ''
        : `focus ${Math.round(focus.x * 100)} % across, ${Math.round(focus.y * 100)} % down`,
      speed === undefined ? '' : `${speed}×`,
      sound === 'under' ? 'heard under the voice' : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  foundBy: (kind: string, source: string) => `${kind} of ${source}`,
  by: (author: string) => `by ${author},`,
  redraw: 'Redraw',
  redrawing: 'Drawing',
  drawInstead: 'Draw it instead',
  yours: 'Yours',
  drawnLater: 'Drawn when you press Make',
  more: (n: number) => `More for scene ${n}`,
  menu: {
    up: 'Move up',
    down: 'Move down',
    duplicate: 'Duplicate',
    after: 'Add scene after',
    remove: 'Remove scene',
  },
  add: 'Add a scene',
  removed: (n: number) => `Scene ${n} removed`,
  undo: 'Undo',
  redo: 'Redo',
  undone: 'Undone',
  timeline: 'Timeline',
  timelineOf: (now: number, wanted: number) => `${tenths('en', now)} of ${s(wholeSeconds(wanted))}`,
  timelineScene: (n: number, length: number) => `Scene ${n}, ${s(length)}`,
  settings: 'Settings',
  change: 'Change',
  speed: 'Speed',
  pitch: 'Pitch',
  pitchIs: (semitones: number) =>
    semitones === 0
      ? 'As the voice speaks'
      : `${Math.abs(semitones)} ${Math.abs(semitones) === 1 ? 'semitone' : 'semitones'} ${semitones > 0 ? 'higher' : 'lower'}`,
  speedIs: (times: number) => (times === 1 ? 'As the voice speaks' : `${times} times as fast`),
  emoji: 'Emoji',
  emojiAre: { silent: 'Only shown', spoken: 'Said by their names' },
  voiceOf: (speaker: string) => `Voice of ${speaker}`,
  visuals: 'Scenes without a file show',
  visualsAre: {
    drawn: 'Drawings',
    photos: 'Photos of others',
    clips: 'Clips of others',
    mixed: 'Clips and photos of others',
  },
  musicName: 'Music',
  musicRemove: 'Take the music out',
  musicNone: 'None',
  musicAuto: 'What suits the script',
  narrationOwn: 'Your own voice',
  narrationFile: 'Use a recording of the whole script',
  narrationHint:
    'MP3, WAV, M4A, FLAC, OGG or WebM, up to 10 minutes. Its words are found when you make the video.',
  narrationPlain: (most: number) =>
    `It is sent with the next press of a button; up to ${most / 1e6} MB without JavaScript.`,
  narrationRemove: 'Speak with the voice in place of your own',
  recording: {
    record: 'Record it yourself',
    ofScene: (button: string, n: number) => `${button}, scene ${n}`,
    file: 'Use a sound file',
    stop: 'Stop',
    asking: 'The browser asks for the microphone.',
    seconds: (now: number, about: number) => `${tenths('en', now)} of about ${s(wholeSeconds(about))}`,
    level: 'Level',
    levels: {
      quiet: 'Too quiet, come closer',
      good: 'Good level',
      loud: 'Too loud, it clips',
    },
    sending: (percent: number) => `Sending, ${percent} %`,
    finding: 'Finding your words',
    found: (seconds: number | undefined, missing: number) =>
      `Your voice${seconds === undefined ? '' : `, ${tenths('en', seconds)}`}${missing > 0 ? '' : ', every word found'}`,
    missing: (words: readonly string[]) =>
      `${words.map((word) => `“${word}”`).join(', ')} ${words.length === 1 ? 'was' : 'were'} not found in the recording. Captions show what is written.`,
    changed:
      'The words changed since you recorded them. The voice speaks this scene until you record it again.',
    yours: 'Your own voice speaks this scene as long as its words stay as they are.',
    changedPlain: 'The words changed since you recorded them: the voice speaks this scene.',
    play: 'Hear your recording',
    pause: 'Stop listening',
    again: 'Record again',
    voice: 'Use the voice instead',
    write: 'Write what is said before you record it.',
    denied: 'The browser was not allowed to use the microphone. Its settings can change that.',
    none: 'No microphone was found.',
    busy: 'The microphone cannot be used now; another program may have it.',
    lost: 'The microphone was lost in the middle. Record it again.',
    insecure:
      'Browsers only give the microphone to pages on https or on this computer. A sound file works here.',
    unable: 'This browser cannot record. A sound file works here.',
    nothing: 'Nothing was recorded. Record it again.',
    failed: 'The recording could not be sent. Try it again.',
    refused: (detail: string) => `The recording ${detail}`,
  },
  sceneProblem: (n: number, detail: string) => `Scene ${n} ${detail}.`.replace(/\.\.$/, '.'),
  cards: { label: 'Cards', full: 'Full cards', compact: 'Compact cards' },
  about: (usd: number) => (usd > 0 ? `about ${dollars('en', usd)}` : 'costs nothing'),
  toCheck: (n: number) => `${n} ${n === 1 ? 'scene' : 'scenes'} to check`,
  toCheckShort: (n: number) => `${n} to check`,
  save: 'Save for later',
  savedToast: 'Saved in Videos',
  make: 'Make the video',
  remake: 'Only changed scenes are remade.',
  notPicture: (name: string) =>
    `${name} is neither a picture nor a clip. JPG, PNG, WebP, HEIC, GIF, AVIF, BMP, TIFF, MP4, MOV, WebM or MKV can be used.`,
  drawNow: 'Draw it now',
  warnings: {
    tooLong: 'Too long to read as captions',
    tooLongDetail: (runs: number) => `This scene runs ${s(runs)}. Captions read best under ${s(8)}.`,
    glyph: (chars: readonly string[]) =>
      chars.length === 1
        ? `The caption font has no “${chars[0]}”`
        : `The caption font has no ${chars.map((char) => `“${char}”`).join(', ')}`,
    glyphDetail: (n: number) =>
      `Captions will show a box in ${n === 1 ? 'its' : 'their'} place. It will still be spoken.`,
  },
  split: (after: string) => `Split after “${after}”`,
  keep: 'Keep it as it is',
  wording: 'Change the wording',
  notChecked: 'Not checked: the server does not answer. Your text is kept.',
  newer: 'A newer version wrote this script',
  newerDetail:
    'The version of this page that runs now cannot open it. It is still in this browser, unchanged, and opens again with the newer version.',
  missing: 'This script is not on this device',
  missingDetail:
    'Scripts are kept in the browser they were written in. It may have been made into a video, or removed.',
  starting: 'Starting',
  loading: 'Opening the script',
  uploadFailed: (name: string) => `${name} could not be sent. Try it again.`,
  drawFailed: (n: number) => `Scene ${n} could not be drawn. Try it again.`,
  dropPicture: 'Let go to use it in this scene',
  empty: { narration: 'Write what is said in this scene.', visual: 'Say what the picture shows.' },
  blankNarration: 'This scene says nothing yet',
  blankVisual: 'This scene has no picture yet',
  noScripts: 'Changing a script in place needs JavaScript; this page sends each change to the server.',
  apply: 'Keep these changes',
};
