import type { Aspect } from '../api/script.ts';
import { useStrings } from '../strings/context.tsx';

interface FormatsProps {
  readonly chosen: readonly Aspect[];
  readonly offered: readonly Aspect[];
  readonly errorId?: string | undefined;
  readonly onChange: (aspects: Aspect[]) => void;
}

/** The formats that one run makes: any of them, at least one. */
export function Formats({ chosen, offered, errorId, onChange }: FormatsProps) {
  const { create, video } = useStrings();
  return (
    <div
      id="aspects"
      role="group"
      aria-labelledby="aspects-label"
      aria-describedby={errorId}
      aria-invalid={errorId !== undefined || undefined}
      className="cell cell--aspects"
      tabIndex={-1}
    >
      <span id="aspects-label" className="cell__label">
        {create.formats}
      </span>
      <div className="formats">
        {offered.map((aspect) => (
          <label key={aspect} className="format">
            <input
              type="checkbox"
              className="format__input"
              name="aspects"
              value={aspect}
              checked={chosen.includes(aspect)}
              aria-label={video.aspects[aspect]}
              onChange={(event) =>
                onChange(
                  offered.filter((each) => (each === aspect ? event.target.checked : chosen.includes(each))),
                )
              }
            />
            <span className="format__face">{aspect}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
