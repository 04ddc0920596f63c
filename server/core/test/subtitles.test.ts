import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ffmpeg } from '@shortfactory/renderer';
import { expect } from 'chai';
import type { CaptionCue, CaptionTrack } from '../domain/captions/captions.ts';
import { CAPTION_STYLES } from '../domain/captions/caption-style.ts';
import type { CaptionStyle } from '../domain/captions/caption-style.ts';
import { toAss, toSrt, toVtt } from '../domain/captions/subtitles.ts';

/** Words of 400 ms each, from `startMs`. */
function cue(startMs: number, ...texts: string[]): CaptionCue {
  const words = texts.map((text, i) => ({
    text,
    startMs: startMs + i * 400,
    endMs: startMs + (i + 1) * 400,
    spaced: i > 0,
  }));
  return { startMs, endMs: startMs + texts.length * 400 + 100, words };
}

const track: CaptionTrack = [cue(150, 'Three', 'hearts.'), cue(3_661_000, 'Blue', 'blood!')];

describe('SubRip', () => {
  it('has a numbered entry a caption, beyond the first hour too', () => {
    expect(toSrt(track)).to.equal(
      '1\n00:00:00,150 --> 00:00:01,050\nThree hearts.\n\n' +
        '2\n01:01:01,000 --> 01:01:01,900\nBlue blood!\n',
    );
  });

  it('rounds to the next second, minute and hour whole', () => {
    const late: CaptionTrack = [{ ...cue(0, 'x'), startMs: 999.5, endMs: 3_599_999.6 }];
    expect(toSrt(late)).to.contain('00:00:01,000 --> 01:00:00,000');
  });

  it('writes Chinese without spaces between its words', () => {
    const [first] = [cue(0, '章鱼', '有')];
    const words = (first?.words ?? []).map((word) => ({ ...word, spaced: false }));
    expect(toSrt([{ ...(first as CaptionCue), words }])).to.contain('\n章鱼有\n');
  });

  it('keeps an entry in one piece when a word holds a blank line', () => {
    expect(toSrt([cue(0, 'Hearts\n\n—', 'three\r\n“')])).to.match(/^1\n.* --> .*\nHearts — three “\n$/);
  });

  it('has no sign that only says where a line may end, in any format', () => {
    const track = [cue(0, 'Donau\u00addampf', 'schiff\u200bfahrt\u2060\ufeff')];
    for (const file of [toSrt(track), toVtt(track)]) expect(file).to.not.match(/[\u00ad\u200b\u2060\ufeff]/);
    expect(toSrt(track)).to.contain('Donaudampf schifffahrt');
  });

  it('of an empty track is empty', () => {
    expect(toSrt([])).to.equal('');
  });
});

describe('WebVTT', () => {
  it('has the time of every word after a caption’s first', () => {
    expect(toVtt(track)).to.equal(
      'WEBVTT\n\n' +
        '00:00:00.150 --> 00:00:01.050\nThree <00:00:00.550>hearts.\n\n' +
        '01:01:01.000 --> 01:01:01.900\nBlue <01:01:01.400>blood!\n',
    );
  });

  it('shows <, > and & as themselves', () => {
    const text = toVtt([cue(0, '<b>AT&T</b>', '-->', '&lt;')]);
    expect(text).to.contain('&lt;b&gt;AT&amp;T&lt;/b&gt; ');
    expect(text).to.contain('>--&gt; ');
    expect(text).to.contain('>&amp;lt;\n');
    expect(text.match(/-->/g)).to.have.length(1);
  });

  it('keeps a caption in one piece when a word holds a blank line', () => {
    expect(toVtt([cue(0, 'Hearts\n\n—')])).to.match(/^WEBVTT\n\n.* --> .*\nHearts —\n$/);
  });
});

