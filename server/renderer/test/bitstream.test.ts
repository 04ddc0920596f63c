import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded, whole } from '@shortfactory/testing/seeded';
import { expect } from 'chai';
import { BitReader, BitWriter } from '../bitstream/bits.ts';
import { skippedSliceData } from '../bitstream/cabac.ts';
import { insertSkipped } from '../bitstream/insert-skipped.ts';
import type { CodedSequence } from '../bitstream/insert-skipped.ts';
import { mp4Clip } from '../mp4/clip.ts';
import { nalUnits, withEmulation, withoutEmulation } from '../bitstream/nal-unit.ts';
import { StreamRefused } from '../bitstream/refused.ts';
import { skippedSlice } from '../bitstream/skipped-slice.ts';
import { anchorPlan } from '../ffmpeg/arguments.ts';
import { Ffmpeg } from '../ffmpeg/ffmpeg.ts';

const [WIDTH, HEIGHT] = [128, 96];
const LUMA = WIDTH * HEIGHT;
const { signal } = new AbortController();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('numbers in a bitstream', () => {
  it('are the codes of table 9-2', () => {
    const codes = ['1', '010', '011', '00100', '00101', '00110', '00111', '0001000'];
    codes.forEach((code, value) => {
      const bits = [...new BitWriter().ue(value).trailing()].map((b) => b.toString(2).padStart(8, '0'));
      expect(bits.join('').startsWith(`${code}1`), code).to.equal(true);
    });
  });

  it('are read as they were written', () => {
    for (const value of [0, 1, 2, 7, 8, 255, 65_535, 2 ** 31 - 2]) {
      const reader = new BitReader(new BitWriter().ue(value).se(value).se(-value).u(5, 3).trailing());
      expect([reader.ue(), reader.se(), reader.se(), reader.u(3)]).to.deep.equal([
        value,
        value,
        -value + 0,
        5,
      ]);
      expect(reader.moreData()).to.equal(false);
    }
  });
});

describe('NAL units', () => {
  it('hold no start code, and give back what was put in', () => {
    const known = { '65000001': '6500000301', '650000000002': '6500000300000302', '65000004': '65000004' };
    for (const [unit, written] of Object.entries(known)) {
      expect(hex(withEmulation(Buffer.from(unit, 'hex')))).to.equal(written);
    }
    const random = seeded(7);
    for (let round = 0; round < 200; round++) {
      const unit = Buffer.from([0x41, ...Array.from({ length: 40 }, () => whole(random, 0, 4)), 0x80]);
      const written = withEmulation(unit);
      expect(hex(written)).not.to.match(/^(..)*?00000[012]/);
      expect(withoutEmulation(written).equals(unit)).to.equal(true);
    }
  });

  it('are found behind start codes of three and of four bytes', () => {
    const stream = Buffer.from('00000001674200000168ce0000000141aa', 'hex');
    expect(nalUnits(stream).map(hex)).to.deep.equal(['6742', '68ce', '41aa']);
    expect(() => nalUnits(Buffer.from('not a stream'))).to.throw(StreamRefused);
    expect(() => nalUnits(Buffer.alloc(0))).to.throw(StreamRefused);
  });
});

/** Frame `n` is one shade all over. */
const shade = (n: number): number => 40 + 4 * n;
const frame = (n: number): Buffer =>
  Buffer.concat([Buffer.alloc(LUMA, shade(n)), Buffer.alloc(LUMA / 2, 128)]);

