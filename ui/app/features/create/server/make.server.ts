import type { VideoRequestJson } from '@shortfactory/contract';
import { InputInvalid } from '@shortfactory/core';
import { scriptFromText } from '@shortfactory/text';
import { isApiProblem } from '../../../shared/api/api-errors.ts';
import { keyFor } from '../../../shared/api/idempotency-key.server.ts';
import type { VisitorApi } from '../../../shared/api/api.server.ts';
import type { Options, Script } from '../../../shared/api/script.ts';
import { askedOf } from '../../../shared/drafts/video-request.ts';
import { briefOf, settingsOf } from '../model/fields.ts';
import type { CreateValues } from '../model/fields.ts';
import { problemsFromApi, problemsOf } from '../model/problems.ts';
import type { CreateProblem } from '../model/problems.ts';
import { languageOf } from './language-of.server.ts';

export type Refused = { readonly problems: readonly CreateProblem[] };

/** What the form asks for as a script: written by the API, or split from the pasted text, with the own pictures in it. */
export async function scriptFor(
  values: CreateValues,
  options: Options,
  api: VisitorApi,
  locales: readonly string[],
): Promise<{ readonly script: Script; readonly degraded?: string[] } | Refused> {
  const language = await languageOf(values, options, locales);
  const problems = problemsOf(values, language, options);
  if (problems.length > 0) return { problems };
  if (values.tab === 'script') return splitText(values, language);
  return refusable(async () => {
    const { degraded, ...script } = await api.writeScript({
      topic: values.topic.trim(),
      ...briefOf(values),
      ...spokenIn(values, language),
      imageStyle: values.imageStyle,
      seconds: values.seconds,
    });
    return {
      script: withPictures(script, values.tab === 'media' ? values.uploads : []),
      ...(degraded && { degraded }),
    };
  });
}

/** Makes the video at once and answers with its id. */
export async function makeVideo(
  values: CreateValues,
  options: Options,
  api: VisitorApi,
  { key, locales }: { readonly key: string; readonly locales: readonly string[] },
): Promise<{ readonly id: string } | Refused> {
  const language = await languageOf(values, options, locales);
  const asked = askedOf({ ...settingsOf(values), music: values.tab === 'media' ? values.music : '' });
  const written = values.tab === 'topic' ? undefined : await scriptFor(values, options, api, locales);
  if (written && 'problems' in written) return written;
  const problems = problemsOf(values, language, options);
  if (problems.length > 0) return { problems };
  const request: VideoRequestJson = written
    ? {
        script: { ...written.script, imageStyle: values.imageStyle },
        ...(values.tab === 'media' && { seconds: values.seconds }),
        ...asked,
      }
    : {
        topic: values.topic.trim(),
        ...briefOf(values),
        ...spokenIn(values, language),
        seconds: values.seconds,
        ...asked,
      };
  return refusable(async () => ({ id: (await api.createVideo(request, keyFor(key, request))).id }));
}

/** A topic with notes is told in their language, unless one is chosen; the API tells it. */
function spokenIn(values: CreateValues, language: string): { language?: string } {
  return values.notes.trim() !== '' && values.language === '' ? {} : { language };
}

function splitText(values: CreateValues, language: string): { readonly script: Script } | Refused {
  try {
    const { scenes, ...rest } = scriptFromText(values.script, { language });
    // A text has no cuts, and no searches.
    const written = scenes.map(({ cuts: _cuts, searchWords: _searches, ...scene }) => scene);
    return { script: { ...rest, scenes: written } };
  } catch (error) {
    if (!(error instanceof InputInvalid)) throw error;
    return { problems: [{ field: 'script', kind: 'refused', detail: error.message }] };
  }
}

function withPictures(script: Script, uploads: readonly string[]): Script {
  return {
    ...script,
    scenes: script.scenes.map((scene, index) => {
      const upload = uploads[index];
      return upload === undefined ? scene : { ...scene, upload };
    }),
  };
}

async function refusable<T>(ask: () => Promise<T>): Promise<T | Refused> {
  try {
    return await ask();
  } catch (error) {
    if (!isApiProblem(error) || ![400, 422].includes(error.problem.status)) throw error;
    return { problems: problemsFromApi(error.problem.errors ?? [], error.message) };
  }
}
