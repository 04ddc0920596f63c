import { useState } from 'react';
import type { ReactNode } from 'react';
import type { SceneClip } from '../../../../shared/drafts/draft.ts';
import { PanelSheet } from '../../../../shared/late/panel-sheet.tsx';
import { ClipCard } from './clip-card.tsx';
import type { ClipCardProps } from './clip-card.tsx';
import { words } from './words.ts';
import './footage-sheet.css';

export interface ClipSheetProps extends Omit<ClipCardProps, 'onChange'> {
  /** Over the card. */
  readonly about?: ReactNode;
  readonly onUse: (clip: SceneClip) => void;
  readonly onClose: () => void;
}

/** What of a scene's own picture or clip is shown, or of one that was found before. */
export default function ClipSheet({ about, onUse, onClose, ...card }: ClipSheetProps) {
  const [clip, setClip] = useState(card.clip);
  const { kind } = card.shown;
  return (
    <PanelSheet
      title={kind === 'clip' ? words.clipTitle(card.n) : words.pictureTitle(card.n)}
      className="clip-sheet"
      bodyClassName="clip-sheet__body"
      first=".segment__input:checked"
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="button" className="button button--primary" onClick={() => onUse(clip)}>
            {words.keep}
          </button>
        </>
      }
    >
      {about}
      <ClipCard {...card} clip={clip} onChange={setClip} />
    </PanelSheet>
  );
}
