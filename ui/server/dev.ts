import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { createServer as createVite } from 'vite';
import { loadEnv } from '../app/env.server.ts';
import { createApp } from './app.ts';
import { createLogger } from './log/logger.ts';

/** The same server with Vite in front: sources are compiled as they are asked for and changes show at once. */
const env = loadEnv(process.env);
const logger = createLogger(env);
const vite = await createVite({
  root: fileURLToPath(new URL('../', import.meta.url)),
  server: { middlewareMode: true },
  appType: 'custom',
});
const app = createApp({
  env,
  logger,
  mode: 'development',
  closing: new AbortController().signal,
  build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
});
const pages = app.callback();
createServer((request, response) => {
  vite.middlewares(request, response, () => void pages(request, response));
}).listen(env.PORT, env.HOST ?? '127.0.0.1', () => {
  logger.info(`The UI listens on port ${env.PORT} and compiles as it goes`);
});
