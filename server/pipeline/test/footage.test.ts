import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputInvalid, ScriptInvalid } from '@shortfactory/core';
import type { Footage, FootageQuery, FootageWanted, FoundFootage, Scene, Script } from '@shortfactory/core';
import { newContext, newStore } from '@shortfactory/testing/pipeline/stage-context';
import { expect } from 'chai';
import { takeFootage } from '../footage.ts';
import { RunNotes } from '../outcome/run-notes.ts';
import type { ScratchFolder } from '../scratch.ts';

const item = (id: string): FoundFootage => ({
  ...{
    source: 'pexels',
    id,
    kind: id.startsWith('clip') ? 'clip' : 'photo',
    title: id,
    widthPx: 1080,
    heightPx: 1920,
  },
  ...{ previewUrl: `https://a.example/${id}/p`, pageUrl: `https://a.example/${id}`, author: 'Ana Lima' },
  licence: { id: 'Pexels', url: 'https://www.pexels.com/license/' },
  attribution: `Photo by Ana Lima on Pexels (https://a.example/${id})`,
  files: [],
});

/** Finds what it has of a kind, whatever the words are, and fetches it as bytes that are its id. */
class FootageOf implements Footage {
  readonly sources = ['pexels'] as const;
  readonly searched: FootageQuery[] = [];
  readonly fetched: FootageWanted[] = [];
  readonly #ids: readonly string[];
  /** Gone when they are fetched. */
  readonly gone = new Set<string>();
  failures: readonly string[] = [];

  constructor(...ids: readonly string[]) {
    this.#ids = ids;
  }

  async search(query: FootageQuery) {
    this.searched.push(query);
    const items = this.#ids.filter((id) => id.startsWith(query.kind)).map(item);
    return { items, more: false, failures: this.failures };
  }

  async fetch(wanted: FootageWanted, path: string) {
    this.fetched.push(wanted);
    if (this.gone.has(wanted.id))
      throw new InputInvalid('', `${wanted.id} of Pexels is gone; choose another`);
    await writeFile(path, wanted.id, { flag: 'wx' });
    return { item: item(wanted.id), mediaType: 'image/jpeg', bytes: wanted.id.length };
  }
}

const scene = (visual: string, more: Partial<Scene> = {}): Scene => ({
  narration: 'So it is.',
  visual,
  ...more,
});
const scriptOf = (...scenes: Scene[]): Script => ({ title: 'Sea', language: 'en', scenes });

