import { expect } from 'chai';
import { freePort } from '@shortfactory/testing/support/free-port';
import { Programs } from '../../serve/programs.ts';
import type { Program } from '../../serve/programs.ts';

/** Serves, and ends with the code that it is asked for by path. */
const SERVER = `require('node:http').createServer(({ url }, response) => {
  response.end('here');
  if (url !== '/') response.once('close', () => process.exit(Number(url.slice(1))));
}).listen(process.env.PORT, '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));`;

async function program(name: string, script = SERVER): Promise<Program> {
  const port = String(await freePort());
  return { name, args: ['-e', script], env: { PORT: port }, readyUrl: `http://127.0.0.1:${port}/` };
}

/** Ends a program from inside, with this exit code. */
function crash({ readyUrl }: Program, code: number): Promise<unknown> {
  return fetch(readyUrl + String(code)).then((answer) => answer.text());
}

describe('programs that are started side by side', () => {
  let running: Programs | undefined;
  let said: string[];
  const start = (waitsMs: readonly number[], steadyMs = 60_000): Programs => {
    said = [];
    return (running = new Programs((sentence) => said.push(sentence), { waitsMs, steadyMs }));
  };
  const saying = async (sentence: string): Promise<void> => {
    for (let tries = 0; !said.includes(sentence); tries += 1) {
      if (tries > 500) throw new Error(`“${sentence}” was not said: ${said.join(' | ')}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  afterEach(async () => {
    running?.stop();
    await running?.ended;
  });

  it('start one that crashed again, while the other goes on', async () => {
    const programs = start([40]);
    const [one, other] = [await program('One'), await program('The other')];
    for (const each of [one, other]) {
      programs.start(each);
      expect(await programs.ready(each)).to.equal(true);
    }
    await crash(one, 3);
    await saying('One crashed (exit code 3). It is started again in 0.04 s; the rest goes on.');
    expect(await (await fetch(other.readyUrl)).text()).to.equal('here');
    await saying('One is back.');
    expect(await (await fetch(one.readyUrl)).text()).to.equal('here');
    programs.stop();
    expect(await programs.ended).to.equal(0);
  });

  it('wait longer each time, then end with the reason', async () => {
    const programs = start([10, 20]);
    const other = await program('The other');
    const one = await program('One');
    for (const each of [one, other]) programs.start(each);
    for (const each of [one, other]) expect(await programs.ready(each)).to.equal(true);
    await crash(one, 3);
    await saying('One crashed (exit code 3). It is started again in 0.01 s; the rest goes on.');
    await saying('One is back.');
    await crash(one, 4);
    await saying('One crashed (exit code 4). It is started again in 0.02 s; the rest goes on.');
    said = said.filter((sentence) => sentence !== 'One is back.');
    await saying('One is back.');
    await crash(one, 5);
    expect(await programs.ended).to.equal(5);
    expect(said.at(-1)).to.equal(
      'One crashed 3 times in a row, the last time with exit code 5; stopping the rest. What it wrote before stands above.',
    );
  });

  it('count the deaths of one that ran steadily anew', async () => {
    const programs = start([10], 0);
    const one = await program('One');
    programs.start(one);
    await programs.ready(one);
    for (let times = 0; times < 3; times += 1) {
      said.length = 0;
      await crash(one, 3);
      await saying('One is back.');
    }
  });

  it('end at once with one that never served, or whose configuration is wrong', async () => {
    const broken = start([10]);
    const one = await program('One', 'process.exit(7)');
    broken.start(one);
    expect(await broken.ready(one)).to.equal(false);
    expect(await broken.ended).to.equal(7);
    expect(said).to.deep.equal(['One ended by itself (exit code 7); stopping the rest.']);

    const misconfigured = start([10]);
    const two = await program('Two');
    misconfigured.start(two);
    await misconfigured.ready(two);
    await crash(two, 78);
    expect(await misconfigured.ended).to.equal(78);
    expect(said).to.deep.equal(['Two ended by itself (exit code 78); stopping the rest.']);
  });

  it('are stopped while one of them waits for its restart', async () => {
    const programs = start([60_000]);
    const one = await program('One');
    programs.start(one);
    await programs.ready(one);
    await crash(one, 3);
    await saying('One crashed (exit code 3). It is started again in 60 s; the rest goes on.');
    programs.stop();
    expect(await programs.ended).to.equal(0);
  });
});
