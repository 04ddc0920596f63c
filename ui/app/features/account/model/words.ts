/** What the page of one's account says. */
export const words = {
  title: 'Account and keys',
  parts: 'Parts of the account',
  keys: 'API keys',
  usage: 'Usage',
  data: 'Your data',
  profile: 'Profile',
  role: { member: 'Member', admin: 'Admin' },
  from: (name: string, role: string) =>
    `${role}, signed in with ${name}. Name and address are changed there.`,
  sessions: 'Sessions',
  sessionNote: (days: number) =>
    `A session ends when it is signed out, after ${days} days without use, or when whoever runs this ends all of them. One that is signed out here is refused everywhere within 5 s.`,
  here: 'This browser',
  on: (browser: string | undefined, device: string | undefined) =>
    browser !== undefined && device !== undefined
      ? `${browser} on ${device}`
      : (browser ?? device ?? 'Some browser'),
  now: 'In use now',
  ends: (used: string, end: string) => `${used}, ends ${end}`,
  out: 'Sign out',
  outOf: (where: string, used: string) => `Sign out ${where}, ${used}`,
  others: 'Sign out everywhere else',
  askOthers: 'Sign out everywhere else?',
  askOthersDetail: (count: number) =>
    count === 1
      ? 'One other session ends; what it is doing now is done to the end.'
      : `${count} other sessions end; what they are doing now is done to the end.`,
  keep: 'Keep them',
  outThem: 'Sign them out',
  unlisted: 'Other sessions cannot be listed now. Try again in a moment.',
  unanswered: 'ShortFactory did not answer; nothing was ended. Try again in a moment.',
  gone: 'That session is over already.',
  madeHere: 'This browser has videos of a visitor.',
  take: 'Take them along',
};
