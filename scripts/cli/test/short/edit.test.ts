import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { put, shortJson, workplace } from '../command.ts';
import type { ShortJson, Workplace } from '../command.ts';
import { readVtt } from '../on-screen.ts';

/** Everything that a text could trip ASS, ffmpeg, SSML or a shell with, and an emoji of several code points. */
const ODD = `{\\an8}It's 50% %{pts}: [0:v];null $(id) <b>&amp;</b> "\\N" 👩‍🚀 ok.`;

const NARRATIONS = ['Snow fell.', 'Boats lay still there.', ODD];

function scriptOf(narrations: readonly string[]): object {
  return {
    title: 'Snow',
    language: 'en',
    scenes: narrations.map((narration, i) => ({
      narration,
      visual: ['snow on a harbour', 'boats at night', 'stars'][i],
    })),
  };
}

async function make(
  place: Workplace,
  narrations: readonly string[],
  options?: { started: boolean },
): Promise<ShortJson> {
  await put(place, 'script.json', scriptOf(narrations));
  return shortJson(place, ['--script', 'script.json', '--aspect', '1:1', '--out', 'snow.mp4'], options);
}

async function wordsOf(report: ShortJson): Promise<string[]> {
  const vtt = await readFile(report.captions.vtt, 'utf8');
  return readVtt(vtt).flatMap((cue) => cue.words.map(({ text }) => text));
}

describe('npm run short: made again', () => {
  let place: Workplace;
  let first: ShortJson;
  let firstBytes: Buffer;

  before(async () => {
    place = workplace();
    // By another process than what follows, so that nothing but its data folder can be found again.
    first = await make(place, NARRATIONS, { started: true });
    firstBytes = await readFile(first.path);
  });

  it('captions a text full of markup and metacharacters as it stands', async () => {
    expect(first.degraded).to.deep.equal([]);
    expect((await wordsOf(first)).join(' ')).to.equal(NARRATIONS.join(' '));
  });

  it('makes nothing twice: an unchanged script is assembled from stored parts, to the same bytes', async () => {
    const again = await make(place, NARRATIONS);
    expect(again).to.include({ cacheMisses: 0, cacheHits: first.cacheMisses + first.cacheHits });
    expect(Buffer.compare(await readFile(again.path), firstBytes)).to.equal(0);
  });

  it('makes what one changed word touches and nothing else: one scene is spoken, its clip drawn, the film joined', async () => {
    const edited = await make(place, [NARRATIONS[0] ?? '', 'Boats lay calm there.', ODD]);
    expect(await wordsOf(edited))
      .to.include('calm')
      .and.not.include('still');
    // Narration, clip, sound, film, and the three caption files; no picture, no other speech, no other clip, no poster.
    expect(edited.cacheMisses).to.equal(7);
    expect(edited.cacheHits).to.equal(first.cacheMisses + first.cacheHits - 7);
    expect(Buffer.compare(await readFile(edited.path), firstBytes)).to.not.equal(0);
  });

  it('draws again only the picture whose words changed, and the clips that show it', async () => {
    await put(place, 'script.json', {
      ...scriptOf(NARRATIONS),
      scenes: NARRATIONS.map((narration, i) => ({
        narration,
        visual: ['a red fish', 'boats at night', 'stars'][i],
      })),
    });
    const edited = await shortJson(place, [
      '--script',
      'script.json',
      '--aspect',
      '1:1',
      '--out',
      'snow.mp4',
    ]);
    // The picture, its clip, the next scene's clip that fades out of it, the film, the poster: no speech, no sound.
    expect(edited.cacheMisses).to.equal(5);
    expect(edited.cacheHits).to.equal(first.cacheMisses + first.cacheHits - 5);
  });
});
