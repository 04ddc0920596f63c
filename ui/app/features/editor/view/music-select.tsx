import type { Options } from '../../../shared/api/script.ts';
import type { MakeSettings } from '../../../shared/drafts/make-settings.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { Select } from './select.tsx';

interface MusicSelectProps {
  readonly settings: Pick<MakeSettings, 'music' | 'track'>;
  readonly tracks: Options['tracks'];
  /** Without it, it is a plain form's field. */
  readonly onChange?: (to: Pick<MakeSettings, 'music' | 'track'>) => void;
}

/** A track of the shelf in place of music that was uploaded, or none. */
export function MusicSelect({ settings: { music, track }, tracks, onChange }: MusicSelectProps) {
  const { editor, create } = useStrings();
  return (
    <Select
      name="track"
      label={editor.musicName}
      value={track}
      choices={[
        ['', music === '' ? editor.musicNone : create.uploads],
        ['auto', editor.musicAuto],
        ...tracks.map(({ id, label }) => [id, label] as const),
      ]}
      onChange={
        onChange &&
        ((chosen) => onChange({ track: chosen as MakeSettings['track'], music: chosen === '' ? music : '' }))
      }
    />
  );
}
