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
  session: 'This session',
  sessionNote: (days: number) =>
    `It ends when you sign out, after ${days} days without use, or when whoever runs this ends all of them.`,
  out: 'Sign out',
  here: 'This browser has videos of a visitor.',
  take: 'Take them along',
};
