import type { BatchJson, BatchRowJson } from '@shortfactory/contract';
import { bytes, clock, count, dollars, roughTime, seconds } from '../../../shared/format/format.ts';

const many = (n: number, one: string, more: string): string => `${count('en', n)} ${n === 1 ? one : more}`;
const videos = (n: number): string => many(n, 'video', 'videos');
const rows = (n: number): string => many(n, 'row', 'rows');

/** The words of the pages of batches. Only they load them. */
export const words = {
  title: 'Many videos',
  lead: 'One row is one video. Every row is checked before anything is made.',
  tabs: { label: 'Start from', topic: 'Topic', script: 'Script', media: 'Own media', many: 'Many' },
  file: 'A table as CSV, TSV or JSON lines',
  fileHint: 'Drop it here, choose it, or paste its rows below.',
  chooseFile: 'Choose a file',
  rows: 'Rows as text',
  editRows: 'Edit as text',
  columns: 'Columns:',
  or: 'or',
  like: ', and, if you like,',
  example: 'Take the example file',
  check: 'Check the rows',
  checkAgain: 'Check again',
  checking: 'Checking',
  notUtf8: 'This file is not UTF-8; a spreadsheet saves it so as “CSV UTF-8”.',
  noRows: 'Choose a file or paste its rows first.',
  tooLarge: (most: number) => `A table has at most ${bytes('en', most)} here; the API takes more.`,
  caption: (n: number, faulty: number) => `${rows(n)}, ${count('en', faulty)} to mend`,
  shown: { label: 'Rows', all: 'All', ready: 'Ready', mend: 'To mend' },
  head: {
    line: 'Line',
    topic: 'Topic or script',
    voice: 'Voice',
    look: 'Look',
    format: 'Format',
    length: 'Length',
  },
  state: 'State',
  ready: 'Ready',
  mend: 'To mend',
  mending: 'Mending',
  twice: 'Twice',
  sameAs: (line: number) => `The same as line ${count('en', line)}. It is made once.`,
  anyVoice: 'by language',
  ownLook: 'its own',
  length: (value: number) => seconds('en', value),
  rest: (n: number) => `And ${rows(n)} more that are ready.`,
  before: 'Before it starts',
  videosOf: (n: number, of: number) => `${count('en', n)} of ${rows(of)}`,
  facts: { videos: 'Videos', time: 'Ready in', costs: 'Costs' },
  about: (text: string) => `about ${text}`,
  time: (value: number) => longTime(value),
  dollars: (value: number) => dollars('en', value),
  cap: 'Stop before it costs more than',
  capHint: 'No row is begun that would pass it by its estimate. The rest waits for you. Empty: no limit.',
  notDollars: 'This is not an amount of dollars, such as 5 or 2.50.',
  make: (n: number) => `Make ${videos(n)}`,
  making: 'Starting',
  mendFirst: 'Mend a row first',
  leftOut: (n: number) =>
    `${n === 1 ? 'One row is' : `${rows(n)} are`} left out until ${n === 1 ? 'it is' : 'they are'} mended.`,
  once: 'The same table sent twice makes nothing twice.',
  yours: 'Your batches',
  ofRows: (done: number, of: number) => `${count('en', done)} of ${count('en', of)} ready`,
  unnamed: 'A batch',
  status: {
    running: 'Being made',
    paused: 'Paused',
    capped: 'The cap is reached',
    done: 'Done',
    cancelled: 'Stopped',
  } satisfies Record<BatchJson['status'], string>,

  now: (made: readonly number[]) =>
    `Making line${made.length === 1 ? '' : 's'} ${list(made.map((n) => count('en', n)))},`,
  next: 'Beginning with the next row,',
  toGo: (n: number) => `${count('en', n)} to go`,
  paused: (n: number) =>
    n === 0 ? 'Paused.' : `Paused. ${many(n, 'video is', 'videos are')} being finished.`,
  capped: 'Waiting for a higher cap.',
  done: (n: number, of: number) => `${count('en', n)} of ${count('en', of)} are ready`,
  cancelled: (n: number) => `Stopped. ${videos(n)} ${n === 1 ? 'is' : 'are'} ready.`,
  progress: 'Videos ready',
  of: (n: number) => `of ${count('en', n)}`,
  elapsed: 'elapsed',
  left: 'left',
  clock: (value: number) => clock(value),
  spent: (cap: number | undefined) => (cap === undefined ? 'spent' : `of ${dollars('en', cap)} spent`),
  key: {
    done: (n: number) => `${count('en', n)} ready`,
    failed: (n: number) => `${count('en', n)} stopped`,
    making: (n: number) => `${count('en', n)} being made`,
    waiting: (n: number) => `${count('en', n)} waiting`,
  },
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  askStop: 'Stop this batch?',
  askStopDetail: (waiting: number) =>
    `${rows(waiting)} ${waiting === 1 ? 'is' : 'are'} not made then, and what is being made is stopped. What is ready stays.`,
  keep: 'Go on',
  stopIt: 'Stop it',
  failedTitle: (n: number) => (n === 1 ? 'One row stopped' : `${rows(n)} stopped`),
  failedDetail: 'The others go on. Try again resumes from where a row stopped; nothing is paid for twice.',
  retryAll: (n: number) =>
    n === 1 ? 'Try it again' : n === 2 ? 'Try both again' : `Try all ${count('en', n)} again`,
  cappedTitle: (cap: number) => `The cap of ${dollars('en', cap)} is reached`,
  cappedDetail: (waiting: number, done: number) =>
    `${rows(waiting)} wait${waiting === 1 ? 's' : ''}. Raise it, or take the ${count('en', done)} that ${done === 1 ? 'is' : 'are'} ready.`,
  raise: 'Raise it and go on',
  newCap: 'New cap in dollars',
  filters: {
    label: 'Rows',
    all: 'All',
    making: 'Making',
    done: 'Ready',
    failed: 'Stopped',
    waiting: 'Waiting',
  },
  runHead: { line: 'Line', video: 'Video', state: 'State', cost: 'Cost', ways: 'What you can do' },
  rowState: {
    waiting: 'Waiting',
    making: 'Making',
    done: 'Ready',
    failed: 'Stopped',
    cancelled: 'Not made',
    repeated: 'Twice, made once',
  } satisfies Record<BatchRowJson['state'], string>,
  makingAt: (percent: number) => `Making, ${Math.round(percent)}\u00a0%`,
  readyIs: (length: number) => `Ready, ${clock(length)}`,
  standIn: (n: number) => `Ready, ${many(n, 'thing is', 'things are')} less than asked`,
  place: (n: number) => (n === 1 ? 'Next' : `${ordinal(n)} in the line`),
  retry: 'Try again',
  retryOf: (title: string) => `Try again: “${title}”`,
  download: (title: string) => `Download “${title}”`,
  none: 'No row is in this state.',
  more: 'Further rows',
  first: 'First rows',
  pages: 'Pages of rows',
  archive: (name: string) => `${name}.zip`,
  archiveHint: (n: number, size: number) => `${videos(n)}, ${bytes('en', size)}, with the list of all rows.`,
  archiveGoing: 'What is ready so far, with the list of all rows. A download that is cut goes on.',
  archiveTake: 'Download the ZIP',
  archivePart: (part: number, of: number, size: number) =>
    `Part ${count('en', part)} of ${count('en', of)}, ${bytes('en', size)}`,
  archiveReady: (n: number) => (n === 1 ? 'The one that is ready' : `The ${count('en', n)} that are ready`),
  manifest: (name: string) => `${name}.csv`,
  manifestHint: 'All rows with their state, cost and the addresses of their files, for a spreadsheet.',
  manifestTake: 'Download the list',
  close: [
    'You can close this page. The batch keeps being made, and its videos will be in',
    'Videos',
  ] as const,
  refreshes: 'This page refreshes itself.',
  saidReady: (done: number, of: number) => `${count('en', done)} of ${count('en', of)} ready`,
  saidStopped: (n: number) => (n === 0 ? '' : `, ${count('en', n)} stopped`),
  unanswered: 'ShortFactory did not answer; nothing was changed. Try again in a moment.',
  another: 'Another table',
};

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function ordinal(n: number): string {
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(n);
  return `${count('en', n)}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[rule]}`;
}

/** Above an hour with its minutes. */
function longTime(value: number): string {
  const minutes = Math.round(value / 60);
  if (minutes < 60) return roughTime('en', value);
  return `${count('en', Math.floor(minutes / 60))}\u00a0h ${minutes % 60}\u00a0min`;
}
