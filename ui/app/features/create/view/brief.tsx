import { TOPIC_KINDS } from '@shortfactory/core';
import { useStrings } from '../../../shared/strings/context.tsx';
import type { CreateValues } from '../model/fields.ts';
import { FieldError } from './text-fields.tsx';

interface BriefProps {
  readonly values: Pick<CreateValues, 'kind' | 'callToAction'>;
  readonly error?: string | undefined;
  readonly onChange: (to: Partial<Pick<CreateValues, 'kind' | 'callToAction'>>) => void;
}

/** What the script is built like and ends with. Folded away: a topic's own words say mostly enough. */
export function Brief({ values, error, onChange }: BriefProps) {
  const { create } = useStrings();
  const { kind, callToAction } = values;
  const described = error === undefined ? 'callToAction-hint' : 'callToAction-error callToAction-hint';
  return (
    <details className="notes" open={error !== undefined || undefined}>
      <summary className="notes__summary small">
        {create.brief}
        {kind !== '' && <b>: {create.kinds[kind]}</b>}
      </summary>
      <div className="brief">
        <label className="brief__kind">
          <span className="label">{create.kind}</span>
          <select
            name="kind"
            className="brief__field"
            value={kind}
            onChange={(event) => onChange({ kind: event.target.value as CreateValues['kind'] })}
          >
            {(['', ...TOPIC_KINDS] as const).map((each) => (
              <option key={each} value={each}>
                {create.kinds[each]}
              </option>
            ))}
          </select>
        </label>
        <label className="brief__end">
          <span className="label">{create.callToAction}</span>
          <input
            id="callToAction"
            name="callToAction"
            className="brief__field"
            value={callToAction}
            dir="auto"
            autoComplete="off"
            aria-invalid={error !== undefined}
            aria-describedby={described}
            onChange={(event) => onChange({ callToAction: event.target.value })}
          />
        </label>
      </div>
      {error !== undefined && <FieldError id="callToAction-error">{error}</FieldError>}
      <p id="callToAction-hint" className="small quiet">
        {create.callToActionHint}
      </p>
    </details>
  );
}
