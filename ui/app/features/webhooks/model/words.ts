import type { DeliveryJson } from '@shortfactory/contract';
import { count } from '../../../shared/format/format.ts';

export type Event = DeliveryJson['event'];

/** The words of the page Webhooks. Only this page loads them. */
export const words = {
  title: 'Webhooks',
  lead: 'A program of yours is told when a video of yours has ended: a request by the Standard Webhooks specification, signed, and sent again for 24 hours until it is answered.',
  yours: 'Told of every video',
  none: 'Nobody is told yet.',
  since: (day: string) => `Since ${day}`,
  old: (day: string) => `The secret before this one signs as well until ${day}.`,
  address: 'Address',
  addressHint: 'https, and not inside the server’s own network unless whoever runs it allows that.',
  events: 'Told when',
  event: {
    'video.done': 'a video is done',
    'video.failed': 'a video has failed',
    'video.cancelled': 'a video was stopped',
    'batch.done': 'a batch has ended',
  } satisfies Record<Event, string>,
  /** Behind the title of what has ended. */
  ended: {
    'video.done': 'is done',
    'video.failed': 'has failed',
    'video.cancelled': 'was stopped',
    'batch.done': 'has ended',
  } satisfies Record<Event, string>,
  add: 'Add the webhook',
  adding: 'Adding',
  secret: 'Its secret',
  secretOnce: 'Copy it now into the program that is told: it signs what is sent, and is not shown again.',
  copy: 'Copy the secret',
  copied: 'Secret copied',
  notCopied: 'Your browser does not let it be copied; mark it and copy it yourself.',
  renew: 'New secret',
  renewOf: (url: string) => `New secret for ${url}`,
  remove: 'Remove',
  removeOf: (url: string) => `Remove ${url}`,
  askRemove: 'Remove this webhook?',
  askRemoveDetail: (url: string) => `${url} is told no more. What was still to be sent to it is dropped.`,
  keep: 'Keep it',
  removeIt: 'Remove it',
  log: 'What was sent',
  logLead: (n: number) =>
    n === 1
      ? 'Of the one video or batch that has ended, for 30 days.'
      : `Of your last ${count('en', n)} videos and batches that have ended, for 30 days.`,
  unnamed: 'A batch',
  logNone: 'Nothing was sent yet.',
  state: {
    pending: 'On its way',
    delivered: 'Answered',
    failed: 'Given up',
    dropped: 'Dropped',
  } satisfies Record<DeliveryJson['state'], string>,
  lastTry: (n: number, moment: string, said: string) =>
    `${moment}, ${n === 1 ? 'the first try' : `try ${count('en', n)}`}: ${said}`,
  nextTry: (moment: string) => `again about ${moment}`,
  answer: (status: number) => `answered ${status}`,
  again: 'Send again',
  againOf: (title: string, url: string) => `Send again that “${title}” has ended, to ${url}`,
  sent: 'It is sent once more, with the same id.',
  unanswered: 'ShortFactory did not answer; nothing was changed. Try again in a moment.',
};