describe('footage in scenes', () => {
  let scratch: ScratchFolder;
  before(() => (scratch = mkdtempSync(join(tmpdir(), 'footage-')) as ScratchFolder));
  after(() => rmSync(scratch, { recursive: true }));

  async function taken(
    footage: Footage | undefined,
    script: Script,
    visuals?: 'photos' | 'clips' | 'mixed',
    kept = newStore(),
    sceneSeconds: readonly number[] = [],
  ) {
    const notes = new RunNotes();
    const context = { ...newContext(kept, {}), notes, scratch, ...(footage ? { footage } : {}) };
    const { shown, credits } = await takeFootage(context, script, visuals, sceneSeconds);
    const shows = await Promise.all(
      shown.map(async ({ upload }) => (upload === undefined ? 'drawn' : String(await kept.read(upload)))),
    );
    const graded = shown.map((visual) => visual.graded === true);
    return { shows, graded, credits, degraded: notes.degraded };
  }

  it('is what they name, with its credit, and is fetched once', async () => {
    const footage = new FootageOf();
    const kept = newStore();
    const script = scriptOf(
      scene('a'),
      scene('b', { footage: { source: 'pexels', id: 'photo-1', licence: 'Pexels' } }),
    );
    for (const _run of [1, 2]) {
      const { shows, credits, degraded } = await taken(footage, script, undefined, kept);
      expect(shows).to.deep.equal(['drawn', 'photo-1']);
      const {
        files: _files,
        kind: _kind,
        widthPx: _w,
        heightPx: _h,
        previewUrl: _p,
        ...credit
      } = item('photo-1');
      expect(credits).to.deep.equal([{ scene: 1, ...credit }]);
      expect(degraded).to.deep.equal([]);
    }
    expect(footage.fetched).to.have.length(1);
    expect(footage.searched).to.have.length(0);
  });

  it('is named and found for cuts as for scenes', async () => {
    const footage = new FootageOf('photo-1', 'photo-2');
    const cuts = [
      { at: 'b', visual: 'b', footage: { source: 'pexels', id: 'photo-2' } as const },
      { at: 'c', visual: 'A lighthouse' },
      { at: 'd', visual: 'own', upload: 'uploads/x' },
    ];
    const { credits, degraded } = await taken(
      footage,
      scriptOf(scene('A storm'), scene('a', { cuts })),
      'photos',
    );
    expect(credits.map(({ scene: at, cut, id }) => [at, cut, id])).to.deep.equal([
      [0, undefined, 'photo-1'],
      [1, 0, 'photo-2'],
    ]);
    expect(degraded.map((sentence) => sentence.split(':')[0])).to.deep.equal([
      'Scene 2 shows a drawing in place of a photo',
      'Scene 2 shows a drawing in place of a third photo',
    ]);
  });

  it('is found by what they show, and never twice', async () => {
    const footage = new FootageOf('photo-1', 'photo-2', 'photo-3');
    const script = scriptOf(
      scene('A lighthouse on the rocks above a stormy sea'),
      scene('own', { upload: 'uploads/x' }),
      scene('b', { footage: { source: 'pexels', id: 'photo-2' } }),
      scene('A lighthouse'),
    );
    const { credits, graded } = await taken(footage, script, 'photos');
    expect(graded, 'what a person brings is not').to.deep.equal([true, false, true, true]);
    expect(credits.map(({ scene: at, id }) => [at, id])).to.deep.equal([
      [0, 'photo-1'],
      [2, 'photo-2'],
      [3, 'photo-3'],
    ]);
    expect(footage.searched.map(({ words }) => words)).to.deep.equal([
      'lighthouse rocks stormy sea',
      'lighthouse',
    ]);
    expect(footage.searched[0]).to.include({ kind: 'photo', orientation: 'portrait', language: 'en' });
  });

  it('is searched by the writer’s words first, then by the visual in its own language', async () => {
    const footage = new FootageOf();
    const visual = 'a lighthouse on the rocks';
    const german = (more: Partial<Scene>): Script => ({ ...scriptOf(scene(visual, more)), language: 'de' });
    await taken(footage, german({ searchWords: ['Leuchtturm Sturm', 'Küste'] }), 'photos');
    const searched = (): unknown => footage.searched.map(({ words, language }) => `${language} ${words}`);
    const byVisual = ['en lighthouse rocks'];
    expect(searched()).to.deep.equal(['de Leuchtturm Sturm', 'de Küste', ...byVisual]);
    footage.searched.length = 0;
    await taken(footage, german({}), 'photos');
    expect(searched()).to.deep.equal(byVisual);
  });

  it('is asked for at the scene’s length, and stays when the scene is told in other words', async () => {
    const footage = new FootageOf('clip-1');
    const kept = newStore();
    const first = await taken(footage, scriptOf(scene('sea')), 'clips', kept, [4.5]);
    expect(footage.searched[0]?.leastSeconds).to.equal(4.5);
    const again = await taken(new FootageOf('clip-2'), scriptOf(scene('sea')), 'clips', kept, [9]);
    expect(again).to.deep.equal(first);
  });

  it('stays the same when a video is made again', async () => {
    const kept = newStore();
    const script = scriptOf(scene('sea'), scene('sky'));
    const first = await taken(new FootageOf('clip-1', 'clip-2'), script, 'clips', kept);
    const second = await taken(new FootageOf('clip-8', 'clip-9'), script, 'clips', kept);
    expect(second).to.deep.equal(first);
    expect(first.shows).to.deep.equal(['clip-1', 'clip-2']);
  });

  it('is a photo where there is no clip and both are asked for', async () => {
    const { shows, degraded } = await taken(
      new FootageOf('photo-1', 'clip-1'),
      scriptOf(scene('sea'), scene('sky')),
      'mixed',
    );
    expect(shows).to.deep.equal(['clip-1', 'photo-1']);
    expect(degraded).to.deep.equal([]);
  });

  it('is another where one is gone, and a drawing where none is left, which is said', async () => {
    const footage = new FootageOf('photo-1', 'photo-2');
    footage.gone.add('photo-1');
    const { shows, degraded } = await taken(footage, scriptOf(scene('sea'), scene('sky')), 'photos');
    expect(shows).to.deep.equal(['photo-2', 'drawn']);
    expect(degraded).to.deep.equal([
      'Scene 2 shows a drawing in place of a photo: nothing was found for “sky”.',
    ]);
  });

  it('is a drawing where no source answers or is configured', async () => {
    const down = new FootageOf();
    down.failures = ['Pexels cannot be reached (ENOTFOUND).'];
    expect((await taken(down, scriptOf(scene('sea')), 'clips')).degraded).to.deep.equal([
      'Scene 1 shows a drawing in place of a clip: Pexels cannot be reached (ENOTFOUND).',
    ]);
    expect((await taken(undefined, scriptOf(scene('sea')), 'mixed')).degraded).to.deep.equal([
      'Scene 1 shows a drawing in place of a clip or photo: no source of footage is configured (FOOTAGE names them).',
    ]);
  });

  it('is refused at its place when it cannot be had', async () => {
    const footage = new FootageOf();
    footage.gone.add('photo-1');
    for (const [given, why] of [
      [footage, '/scenes/0/footage: photo-1 of Pexels is gone; choose another'],
      [
        undefined,
        '/scenes/0/footage: cannot be fetched: no source of footage is configured (FOOTAGE names them)',
      ],
    ] as const) {
      const error = await taken(
        given,
        scriptOf(scene('sea', { footage: { source: 'pexels', id: 'photo-1' } })),
      ).catch((each: unknown) => each);
      expect(error).to.be.instanceOf(ScriptInvalid);
      expect((error as Error).message).to.equal(why);
    }
  });
});
