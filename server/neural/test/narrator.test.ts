import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeWav, splitWords } from '@shortfactory/core';
import type { SpokenAudio } from '@shortfactory/core';
import { narratorContract } from '@shortfactory/testing/contracts/narrator';
import { expect } from 'chai';
import { addVoice } from '../install/index.ts';
import { NeuralNarrator } from '../speech/narrator.ts';
import { NO_RUNTIME, isLoadable, runtimeHere } from '../speech/runtime.ts';
import { installedVoices } from '../voices/installed.ts';
import { withWeights } from '../voices/table.ts';
import { tinyVoices } from './tiny-voices.ts';
import type { TinyVoices } from './tiny-voices.ts';

const never = new AbortController().signal;

let tiny: TinyVoices;
let folder: string;
let open: NeuralNarrator[] = [];

function narratorOf(names?: readonly string[], runtime = runtimeHere(), from = folder): NeuralNarrator {
  if (!runtime) throw new Error(NO_RUNTIME);
  const voices = installedVoices(from, tiny.voices).filter(({ id }) => names?.includes(id) ?? true);
  const narrator = new NeuralNarrator({ folder: from, voices, runtime, threads: 1, idleMs: 4000 });
  open.push(narrator);
  return narrator;
}

before(async () => {
  tiny = await tinyVoices();
  folder = await mkdtemp(join(tmpdir(), 'shortfactory-installed-'));
  for (const voice of tiny.voices) await addVoice(voice, { folder, from: [tiny.published], signal: never });
});
after(async () => {
  for (const narrator of open) narrator.close();
  open = [];
  await rm(folder, { recursive: true });
  await tiny.remove();
});

for (const name of ['warm', 'reader']) {
  let narrator: NeuralNarrator | undefined;
  narratorContract(`the natural voice ${name}`, () => (narrator ??= narratorOf([name])), false);
}

