import { useStrings } from '../../../shared/strings/context.tsx';
import { FieldError } from './text-fields.tsx';

interface NotesProps {
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/**
 * A text that the script is to stay within. Folded away: most topics come without one. What is pasted is never cut; the API
 * says when it is too long.
 */
export function Notes({ value, error, onChange }: NotesProps) {
  const { create } = useStrings();
  return (
    <details className="notes" open={error !== undefined || undefined}>
      <summary className="notes__summary small">{create.notes}</summary>
      <label className="label" htmlFor="notes">
        {create.notesLabel}
      </label>
      <textarea
        id="notes"
        name="notes"
        className="notes__field"
        rows={5}
        value={value}
        dir="auto"
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? 'notes-hint' : 'notes-error notes-hint'}
        onChange={(event) => onChange(event.target.value)}
      />
      {error !== undefined && <FieldError id="notes-error">{error}</FieldError>}
      <p id="notes-hint" className="small quiet">
        {create.notesHint}
      </p>
    </details>
  );
}
