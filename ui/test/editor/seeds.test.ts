import type { JobJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { changed } from '../../app/features/editor/model/change.ts';
import { seedOfVideo } from '../../app/features/editor/server/seed.server.ts';
import { draftFrom, scriptOf } from '../../app/shared/drafts/draft.ts';
import { fromStored, toStored } from '../../app/shared/drafts/stored-draft.ts';
import { octopusJob } from '../double/jobs.ts';
import { OCTOPUS } from '../double/octopus.ts';

const CREDIT: Omit<NonNullable<JobJson['credits']>[number], 'scene'> = {
  ...{ source: 'openverse', id: 'photo-7', title: 'A den', author: 'H. Krisp' },
  ...{ pageUrl: 'https://a.example/7', attribution: '“A den” by H. Krisp' },
  licence: { id: 'CC BY', version: '2.0', url: 'https://creativecommons.org/licenses/by/2.0/' },
};
const NAMED = { source: 'openverse', id: 'photo-7', licence: 'CC BY' } as const;
const FOCUS = { focus: { x: 0.2, y: 0.5 } };

/** A finished video whose first scenes show a clip of one's own, a picture and a photo of others. */
function seed() {
  const scenes = OCTOPUS.scenes.map((scene, index) => ({
    ...scene,
    ...(index === 0 && { upload: 'uploads/clip' }),
    ...(index === 1 && { upload: 'uploads/picture', clip: FOCUS }),
    ...(index === 2 && { footage: NAMED, clip: FOCUS }),
  }));
  const job = { ...octopusJob('done', 0), script: { ...OCTOPUS, scenes } };
  const credits: JobJson['credits'] = [{ scene: 2, ...CREDIT }];
  return seedOfVideo({ ...job, credits }, new Set(['uploads/clip']));
}

describe('a video’s script in the editor', () => {
  it('knows a clip that was named without how it is shown, and a picture that is', () => {
    const [clip, picture] = seed().scenes;
    expect(clip?.picture).to.deep.include({ url: '/api/uploads/clip', moves: true });
    expect(picture?.picture).to.include({ upload: 'uploads/picture' }).and.not.to.have.property('moves');
  });

  it('has whose photo a scene shows, and is the same script when it is made again', () => {
    const draft = draftFrom(seed(), 0);
    const photo = draft.scenes[2];
    expect(photo?.picture).to.equal(undefined);
    expect(photo?.footage?.preview).to.match(/\/scenes\/2\/illustration/);
    expect(photo?.footage?.about).to.deep.include({ title: 'A den', author: 'H. Krisp' });
    const stored = fromStored(JSON.parse(JSON.stringify(toStored(draft))));
    const scenes = stored && scriptOf(stored).scenes;
    expect(scenes?.[2]).to.deep.include({ footage: NAMED, clip: FOCUS });
    expect(scenes?.[1]).to.deep.include({ upload: 'uploads/picture', clip: FOCUS });
  });

  it('keeps what its photos are searched by, while a scene shows what they are of', () => {
    const scenes = OCTOPUS.scenes.map((scene) => ({ ...scene, searchWords: ['octopus', 'sea floor'] }));
    const draft = draftFrom(seedOfVideo({ ...octopusJob('done', 0), script: { ...OCTOPUS, scenes } }), 0);
    const stored = fromStored(JSON.parse(JSON.stringify(toStored(draft)))) ?? draft;
    expect(scriptOf(stored).scenes[0]?.searchWords).to.deep.equal(['octopus', 'sea floor']);
    const other = changed(stored, { kind: 'write', at: 0, visual: 'a shark' }, () => 'new');
    expect(scriptOf(other).scenes[0]).not.to.have.property('searchWords');
    expect(scriptOf(other).scenes[1]).to.have.property('searchWords');
  });

  it('shows one thing in a scene: what was chosen last', () => {
    const draft = draftFrom(seed(), 0);
    const key = (): string => 'new';
    const own = { kind: 'own', url: '/api/uploads/x', upload: 'uploads/x' } as const;
    const taken = changed(draft, { kind: 'picture', at: 2, picture: own }, key);
    expect(scriptOf(taken).scenes[2]).to.include({ upload: 'uploads/x' }).and.not.to.have.property('footage');
    const found = changed(taken, { kind: 'footage', at: 2, footage: NAMED }, key);
    expect(scriptOf(found).scenes[2]).to.deep.include({ footage: NAMED }).and.not.to.have.property('upload');
    const drawn = changed(found, { kind: 'footage', at: 2, footage: undefined }, key);
    expect(scriptOf(drawn).scenes[2]).to.have.all.keys('narration', 'visual');
  });
});
