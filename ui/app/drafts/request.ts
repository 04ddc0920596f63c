import type { VideoRequestJson } from '@shortfactory/server/contract';
import { scriptOf } from './draft.ts';
import type { DraftSeed } from './draft.ts';

/** What is asked of the API to make a video of a draft. */
export function requestOf(draft: Pick<DraftSeed, 'title' | 'settings' | 'scenes'>): VideoRequestJson {
  const { imageStyle, voice, aspects, music } = draft.settings;
  return {
    script: scriptOf(draft),
    imageStyle,
    aspects: [...aspects],
    ...(voice !== '' && { voice }),
    ...(music !== '' && { music }),
  };
}
