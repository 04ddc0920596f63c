import { LOOKS, LOOK_NAMES, UPLOAD_TYPES, optionsJson } from '@shortfactory/contract';
import { ASPECTS, CAPTION_STYLES, IMAGE_STYLES, SCRIPT_LIMITS, SHORT_LIMITS } from '@shortfactory/core';
import type { CaptionStyleName, Voice } from '@shortfactory/core';
import type { AppDeps } from '../deps.ts';
import { shownVoice } from '../shown-voice.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';

const { scenes, narrationChars, visualChars, titleChars, totalWords } = SCRIPT_LIMITS;

/** The options that a client can offer. */
export function optionsRoutes({ studio, footage }: AppDeps): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/options',
        id: 'getOptions',
        tag: 'Writing',
        summary: 'Voices, languages, styles, aspects and limits',
        access: 'anyone',
        bucket: 'read',
        answers: { 200: { description: 'What there is to choose from', schema: optionsJson } },
      },
      async () => {
        const { voices, tracks, offline, rates } = await studio.about();
        return {
          status: 200,
          headers: { 'Cache-Control': 'public, max-age=60' },
          body: {
            voices: voices.map(shownVoice),
            languages: languagesOf(voices),
            imageStyles: [...IMAGE_STYLES],
            aspects: [...ASPECTS],
            limits: {
              ...SHORT_LIMITS,
              scenes,
              narrationChars,
              visualChars,
              titleChars,
              totalWords,
              imageBytes: UPLOAD_TYPES.image.maxBytes,
              musicBytes: UPLOAD_TYPES.music.maxBytes,
              clipBytes: UPLOAD_TYPES.clip.maxBytes,
            },
            tracks: tracks.map(({ id, label, moods, seconds }) => ({
              id,
              label,
              moods: [...moods],
              seconds,
            })),
            captionStyles: Object.keys(CAPTION_STYLES) as CaptionStyleName[],
            looks: LOOK_NAMES.map((id) => ({ id, label: LOOKS[id].name, look: LOOKS[id] })),
            footage: { sources: [...footage.sources] },
            offline,
            estimates: rates,
          },
        };
      },
    ),
  ];
}

/** Every language that a voice supports, with its name in that language. */
function languagesOf(voices: readonly Voice[]): { tag: string; label: string }[] {
  const tags = [...new Set(voices.flatMap(({ languages }) => languages))];
  return tags
    .map((tag) => ({ tag, label: new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag }))
    .sort((a, b) => a.tag.localeCompare(b.tag, 'en'));
}
