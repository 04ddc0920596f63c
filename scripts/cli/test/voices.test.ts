import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCommand } from '@shortfactory/command-line';
import { VOICES } from '@shortfactory/neural';
import { voices } from '../voices/command.ts';

describe('npm run voices', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shortfactory-voices-'));
    await writeFile(join(folder, 'heart.onnx'), 'not a model');
    await writeFile(join(folder, 'emma.installed.json'), '{"voice": "emma"');
  });
  after(() => rm(folder, { recursive: true }));

  async function run(...args: string[]) {
    const [said, warned]: [string[], string[]] = [[], []];
    const env = { VOICES_DIR: folder, INIT_CWD: folder };
    const own = { say: (line: string) => said.push(line), warn: (line: string) => warned.push(line) };
    const code = await runCommand(voices, args, env, own);
    return { code, said: said.join('\n'), warned: warned.join('\n') };
  }

  it('lists every voice with its language, its size and its licence', async () => {
    const { code, said } = await run('list');
    expect(code).to.equal(0);
    for (const { id } of VOICES) expect(said).to.match(new RegExp(`^${id} `, 'm'));
    expect(said).to.match(/^heart +Heart, warm +en-US, en +93 MB +Apache-2\.0$/m);
    expect(said).to.match(/^emma .*damaged: its record cannot be read/m);
    expect(said).to.match(/^ {2}--weights int8 \(93 MB\), fp32 \(326 MB\)$/m);
  });

  it('says which voice is damaged, and fails', async () => {
    const { code, said, warned } = await run('check');
    expect(code).to.equal(1);
    expect(said).to.equal('emma: its record cannot be read; remove it, then add it again');
    expect(warned).to.equal('1 of 1 cannot speak.');
  });

  const BAD: readonly [string[], RegExp][] = [
    [[], /^list, add NAME, remove NAME or check was expected/],
    [['add'], /was expected/],
    [['install', 'heart'], /was expected/],
    [['add', 'joe'], /^There is no natural voice “joe”; there are heart, /],
    [['list', '--from', 'x'], /^--from: belongs to add$/],
    [['list', '--weights', 'fp32'], /^--weights: belongs to add$/],
    [['add', 'heart', '--weights', 'int4'], /^--weights: is “int4”; one of int8, fp32 was expected\.$/],
    [['add', 'linda', '--weights', 'int8'], /^--weights: linda is not published with int8; there is fp32\.$/],
    [
      ['add', 'heart', '--weights', 'fp32', '--from', 'heart.onnx'],
      /^--from: kokoro-v1\.0\.onnx was not found: a file of 325532387 bytes/,
    ],
    [['add', 'heart', '--from', 'nowhere'], /^--from: there is no .*nowhere$/],
    [
      ['add', 'heart', '--from', 'heart.onnx'],
      /^--from: kokoro-v1\.0\.int8\.onnx was not found: a file of 92361271 bytes/,
    ],
    [['remove', 'heart'], /^heart is not installed in .*; there are emma\.$/],
  ];
  for (const [args, sentence] of BAD) {
    it(`refuses ${args.join(' ') || 'nothing'} with a sentence`, async () => {
      const { code, warned } = await run(...args);
      expect(code).to.equal(2);
      expect(warned).to.match(sentence);
    });
  }
});
