import type { ChangeEvent } from 'react';

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  /** Of a form that is sent as it stands: then the field keeps what is chosen itself. */
  readonly onChange?: ((value: string) => void) | undefined;
  readonly name?: string;
}

/** A labelled choice of the platform's own. */
export function Select({ label, value, choices, onChange, name }: SelectProps) {
  return (
    <label className="select">
      <span className="label">{label}</span>
      <select
        className="select__field"
        name={name}
        {...(onChange
          ? { value, onChange: (event: ChangeEvent<HTMLSelectElement>) => onChange(event.target.value) }
          : { defaultValue: value })}
      >
        {choices.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
