import type { ReactNode } from 'react';
import { useLate } from '../../../../shared/browser/use-late.ts';
import type { VoiceSheetProps } from './voice-sheet.tsx';

interface LateVoiceSheetProps extends VoiceSheetProps {
  /** What is shown when the sheet cannot be fetched: voices can be chosen without being heard. */
  readonly plain: ReactNode;
}

const load = () => import('./voice-sheet.tsx');

/** The sheet of voices, fetched when it is opened. */
export function LateVoiceSheet({ plain, ...props }: LateVoiceSheetProps) {
  const Sheet = useLate<VoiceSheetProps>(load);
  if (Sheet === 'unreachable') return plain;
  return Sheet ? <Sheet {...props} /> : null;
}