describe('Advanced SubStation Alpha', () => {
  const events = (cues: CaptionTrack, style?: CaptionStyle, language?: string): string[] =>
    toAss(cues, style, language)
      .split('\n')
      .filter((line) => line.startsWith('Dialogue:'));

  const styleLine = (style: CaptionStyle): Record<string, string> => {
    const lines = toAss(track, style).split('\n');
    const cells = (start: string): string[] =>
      (lines.findLast((line) => line.startsWith(start)) ?? '').slice(start.length).split(/, ?/);
    const names = (lines.find((line) => line.startsWith('Format: Name')) ?? '').slice(8).split(', ');
    return Object.fromEntries(cells('Style: ').map((value, i) => [names[i] ?? '', value]));
  };

  it('is Block where no style is named, and where a video has no captions', () => {
    expect(toAss(track, CAPTION_STYLES.block)).to.equal(toAss(track));
    expect(toAss(track, CAPTION_STYLES.none)).to.equal(toAss(track));
  });

  it('has a style’s letters, place and size', () => {
    const { outline, calm, pop } = CAPTION_STYLES;
    expect(styleLine(outline)).to.include({ Fontsize: '110', Outline: '12', Alignment: '2', MarginV: '288' });
    expect(styleLine({ ...outline, position: 'top', fill: '#102030', typeface: 'sans' })).to.include({
      ...{ Alignment: '8', MarginV: '250', PrimaryColour: '&H00302010', Fontname: 'Noto Sans' },
    });
    expect(styleLine({ ...outline, position: 'middle' })).to.include({ Alignment: '5' });
    expect(styleLine(calm)).to.include({ BorderStyle: '3', OutlineColour: '&H330D0F0B', Bold: '0' });
    expect(styleLine(pop)).to.include({ Shadow: '15', BackColour: '&H001C2112' });
  });

  it('marks the spoken word as a style does', () => {
    const [cue] = track;
    const first = (style: CaptionStyle, language?: string): string =>
      events([cue as CaptionCue], style, language)[0]?.split('Caption,')[1] ?? '';
    expect(first(CAPTION_STYLES.outline)).to.equal('{\\1c&H1EC8FF&}THREE{\\1c} HEARTS.');
    expect(first(CAPTION_STYLES.underline)).to.equal('{\\fad(67,0)}{\\u1}Three{\\u0} hearts.');
    expect(first(CAPTION_STYLES.calm)).to.equal('Three hearts.');
    expect(events(track, CAPTION_STYLES.pop).slice(0, 2)).to.deep.equal([
      'Dialogue: 0,0:00:00.15,0:00:00.55,Caption,{\\frz3\\fscx80\\fscy80\\t(0,67,\\fscx100\\fscy100)}{\\1c&H1EC8FF&}THREE{\\1c}',
      'Dialogue: 0,0:00:00.55,0:00:01.05,Caption,{\\frz3\\fscx80\\fscy80\\t(0,67,\\fscx100\\fscy100)}{\\1c&H1EC8FF&}HEARTS.{\\1c}',
    ]);
  });

  it('has an event a word, without a gap, the spoken word in yellow', () => {
    expect(events(track)).to.deep.equal([
      'Dialogue: 0,0:00:00.15,0:00:00.55,Caption,{\\1c&H1EC8FF&}Three{\\1c} hearts.',
      'Dialogue: 0,0:00:00.55,0:00:01.05,Caption,Three {\\1c&H1EC8FF&}hearts.{\\1c}',
      'Dialogue: 0,1:01:01.00,1:01:01.40,Caption,{\\1c&H1EC8FF&}Blue{\\1c} blood!',
      'Dialogue: 0,1:01:01.40,1:01:01.90,Caption,Blue {\\1c&H1EC8FF&}blood!{\\1c}',
    ]);
  });

  it('rounds hundredths to the next minute whole', () => {
    const [event] = events([{ ...cue(0, 'x'), startMs: 59_996, endMs: 3_599_999 }]);
    expect(event).to.match(/^Dialogue: 0,0:01:00\.00,1:00:00\.00,/);
  });

  it('keeps every event on its line', () => {
    expect(
      events([cue(0, 'a\nDialogue: 0,0:00:00.00,9:00:00.00,Caption,gotcha', 'b\r\n\r\n')]),
    ).to.have.length(2);
  });
});

/** What text looks like when a player draws the file: rows and columns of a small frame that hold ink. */
interface Ink {
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
}

