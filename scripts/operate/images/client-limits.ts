import { execa } from 'execa';

/**
 * Limits count a visitor of the web UI by the address that he comes from, whatever he writes into X-Forwarded-For, and a
 * program at the API's own port by its own. Called with the API's address and two containers that can reach the UI.
 */
const [api = '', one = '', another = ''] = process.argv.slice(2);
const UI = 'http://ui:3000';
/** More than one client may ask in a minute. */
const MANY = 150;

/** How many of so many requests, each of which claims another address, were refused for their number. */
const ASK = `
  const [base, count] = process.argv.slice(1);
  const one = (_, i) => fetch(base + '/api/videos/none', { headers: { 'x-forwarded-for': '203.0.113.' + i } });
  Promise.all(Array.from({ length: Number(count) }, one)).then((answers) => {
    console.log(answers.filter(({ status }) => status === 429).length);
  });`;

async function refused(base: string, count: number, from?: string): Promise<number> {
  const args = ['-e', ASK, base, String(count)];
  const { stdout } =
    from === undefined ? await execa('node', args) : await execa('docker', ['exec', from, 'node', ...args]);
  return Number(stdout);
}

if ((await refused(UI, MANY, one)) === 0)
  throw new Error('A visitor of the UI got around the limit by writing X-Forwarded-For.');
if ((await refused(UI, 1, another)) > 0)
  throw new Error('A visitor of the UI was refused for what another one did.');
if ((await refused(api, MANY)) === 0)
  throw new Error('A program at the port of the API got around the limit by writing X-Forwarded-For.');
process.stdout.write(
  'visitors of the UI are limited by their own addresses, and X-Forwarded-For does not get around a limit\n',
);
