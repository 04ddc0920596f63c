import { rm } from 'node:fs/promises';
import { SpendAccount, isOffline, isTrainedModel, visualsOf } from '@shortfactory/core';
import type { Rates, ScriptWanted, Studio } from '@shortfactory/core';
import { performanceOf } from '@shortfactory/text';
import { Artifacts } from './artifacts/artifacts.ts';
import { checkMusic } from './check.ts';
import { PartMissing } from './artifacts/fetch-part.ts';
import { markPicture } from '@shortfactory/renderer';
import { reviewScript } from './review.ts';
import { voicesOf } from './cast.ts';
import { RunNotes } from './outcome/run-notes.ts';
import { makeScratch } from './scratch.ts';
import type { PipelineDeps, RenderContext, StageContext } from './stage.ts';
import { hearRecording, takeRecordings } from './speech/recordings.ts';
import { speak } from './speech/speak.ts';
import { illustrate } from './stages/illustrate.ts';
import { writeScript } from './stages/script.ts';
import { makeStems } from './stems.ts';
import { Places } from './upload-file.ts';
import { takeUploads } from './uploads.ts';
import { tellStory } from './stages/story.ts';

/** Uploads that are on disk at a time to be looked at, whoever sent them; the others wait in the store. */
const LOOKED_AT_AT_ONCE = 2;

/** The studio over the pipeline's own stages, so that what it makes is found again by a job. */
export function createStudio(deps: PipelineDeps, rates: Rates): Studio {
  const places = new Places(LOOKED_AT_AT_ONCE);
  const contextFor = (signal: AbortSignal): StageContext => ({
    ...deps,
    artifacts: new Artifacts(deps.store, undefined, deps.evictable),
    notes: new RunNotes(),
    account: new SpendAccount(deps.limits),
    signal,
    places,
    report: () => undefined,
    beforeStep: async () => undefined,
  });
  /** A folder for files, for as long as the work takes. */
  const withScratch = async <T>(
    signal: AbortSignal,
    work: (context: RenderContext) => Promise<T>,
  ): Promise<T> => {
    const scratch = await makeScratch(deps.scratchDir);
    try {
      return await work({ ...contextFor(signal), scratch });
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  };
  return {
    about: async () => ({
      voices: voicesOf(deps),
      tracks: deps.musician.tracks,
      offline: {
        llm: isOffline(deps.storyWriter.id),
        image: isOffline(deps.illustrator.id),
        voice: isOffline(deps.narrator.id),
      },
      rates,
    }),
    tellStory: (request, signal) => tellStory(contextFor(signal), request, request),
    async writeScript(wanted: ScriptWanted, signal) {
      const context = contextFor(signal);
      const story = wanted.story ?? (await tellStory(context, wanted, wanted));
      const script = await writeScript(context, wanted, story, wanted.seconds);
      return story.kind === undefined ? script : { ...script, kind: story.kind };
    },
    async drawScene({ visual, imageStyle, characters, take }, signal) {
      const look = { imageStyle, characters, ...(take === 0 ? {} : { take }) };
      for (let tries = 1; ; tries++) {
        const context = contextFor(signal);
        const [picture] = await illustrate(context, [{ visual, place: { scene: 0 } }], look);
        const bytes = picture && (await deps.store.read(picture.image));
        // It may come back as an upload, and is then still what it is.
        if (bytes)
          return context.notes.makersOf('illustrate').some(isTrainedModel)
            ? markPicture(bytes, 'trainedAlgorithmicMedia')
            : bytes;
        // One that was damaged is removed by reading it, and drawn again.
        if (tries === 2) throw new PartMissing('A picture that was just drawn is not in the store.');
      }
    },
    speak: (wanted, signal) => speak(deps, contextFor(signal), wanted),
    checkMusic: (upload, signal) => withScratch(signal, (context) => checkMusic(context, upload)),
    checkUploads: (script, signal) =>
      withScratch(signal, async (context) => {
        await takeUploads(context, visualsOf(script), []);
      }),
    hearRecording: (given, signal) => withScratch(signal, (context) => hearRecording(context, given)),
    checkRecordings: (script, narration, signal) =>
      withScratch(signal, async (context) => {
        await takeRecordings(context, performanceOf(script), narration);
      }),
    stems: (parts, signal) => withScratch(signal, (context) => makeStems(context, parts)),
    review: async (script, aspects) =>
      reviewScript(script, aspects, rates, (text) => deps.renderer.missingGlyphs(text, script.language)),
  };
}
