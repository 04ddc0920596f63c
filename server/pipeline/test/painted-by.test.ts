import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { CAPTION_STYLES, layTimeline } from '@shortfactory/core';
import type { CaptionStyle, ObjectStore, Rgb } from '@shortfactory/core';
import type { ClipJob, Renderer } from '@shortfactory/renderer';
import { newContext, newStore } from '@shortfactory/testing/pipeline/stage-context';
import { expect } from 'chai';
import { makeScratch } from '../scratch.ts';
import { compose } from '../stages/compose.ts';
import type { Composed } from '../stages/compose.ts';
import { publishCaptions } from '../stages/publish.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const words = [{ text: 'Hearts', startMs: 0, endMs: 400, spaced: false }];
const timeline = layTimeline(
  [1, 2].map(() => ({ audioMs: 4000, cues: [{ startMs: 0, endMs: 400, words }] })),
);

/** Writes a few bytes in place of each file; `painter` is who would have painted. */
function stubRenderer(painter: string): {
  renderer: Renderer;
  clips: () => number;
  asked: () => number;
  measured: () => number;
} {
  let [clips, asked, measured] = [0, 0, 0];
  const write = async (file: string): Promise<void> => writeFile(file, painter);
  const writePoster = async (file: string): Promise<void> =>
    writeFile(file, Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.from(painter)]));
  const renderer = {
    painter: async () => {
      asked += 1;
      return painter;
    },
    scaledPictures: () => ({}),
    renderClips: async (
      jobs: readonly ClipJob[],
      _scaled: unknown,
      _signal: AbortSignal,
      _onFrame: () => void,
      onClip: (job: ClipJob) => Promise<void>,
    ) => {
      for (const job of jobs) {
        clips += 1;
        await write(job.file);
        if (job.poster) await writePoster(job.poster.file);
        await onClip(job);
      }
    },
    coloursUnder: async (): Promise<readonly Rgb[]> => {
      measured += 1;
      return [[232, 213, 160]];
    },
    renderSound: async () => ({ stream: Buffer.from(`sound by ${painter}`), loudnessLufs: -14 }),
    join: async (...[, , , , file]: Parameters<Renderer['join']>) => write(file),
    poster: async (...[, { file }]: Parameters<Renderer['poster']>) => writePoster(file),
  };
  return {
    renderer: renderer as unknown as Renderer,
    clips: () => clips,
    asked: () => asked,
    measured: () => measured,
  };
}

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function make(store: ObjectStore, painter: string, style?: CaptionStyle) {
  const scratch = await makeScratch(tmpdir());
  folders.push(scratch);
  const { renderer, clips, asked, measured } = stubRenderer(painter);
  const context = { ...newContext(store, {}), renderer, scratch };
  const picture = {
    image: 'artifacts/illustrate/p.png',
    focus: { x: 0.5, y: 0.5 },
    widthPx: 9,
    heightPx: 16,
  };
  const composed = await compose(context, {
    title: 'Hearts',
    language: 'en',
    timeline,
    pictures: [picture, picture],
    narrations: ['artifacts/narrate/n.wav', 'artifacts/narrate/n.wav'],
    speed: 1,
    aspects: ['9:16'],
    origin: { video: 'digitalCreation', poster: 'digitalCreation' },
    ...(style ? { style } : {}),
  });
  const [video] = composed.outputs as [Composed['outputs'][number]];
  return {
    ...{ video: video.object, poster: composed.poster, clips: clips(), asked: asked() },
    ...{ measured: measured(), degraded: context.notes.degraded },
  };
}

async function filled(): Promise<ObjectStore> {
  const store = newStore();
  await store.create('artifacts/illustrate/p.png', { bytes: PNG });
  await store.create('artifacts/narrate/n.wav', { bytes: PNG });
  return store;
}

describe('a video that is made again', () => {
  it('by the same painter has all its clips already', async () => {
    const store = await filled();
    const first = await make(store, 'yellow');
    const second = await make(store, 'yellow');
    expect(first.clips).to.equal(4);
    expect(second).to.include({ clips: 0, video: first.video, poster: first.poster });
  });

  it('by a painter with other colours, fonts or kernel has none of them: clips, poster and video are new', async () => {
    const store = await filled();
    const first = await make(store, 'yellow');
    const second = await make(store, 'green');
    expect(second.clips).to.equal(first.clips);
    expect(second.video).not.to.equal(first.video);
    expect(second.poster).not.to.equal(first.poster);
    expect(Buffer.from((await store.read(second.video)) ?? []).toString()).to.match(/^green/);
  });

  it('asks for the painter once, not for each clip', async () => {
    expect(await make(await filled(), 'yellow')).to.include({ clips: 4, asked: 1 });
  });
});

describe('a video in a caption style', () => {
  const { outline: _outline, ...bare } = CAPTION_STYLES.block;
  const pale: CaptionStyle = { ...bare, spoken: { as: 'plain' } };

  it('has clips of its own where there are words, and shares those without', async () => {
    const store = await filled();
    const block = await make(store, 'yellow');
    const styled = await make(store, 'yellow', CAPTION_STYLES.outline);
    expect(styled).to.include({ clips: 2, measured: 0 });
    expect(styled.video).not.to.equal(block.video);
    expect(await make(store, 'yellow', CAPTION_STYLES.outline)).to.include({ clips: 0, video: styled.video });
    const other = { ...CAPTION_STYLES.outline, fill: '#FFFFF0' };
    expect(await make(store, 'yellow', other)).to.include({ clips: 2 });
  });

  it('says over which scenes its letters are hard to read, measured once a picture', async () => {
    const store = await filled();
    const { degraded, measured } = await make(store, 'yellow', pale);
    expect(measured).to.equal(1);
    expect(degraded).to.deep.equal([
      'The captions are hard to read over scenes 1, 2: their letters reach 1.5:1 there, and 3:1 reads well. An outline, a plate under the words or the style block helps.',
    ]);
    expect(await make(store, 'yellow', pale)).to.deep.include({ measured: 0, degraded });
  });

  it('says nothing where they can be read', async () => {
    const { degraded, measured } = await make(await filled(), 'yellow', { ...pale, fill: '#102030' });
    expect({ degraded, measured }).to.deep.equal({ degraded: [], measured: 1 });
  });
});

describe('caption files', () => {
  it('are named after their text, so that a track written in another style is another file', async () => {
    const store = newStore();
    const names = await publishCaptions(newContext(store, {}), timeline.captions, 'en');
    const again = await publishCaptions(newContext(store, {}), timeline.captions, 'en');
    expect(again).to.deep.equal(names);
    const louder = timeline.captions.map((cue) => ({
      ...cue,
      words: cue.words.map((word) => ({ ...word, text: `${word.text}!` })),
    }));
    const other = await publishCaptions(newContext(store, {}), louder, 'en');
    for (const format of ['srt', 'vtt', 'ass'] as const) expect(other[format]).not.to.equal(names[format]);
  });
});
