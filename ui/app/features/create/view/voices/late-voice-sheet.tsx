import type { ReactNode } from 'react';
import { Late } from '../../../../shared/ui/late.tsx';
import type { VoiceSheetProps } from './voice-sheet.tsx';

interface LateVoiceSheetProps extends VoiceSheetProps {
  /** What is shown when the sheet cannot be fetched: voices can be chosen without being heard. */
  readonly plain: ReactNode;
}

const load = () => import('./voice-sheet.tsx');

/** The sheet of voices, fetched when it is opened. */
export function LateVoiceSheet({ plain, ...props }: LateVoiceSheetProps) {
  return <Late<VoiceSheetProps> load={load} with={props} otherwise={plain} />;
}
