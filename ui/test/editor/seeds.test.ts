import type { JobJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { changed } from '../../app/features/editor/model/change.ts';
import { cutPlaces, cutWords, withCutAt } from '../../app/features/editor/model/cuts.ts';
import type { CutWord } from '../../app/features/editor/model/cuts.ts';
import { seedOfForm } from '../../app/features/editor/server/plain-form.server.ts';
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

describe('a scene with cuts in the editor', () => {
  const cuts: NonNullable<(typeof OCTOPUS.scenes)[number]['cuts']> = [
    { at: 'hearts', visual: 'hearts', upload: 'uploads/clip', clip: { speed: 2 } },
    { at: 'blood', visual: 'blood', footage: NAMED, clip: FOCUS },
    { at: 'blue', visual: 'a blue drop', searchWords: ['blue drop'] },
  ];
  const narration = 'It has three hearts, and its blood is blue.';

  function draft() {
    const scenes = [{ narration, visual: 'x', cuts: [...cuts] }];
    const job = { ...octopusJob('done', 0), script: { ...OCTOPUS, scenes } };
    const credits: JobJson['credits'] = [{ scene: 0, cut: 1, ...CREDIT }];
    return draftFrom(seedOfVideo({ ...job, credits }, new Set(['uploads/clip'])), 0);
  }
  const key = (): string => 'new';
  const cutsOf = (script: ReturnType<typeof draft>) => scriptOf(script).scenes.map((scene) => scene.cuts);

  it('is the same script when it is stored, sent without scripts and made again', () => {
    const first = draft();
    const stored = fromStored(JSON.parse(JSON.stringify(toStored(first))));
    expect(stored && cutsOf(stored)).to.deep.equal([cuts]);
    expect(first.scenes[0]?.cuts?.[0]?.picture).to.include({ url: '/api/uploads/clip', moves: true });
    expect(first.scenes[0]?.cuts?.[1]?.footage?.about).to.include({ title: 'A den' });
    const form = new FormData();
    form.set('narration', narration);
    form.set('cuts', JSON.stringify(first.scenes[0]?.cuts));
    expect(scriptOf(seedOfForm(form)).scenes[0]?.cuts).to.deep.equal(cuts);
  });

  it('takes changes at the cut that they are about', () => {
    const own = { kind: 'own', url: '/api/uploads/x', upload: 'uploads/x' } as const;
    const [, second] = draft().scenes[0]?.cuts ?? [];
    const at = { at: 0, cut: second?.key };
    const taken = changed(draft(), { kind: 'picture', ...at, picture: own }, key);
    const written = changed(taken, { kind: 'write', ...at, visual: 'red' }, key);
    expect(cutsOf(written)[0]?.[1]).to.deep.equal({ at: 'blood', visual: 'red', upload: 'uploads/x' });
    expect(cutsOf(written)[0]?.[0]).to.deep.equal(cuts[0]);
  });

  it('has one more at a word, in the order of words, named so that no other is meant', () => {
    const scene = { narration: 'The one and the two and the three.', cuts: [] };
    const words = cutWords(scene.narration, 'en');
    expect(words.map(({ phrase }) => phrase)).to.deep.equal([
      ...['one', 'and', 'the', 'two', 'and the three', 'the three', 'three'],
    ]);
    const one = withCutAt(scene, words[5] as CutWord, 'en', 'a');
    const two = withCutAt({ ...scene, cuts: one }, words[2] as CutWord, 'en', 'b');
    expect(two.map(({ at }) => at)).to.deep.equal(['the', 'the three']);
    const moved = withCutAt({ ...scene, cuts: two }, words[6] as CutWord, 'en', 'b');
    expect(moved).to.deep.equal([
      { key: 'a', at: 'the three', visual: 'the three' },
      { key: 'b', at: 'three', visual: 'the' },
    ]);
  });

  it('is split with its cuts: what is seen there begins the second scene', () => {
    const offset = narration.indexOf('and its');
    const [first, second] = scriptOf(changed(draft(), { kind: 'split', at: 0, offset }, key)).scenes;
    expect(first).to.deep.equal({ narration: 'It has three hearts,', visual: 'x', cuts: [cuts[0]] });
    expect(second).to.deep.equal({
      ...{
        narration: 'and its blood is blue.',
        visual: 'hearts',
        upload: 'uploads/clip',
        clip: { speed: 2 },
      },
      cuts: cuts.slice(1),
    });
  });

  it('tells which words are not said any more', () => {
    const said = changed(
      draft(),
      { kind: 'write', at: 0, narration: 'It has three hearts, and is blue.' },
      key,
    );
    expect(said.scenes.map((scene) => cutPlaces(scene, 'en'))).to.deep.equal([[3, undefined, 6]]);
  });
});
