import type { Draft } from '../../../shared/drafts/draft.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { CircleAlert } from '../../../shared/ui/icons.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import type { DraftProblem } from '../model/problems.ts';
import { draftProblemWords } from './draft-problem-words.ts';

interface DraftProblemsProps {
  readonly problems: readonly DraftProblem[];
  readonly scenes: Draft['scenes'];
}

/** Why the script was not made into a video; a problem of one scene is a link to it. */
export function DraftProblems({ problems, scenes }: DraftProblemsProps) {
  const { editor: words, create } = useStrings();
  if (problems.length === 0) return null;
  return (
    <Notice
      kind="stopped"
      role="alert"
      icon={<CircleAlert size={24} />}
      title={create.errors.heading(problems.length)}
    >
      <ul>
        {problems.map((problem, index) => {
          const { sentence, scene } = draftProblemWords(problem, words, create);
          const key = scene === undefined ? undefined : scenes[scene - 1]?.key;
          return (
            <li key={index}>
              {key === undefined ? (
                sentence
              ) : (
                <a className="text-link" href={`#scene-${key}`}>
                  {sentence}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
