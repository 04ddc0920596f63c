import { expect } from 'chai';
import { scriptOf } from '../../app/shared/drafts/draft.ts';
import type { Draft } from '../../app/shared/drafts/draft.ts';
import { fromStored, isFromNewer, toStored } from '../../app/shared/drafts/stored-draft.ts';
import { RELEASED_DRAFT } from '../support/released-storage.ts';

const { json } = RELEASED_DRAFT;
const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** How release 0.1.0 recognises a draft. Frozen. */
function draftBefore(stored: unknown): unknown {
  const draft = stored as Partial<Draft> | null;
  const whole =
    typeof draft?.id === 'string' &&
    typeof draft.title === 'string' &&
    Array.isArray(draft.scenes) &&
    typeof draft.settings === 'object';
  return whole ? draft : undefined;
}

describe('a draft in the browser’s storage', () => {
  const draft = fromStored(json) as Draft;

  it('is read as release 0.1.0 wrote it, and written so that both read it', () => {
    expect(draft).to.deep.equal({
      ...json,
      settings: {
        ...(json as Draft).settings,
        speed: 1,
        pitch: 0,
        emoji: '',
        narration: '',
        track: '',
        visuals: '',
        look: '',
      },
    });
    const stored = again(toStored(draft));
    expect(stored).to.deep.equal({ ...json, version: 1 });
    expect(fromStored(stored)).to.deep.equal(draft);
    expect(draftBefore(stored)).to.deep.include(json);
    expect(fromStored(again({ ...(draftBefore(stored) as Draft), title: 'New' })), 'and back').to.deep.equal({
      ...draft,
      title: 'New',
    });
  });

  it('is not taken for a draft with a field too many or too few', () => {
    const [first, ...scenes] = draft.scenes;
    const { music: _, ...settings } = draft.settings;
    for (const odd of [
      { ...draft, mood: 'good' },
      { ...draft, settings: { ...draft.settings, speed: 2 } },
      { ...draft, settings },
      { ...draft, scenes: [{ ...first, seconds: 3 }, ...scenes] },
      { ...draft, scenes: [{ ...first, key: undefined }, ...scenes] },
      { ...draft, scenes: [{ ...first, picture: { ...first?.picture, kind: 'found' } }, ...scenes] },
      { ...draft, savedMs: 'today' },
      [draft],
      null,
    ]) {
      expect(fromStored(again(odd)), JSON.stringify(odd).slice(0, 80)).to.equal(undefined);
      expect(isFromNewer(again(odd))).to.equal(false);
    }
  });

  it('of a version to come is neither read nor taken for damaged, and release 0.1.0 does not take it either', () => {
    const newer = { version: 3, draft: { ...draft, mood: 'good' } };
    expect([fromStored(newer), isFromNewer(newer), draftBefore(newer)]).to.deep.equal([
      undefined,
      true,
      undefined,
    ]);
  });

  it('with a speed or voices of its own is read again, and release 0.1.0 does not take it', () => {
    const spoken = { voices: { MIA: 'nora' }, pronunciations: { Nguyen: 'win' } };
    for (const told of [
      { ...draft, spoken },
      { ...draft, settings: { ...draft.settings, speed: 1.2 } },
      { ...draft, settings: { ...draft.settings, pitch: -2 } },
    ]) {
      const stored = again(toStored(told));
      expect(fromStored(stored)).to.deep.equal(told);
      expect([isFromNewer(stored), draftBefore(stored)]).to.deep.equal([false, undefined]);
    }
    expect(scriptOf({ ...draft, spoken })).to.include(spoken);
  });

  it('keeps its text where its length was not a number', () => {
    const odd = again(toStored({ ...draft, settings: { ...draft.settings, seconds: NaN } }));
    expect(fromStored(odd)?.scenes).to.deep.equal(draft.scenes);
  });
});
