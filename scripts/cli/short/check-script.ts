import { checkClipUses } from '@shortfactory/core';
import type { Script, ShortRequest } from '@shortfactory/core';
import { cutWordsOf, performanceOf } from '@shortfactory/text';

/** Refuses, before anything is made, what a script's fields say of one another and is not so. Throws ScriptInvalid. */
export function checkScript(script: Script, visuals: ShortRequest['visuals']): Script {
  cutWordsOf(performanceOf(script));
  checkClipUses(script, visuals);
  return script;
}
