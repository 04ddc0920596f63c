import type { videoRequest } from '@shortfactory/contract';
import { InputInvalid, voiceFor } from '@shortfactory/core';
import type { Script, ShortRequest, Voice } from '@shortfactory/core';
import { scriptSeconds } from '@shortfactory/text';
import type { z } from 'zod';

/** The body of POST /api/videos as a request for Jobs. */
export function shortRequestOf(body: z.output<typeof videoRequest>): ShortRequest {
  if ('script' in body) {
    const { script, seconds = secondsOf(script), ...options } = body;
    return { source: { script }, seconds, ...options };
  }
  const { topic, ...options } = body;
  return { source: { topic: topic.trim() }, ...options };
}

/** About how long a script is, in whole seconds. */
function secondsOf({ scenes, language }: Script): number {
  const lengths = scriptSeconds(
    scenes.map(({ narration }) => narration),
    language,
  );
  return Math.max(1, Math.round(lengths.reduce((sum, each) => sum + each, 0)));
}

/**
 * Rejects early what the narrator would reject later: a language without a voice, a voice that is unknown or does not
 * speak the language. Throws InputInvalid.
 */
export function checkVoice(request: ShortRequest, voices: readonly Voice[]): void {
  const language = 'script' in request.source ? request.source.script.language : request.language;
  if (language !== undefined) {
    try {
      voiceFor(voices, language, request.voice);
    } catch (error) {
      const inScript =
        error instanceof InputInvalid && error.where === 'language' && 'script' in request.source;
      throw inScript ? new InputInvalid('/script/language', error.message.replace(/^language: /, '')) : error;
    }
  } else if (request.voice !== undefined && !voices.some(({ id }) => id === request.voice?.toLowerCase())) {
    throw new InputInvalid('voice', `there is no voice "${request.voice}"; GET /api/options lists them`);
  }
}

/** The same script with its fields in their order and no others. */
export function shownScript({
  title,
  language,
  imageStyle,
  scenes,
}: Script): Script & { scenes: Script['scenes'][number][] } {
  return {
    title,
    language,
    ...(imageStyle === undefined ? {} : { imageStyle }),
    scenes: scenes.map((scene) => ({ ...scene })),
  };
}
