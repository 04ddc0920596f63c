import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { InputInvalid, ProviderFailed, StorageUnwritable } from '@shortfactory/core';
import { expect } from 'chai';
import { VoiceInstalls, addVoice, damageOf, removeVoice } from '../install/index.ts';
import type { AddOptions, VoiceInstall } from '../install/index.ts';
import { tinyKokoro, tinyVits } from '../scripts/tiny-graphs.ts';
import { installedVoices } from '../voices/installed.ts';
import { VOICES, filesOf, withWeights } from '../voices/table.ts';
import type { NaturalVoice } from '../voices/table.ts';
import { tinyVoices } from './tiny-voices.ts';
import type { TinyVoices } from './tiny-voices.ts';

type Answer = (file: Uint8Array, request: IncomingMessage, response: ServerResponse) => void;

/** Sends what is asked for, from where it is asked. */
const whole: Answer = (file, { headers }, response) => {
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
  if (from > 0) response.setHeader('content-range', `bytes ${from}-${file.length - 1}/${file.length}`);
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': file.length - from }).end(file.subarray(from));
};

describe('installing a voice', () => {
  let tiny: TinyVoices;
  let server: Server;
  let folder: string;
  let answers: Answer[] = [];
  let asked: string[] = [];

  before(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.range ?? ''}`.trim());
      const file = tiny.files.get((request.url ?? '').slice(1)) ?? new Uint8Array();
      (answers.shift() ?? whole)(file, request, response);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    tiny = await tinyVoices(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await tiny.remove();
  });
  beforeEach(async () => {
    [answers, asked] = [[], []];
    folder = await mkdtemp(join(tmpdir(), 'shortfactory-install-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const voice = (name: string): NaturalVoice => tiny.voices.find(({ id }) => id === name) as NaturalVoice;
  const add = (name: string, more: Partial<AddOptions> = {}): Promise<number> =>
    addVoice(voice(name), {
      folder,
      signal: new AbortController().signal,
      pauseMs: 1,
      stallMs: 200,
      ...more,
    });
  const there = (): string[] => installedVoices(folder, tiny.voices).map(({ id }) => id);
  async function fault(work: Promise<unknown>): Promise<Error> {
    return work.then(
      () => new Error('it was installed'),
      (error: Error) => error,
    );
  }

  it('downloads each file once, and the next voice of the same model only what it lacks', async () => {
    await add('warm');
    await add('lucia-warm');
    expect(asked).to.deep.equal(['/kokoro.onnx', '/warm.bin']);
    expect(there()).to.deep.equal(['warm', 'lucia-warm']);
    expect(await readdir(folder)).to.have.members([
      ...['kokoro.onnx', 'warm.bin', 'warm.installed.json', 'lucia-warm.installed.json'],
    ]);
    expect(await damageOf(voice('warm'), folder)).to.equal(undefined);
  });

  it('goes on where an earlier try stopped, and starts anew where the server cannot', async () => {
    const begun = tiny.files.get('kokoro.onnx')?.subarray(0, 300) ?? '';
    await writeFile(join(folder, 'kokoro.onnx.part'), begun);
    await add('warm');
    expect(asked).to.deep.equal(['/kokoro.onnx bytes=300-', '/warm.bin']);
    expect(there()).to.deep.equal(['warm']);
    await removeVoice('warm', folder);
    await writeFile(join(folder, 'kokoro.onnx.part'), begun);
    answers = [(file, _, response) => response.end(file)];
    await add('warm');
    expect(there()).to.deep.equal(['warm']);
  });

  it('tries again when the connection is cut', async () => {
    answers = [cut, cut];
    await add('warm');
    expect(there()).to.deep.equal(['warm']);
  });

  it('shows how far it is while the server runs, stops with what has arrived, and says why one failed', async () => {
    const warned: string[] = [];
    const log = { info: () => undefined, warn: (message: string) => warned.push(message) } as never;
    const closing = new AbortController().signal;
    const installs = new VoiceInstalls({ folder, voices: tiny.voices, log, closing, pauseMs: 1 });
    const until = async (
      name: string,
      reached: (install: VoiceInstall) => boolean,
    ): Promise<VoiceInstall> => {
      while (!reached(installs.state(name))) await pause(5);
      return installs.state(name);
    };
    answers = [(file, _, response) => void response.writeHead(200).write(file.subarray(0, 200))];
    expect(installs.begin('warm')).to.include({ state: 'adding', bytes: 0 });
    expect(await until('warm', ({ bytes }) => bytes > 0)).to.include({ state: 'adding', bytes: 200 });
    const part = join(folder, 'kokoro.onnx.part');
    while ((await stat(part).catch(() => undefined))?.size !== 200) await pause(5);
    expect(() => installs.begin('reader')).to.throw('warm is being added; one voice is added at a time.');
    expect(() => installs.begin('nobody')).to.throw('There is no such natural voice');
    expect(installs.stop('warm').state).to.equal('absent');

    installs.begin('warm');
    expect(await until('warm', ({ state }) => state !== 'adding')).to.include({ state: 'installed', of: 0 });
    expect(asked.slice(1)).to.deep.equal(['/kokoro.onnx bytes=200-', '/warm.bin']);
    expect(installs.state('lucia-warm'), 'what is there is not fetched again').to.include({ of: 0 });

    answers = [(file, _, response) => response.end(new Uint8Array(file.length))];
    installs.begin('reader');
    const failed = await until('reader', ({ state }) => state !== 'adding');
    expect(failed.state).to.equal('failed');
    expect(failed.detail).to.match(/^vits\.onnx arrived with the SHA-256 .* Nothing was installed\.$/);
    expect(warned).to.deep.equal(['The voice reader could not be added.']);
    expect(there()).to.deep.equal(['warm']);
  });

  const cut: Answer = (file, _, response) => {
    response.writeHead(200, { 'content-length': file.length });
    response.write(file.subarray(0, 200), () => response.destroy());
  };
  const BAD: readonly [string, Answer[], RegExp][] = [
    ['is not there', [(_, __, response) => response.writeHead(404).end()], /answered 404 for kokoro\.onnx/],
    [
      'is another file of the same size',
      [(file, _, response) => response.end(new Uint8Array(file.length))],
      /kokoro\.onnx arrived with the SHA-256 [0-9a-f]{64}; [0-9a-f]{64} was expected\. Nothing was installed\./,
    ],
    [
      'is a web page',
      [
        (_, __, response) =>
          response.setHeader('content-type', 'text/html; charset=utf-8').end('<h1>Sign in</h1>'),
      ],
      /answered with a web page in place of kokoro\.onnx/,
    ],
    [
      'is longer',
      [(file, _, response) => response.end(Buffer.concat([file, file]))],
      /sends more than the \d+ bytes/,
    ],
    ['is cut each time', [cut, cut, cut, cut], /kokoro\.onnx did not arrive: the connection /],
    [
      'never comes',
      Array.from({ length: 4 }, (): Answer => (_, __, response) => response.writeHead(200).flushHeaders()),
      /nothing came for 0\.2 s/,
    ],
    [
      'comes from a server that is busy',
      Array.from({ length: 4 }, (): Answer => (_, __, response) => response.writeHead(503).end()),
      /answered 503/,
    ],
  ];
  for (const [what, given, sentence] of BAD) {
    it(`installs nothing when a file ${what}`, async () => {
      answers = [...given];
      const error = await fault(add('warm'));
      expect(error).to.be.instanceOf(ProviderFailed);
      expect(error.message).to.match(sentence);
      expect(there()).to.deep.equal([]);
      // The next try finds nothing in its way.
      answers = [];
      await add('warm');
      expect(there()).to.deep.equal(['warm']);
    });
  }

  it('stops for a signal, and goes on the next time', async () => {
    const run = new AbortController();
    answers = [
      (file, _, response) =>
        void response.writeHead(200, { 'content-length': file.length }).write(file.subarray(0, 100)),
    ];
    const work = fault(
      add('warm', {
        signal: run.signal,
        stallMs: 60_000,
        onProgress: () => run.abort(new Error('interrupted')),
      }),
    );
    expect((await work).message).to.equal('interrupted');
    expect(there()).to.deep.equal([]);
    await add('warm');
    expect(there()).to.deep.equal(['warm']);
  });

  it('says what is needed when the disk has no room, before anything is fetched', async () => {
    const error = await fault(add('warm', { free: async () => 1000 }));
    expect(error).to.be.instanceOf(StorageUnwritable);
    expect(error.message).to.match(/^1\.\d MB are needed in .*, and 0\.0 MB are free\.$/);
    expect(asked).to.deep.equal([]);
  });

  it('takes files by their content, whatever they are called, and asks nobody', async () => {
    const own = join(folder, 'own');
    await add('reader', { from: [tiny.published], folder: own });
    expect(installedVoices(own, tiny.voices).map(({ id }) => id)).to.deep.equal(['reader']);
    await writeFile(join(folder, 'download (1)'), tiny.files.get('kokoro.onnx') ?? '');
    await add('warm', { from: [join(folder, 'download (1)'), join(tiny.published, 'warm.bin')] });
    expect(there()).to.deep.equal(['warm']);
    expect(asked).to.deep.equal([]);
  });

  it('says what was expected when a file that a person has is cut, changed, of another model or missing', async () => {
    const own = join(folder, 'kokoro.onnx');
    const good = tiny.files.get('kokoro.onnx') as Uint8Array;
    const style = join(tiny.published, 'warm.bin');
    const cases: [Uint8Array | undefined, RegExp][] = [
      [good.subarray(0, 400), /the one there has 400 bytes/],
      [
        good.map((byte, at) => (at === 50 ? byte ^ 1 : byte)),
        /kokoro\.onnx has that size and the SHA-256 [0-9a-f]{64}$/,
      ],
      [
        tiny.files.get('vits.onnx'),
        /kokoro\.onnx was not found: a file of \d+ bytes with the SHA-256 [0-9a-f]{64} was expected; the one there/,
      ],
      [undefined, /^--from: there is no /],
    ];
    for (const [bytes, sentence] of cases) {
      if (bytes) await writeFile(own, bytes);
      const error = await fault(add('warm', { from: [bytes ? own : join(folder, 'nowhere'), style] }));
      expect(error).to.be.instanceOf(InputInvalid);
      expect(error.message).to.match(sentence);
      expect(there()).to.deep.equal([]);
      await rm(own, { force: true });
    }
  });

  it('finds a file that was changed or lost after it was installed, and such a voice does not speak', async () => {
    await add('warm', { from: [tiny.published] });
    const graph = join(folder, 'kokoro.onnx');
    const bytes = await readFile(graph);
    await writeFile(
      graph,
      bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte)),
    );
    expect(await damageOf(voice('warm'), folder)).to.equal('kokoro.onnx was changed since it was installed');
    await writeFile(graph, bytes.subarray(1));
    expect(await damageOf(voice('warm'), folder)).to.match(/^kokoro\.onnx has \d+ bytes, \d+ were expected$/);
    expect(there()).to.deep.equal([]);
    // Adding it again mends it.
    await add('warm', { from: [tiny.published] });
    expect(await damageOf(voice('warm'), folder)).to.equal(undefined);
  });

  it('gives a voice other weights, and keeps those that another voice needs', async () => {
    const exact = (name: string): NaturalVoice => withWeights(voice(name), 'fp32') as NaturalVoice;
    const options = { folder, signal: new AbortController().signal };
    const graphs = async (): Promise<string[]> =>
      (await readdir(folder)).filter((name) => name.endsWith('.onnx')).sort();
    await add('warm');
    await add('lucia-warm');
    await addVoice(exact('warm'), options);
    expect(await graphs()).to.deep.equal(['kokoro.fp32.onnx', 'kokoro.onnx']);
    expect(installedVoices(folder, tiny.voices).map(({ model }) => model.graph.weights)).to.deep.equal([
      ...['fp32', 'int8'],
    ]);
    await addVoice(exact('lucia-warm'), options);
    expect(await graphs()).to.deep.equal(['kokoro.fp32.onnx']);
    expect(await damageOf(voice('warm'), folder)).to.equal(undefined);
    expect(withWeights(voice('reader'), 'int8')).to.equal(undefined);
  });

  it('removes a voice and leaves what another one needs', async () => {
    await add('warm', { from: [tiny.published] });
    await add('lucia-warm', { from: [tiny.published] });
    await removeVoice('warm', folder);
    expect(there()).to.deep.equal(['lucia-warm']);
    await removeVoice('lucia-warm', folder);
    expect(await readdir(folder)).to.deep.equal([]);
    expect((await fault(removeVoice('warm', folder))).message).to.match(/^warm is not installed in /);
  });
});

describe('the table of voices', () => {
  it('has for every file an https address, and never a voice that comes from a corpus for research alone', () => {
    for (const voice of VOICES) {
      for (const { url } of [...filesOf(voice), ...voice.model.graphs])
        expect(new URL(url).protocol).to.equal('https:');
      expect(JSON.stringify(voice)).not.to.match(/lessac|ryan|joe|thorsten/i);
    }
    expect(new Set(VOICES.map(({ id }) => id)).size).to.equal(VOICES.length);
  });
});

describe('the graphs that tests speak with', () => {
  it('are what their script writes', async () => {
    for (const [name, graph] of Object.entries({ kokoro: tinyKokoro(), vits: tinyVits() }))
      expect(graph).to.deep.equal(
        new Uint8Array(await readFile(new URL(`./fixtures/${name}.onnx`, import.meta.url))),
      );
  });
});
