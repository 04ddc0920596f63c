import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { currentPicture } from '../../../../shared/drafts/draft.ts';
import type { DraftScene, DraftSettings, SceneClip } from '../../../../shared/drafts/draft.ts';
import { isMoving } from '../../../../shared/drafts/scene-footage.ts';
import type { SceneFootage } from '../../../../shared/drafts/scene-footage.ts';
import { ACCEPT_SHOWN } from '../../../../shared/api/upload.ts';
import type { Options } from '../../../../shared/api/script.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { Maximize, Pencil, RefreshCw, Scissors, Search, Undo2, Upload } from '../../../../shared/ui/icons.ts';
import type { Change } from '../../model/change.ts';
import type { Shown } from '../footage/clip-card.tsx';
import { LateClipSheet, LateFootageSheet } from '../footage/late-sheets.tsx';
import { FootageLine } from './footage-line.tsx';

interface SceneVisualProps {
  readonly scene: DraftScene;
  /** From 1. */
  readonly n: number;
  /** About how long the scene is. */
  readonly seconds: number;
  readonly settings: DraftSettings;
  readonly sources: Options['footage']['sources'];
  /** What the scenes of the draft show of others, in order. */
  readonly shown: readonly (SceneFootage | undefined)[];
  readonly isDrawing: boolean;
  readonly apply: (change: Change) => void;
  readonly onFile: (file: File) => void;
  readonly onDraw: () => void;
  readonly onFault: (sentence: string) => void;
}

/** What a scene shows that is not drawn, what of it, and the ways to something else. */
export function SceneVisual(props: SceneVisualProps) {
  const { scene, n, seconds, settings, sources, shown, apply, onFile, onDraw, onFault } = props;
  const { editor } = useStrings();
  const file = useRef<HTMLInputElement>(null);
  const [sheet, setSheet] = useState<'find' | 'adjust'>();
  const close = (): void => setSheet(undefined);
  const [unreachable] = useState(() => () => {
    setSheet(undefined);
    onFault(editor.unreachable);
  });
  const at = n - 1;
  const picture = currentPicture(scene, settings.imageStyle);
  const { footage } = scene;
  const own = picture?.kind === 'own' ? picture : undefined;
  const clip = own?.clip ?? footage?.clip;
  const adjusted = own ? ownShown(own, scene) : footage && footageShown(footage, scene);
  const aspect = settings.aspects[0] ?? '9:16';
  const adjust = (to: SceneClip): void => {
    if (own) apply({ kind: 'picture', at, picture: { ...own, clip: to } });
    else if (footage) apply({ kind: 'footage', at, footage: { ...footage, clip: to } });
    close();
  };
  return (
    <>
      {footage && !own && <FootageLine footage={footage} />}
      {clip && editor.shownSo(clip) !== '' && <p className="scene-edit__shown">{editor.shownSo(clip)}</p>}
      <div className="scene-edit__ways">
        <Way icon={<Search size={16} />} onClick={() => setSheet('find')}>
          {footage && !own ? editor.findAnother : editor.find}
        </Way>
        {adjusted && (
          <Way
            icon={adjusted.kind === 'clip' ? <Scissors size={16} /> : <Maximize size={16} />}
            onClick={() => setSheet('adjust')}
          >
            {editor.adjust[adjusted.kind]}
          </Way>
        )}
        {!own && (
          <Way icon={<Upload size={16} />} onClick={() => file.current?.click()}>
            {editor.own}
          </Way>
        )}
        {adjusted ? (
          <Way icon={<Undo2 size={16} />} onClick={() => apply({ kind: 'footage', at, footage: undefined })}>
            {editor.drawInstead}
          </Way>
        ) : (
          <Way
            icon={picture ? <RefreshCw size={16} /> : <Pencil size={16} />}
            off={props.isDrawing || scene.visual.trim() === ''}
            onClick={onDraw}
          >
            {picture ? editor.redraw : editor.drawNow}
          </Way>
        )}
        <input
          ref={file}
          type="file"
          hidden
          accept={ACCEPT_SHOWN}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            event.target.value = '';
            if (chosen) onFile(chosen);
          }}
        />
      </div>
      {sheet === 'find' && (
        <LateFootageSheet
          {...{ scene, n, seconds, aspect, shown, sources }}
          language={settings.language}
          onUse={(found) => {
            apply({ kind: 'footage', at, footage: found });
            close();
          }}
          onOwn={() => {
            close();
            file.current?.click();
          }}
          onFile={(dropped) => {
            close();
            onFile(dropped);
          }}
          onClose={close}
          onUnreachable={unreachable}
        />
      )}
      {sheet === 'adjust' && adjusted && (
        <LateClipSheet
          shown={adjusted}
          clip={clip ?? {}}
          {...{ n, aspect }}
          sceneSeconds={seconds}
          about={footage && !own && <FootageLine footage={footage} />}
          onUse={adjust}
          onClose={close}
          onUnreachable={unreachable}
        />
      )}
    </>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly off?: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

function Way({ icon, off = false, onClick, children }: WayProps) {
  return (
    <button type="button" className="text-button" disabled={off} onClick={onClick}>
      {icon}
      {children}
    </button>
  );
}

function ownShown(
  { url, moves, poster, clip }: NonNullable<DraftScene['picture']>,
  { visual }: DraftScene,
): Shown {
  // A draft of before knows a clip by how it is shown.
  const isClip = moves === true || clip?.fromSeconds !== undefined || clip?.toSeconds !== undefined;
  return isClip
    ? { kind: 'clip', name: visual, ...(moves ? { film: url, picture: poster } : { picture: url }) }
    : { kind: 'photo', name: visual, picture: url };
}

function footageShown(footage: SceneFootage, { visual }: DraftScene): Shown {
  const { preview, film, seconds, about } = footage;
  const name = about === undefined || about.title === '' ? visual : about.title;
  return { kind: isMoving(footage) ? 'clip' : 'photo', name, picture: preview, film, seconds };
}
