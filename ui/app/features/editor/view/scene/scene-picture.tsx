import { Check, Image, Play } from '../../../../shared/ui/icons.ts';
import { currentPicture } from '../../../../shared/drafts/draft.ts';
import type { DraftVisual } from '../../../../shared/drafts/draft.ts';
import { isMoving } from '../../../../shared/drafts/scene-footage.ts';
import { clock } from '../../../../shared/format/format.ts';
import type { ImageStyle } from '../../../../shared/api/script.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { Badge } from '../../../../shared/ui/badge.tsx';
import { Frame } from '../../../../shared/ui/frame.tsx';

/** What is under way for a scene's picture. */
export type Work =
  | { readonly kind: 'drawing' }
  | { readonly kind: 'sending'; readonly percent: number }
  | { readonly kind: 'failed'; readonly words: string };

interface ScenePictureProps {
  readonly scene: DraftVisual;
  readonly style: ImageStyle;
  readonly work: Work | undefined;
}

export function ScenePicture({ scene, style, work }: ScenePictureProps) {
  const { editor, create, footage: words } = useStrings();
  const picture = currentPicture(scene, style);
  if (work?.kind === 'drawing') {
    return (
      <div className="frame frame--drawing frame--busy" role="status">
        <span className="drawing__label">{editor.redrawing}</span>
      </div>
    );
  }
  if (work?.kind === 'sending') {
    return (
      <div className="frame skeleton frame--sending">
        <span className="micro">{create.uploadPercent(work.percent)}</span>
      </div>
    );
  }
  const { footage } = scene;
  if (footage && !picture) {
    return (
      <Frame src={footage.preview} alt={scene.visual}>
        <Badge kind="ready" icon={isMoving(footage) ? <Play size={14} /> : <Image size={14} />}>
          {footage.seconds === undefined
            ? isMoving(footage)
              ? words.clip
              : words.photo
            : clock(footage.seconds)}
        </Badge>
      </Frame>
    );
  }
  return (
    <Frame src={picture?.url} alt={scene.visual} moves={picture?.moves === true} poster={picture?.poster}>
      {!picture && (
        <>
          <Image size={24} />
          <span className="frame__later">{editor.drawnLater}</span>
        </>
      )}
      {picture?.kind === 'own' && (
        <Badge kind="ready" icon={<Check size={16} />}>
          {editor.yours}
        </Badge>
      )}
    </Frame>
  );
}
