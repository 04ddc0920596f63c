import type { Options } from '../../../shared/api/script.ts';
import { withLookChosen } from '../../../shared/drafts/looks.ts';
import type { MakeSettings } from '../../../shared/drafts/make-settings.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { lookGroups } from '../../../shared/ui/look-choices.ts';
import { Select } from './select.tsx';

interface LookSelectProps {
  readonly settings: Pick<MakeSettings, 'look' | 'music' | 'speed' | 'track'>;
  readonly options: Pick<Options, 'looks' | 'captionStyles'>;
  /** Without it, it is a plain form's field. */
  readonly onChange?: (to: Partial<MakeSettings>) => void;
}

/** The look of the video by its name, with a frame of it. */
export function LookSelect({ settings, options, onChange }: LookSelectProps) {
  const strings = useStrings();
  const { groups, chosen } = lookGroups(settings.look, options, strings);
  const select = (
    <Select
      name="look"
      label={strings.create.look}
      value={chosen.value}
      choices={groups.flatMap(({ choices }) =>
        choices.map(
          ({ value, label, detail }) =>
            [value, detail === undefined ? label : `${label}: ${detail}`] as const,
        ),
      )}
      onChange={onChange && ((look) => onChange(withLookChosen(look, settings)))}
    />
  );
  if (!onChange) return select;
  return (
    <div className="look-select">
      {chosen.picture !== undefined && <img src={chosen.picture} alt="" width={54} height={96} />}
      {select}
    </div>
  );
}
