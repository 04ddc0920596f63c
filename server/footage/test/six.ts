import { readFileSync } from 'node:fs';
import { SimulatedServices, KEY } from './services.ts';
const s = new SimulatedServices();
await s.start();
const mp4 = readFileSync('/tmp/b/six/stock.mp4');
for (const n of ['uhd','hd','sd']) s.instead.set(`/pexels/${n}.mp4`, (_q, a) => void a.writeHead(200, { 'Content-Length': mp4.length, 'Content-Type':'video/mp4' }).end(mp4));
console.log(s.url, KEY);
setTimeout(() => process.exit(0), 3_600_000);