describe('a natural voice', () => {
  const say = (text: string, voice: string, more: object = {}): Promise<SpokenAudio> =>
    narratorOf().narrate({ text, language: 'en', voice, ...more }, never);
  const hashOf = ({ wav }: SpokenAudio): string => createHash('sha256').update(wav).digest('hex');
  const TEXT = 'Seven gulls wait near that roof. Do they sleep? No, they listen!';

  for (const voice of ['warm', 'reader']) {
    it(`says the same words in the same bytes, in another process too (${voice})`, async () => {
      const [first, second] = [await say(TEXT, voice), await say(TEXT, voice)];
      expect(hashOf(second)).to.equal(hashOf(first));
      expect(second.marks).to.deep.equal(first.marks);
    });

    it(`marks each word once, in order, and sentences apart by a pause (${voice})`, async () => {
      const { marks, wav } = await say(TEXT, voice);
      const words = splitWords(TEXT, 'en');
      expect(marks.map(({ offset }) => offset)).to.deep.equal(words.map(({ start }) => start));
      const { samples, sampleRate } = decodeWav(wav);
      const silent = (ms: number): boolean =>
        samples
          .slice((ms * sampleRate) / 1000 - sampleRate / 50, (ms * sampleRate) / 1000 - 20)
          .every((s) => s === 0);
      const starts = [TEXT.indexOf('Do'), TEXT.indexOf('No')].map(
        (at) => marks.find(({ offset }) => offset === at)?.ms ?? 0,
      );
      expect(starts.map(silent)).to.deep.equal([true, true]);
    });
  }

  it('says that a model makes it, and under which licence', () => {
    for (const { natural, licence, setsPitch } of narratorOf().voices)
      expect([natural, licence, setsPitch]).to.deep.equal([true, 'CC0-1.0', undefined]);
  });

  it('keeps the times of the words when it speaks faster', async () => {
    const text = 'Gaviotas en el tejado.';
    const spanish = await narratorOf().narrate({ text, language: 'es', voice: 'lucia-warm' }, never);
    const { samples, sampleRate } = decodeWav(spanish.wav);
    const last = spanish.marks.at(-1);
    expect(last?.offset).to.equal(text.indexOf('tejado'));
    expect(last?.ms).to.be.within((samples.length / sampleRate) * 400, (samples.length / sampleRate) * 900);
  });

  it('says emoji and signs by their names, and a word with the sounds that are given for it', async () => {
    const { marks } = await say('Look 🐙 here', 'warm');
    expect(marks.map(({ offset }) => offset)).to.include(5);
    const text = 'Nguyen ran';
    const plain = await say(text, 'warm');
    const given = await say(text, 'warm', { phonemes: [{ start: 0, end: 6, ipa: 'wɪn' }] });
    expect(hashOf(given)).not.to.equal(hashOf(plain));
    expect(given.marks[0]?.offset).to.equal(0);
  });

  it('speaks a sentence that is longer than its model takes', async () => {
    const text = `${'many gulls over many roofs and '.repeat(40)}rain.`;
    const { marks } = await say(text, 'warm');
    expect(marks).to.have.length(splitWords(text, 'en').length);
  });

  it('is silent for a text without words, and says so for one that it cannot pronounce', async () => {
    expect((await say('…', 'warm')).marks).to.deep.equal([]);
    expect(await fault(say('x'.repeat(2001), 'warm'))).to.match(/at most 2000 characters/);
  });

  it('has another id when a voice that is installed changes its sound', () => {
    expect(narratorOf(['warm']).id).not.to.equal(narratorOf(['reader']).id);
  });

  it('has another id with other weights, as its sound may be another', async () => {
    const exact = tiny.voices.flatMap((voice) => withWeights(voice, 'fp32') ?? []);
    const other = await mkdtemp(join(tmpdir(), 'shortfactory-weights-'));
    try {
      for (const voice of exact)
        await addVoice(voice, { folder: other, from: [tiny.published], signal: never });
      const [usual, full] = [narratorOf(['warm']), narratorOf(['warm'], runtimeHere(), other)];
      expect(full.id).not.to.equal(usual.id);
      const request = { text: TEXT, language: 'en', voice: 'warm' };
      const [one, two] = [await usual.narrate(request, never), await full.narrate(request, never)];
      expect(two.marks).to.deep.equal(one.marks);
    } finally {
      await rm(other, { recursive: true });
    }
  });

  for (const voice of ['warm', 'reader']) {
    it(`is heard nearly the same with the runtime in WebAssembly, where that is installed (${voice})`, async function () {
      const runtime = runtimeHere((name) => name === 'onnxruntime-web' && isLoadable(name));
      if (!runtime) return this.skip();
      const [native, web] = [narratorOf([voice]), narratorOf([voice], runtime)];
      expect(web.id).not.to.equal(native.id);
      const request = { text: TEXT, language: 'en', voice };
      const [one, other] = [await native.narrate(request, never), await web.narrate(request, never)];
      expect(other.marks).to.deep.equal(one.marks);
      const [heard, alike] = [decodeWav(one.wav).samples, decodeWav(other.wav).samples];
      expect(alike).to.have.length(heard.length);
      const furthest = heard.reduce(
        (most, sample, at) => Math.max(most, Math.abs(sample - (alike[at] ?? 0))),
        0,
      );
      expect(furthest, 'of 32,768').to.be.below(33);
    });
  }

  const DAMAGES: [string, string, (whole: Uint8Array) => Uint8Array, RegExp][] = [
    ['is damaged', 'kokoro.onnx', ({ length }) => new Uint8Array(length), /^The natural voice could not /],
    [
      ...(['answers with no sound', 'warm.bin'] as const),
      ({ length }) => new Uint8Array(new Float32Array(length / 4).fill(NaN).buffer),
      /^The natural voice could not speak this: the model answered with something that is no sound\.$/,
    ],
  ];
  for (const [what, name, damage, sentence] of DAMAGES) {
    it(`fails with a sentence when its model ${what}, and the next narrator can stand in`, async () => {
      const file = join(folder, name);
      const whole = await readFile(file);
      await writeFile(file, damage(whole));
      try {
        expect(await fault(say(TEXT, 'warm'))).to.match(sentence);
      } finally {
        await writeFile(file, whole);
      }
    });
  }
});

async function fault(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => '',
    (error: Error) => error.message,
  );
}
