import type { LinkJson } from '@shortfactory/contract';
import { count } from '../../../shared/format/format.ts';

/** What the page says on which one's links to a video are made. */
export const words = {
  title: 'Share a link to watch',
  lead: 'Whoever has the link watches without signing in; nobody else finds it.',
  back: 'Back to the video',
  until: 'Works until',
  days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  aDay: 'A day',
  day: 'The day',
  dayHint: 'The end of that day in UTC. A year is the most here.',
  dayMissing: 'Choose the last day.',
  download: 'They may download the MP4',
  make: 'Make the link',
  making: 'Making it',
  made: 'The link is made. Send it to whoever may watch.',
  theLink: 'The link',
  linkUntil: (date: string) => `The link until ${date}`,
  copy: 'Copy',
  copyOf: (date: string) => `Copy the link until ${date}`,
  copied: 'Link copied',
  notCopied: 'Your browser does not let it be copied; mark it and copy it yourself.',
  links: 'Links of this video',
  watched: ({ watched, download }: Pick<LinkJson, 'watched' | 'download'>, last: string | undefined) =>
    [
      watched === 0
        ? 'Not watched yet'
        : `Watched ${watched === 1 ? 'once' : `${count('en', watched)} times`}${last === undefined ? '' : `, last ${last}`}`,
      ...(download ? ['may be downloaded'] : []),
    ].join('; '),
  over: { ended: (date: string) => `Ended ${date}`, revoked: (date: string) => `Revoked ${date}` },
  revoke: 'Revoke',
  revokeOf: (date: string) => `Revoke the link until ${date}`,
  askRevoke: 'Revoke this link?',
  askRevokeDetail: (watched: string) => `${watched}. Whoever opens it reads that it has ended, within 5 s.`,
  keep: 'Keep it',
  revokeIt: 'Revoke it',
  unanswered: 'ShortFactory did not answer; nothing was changed. Try again in a moment.',
};
