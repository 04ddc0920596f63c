import { Pencil, RefreshCw, Undo2, Upload } from '../../../../shared/ui/icons.ts';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import type { Change } from '../../model/change.ts';
import { currentPicture } from '../../../../shared/drafts/draft.ts';
import type { DraftScene, DraftSettings } from '../../../../shared/drafts/draft.ts';
import { markedIn, warningOf, wordsBefore } from '../../model/scene-warning.ts';
import type { SceneWarning } from '../../model/scene-warning.ts';
import type { Review } from '../../model/use-review.ts';
import type { Options } from '../../../../shared/api/script.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { ACCEPT_SHOWN } from '../../../../shared/api/upload.ts';
import { Counter } from '../../../../shared/ui/counter.tsx';
import { ClipFields } from './clip-fields.tsx';
import { NarrationField } from './narration-field.tsx';
import type { Marked } from './narration-field.tsx';
import { SceneMenu } from './scene-menu.tsx';
import type { SceneActions } from './scene-menu.tsx';
import { ScenePicture } from './scene-picture.tsx';
import { SceneRecording } from './scene-recording.tsx';
import { useSceneWork } from './use-scene-work.ts';
import { Warning } from './warning.tsx';

export interface SceneCardProps {
  readonly scene: DraftScene;
  readonly n: number;
  readonly of: number;
  readonly settings: DraftSettings;
  readonly review: Review;
  readonly limits: Options['limits'];
  readonly actions: SceneActions;
  readonly apply: (change: Change) => void;
}

