/** What the page of one's data says. */
export const words = {
  title: 'Your data',
  take: 'Take it along',
  takeLead:
    'An archive (ZIP) with your videos, their captions, pictures, scripts and records, newest first, and with the first one your batches, webhooks, keys (without what is secret) and usage. A download that was cut goes on.',
  archive: (videos: number, size: string) =>
    `${videos === 0 ? 'No videos' : videos === 1 ? '1 video' : `${videos} videos`}, ${size}`,
  download: 'Download',
  next: 'The archive after it',
  first: 'The newest archive',
  leave: 'Delete everything',
  goes: 'What goes, a day from now',
  goesList: [
    'Videos with their captions and pictures, and the links that you have shared.',
    'Batches, webhooks, keys and connected channels.',
    'What you have used, day by day.',
  ],
  stays: 'What stays',
  staysList: [
    'What was published elsewhere, and what others have downloaded.',
    'Drafts in this browser, until you clear them.',
    'Files that nobody’s video needs, for some days more.',
  ],
  word: 'Write “delete everything”',
  go: 'Delete everything',
  leaving: (when: string) => `Everything is deleted from ${when} (UTC) on.`,
  leavingNote: 'Until then nothing is touched, and you can keep it.',
  begun: 'Everything is being deleted. That takes some minutes.',
  keep: 'Keep it',
  kept: 'Everything stays.',
  unanswered: 'It did not answer; nothing was changed. Try again.',
};
