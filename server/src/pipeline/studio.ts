import { DEFAULT_STYLE } from '../domain/short.ts';
import type { Rates, ScriptWanted, Studio } from '../ports/studio.ts';
import { Artifacts } from './artifacts.ts';
import { reviewScript } from './review.ts';
import type { PipelineParts, StageContext } from './stage.ts';
import { illustrate } from './stages/illustrate.ts';
import { writeScript } from './stages/script.ts';
import { tellStory } from './stages/story.ts';

const ASIDE = 'What is asked for in the studio leaves no scratch file.';

/** The studio over the pipeline's own stages, so that what it makes is found again by a job. */
export function createStudio(parts: PipelineParts, rates: Rates): Studio {
  const offline = (id: string): boolean => id.startsWith('offline:');
  const contextFor = (signal: AbortSignal): StageContext => ({
    ...parts,
    artifacts: new Artifacts(parts.store),
    signal,
    scratch: ASIDE,
    report: () => undefined,
  });
  return {
    voices: parts.narrator.voices,
    offline: {
      llm: offline(parts.storyWriter.id),
      image: offline(parts.illustrator.id),
      voice: offline(parts.narrator.id),
    },
    rates,
    tellStory: (request, signal) => tellStory(contextFor(signal), request, request.topic),
    async writeScript(wanted: ScriptWanted, signal) {
      const context = contextFor(signal);
      const story = wanted.story ?? (await tellStory(context, wanted, wanted.topic));
      return writeScript(context, wanted.topic, story, wanted.seconds);
    },
    async drawScene({ visual, imageStyle = DEFAULT_STYLE, characters, take }, signal) {
      const look = { imageStyle, characters, ...(take === 0 ? {} : { take }) };
      const scene = { narration: visual, visual };
      const [picture] = await illustrate(contextFor(signal), [scene], look);
      const bytes = picture && (await parts.store.read(picture.image));
      if (!bytes) throw new Error('A picture that was just drawn is not in the store');
      return bytes;
    },
    review: (script, aspects) =>
      reviewScript(script, aspects, rates, (text) => parts.renderer.missingGlyphs(text, script.language)),
  };
}