describe('skipped pictures between anchors', () => {
  const ffmpeg = Ffmpeg.locate(undefined, process.env['PATH'] ?? '');
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bitstream-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** The stream of these frames as anchors are encoded, with these words replaced in the encoder's settings. */
  async function encoded(
    frames: readonly number[],
    settings: Readonly<Record<string, string>> = {},
  ): Promise<Buffer> {
    const file = join(folder, 'anchors.h264');
    const plan = anchorPlan('1:1', file, 'sparse');
    const small = (options: readonly string[]): string[] =>
      options.map((option) => {
        let changed = option === '1080x1080' ? `${WIDTH}x${HEIGHT}` : option;
        for (const [from, to] of Object.entries(settings)) changed = changed.replace(from, to);
        return changed;
      });
    const [input, output] = [plan.inputs[0], plan.outputs[0]];
    if (!input || !output) throw new Error('a plan without input or output');
    await ffmpeg.run(
      {
        ...plan,
        inputs: [{ ...input, options: small(input.options) }],
        outputs: [{ ...output, options: small(output.options) }],
      },
      {
        signal,
        feed: async (write) => {
          for (const n of frames) await write(frame(n));
        },
      },
    );
    return readFile(file);
  }

  /** The shade in the middle of every frame that a decoder shows of a clip. */
  async function shown(sequence: CodedSequence): Promise<number[]> {
    const [clip, raw] = [join(folder, 'clip.mp4'), join(folder, 'clip.yuv')];
    await writeFile(clip, mp4Clip(sequence, { widthPx: WIDTH, heightPx: HEIGHT, fps: 30 }));
    await ffmpeg.run(
      {
        doing: 'decode a clip',
        inputs: [{ options: ['-xerror', '-err_detect', 'explode', '-f', 'mov'], source: `file:${clip}` }],
        outputs: [{ options: ['-vsync', '0', '-f', 'rawvideo', '-pix_fmt', 'yuv420p'], file: `file:${raw}` }],
      },
      { signal },
    );
    const bytes = await readFile(raw);
    const size = (LUMA * 3) / 2;
    expect(bytes.length % size).to.equal(0);
    return Array.from(
      { length: bytes.length / size },
      (_, n) => bytes[n * size + LUMA / 2 + WIDTH / 2] ?? NaN,
    );
  }

  it('are coded in a few known bytes', () => {
    const slice = skippedSlice({ frameNumBits: 4, macroblocks: 720 }, 26, 2, 1);
    expect(hex(slice)).to.equal('019e4041064b000003002820');
    expect(hex(skippedSliceData(48))).to.equal('49c0');
  });

  it('are shown in order between their anchors, as many as are missing', async () => {
    const random = seeded(2026);
    for (let round = 0; round < 6; round++) {
      const anchors = [0];
      while (anchors.length < 9) anchors.push((anchors.at(-1) as number) + whole(random, 1, round + 1));
      anchors.push((anchors.at(-1) as number) + 1);
      const shades = await shown(insertSkipped(await encoded(anchors), anchors));
      expect(shades).to.have.length((anchors.at(-1) as number) + 1);
      anchors.forEach((anchor, i) => {
        expect(shades[anchor], `anchor ${anchor}`).to.be.closeTo(shade(anchor), 2);
        const from = anchors[i - 1] ?? anchor;
        for (let n = from + 1; n < anchor; n++) {
          expect(shades[n], `${n} of ${anchors.join()}`).to.be.within(shade(from) - 2, shade(anchor) + 2);
        }
      });
    }
  });

  it('stand nowhere before the last picture: openh264 would give it up', async () => {
    const stream = await encoded([0, 3, 6]);
    expect(() => insertSkipped(stream, [0, 3, 6])).to.throw('the last two anchors must be neighbours');
  });

  it('are refused in what another encoder makes, or another setting, or a file that is cut', async () => {
    const frames = [0, 3, 6, 7];
    const others: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      'B pictures': { 'bframes=0': 'bframes=2:b-adapt=0' },
      'several slices': { 'scenecut=0': 'scenecut=0:slices=2' },
      'no CABAC': { 'scenecut=0': 'scenecut=0:cabac=0' },
      'several references': { 'ref=1': 'ref=3' },
      'weighted prediction': { 'weightp=0': 'weightp=2' },
      'a key picture within': { '300': '2' },
      'another profile': { high: 'main' },
      interlacing: { 'scenecut=0': 'scenecut=0:interlaced=1' },
    };
    for (const [name, settings] of Object.entries(others)) {
      const stream = await encoded(frames, settings);
      expect(() => insertSkipped(stream, frames), name).to.throw(StreamRefused);
    }
    const stream = await encoded(frames);
    expect(() => insertSkipped(stream, [0, 3, 6, 9, 10])).to.throw(StreamRefused, '4 slices for 5 pictures');
    const kind12 = Buffer.concat([stream, Buffer.from('000000010cff80', 'hex')]);
    expect(() => insertSkipped(kind12, frames)).to.throw(StreamRefused, 'another kind');
    expect(() => insertSkipped(stream.subarray(0, 40), frames)).to.throw(StreamRefused);
  });

  it('are inserted or refused, never anything else, whatever bits are wrong', async () => {
    const frames = [0, 3, 6, 7];
    const stream = await encoded(frames);
    const random = seeded(19);
    for (let round = 0; round < 1500; round++) {
      const damaged = Buffer.from(stream);
      for (let bits = whole(random, 1, 3); bits > 0; bits--) {
        const at = whole(random, 0, stream.length - 1);
        damaged[at] = (damaged[at] as number) ^ (1 << whole(random, 0, 7));
      }
      try {
        expect(insertSkipped(damaged, frames).pictures).to.have.length(8);
      } catch (error) {
        if (!(error instanceof StreamRefused)) throw error;
      }
    }
  });
});
