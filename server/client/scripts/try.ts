import { createShortFactory, makeVideo } from '../index.ts';

/** Makes a video at the API whose address is given, as a program of others would. */
const api = createShortFactory({ url: process.argv[2] ?? 'http://127.0.0.1:8000' });
const scenes = [{ narration: 'A client in TypeScript asked for this.', visual: 'a letter' }];
const script = { title: 'Asked for by a client', language: 'en', scenes };
const job = await makeVideo(api, { script, aspects: ['1:1'] }, { everyMs: 200 });
const [output] = job.outputs;
if (job.status !== 'done' || !output) throw new Error(`The video ended as ${JSON.stringify(job.error)}.`);
const { data, response } = await api.GET('/api/videos/{id}/file', {
  params: { path: { id: job.id }, query: { aspect: '1:1' } },
  parseAs: 'arrayBuffer',
});
const bytes = (data as ArrayBuffer | undefined)?.byteLength;
if (bytes !== output.bytes)
  throw new Error(`${output.bytes} bytes were announced; ${bytes} came (${response.status}).`);
process.stdout.write(`TypeScript client: a video of ${output.seconds.toFixed(1)} s, ${bytes} bytes\n`);
