import { VISUALS } from '@shortfactory/core';
import type { MakeSettings } from '../../../shared/drafts/make-settings.ts';
import type { Options } from '../../../shared/api/script.ts';
import { useStrings } from '../../../shared/strings/context.tsx';

interface VisualsProps {
  readonly visuals: MakeSettings['visuals'];
  /** Where photos and clips are searched; nowhere when it is empty. */
  readonly sources: Options['footage']['sources'];
  readonly onChange: (visuals: MakeSettings['visuals']) => void;
}

/** What scenes show: drawings, or photos and clips of others where some can be searched. */
export function Visuals({ visuals, sources, onChange }: VisualsProps) {
  const { create, footage } = useStrings();
  const none = sources.length === 0;
  // What was chosen elsewhere, or before, cannot be had here.
  const chosen = none || visuals === '' ? 'drawn' : visuals;
  const hint = none
    ? create.visualsNowhere
    : create.visualsHint[chosen](sources.map((source) => footage.sources[source]));
  return (
    <div
      role="radiogroup"
      aria-labelledby="visuals-label"
      aria-describedby="visuals-hint"
      className="cell cell--visuals"
    >
      <span id="visuals-label" className="cell__label">
        {create.visuals}
      </span>
      <div className="visuals">
        <div className="formats">
          {VISUALS.map((each) => (
            <label key={each} className="format">
              <input
                type="radio"
                className="format__input"
                name="visuals"
                value={each === 'drawn' ? '' : each}
                checked={each === chosen}
                disabled={none && each !== 'drawn'}
                onChange={() => onChange(each === 'drawn' ? '' : each)}
              />
              <span className="format__face">{create.visualsAre[each]}</span>
            </label>
          ))}
        </div>
        <p id="visuals-hint" className="visuals__hint small quiet">
          {hint}
        </p>
      </div>
    </div>
  );
}
