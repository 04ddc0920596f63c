import { serveApp } from './served-app.ts';

/**
 * The API in a process of its own, so that its memory is only the server's. Sends its port; then answers every message
 * with the most memory that it had since the one before, in bytes.
 */
const EVERY_MS = 10;

const app = await serveApp();
let mostBytes = 0;
const sample = (): void => void (mostBytes = Math.max(mostBytes, process.memoryUsage.rss()));
setInterval(sample, EVERY_MS);
process.on('message', () => {
  sample();
  process.send?.({ mostBytes });
  mostBytes = 0;
});
process.on('disconnect', () => void app.stop().then(() => process.exit(0)));
process.send?.({ port: app.port });