describe('Advanced SubStation Alpha, drawn by ffmpeg', function () {
  const [width, height] = [270, 480];
  const ffmpeg = Ffmpeg.locate(undefined, process.env.PATH ?? '');
  // A font of ours, so that the picture does not depend on the machine.
  const fonts = dirname(
    createRequire(import.meta.url).resolve(
      '@expo-google-fonts/noto-sans/800ExtraBold/NotoSans_800ExtraBold.ttf',
    ),
  );
  const hostile: readonly [string, string][] = [
    ['{\\an8}hello', 'hello'],
    ['{\\pos(0,0)}hi', 'hi'],
    ['{\\fs400}hi', 'hi'],
    ['\\{\\an8}hello', 'hello'],
    ['\\\\{\\an8}hello', 'hello'],
    ['one\\Ntwo', 'oneNtwo'],
    ['one\\ntwo', 'onentwo'],
    ['one\ntwo', 'onetwo'],
    ['x\\', 'x'],
    ['{\\p1}m', 'm'],
  ];
  const drawn = new Map<string, Ink>();
  const inkOf = (...texts: string[]): Ink => drawn.get(texts.join(' ')) as Ink;
  let folder: string;

  before(async function () {
    folder = await mkdtemp(join(tmpdir(), 'subtitles-'));
    const lines = [
      ...hostile.flatMap(([text, plain]) => [[text], [plain], [`(|${plain}`]]),
      ['{\\an8', 'next'],
      ['(|an8', 'next'],
    ];
    try {
      const inks = await draw(lines);
      lines.forEach((texts, i) => drawn.set(texts.join(' '), inks[i] as Ink));
    } catch (error) {
      // A build without libass cannot say anything about this file.
      if (/ filter.*ass/i.test(String(error))) this.skip();
      throw error;
    }
    if (!Number.isFinite(inkOf('hello').top)) {
      console.log('      this libass draws nothing without fontconfig’s files: .ass was not drawn');
      this.skip();
    }
  });
  after(() => rm(folder, { recursive: true }));

  /** Draws captions of one file, a frame each. */
  async function draw(lines: readonly string[][]): Promise<Ink[]> {
    const [file, raw] = [join(folder, 'track.ass'), join(folder, 'frames.gray')];
    const ass = toAss(lines.map((texts, i) => cue(i * 1000, ...texts)));
    await writeFile(file, ass.replace('Special Gothic', 'Noto Sans'));
    await ffmpeg.run(
      {
        doing: 'draw captions',
        inputs: [
          { options: ['-f', 'lavfi'], source: `color=black:s=${width}x${height}:r=1:d=${lines.length}` },
        ],
        filter: `[0:v]ass=${file}:fontsdir=${fonts}[out]`,
        outputs: [{ options: ['-map', '[out]', '-f', 'rawvideo', '-pix_fmt', 'gray'], file: `file:${raw}` }],
      },
      { signal: AbortSignal.timeout(20_000) },
    );
    const pixels = await readFile(raw);
    return lines.map((_, i) => ink(pixels.subarray(i * width * height, (i + 1) * width * height)));
  }

  function ink(pixels: Uint8Array): Ink {
    const [rows, columns] = [new Set<number>(), new Set<number>()];
    pixels.forEach((value, i) => {
      if (value < 100) return;
      rows.add(Math.floor(i / width));
      columns.add(i % width);
    });
    return {
      top: Math.min(...rows),
      bottom: Math.max(...rows),
      width: Math.max(...columns) - Math.min(...columns),
    };
  }

  it('draws an ordinary word above the bottom margin', () => {
    expect(inkOf('hello').top).to.be.above(height * 0.75);
    expect(inkOf('hello').bottom).to.be.below(height * 0.88);
  });

  for (const [text, plain] of hostile) {
    it(`draws ${JSON.stringify(text)} as letters on the caption’s line`, () => {
      const control = inkOf(`(|${plain}`);
      expect(inkOf(text).top, 'top').to.be.within(control.top - 6, control.bottom);
      expect(inkOf(text).bottom, 'bottom').to.be.within(control.top, control.bottom + 6);
      // Its signs are seen, not obeyed.
      expect(inkOf(text).width, 'width').to.be.above(inkOf(plain).width);
    });
  }

  it('draws the word after a hostile one as if nothing had been', () => {
    const [shown, control] = [inkOf('{\\an8', 'next'), inkOf('(|an8', 'next')];
    expect(shown.top).to.be.within(control.top - 6, control.top + 6);
    expect(shown.width).to.be.within(control.width - 12, control.width + 12);
  });
});
