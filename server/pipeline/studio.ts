import { rm } from 'node:fs/promises';
import { SpendAccount, isOffline } from '@shortfactory/core';
import type { Rates, ScriptWanted, Studio } from '@shortfactory/core';
import { Artifacts } from './artifacts/artifacts.ts';
import { checkMusic } from './check.ts';
import { PartMissing } from './artifacts/fetch-part.ts';
import { reviewScript } from './review.ts';
import { voicesOf } from './cast.ts';
import { RunNotes } from './outcome/run-notes.ts';
import { makeScratch } from './scratch.ts';
import type { PipelineDeps, StageContext } from './stage.ts';
import { illustrate } from './stages/illustrate.ts';
import { writeScript } from './stages/script.ts';
import { tellStory } from './stages/story.ts';

/** The studio over the pipeline's own stages, so that what it makes is found again by a job. */
export function createStudio(deps: PipelineDeps, rates: Rates): Studio {
  const contextFor = (signal: AbortSignal): StageContext => ({
    ...deps,
    artifacts: new Artifacts(deps.store, undefined, deps.evictable),
    notes: new RunNotes(),
    account: new SpendAccount(deps.limits),
    signal,
    report: () => undefined,
    beforeStep: async () => undefined,
  });
  return {
    about: async () => ({
      voices: voicesOf(deps),
      offline: {
        llm: isOffline(deps.storyWriter.id),
        image: isOffline(deps.illustrator.id),
        voice: isOffline(deps.narrator.id),
      },
      rates,
    }),
    tellStory: (request, signal) => tellStory(contextFor(signal), request, request.topic),
    async writeScript(wanted: ScriptWanted, signal) {
      const context = contextFor(signal);
      const story = wanted.story ?? (await tellStory(context, wanted, wanted.topic));
      return writeScript(context, wanted.topic, story, wanted.seconds);
    },
    async drawScene({ visual, imageStyle, characters, take }, signal) {
      const look = { imageStyle, characters, ...(take === 0 ? {} : { take }) };
      const scene = { narration: visual, visual };
      for (let tries = 1; ; tries++) {
        const [picture] = await illustrate(contextFor(signal), [scene], look);
        const bytes = picture && (await deps.store.read(picture.image));
        if (bytes) return bytes;
        // One that was damaged is removed by reading it, and drawn again.
        if (tries === 2) throw new PartMissing('A picture that was just drawn is not in the store.');
      }
    },
    async checkMusic(upload, signal) {
      const scratch = await makeScratch(deps.scratchDir);
      try {
        await checkMusic({ ...contextFor(signal), scratch }, upload);
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    },
    review: async (script, aspects) =>
      reviewScript(script, aspects, rates, (text) => deps.renderer.missingGlyphs(text, script.language)),
  };
}
