import { SCRIPT_LIMITS } from '@shortfactory/core';
import type { Scene, Script } from '@shortfactory/core';
import { endsSentence, fullStop } from '../script-text/sentences.ts';

/** The script with what its audience is to do said at the end, as it stands: as a scene, or in the last one where there is no room. */
export function withCallToAction<S extends Script>(script: S, callToAction: string | undefined): S {
  const last = script.scenes.at(-1);
  const said = callToAction?.trim() ?? '';
  if (!last || said === '') return script;
  const narration = endsSentence(said) ? said : said + fullStop(script.language);
  const scenes: readonly Scene[] =
    script.scenes.length < SCRIPT_LIMITS.scenes
      ? [...script.scenes, { narration, visual: last.visual }]
      : [...script.scenes.slice(0, -1), { ...last, narration: `${last.narration} ${narration}` }];
  return { ...script, scenes };
}
