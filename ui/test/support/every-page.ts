import type { JobJson } from '@shortfactory/contract';
import { batchPage } from '../double/batches.ts';
import { octopusJob } from '../double/jobs.ts';
import { shelf } from '../double/shelf.ts';

const STATES = ['queued', 'running', 'degraded', 'failed', 'done', 'cancelled'] as const;
/** Letters of one to four bytes in a long list: somewhere one does not fit into a buffer any more. */
const TITLE = 'Ваши “три сердца” – 三颗心 🐙';

/** A video in every state, and more of the finished ones than a page is long. */
export function everyVideo(nowMs: number): JobJson[] {
  return [
    ...STATES.map((state) => octopusJob(state, nowMs)),
    ...shelf(nowMs)
      .slice(1)
      .map((job, index) => (index % 2 === 0 ? { ...job, title: `${TITLE} ${index}` } : job)),
  ];
}

/** The address of every page, and of some in more than one state, by name. */
export const EVERY_PAGE: Readonly<Record<string, string>> = {
  create: '/',
  'create-topic': `/?topic=${encodeURIComponent(TITLE)}`,
  'create-script': '/?from=script',
  'create-media': '/?from=media',
  library: '/videos',
  'library-stopped': '/videos?show=stopped',
  'library-none': `/videos?q=${encodeURIComponent(TITLE)}-none`,
  'script-new': '/scripts/new',
  'script-of-a-video': `/scripts/new?from=${octopusJob('done', 0).id}`,
  'script-stored': '/scripts/in-a-browser',
  voices: '/voices',
  'voices-of-a-language': '/voices?language=fr',
  status: '/status',
  connections: '/connections',
  'connections-remove': '/connections?remove=GEMINI_API_KEY',
  webhooks: '/webhooks',
  usage: '/usage',
  operate: '/operate',
  'operate-jobs': '/operate/jobs',
  'your-data': '/your-data',
  batches: '/batches',
  batch: `/batches/${batchPage('running').batch.id}`,
  'batch-stop': `/batches/${batchPage('running').batch.id}?ask=stop`,
  'youtube-not-connected': '/youtube/callback?error=access_denied',
  shortcuts: '/shortcuts',
  licences: '/licences',
  ...Object.fromEntries(STATES.map((state) => [`video-${state}`, `/videos/${octopusJob(state, 0).id}`])),
  'video-stop': `/videos/${octopusJob('running', 0).id}?ask=stop`,
  'video-share': `/videos/${octopusJob('done', 0).id}/share`,
  'video-remove': `/videos/${octopusJob('done', 0).id}?ask=remove`,
  'video-gone': '/videos/job_that_is_not_there_00',
  'not-found': '/nowhere/at/all',
};
