import type { DraftProblem } from '../model/problems.ts';
import type { Strings } from '../../../shared/strings/index.ts';

/** Why a script was not made, as a sentence, and the scene that it is about. */
export function draftProblemWords(
  problem: DraftProblem,
  editor: Strings['editor'],
  create: Strings['create'],
): { readonly sentence: string; readonly scene: number | undefined } {
  const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  const words = {
    unsent: create.errors.unsent,
    unreachable: create.errors.unreachable,
    'too-many': create.errors.tooMany,
  };
  if (problem.kind !== 'refused') return { sentence: capital(words[problem.kind]), scene: undefined };
  const detail = problem.detail ?? '';
  if (problem.narration) return { sentence: `${editor.recording.refused(detail)}.`, scene: undefined };
  return problem.scene === undefined
    ? { sentence: detail, scene: undefined }
    : { sentence: editor.sceneProblem(problem.scene, detail), scene: problem.scene };
}
