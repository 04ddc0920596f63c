import { ProviderFailed } from '@shortfactory/core';
import type { Narrator, SpeechMark } from '@shortfactory/core';
import { OfflineNarrator } from '@shortfactory/offline';
import { expect } from 'chai';
import { newContext, newStore } from '@shortfactory/testing/pipeline/stage-context';
import { performanceOf } from '@shortfactory/text';
import { castOf } from '../cast.ts';
import { narrate } from '../stages/narrate.ts';

const offline = new OfflineNarrator();
after(() => offline.close());
const narration = 'The bay froze for nine days and fishermen walked over to the old lighthouse.';

describe('speech of a service that tells no times', () => {
  /** When its words truly begin. */
  let truth: readonly SpeechMark[] = [];
  const service: Narrator = {
    id: 'studio:speech',
    voices: offline.voices.filter(({ id }) => id === 'gus'),
    narrate: async (request, signal) => {
      const { wav, marks } = await offline.narrate(request, signal);
      truth = marks;
      return { wav, marks: marks.map(({ offset }) => ({ offset, ms: 0 })), isTimedByPauses: true };
    },
  };
  const said = async (reference: Narrator | undefined): Promise<number[]> => {
    const context = { ...newContext(newStore(), { narrator: service }), ...(reference && { reference }) };
    const script = performanceOf({ title: 'T', language: 'en', scenes: [{ narration, visual: 'a bay' }] });
    const [{ marks } = { marks: [] }] = await narrate(context, script, castOf(context, script));
    return truth.map(({ offset, ms }) =>
      Math.abs((marks.findLast((mark) => mark.offset <= offset)?.ms ?? 0) - ms),
    );
  };

  it('has its words where a voice of this machine shows them to be', async () => {
    const errors = (await said(offline)).sort((a, b) => a - b);
    expect(errors.length).to.be.greaterThan(10);
    expect(errors[Math.floor(errors.length / 2)], String(errors)).to.be.lessThan(40);
  });

  it('keeps the times that were found without, where no voice here speaks the language or can', async () => {
    const silent = { ...offline, voices: [], id: 'offline:none', narrate: offline.narrate } as never;
    const failing: Narrator = {
      ...{ id: 'offline:failing', voices: offline.voices },
      narrate: () => Promise.reject(new ProviderFailed('It failed.', { retryable: false })),
    };
    for (const reference of [undefined, silent, failing])
      expect(Math.max(...(await said(reference)))).to.be.greaterThan(1000);
  });
});
