import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { join } from 'node:path';
import { expect } from 'chai';
import { cueTextOf, marksAt, middles, readVtt } from '../on-screen.ts';
import type { Cue, Mark } from '../on-screen.ts';
import { ffmpeg } from '../probe.ts';
import { renderedShort } from '../rendered.ts';
import type { Rendered } from '../rendered.ts';

const execute = promisify(execFile);

describe('npm run short: captions on screen', () => {
  let made: Rendered;
  let cues: Cue[];

  before(async () => {
    made = await renderedShort();
    cues = readVtt(made.vtt);
  });

  for (const aspect of ['9:16', '1:1', '16:9']) {
    describe(aspect, () => {
      let marks: Mark[][];
      let silent: (Mark | undefined)[];

      before(async () => {
        const output = made.report.outputs.find((each) => each.aspect === aspect);
        if (!output) throw new Error(`there is no ${aspect} video`);
        const times = cues.flatMap(middles);
        const all = await marksAt(output, [...times, ...silences(cues, output.seconds)]);
        const found = all.slice(0, times.length);
        silent = all.slice(times.length);
        expect(found, 'a mark in the middle of every word').to.not.include(undefined);
        const queue = found as Mark[];
        marks = cues.map((cue) => queue.splice(0, cue.words.length));
      });

      it('marks every word while it is spoken, further right with each word of a line, and lines downwards', () => {
        for (const cue of marks) {
          for (const [i, mark] of cue.entries()) {
            const before = cue[i - 1];
            if (!before) continue;
            const sameLine = Math.abs(mark.top - before.top) < 8;
            if (sameLine) expect(mark.left).to.be.greaterThan(before.right - 16);
            else expect(mark.top).to.be.greaterThan(before.top);
          }
        }
        const lines = marks.flatMap((cue) => cue.filter((mark, i) => cue[i - 1]?.top !== mark.top));
        expect(marks.flat().length, 'some words share a line').to.be.greaterThan(lines.length);
      });

      it('makes the mark as wide as its word: wider for a long one, never wider than the line', () => {
        const widths = cues.flatMap((cue, c) =>
          cue.words.map(({ text }, w) => {
            const mark = marks[c]?.[w] as Mark;
            return { text, width: mark.right - mark.left };
          }),
        );
        const widthOf = (word: string): number => widths.find(({ text }) => text === word)?.width ?? NaN;
        expect(widthOf('carries')).to.be.greaterThan(1.8 * widthOf('at'));
        expect(widthOf('jumps')).to.be.greaterThan(1.3 * widthOf('fox'));
      });

      it('keeps clear of the sides and of what the apps cover at the bottom', () => {
        const { widthPx, heightPx } = made.report.outputs.find((each) => each.aspect === aspect) ?? {
          widthPx: NaN,
          heightPx: NaN,
        };
        for (const mark of marks.flat()) {
          expect(mark.left).to.be.greaterThan(widthPx * 0.03);
          expect(mark.right).to.be.lessThan(widthPx * 0.97);
          expect(mark.bottom).to.be.lessThan(heightPx * (aspect === '9:16' ? 0.86 : 0.94));
        }
      });

      it('shows no mark before the first word, between scenes and after the last word', () => {
        expect(silent).to.deep.equal([undefined, undefined, undefined, undefined, undefined]);
      });
    });
  }

  it('shows the words that are spoken, as read by OCR (skipped where tesseract is not installed)', async function () {
    if (!(await hasTesseract())) {
      console.log(
        '      tesseract is not on the PATH: captions were not read back, only their marks were checked',
      );
      return this.skip();
    }
    // A cue that ends a scene stays for a moment without a mark: white letters only.
    const ends = cues.filter((cue, i) => (cues[i + 1]?.startMs ?? Infinity) - cue.endMs > 100);
    expect(ends).to.have.length(2);
    for (const cue of ends) {
      const read = await readCaption(made, (cue.endMs - 80) / 1000);
      expect(letters(read)).to.equal(letters(cueTextOf(cue)));
    }
  });
});

/** Seconds without speech: before the first word, between scenes and after the last word. */
function silences(cues: readonly Cue[], seconds: number): number[] {
  const [first, last] = [cues[0] as Cue, cues.at(-1) as Cue];
  const pause = cues.findIndex((cue, i) => (cues[i + 1]?.startMs ?? 0) - cue.endMs > 150);
  expect(pause, 'there is a pause between scenes').to.be.at.least(0);
  const pauseMs = ((cues[pause]?.endMs ?? 0) + (cues[pause + 1]?.startMs ?? 0)) / 2;
  return [0, first.startMs / 1000 - 0.06, pauseMs / 1000, (last.endMs - 60) / 1000, seconds - 0.04];
}

async function hasTesseract(): Promise<boolean> {
  return execute('tesseract', ['--version']).then(
    () => true,
    () => false,
  );
}

/** The frame's caption area as text: white letters become black on white first. */
async function readCaption({ place, report }: Rendered, seconds: number): Promise<string> {
  const file = join(place.folder, 'caption.png');
  const frame = Math.floor(seconds * 30);
  // The first frame that is not before half a frame earlier: sought, so that what comes before is not decoded.
  const from = Math.max(0, (frame - 0.5) / 30);
  await ffmpeg(
    ...['-v', 'error', '-y', '-ss', from.toFixed(4), '-i', report.path, '-frames:v', '1'],
    ...['-vf', 'crop=iw:ih*0.4:0:ih*0.5,format=gray,lutyuv=y=if(gt(val\\,200)\\,0\\,255)', file],
  );
  const { stdout } = await execute('tesseract', [file, 'stdout', '--psm', '6'], {
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  return stdout;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
