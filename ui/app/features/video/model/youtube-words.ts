import { bytes, moment } from '../../../shared/format/format.ts';
import type { Now } from '../../../shared/format/now.ts';

const NBSP = '\u00a0';
const PLACES = { private: 'private', unlisted: 'unlisted', public: 'public' } as const;

/** Words of sending a video to YouTube. Only a video's page, and the way back from Google, load them. */
export const words = {
  title: 'Send to YouTube',
  lead: 'Send it from here, private at first.',
  connect: 'Connect YouTube',
  asks: 'Google asks what ShortFactory may do: send videos, and read whether they have arrived. Nothing else.',
  may: 'May send videos, may not delete.',
  change: 'Change',
  disconnect: 'Disconnect',
  privacy: 'Who can see it',
  privacies: { private: 'Private', unlisted: 'Unlisted', public: 'Public' },
  when: 'When',
  now: 'Now',
  later: 'At a time',
  time: 'Day and time',
  zone: (name: string) =>
    `Time of ${name}. YouTube keeps it private until then, and shows it to everybody from then on.`,
  kids: 'Made for kids',
  synthetic: 'Altered or synthetic',
  syntheticOn: 'On, because of how it was made.',
  syntheticOff: 'No trained model had part in it.',
  wording: 'Title and description',
  titleField: 'Title',
  description: 'Description',
  send: (size: number) => `Send, ${bytes('en', size)}`,
  sending: 'Sending …',
  with: 'With the title, description and poster of the kit',
  progress: (percent: number, size: number) => `Sending, ${percent}${NBSP}% of ${bytes('en', size)}`,
  waiting: 'Waiting to be sent',
  next: (at: string, now: Now) => `Next at ${moment(now.locale, now.timeZone, Date.parse(at))}.`,
  stop: 'Stop',
  sent: (privacy: keyof typeof PLACES) => `On YouTube, ${PLACES[privacy]}`,
  publicOn: (at: string, now: Now) => `Public on ${moment(now.locale, now.timeZone, Date.parse(at))}.`,
  sentOn: (at: string, now: Now) => `Sent ${moment(now.locale, now.timeZone, Date.parse(at))}`,
  open: 'Open it there',
  notSent: 'Not sent',
  stopped: 'Stopped before it was there.',
  again: 'Send again',
  missing: 'It is missing, send again',
  look: 'Look on YouTube',
  notConnected: 'YouTube was not connected',
  declined: 'It was not allowed at Google. Nothing was changed.',
  unanswered: 'The server that makes videos does not answer. Try again in a moment.',
  videos: 'To your videos',
};

/** Where an owner sees all videos of a channel, private ones too. */
export const STUDIO = 'https://studio.youtube.com/';
