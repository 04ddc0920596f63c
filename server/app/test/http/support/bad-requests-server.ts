import type { Log } from '@shortfactory/core';
import { Metrics } from '@shortfactory/observability';
import { serveApp } from './served-app.ts';

/**
 * A separate process for the flood of bad requests, so that its memory is only the server's. Sends its port and which
 * ids exist; then answers every message with its memory and the errors that it logged.
 */
const errors: string[] = [];
const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (message, { error } = {}) => void errors.push(`${message}: ${String(error)}`),
  with: () => log,
};
const metrics = new Metrics({ version: '1', revision: '1', role: 'all' });
const app = await serveApp({
  env: { RATE_LIMIT_PER_MINUTE: '100000', TRUSTED_PROXIES: '1' },
  deps: { log, metrics, limits: { jsonBodyMs: 1000, lingerMs: 200, heartbeatMs: 100 } },
});
await app.store.create('videos/x/v.mp4', { bytes: Buffer.alloc(5000) });
const ids = [];
for (const status of ['queued', 'running', 'done', 'failed'] as const) {
  const { job } = await app.jobs.submit('local', { source: { topic: 'x' }, seconds: 30, aspects: ['9:16'] });
  const output = {
    aspect: '9:16',
    object: 'videos/x/v.mp4',
    bytes: 5000,
    generation: '1',
    crc32c: 'x',
    seconds: 1,
    widthPx: 1,
    heightPx: 1,
  } as const;
  const short = {
    captions: { srt: 'videos/x/a', vtt: 'videos/x/b', ass: 'c' },
    poster: 'videos/x/p',
    description: '',
    offline: [],
    language: 'en',
  };
  app.jobs.move(job.id, {
    status,
    ...(status === 'done' ? { outputs: [output], short: short as never } : {}),
  });
  ids.push(job.id);
}
process.on('message', async () => {
  // Pages that a collection frees are given back a little later, by threads of V8's own.
  for (let times = 0; times < 3; times++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const { rss: rssBytes, heapUsed: heapBytes } = process.memoryUsage();
  process.send?.({ rssBytes, heapBytes, errors: errors.splice(0), streams: app.jobs.watching });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port: app.port, ids });
