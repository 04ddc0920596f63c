import type { LoaderFunctionArgs } from '@remix-run/node';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { defaultLanguage, offeredLanguages, offeredTag } from '../../../shared/format/languages.ts';

/** Who speaks a language, and who could on this machine; the address says which language. */
export async function loadVoicesPage({ request, context: { api } }: LoaderFunctionArgs) {
  const [options, { voices, addable }] = await Promise.all([
    orFailure(api.options()),
    orFailure(api.voices()),
  ]);
  const asked = new URL(request.url).searchParams.get('language') ?? '';
  // A language may have none but a voice that could be added.
  const speaking = {
    languages: [
      ...options.languages,
      ...(addable ?? []).flatMap(({ languages }) => languages.map((tag) => ({ tag }))),
    ],
    voices: [...voices, ...(addable ?? [])],
  };
  const language = asked === '' ? undefined : offeredTag(speaking, asked);
  return {
    language: language ?? defaultLanguage(options),
    languages: [...new Set(offeredLanguages(speaking.languages).map(({ tag }) => tag))],
    voices,
    addable,
  };
}
