import { Late } from '../../../../shared/ui/late.tsx';
import type { ClipSheetProps } from './clip-sheet.tsx';
import type { FootageSheetProps } from './footage-sheet.tsx';

interface Unreachable {
  /** The sheet could not be fetched. Always the same function. */
  readonly onUnreachable: () => void;
}

const loadFootage = () => import('./footage-sheet.tsx');
const loadClip = () => import('./clip-sheet.tsx');

/** The search for photos and clips, fetched when it is opened. */
export function LateFootageSheet({ onUnreachable, ...props }: FootageSheetProps & Unreachable) {
  return <Late<FootageSheetProps> load={loadFootage} with={props} onUnreachable={onUnreachable} />;
}

/** What of a picture or clip is shown, fetched when it is opened. */
export function LateClipSheet({ onUnreachable, ...props }: ClipSheetProps & Unreachable) {
  return <Late<ClipSheetProps> load={loadClip} with={props} onUnreachable={onUnreachable} />;
}
