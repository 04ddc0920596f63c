import type { CreateProblem } from '../model/problems.ts';
import { nameOf } from '../../../shared/format/languages.ts';
import type { Options } from '../../../shared/api/script.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import type { ProblemWords } from './problem-words.ts';
import { FieldError } from './text-fields.tsx';

const CELLS = ['language', 'seconds', 'aspects'];

interface TicketNotesProps {
  readonly problems: readonly CreateProblem[];
  readonly words: readonly ProblemWords[];
  readonly options: Options;
  readonly onUseVoice: (id: string) => void;
}

/** What is wrong with a cell, under its row, with a way to correct it where there is one. */
export function TicketNotes({ problems, words, options, onUseVoice }: TicketNotesProps) {
  const { errors } = useStrings().create;
  const wrongVoice = problems.find((problem) => problem.field === 'language');
  const instead = options.voices.find(({ id }) => id === wrongVoice?.instead);
  return words
    .filter(({ target }) => CELLS.includes(target))
    .map(({ target, sentence }) => (
      <div key={target} className={`ticket__note ticket__note--${target}`}>
        <FieldError id={`${target}-error`}>
          {sentence}{' '}
          {target === 'language' && instead && (
            <button
              name="useVoice"
              value={instead.id}
              className="link"
              onClick={(event) => {
                event.preventDefault();
                onUseVoice(instead.id);
              }}
            >
              {errors.useVoice(nameOf(instead))}
            </button>
          )}
        </FieldError>
      </div>
    ));
}
