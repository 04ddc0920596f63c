import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { VoiceSheetProps } from './voice-sheet.tsx';

interface LateVoiceSheetProps extends VoiceSheetProps {
  /** What is shown when the sheet cannot be fetched: voices can be chosen without being heard. */
  readonly plain: ReactNode;
}

/** The sheet of voices, fetched when it is opened: the first page does not wait for it. */
export function LateVoiceSheet({ plain, ...props }: LateVoiceSheetProps) {
  const [Sheet, setSheet] = useState<ComponentType<VoiceSheetProps> | 'unreachable'>();
  useEffect(() => {
    let current = true;
    import('./voice-sheet.tsx').then(
      (sheet) => current && setSheet(() => sheet.default),
      () => current && setSheet('unreachable'),
    );
    return () => {
      current = false;
    };
  }, []);
  if (Sheet === 'unreachable') return plain;
  return Sheet ? <Sheet {...props} /> : null;
}
