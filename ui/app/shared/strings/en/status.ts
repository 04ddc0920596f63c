import { count, spelled } from '../../format/format.ts';
import { plural, s } from './phrases.ts';

/** How the server is. */
export const status = {
  title: 'Status',
  headline: {
    ok: 'Working',
    slow: (n: number) =>
      `Working, with ${n === 1 ? 'one thing' : `${spelled('en', n).toLowerCase()} things`} slow`,
    broken: (n: number) => `${n === 1 ? 'One thing is' : `${spelled('en', n)} things are`} not answering`,
    unreachable: 'The server does not answer',
  },
  lead: {
    ok: 'Everything that makes videos is ready.',
    slow: 'Videos still finish, later than usual.',
    broken: 'Videos may stop until it answers again. What is made so far is kept.',
    unreachable:
      'This page works; the part that makes videos does not answer. Your texts are kept in this browser.',
  },
  checked: (ago: number) => `Checked ${ago < 2 ? 'just now' : `${s(ago)} ago`}.`,
  again: 'Check again',
  connections: 'Connections',
  webhooks: 'Webhooks',
  usage: 'Usage',
  operate: 'Operate',
  part: 'Part',
  now: 'Now',
  answer: 'Answer time',
  detail: 'More',
  parts: {
    llm: 'Script writer',
    image: 'Picture maker',
    voice: 'Voices',
    ffmpeg: 'Renderer',
    storage: 'Storage',
    queue: 'Queue',
    secrets: 'Keys',
  },
  states: {
    ok: 'Working',
    slow: 'Slow',
    broken: 'Not answering',
    offline: 'Standing by',
    none: 'Not set up',
  },
  latency: (ms: number) => (ms < 1 ? 'under 1 ms' : `${count('en', Math.round(ms))}\u00a0ms`),
  installation: 'This installation',
  version: 'Version',
  build: 'Build',
  environment: 'Environment',
  environments: { local: 'This machine', dev: 'Development', staging: 'Staging', prod: 'Production' },
  runtime: 'Runtime',
  since: 'Up since',
  queue: 'In the queue',
  jobs: (n: number) => plural(n, 'video', 'videos'),
  unknown: 'Unknown',
};
