import { readFile, readdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { leftovers, mediaFiles, put, short, startShort, workplace } from '../command.ts';
import type { Started, Workplace } from '../command.ts';
import { plainPicture } from '../rendered.ts';

/** Long enough that its rendering is under way when the signal comes, and never finished when it is obeyed. */
const LONG = {
  title: 'Lighthouses',
  language: 'en',
  scenes: Array.from({ length: 4 }, (_, i) => ({
    narration:
      i === 0
        ? 'Lamps turn at night.'
        : `Lamp number ${i + 1} stands high above the rocks, so that every ship knows where the land begins.`,
    visual: 'a lighthouse at night',
    upload: 'night.png',
  })),
};

async function started(place: Workplace, likeTerminal: boolean): Promise<Started> {
  await put(place, 'night.png', plainPicture('png', 540, 960, 220));
  await put(place, 'long.json', LONG);
  const run = startShort(place, ['--script', 'long.json', '--out', 'long.mp4'], { likeTerminal });
  run.child.stderr?.on('data', () => undefined);
  return run;
}

/** Resolves when ffmpeg processes of the run are at work. */
async function rendering(place: Workplace): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const names = await readdir(place.scratchDir, { recursive: true });
    if (names.some((name) => /\.mp4$/.test(name) && !name.endsWith('sound.mp4'))) return;
    await wait(50);
  }
  throw new Error('no clip was begun within 30 s');
}

/** Processes of the machine that have something of this workplace in their command line; Linux only. */
async function processesOf(place: Workplace): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (line.includes(place.folder)) found.push(line.replaceAll('\0', ' '));
  }
  return found;
}

async function nothingIsLeft(place: Workplace): Promise<void> {
  expect(await mediaFiles(place)).to.deep.equal([]);
  expect(await leftovers(place)).to.deep.equal([]);
  if (process.platform === 'linux') expect(await processesOf(place)).to.deep.equal([]);
}

describe('npm run short: interrupted', () => {
  it('ends with 130 within seconds of Ctrl-C in a terminal, says so, and leaves no process and no file', async () => {
    const place = workplace();
    const { child, finished } = await started(place, true);
    await rendering(place);
    const pressed = performance.now();
    // A terminal sends the signal to every process in front of it.
    process.kill(-(child.pid as number), 'SIGINT');
    const { code, stdout, stderr } = await finished;
    expect(performance.now() - pressed).to.be.lessThan(5000);
    expect(code).to.equal(130);
    expect(stderr).to.match(/\nInterrupted; nothing was written\. .*\n$/);
    expect(stdout).to.equal('');
    await nothingIsLeft(place);
  });

  it('goes on where it was interrupted', async () => {
    const place = workplace();
    const { child, finished } = await started(place, false);
    await rendering(place);
    child.kill('SIGTERM');
    const ended = await finished;
    expect(ended.code, ended.stderr).to.equal(130);
    await nothingIsLeft(place);
    await put(place, 'first.json', { ...LONG, scenes: LONG.scenes.slice(0, 1) });
    const again = await short(place, ['--script', 'first.json', '--aspect', '1:1', '--json']);
    const { cacheHits } = JSON.parse(again.stdout) as { cacheHits: number };
    expect(cacheHits, 'the picture and the speech of the scene').to.be.at.least(2);
  });

  it('leaves no encoder behind when it is killed outright', async function () {
    if (process.platform !== 'linux') {
      console.log('      only Linux ends children with their parent: not tried here');
      return this.skip();
    }
    const place = workplace();
    const { child, finished } = await started(place, false);
    await rendering(place);
    child.kill('SIGKILL');
    await finished;
    for (let tries = 0; tries < 40 && (await processesOf(place)).length > 0; tries++) await wait(50);
    expect(await processesOf(place)).to.deep.equal([]);
    expect(await mediaFiles(place)).to.deep.equal([]);
  });
});