/** One scene: its picture, what is said, what is shown, and what would not look right. */
export function SceneCard({ scene, n, of, settings, review, limits, actions, apply }: SceneCardProps) {
  const { editor } = useStrings();
  const { work, send, draw } = useSceneWork(scene, n, settings, apply);
  const file = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const at = n - 1;
  const picture = currentPicture(scene, settings.imageStyle);
  const warning = warningOf(scene, review);
  const warned = warning?.kind === 'too-long' || warning?.kind === 'glyph';
  const warningId = `warning-${scene.key}`;
  const marked = markedIn(scene.narration, warning);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) void send(dropped);
  };
  return (
    <div
      className={`card scene-edit__card${warned ? ' scene-edit__card--warned' : ''}${over ? ' scene-edit__card--over' : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className="scene-edit__body">
        <div className="scene-edit__picture">
          <ScenePicture scene={scene} style={settings.imageStyle} work={work} />
          {over && <p className="scene-edit__drop">{editor.dropPicture}</p>}
        </div>
        <div className="scene-edit__fields">
          <div className="scene-edit__row">
            <span className="label">{editor.narration}</span>
            <Counter
              id={`narration-counter-${scene.key}`}
              counted={[{ now: scene.narration.length, most: limits.narrationChars, unit: 'characters' }]}
              onlyNear
            />
            <span
              className={`scene-edit__seconds tabular${warning?.kind === 'too-long' ? ' scene-edit__seconds--long' : ''}`}
            >
              {editor.seconds(review.of(scene.narration).seconds)}
            </span>
            <SceneMenu id={`more-${scene.key}`} n={n} of={of} actions={actions} />
          </div>
          <NarrationField
            id={`narration-${scene.key}`}
            value={scene.narration}
            language={settings.language}
            scene={n}
            counterId={`narration-counter-${scene.key}`}
            marked={marked}
            warningId={warned ? warningId : undefined}
            onChange={(narration) => apply({ kind: 'write', at, narration })}
          />
          {scene.restsOn !== undefined && <p className="small quiet">{editor.restsOn(scene.restsOn)}</p>}
          <SceneRecording
            scene={scene}
            n={n}
            language={settings.language}
            seconds={review.of(scene.narration).seconds}
            onChange={(recording) => apply({ kind: 'record', at, recording })}
          />
          <div className="scene-edit__detail">
            <label className="label" htmlFor={`visual-${scene.key}`}>
              {editor.picture}
            </label>
            <Counter
              id={`visual-counter-${scene.key}`}
              counted={[{ now: scene.visual.length, most: limits.visualChars, unit: 'characters' }]}
              onlyNear
            />
            <textarea
              id={`visual-${scene.key}`}
              className="scene-edit__visual"
              rows={1}
              value={scene.visual}
              aria-describedby={`visual-counter-${scene.key}`}
              lang={settings.language}
              dir="auto"
              placeholder={editor.empty.visual}
              onChange={(event) =>
                apply({ kind: 'write', at, visual: event.target.value.replaceAll('\n', ' ') })
              }
            />
            {picture?.kind === 'own' && picture.clip && (
              <ClipFields
                id={scene.key}
                clip={picture.clip}
                onChange={(clip) => apply({ kind: 'picture', at, picture: { ...picture, clip } })}
              />
            )}
            <div className="scene-edit__ways">
              {picture?.kind === 'own' ? (
                <button
                  type="button"
                  className="text-button"
                  onClick={() => apply({ kind: 'picture', at, picture: undefined })}
                >
                  <Undo2 size={16} />
                  {editor.drawInstead}
                </button>
              ) : (
                <>
                  <button type="button" className="text-button" onClick={() => file.current?.click()}>
                    <Upload size={16} />
                    {editor.own}
                  </button>
                  <button
                    type="button"
                    className="text-button"
                    disabled={work?.kind === 'drawing' || scene.visual.trim() === ''}
                    onClick={() => void draw()}
                  >
                    {picture ? <RefreshCw size={16} /> : <Pencil size={16} />}
                    {picture ? editor.redraw : editor.drawNow}
                  </button>
                </>
              )}
              <input
                ref={file}
                type="file"
                hidden
                accept={ACCEPT_SHOWN}
                onChange={(event) => {
                  const [chosen] = event.target.files ?? [];
                  event.target.value = '';
                  if (chosen) void send(chosen);
                }}
              />
            </div>
          </div>
          <p className="scene-edit__failed" role="status">
            {work?.kind === 'failed' && work.words}
          </p>
        </div>
      </div>
      {warned && <SceneWarningNote {...{ scene, at, warning, warningId, marked, apply }} />}
    </div>
  );
}

interface NoteProps {
  readonly scene: DraftScene;
  readonly at: number;
  readonly warning: SceneWarning | undefined;
  readonly warningId: string;
  readonly marked: readonly Marked[];
  readonly apply: (change: Change) => void;
}

function SceneWarningNote({ scene, at, warning, warningId, marked, apply }: NoteProps) {
  const { editor } = useStrings();
  const { warnings } = editor;
  const keep = { words: editor.keep, act: () => apply({ kind: 'keep', at }) };
  const rewrite = (): void => {
    const field = document.getElementById(`narration-${scene.key}`);
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.focus();
    const [first] = marked;
    if (first) field.setSelectionRange(first.start, first.end);
  };
  if (warning?.kind === 'too-long') {
    const { splitAt } = warning;
    const split = splitAt !== undefined && {
      words: editor.split(wordsBefore(scene.narration, splitAt)),
      icon: 'split' as const,
      act: () => apply({ kind: 'split', at, offset: splitAt }),
    };
    return (
      <Warning
        id={warningId}
        title={warnings.tooLong}
        detail={warnings.tooLongDetail(warning.seconds)}
        fix={split || { words: editor.wording, icon: 'write', act: rewrite }}
        keep={keep}
      />
    );
  }
  if (warning?.kind !== 'glyph') return null;
  return (
    <Warning
      id={warningId}
      title={warnings.glyph(warning.chars)}
      detail={warnings.glyphDetail(warning.chars.length)}
      fix={{ words: editor.wording, icon: 'write', act: rewrite }}
      keep={keep}
    />
  );
}
