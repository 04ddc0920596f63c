import { VISUALS } from '@shortfactory/core';
import type { MakeSettings } from '../../../shared/drafts/make-settings.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { Select } from './select.tsx';

interface VisualsSelectProps {
  readonly visuals: MakeSettings['visuals'];
  /** Without it, it is a plain form's field. */
  readonly onChange?: (to: MakeSettings['visuals']) => void;
}

/** What scenes show that bring nothing of their own. */
export function VisualsSelect({ visuals, onChange }: VisualsSelectProps) {
  const { editor } = useStrings();
  return (
    <Select
      name="visuals"
      label={editor.visuals}
      value={visuals === '' ? 'drawn' : visuals}
      choices={VISUALS.map((each) => [each, editor.visualsAre[each]])}
      onChange={onChange && ((chosen) => onChange(chosen === 'drawn' ? '' : (chosen as typeof visuals)))}
    />
  );
}
