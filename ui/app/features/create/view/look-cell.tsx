import type { Options } from '../../../shared/api/script.ts';
import { withLookChosen } from '../../../shared/drafts/looks.ts';
import type { MakeSettings } from '../../../shared/drafts/make-settings.ts';
import { useHydrated } from '../../../shared/browser/hydrated.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { lookGroups } from '../../../shared/ui/look-choices.ts';
import { Picker } from '../../../shared/ui/picker.tsx';

interface LookCellProps {
  readonly settings: Pick<MakeSettings, 'look' | 'music' | 'speed' | 'track'>;
  readonly options: Options;
  readonly onChange: (settings: Partial<MakeSettings>) => void;
}

/** The look of the video, chosen by frames that the product made of each. */
export function LookCell({ settings, options, onChange }: LookCellProps) {
  const strings = useStrings();
  const { create } = strings;
  const hydrated = useHydrated();
  const { groups, chosen } = lookGroups(settings.look, options, strings);
  return (
    <>
      <Picker
        id="look"
        name="look"
        label={create.look}
        title={create.lookTitle}
        value={chosen.value}
        shown={chosen.label}
        layout="frames"
        groups={groups.map(({ label, choices }) => ({
          label,
          choices: choices.map(({ picture, ...choice }) => ({
            ...choice,
            ...(picture !== undefined && {
              art: (
                <img className="choice__art" src={picture} alt="" width={88} height={156} loading="lazy" />
              ),
            }),
          })),
        }))}
        onChange={(look) => onChange(withLookChosen(look, settings))}
      />
      {hydrated && <input type="hidden" name="track" value={settings.music === '' ? settings.track : ''} />}
    </>
  );
}
