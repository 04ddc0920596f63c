import type { ReactNode } from 'react';
import './segments.css';

interface SegmentsProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [value: T, face: ReactNode])[];
  readonly onChange: (value: T) => void;
}

/** A choice of a few, side by side in one frame. */
export function Segments<T extends string>({ name, label, value, choices, onChange }: SegmentsProps<T>) {
  return (
    <div className="segments" role="radiogroup" aria-label={label}>
      {choices.map(([each, face]) => (
        <label key={each} className="segment">
          <input
            type="radio"
            className="segment__input"
            name={name}
            value={each}
            checked={each === value}
            onChange={() => onChange(each)}
          />
          <span className="segment__face">{face}</span>
        </label>
      ))}
    </div>
  );
}
