/** Sends a file into a bucket and fetches it back; prints how far memory grew meanwhile, as a number of MiB. */
import { stat } from 'node:fs/promises';
import { partsAt } from './gcs-parts.ts';

const [url = '', bucket = '', path = ''] = process.argv.slice(2);
const { objects } = partsAt(url, bucket, { attempts: 1, pauseMs: 10, answerMs: 30_000, idleMs: 30_000 });

// Both ways once with little, so that everything is loaded.
await objects.create('small', { file: new URL(import.meta.url).pathname });
await objects.download('small', `${path}.small`);

const before = process.memoryUsage.rss();
let most = before;
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
await objects.create('large', { file: path });
await objects.download('large', `${path}.back`);
clearInterval(watch);
if ((await stat(`${path}.back`)).size !== (await stat(path)).size) throw new Error('another size came back');
process.stdout.write(String(Math.round((most - before) / 1024 / 1024)));
