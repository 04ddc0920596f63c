import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { put, short, startShort, workplace } from '../command.ts';
import type { Workplace } from '../command.ts';

const ROWS = [
  'id,script,aspect',
  'one,Hello there.,1:1',
  'two,Good morning.,1:1',
  'three,Good night.,1:1',
].join('\n');

interface Result {
  readonly id: string;
  readonly state: string;
  readonly path: string;
}

async function manifestOf(place: Workplace, folder: string): Promise<Result[]> {
  const text = await readFile(join(place.folder, folder, 'manifest.jsonl'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as Result);
}

describe('npm run short: a batch', function () {
  this.timeout(180_000);

  it('makes each row once, also when its process is killed in between, and says what it made', async () => {
    const place = workplace();
    await put(place, 'rows.csv', ROWS);
    const first = startShort(place, ['--batch', 'rows.csv']);
    for (let tries = 0; tries < 1200 && (await manifestOf(place, 'out/rows')).length === 0; tries++)
      await wait(50);
    first.child.kill('SIGKILL');
    await first.finished;
    const [made] = await manifestOf(place, 'out/rows');
    expect(made).to.include({ id: 'one', state: 'done' });
    const before = await stat(made?.path ?? '');

    const second = await short(place, ['--batch', 'rows.csv', '--json']);
    expect(second.code, second.stderr).to.equal(0);
    expect(second.stderr).to.match(/^2 videos to make, 1 made before: about 1 min\.$/m);
    expect(JSON.parse(second.stdout)).to.include({ rows: 3, made: 2, known: 1, failed: 0, left: 0 });
    expect((await stat(made?.path ?? '')).mtimeMs).to.equal(before.mtimeMs);
    const results = await manifestOf(place, 'out/rows');
    expect(results.map(({ id, state }) => `${id} ${state}`)).to.deep.equal([
      'one done',
      'two done',
      'three done',
    ]);
    for (const { path } of results) expect((await stat(path)).size).to.be.greaterThan(1000);
    const table = await readFile(join(place.folder, 'out/rows/manifest.csv'), 'utf8');
    expect(table.split('\r\n')).to.have.length(5);

    const third = await short(place, ['--batch', 'rows.csv']);
    expect(third.stdout).to.include('3 rows: 0 made, 3 made before, 0 failed.');
  });

  it('goes on behind a row that fails, and tries it again the next time', async () => {
    const place = workplace();
    await put(
      place,
      'rows.csv',
      'id,script,aspect,voice\nbad,Hello there.,1:1,nobody-of-this-name\ngood,Hello you.,1:1,\n',
    );
    for (const made of ['1 made, 0 made before', '0 made, 1 made before']) {
      const { code, stdout, stderr } = await short(place, ['--batch', 'rows.csv', '--out', 'made']);
      expect(code).to.equal(1);
      expect(stdout).to.include(`2 rows: ${made}, 1 failed.`).and.include('makes nothing twice');
      expect(stderr).to.match(/^Line 2 failed: .*nobody-of-this-name/m);
    }
    expect((await manifestOf(place, 'made')).map(({ id, state }) => `${id} ${state}`)).to.deep.equal([
      'bad failed',
      'good done',
      'bad failed',
    ]);
  });

  it('makes nothing where a row is wrong, and names every such line', async () => {
    const place = workplace();
    await put(place, 'rows.csv', 'topic,seconds\nBees,30\nAnts,soon\n,\nWasps,1\n');
    const { code, stderr } = await short(place, ['--batch', 'rows.csv']);
    expect(code).to.equal(2);
    expect(stderr.trim().split('\n')).to.deep.equal([
      'rows.csv, line 3: column seconds is not a number of seconds from 10 to 180.',
      'rows.csv, line 5: column seconds is not a number of seconds from 10 to 180.',
      'Nothing was made.',
    ]);
    const scenes = [{ narration: 'Two words.', visual: 'x', cuts: [{ at: 'three', visual: 'y' }] }];
    const unsaid = { script: { title: 'T', language: 'en', scenes } };
    await put(place, 'rows.jsonl', `{"topic": "Bees"}\n${JSON.stringify(unsaid)}\n`);
    const { stderr: said } = await short(place, ['--batch', 'rows.jsonl']);
    expect(said.trim().split('\n')).to.deep.equal([
      'rows.jsonl, line 2: /script/scenes/0/cuts/0/at is not a word or phrase that the narration of its scene says.',
      'Nothing was made.',
    ]);
    await put(place, 'open.csv', 'topic\n"Bees\n');
    const open = await short(place, ['--batch', 'open.csv']);
    expect([open.code, open.stderr.trim()]).to.deep.equal([
      2,
      'open.csv, line 2: the quote that begins here is never closed.',
    ]);
    const both = await short(place, ['a topic', '--batch', 'rows.csv']);
    expect([both.code, both.stderr.trim()]).to.deep.equal([
      2,
      'A topic and --batch were both given; each row of a batch says what it is.',
    ]);
    expect(await readdir(place.folder)).to.not.include('out');
  });
});
