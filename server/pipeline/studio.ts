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
import type { PipelineParts, StageContext } from './stage.ts';
import { illustrate } from './stages/illustrate.ts';
import { writeScript } from './stages/script.ts';
import { tellStory } from './stages/story.ts';

/** The studio over the pipeline's own stages, so that what it makes is found again by a job. */
export function createStudio(parts: PipelineParts, rates: Rates): Studio {
  const contextFor = (signal: AbortSignal): StageContext => ({
    ...parts,
    artifacts: new Artifacts(parts.store, undefined, parts.evictable),
    notes: new RunNotes(),
    account: new SpendAccount(parts.limits),
    signal,
    report: () => undefined,
    beforeStep: async () => undefined,
  });
  return {
    about: async () => ({
      voices: voicesOf(parts),
      offline: {
        llm: isOffline(parts.storyWriter.id),
        image: isOffline(parts.illustrator.id),
        voice: isOffline(parts.narrator.id),
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
        const bytes = picture && (await parts.store.read(picture.image));
        if (bytes) return bytes;
        // One that was damaged is removed by reading it, and drawn again.
        if (tries === 2) throw new PartMissing('A picture that was just drawn is not in the store.');
      }
    },
    async checkMusic(upload, signal) {
      const scratch = await makeScratch(parts.scratchDir);
      try {
        await checkMusic({ ...contextFor(signal), scratch }, upload);
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    },
    review: async (script, aspects) =>
      reviewScript(script, aspects, rates, (text) => parts.renderer.missingGlyphs(text, script.language)),
  };
}
