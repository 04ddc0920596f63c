import { phrases } from './phrases.ts';

/** What the pages of sign-in say. */
export const words = {
  title: 'Sign in',
  lead: 'Your videos and keys on every device.',
  go: (name: string) => `Continue with ${name}`,
  before: 'You go to ',
  after:
    ' and come back here. Your password is never seen by ShortFactory; your name, address and groups are.',
  or: 'or',
  visitor: 'Go on as a visitor',
  visitorNote: 'Videos then belong to this browser alone.',
  who: (domains: readonly string[]) => `Who may enter: people of ${phrases.or(domains)}.`,
  here: 'In this browser',
  videos: (count: number, more: boolean) =>
    `${count}${more ? ' or more' : ''} ${count === 1 ? 'video' : 'videos'}`,
  stay: 'They stay where they are. Once signed in you are asked whether they come along.',
  down: (name: string) => `The sign-in of ${name} does not answer`,
  downDetail:
    'Nobody can sign in until it does. Who is signed in stays so, and the videos of this browser are safe.',
  asked: 'What was asked',
  again: 'Try again',
  againBySelf: (seconds: number) =>
    `Asked again by itself every ${seconds} s. This page goes on as soon as it answers.`,
  refused: 'This account may not enter here',
  refusedOf: (account: string) => `${account} may not enter here`,
  refusedDetail: (domains: readonly string[]) =>
    `${domains.length === 0 ? '' : `Only people of ${phrases.or(domains)}. `}Choose another account, or ask whoever runs this.`,
  begun: 'This sign-in was begun somewhere else or took too long',
  begunDetail: 'Nothing was changed. Begin again.',
  unproven: 'Who you are could not be verified',
  unprovenDetail: (name: string) =>
    `What ${name} said of you is not signed as it should be, or not for now. Begin again, or ask whoever runs this.`,
  out: 'You are signed out in this browser.',
  claimTitle: (count: number) =>
    count === 1 ? 'Take the video of this browser along?' : `Take the ${count} videos of this browser along?`,
  claimLead: (name: string) =>
    `You are signed in, ${name}. These were made here as a visitor; taken along, they are in your library on every device. Links to them keep working.`,
  frames: 'Videos of this browser',
  takeOne: (title: string) => `Take along: ${title}`,
  take: (count: number) => (count === 0 ? 'Choose at least one' : `Take ${count} along`),
  taking: 'Taking them along',
  leave: 'Leave them in this browser',
  claimNote:
    'Takes a moment and can be repeated safely. The one being made goes on being made. When you take all, your batches and webhooks come along.',
  taken: (count: number) =>
    count === 1 ? '1 video is in your library' : `${count} videos are in your library`,
  left: (count: number) =>
    count === 1
      ? '1 belongs to somebody else by now, or is gone.'
      : `${count} belong to somebody else by now, or are gone.`,
  on: 'Go on',
  unanswered: 'ShortFactory did not answer; what came along so far is yours. Try again in a moment.',
};
