import type { SceneClip } from '../../../../shared/drafts/draft.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';

interface ClipFieldsProps {
  /** Makes the fields' ids unique. */
  readonly id: string;
  readonly clip: SceneClip;
  readonly onChange: (clip: SceneClip) => void;
}

/** Which part of a clip a scene shows, how it fills the frame, and whether it is heard. */
export function ClipFields({ id, clip, onChange }: ClipFieldsProps) {
  const { editor } = useStrings();
  const { clip: words } = editor;
  const seconds = (field: 'fromSeconds' | 'toSeconds') => (
    <label className="clip-fields__field" htmlFor={`${field}-${id}`}>
      <span className="small quiet">{words[field]}</span>
      <input
        id={`${field}-${id}`}
        className="clip-fields__seconds tabular"
        type="number"
        inputMode="decimal"
        min={0}
        max={1800}
        step={0.1}
        value={clip[field] ?? ''}
        placeholder={words.placeholder[field]}
        onChange={({ target }) => {
          const { [field]: _before, ...others } = clip;
          const entered = target.valueAsNumber;
          onChange(Number.isFinite(entered) && entered >= 0 ? { ...others, [field]: entered } : others);
        }}
      />
    </label>
  );
  const { fit: _fit, sound: _sound, ...plain } = clip;
  const { fit = 'fill', sound = 'off' } = clip;
  const kept = {
    ...(fit === 'fit' ? { fit } : {}),
    ...(sound === 'under' ? { sound } : {}),
  };
  return (
    <fieldset className="clip-fields">
      <legend className="small quiet">{words.legend}</legend>
      {seconds('fromSeconds')}
      {seconds('toSeconds')}
      <label className="clip-fields__check">
        <input
          type="checkbox"
          checked={fit === 'fit'}
          onChange={({ target }) => onChange({ ...plain, ...kept, fit: target.checked ? 'fit' : 'fill' })}
        />
        <span className="small">{words.fit}</span>
      </label>
      <label className="clip-fields__check">
        <input
          type="checkbox"
          checked={sound === 'under'}
          onChange={({ target }) => onChange({ ...plain, ...kept, sound: target.checked ? 'under' : 'off' })}
        />
        <span className="small">{words.sound}</span>
      </label>
    </fieldset>
  );
}
