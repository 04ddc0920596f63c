// Not by the package's face: what pages share would then hold every table of every language.
import { scriptSeconds } from '@shortfactory/text/speech-pace';

/** The length of a video as every page says it, from what was planned to what is downloaded: whole seconds. */
export function wholeSeconds(seconds: number): number {
  return Math.max(1, Math.round(seconds));
}

/** About how long a script runs, in seconds: by the server's own pace, so that its check says the same. 0 for nothing. */
export function plannedSeconds(narrations: readonly string[], language: string): number {
  const said = narrations.filter((narration) => narration.trim() !== '');
  return scriptSeconds(said, language).reduce((sum, each) => sum + each, 0);
}
