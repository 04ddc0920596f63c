import { roughTime } from '../../format/format.ts';

/** Pages that could not be shown. */
export const errors = {
  title: (what: string) => `${what} · ShortFactory`,
  notFound: 'There is no page here',
  notFoundDetail: 'The address is not complete, or the page has moved.',
  unreachable: 'The server does not answer',
  unreachableDetail:
    'The part that makes videos does not answer at the moment; if it crashed, it is being started again. This page looks again by itself. What was made is safe, and what you typed is kept on this device.',
  tooMany: 'That was a lot at once',
  tooManyDetail: (wait: number | undefined) =>
    `The server asks for a pause${wait === undefined ? '' : ` of ${roughTime('en', wait)}`}. Then try again.`,
  refused: 'The server did not take this',
  broken: 'This page stopped working',
  brokenDetail: 'It was not your doing. What you typed is kept on this device; load the page again.',
  again: 'Try again',
  home: 'Go to Create',
  videos: 'Go to Videos',
  forbidden: 'Only the person who made this video can change it.',
};
