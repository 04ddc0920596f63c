import { useState } from 'react';
import type { DragEvent } from 'react';
import type { Change } from '../../model/change.ts';
import type { DraftScene, DraftSettings } from '../../../../shared/drafts/draft.ts';
import { markedIn, warningOf, wordsBefore } from '../../model/scene-warning.ts';
import type { SceneWarning } from '../../model/scene-warning.ts';
import type { Review } from '../../model/use-review.ts';
import type { Options } from '../../../../shared/api/script.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { Counter } from '../../../../shared/ui/counter.tsx';
import { NarrationField } from './narration-field.tsx';
import type { Marked } from './narration-field.tsx';
import { SceneCuts } from './scene-cuts.tsx';
import { SceneMenu } from './scene-menu.tsx';
import type { SceneActions } from './scene-menu.tsx';
import { ScenePicture } from './scene-picture.tsx';
import { SceneRecording } from './scene-recording.tsx';
import { SceneVisual } from './scene-visual.tsx';
import { useSceneWork } from './use-scene-work.ts';
import { Warning } from './warning.tsx';

export interface SceneCardProps {
  readonly scene: DraftScene;
  readonly n: number;
  readonly of: number;
  /** All of the draft. */
  readonly scenes: readonly DraftScene[];
  readonly settings: DraftSettings;
  readonly review: Review;
  readonly limits: Options['limits'];
  /** Where photos and clips of others are searched. */
  readonly sources: Options['footage']['sources'];
  readonly actions: SceneActions;
  readonly apply: (change: Change) => void;
}

/** One scene: its picture, what is said, what is shown, and what would not look right. */
export function SceneCard(props: SceneCardProps) {
  const { scene, n, of, scenes, settings, review, limits, sources, actions, apply } = props;
  const { editor } = useStrings();
  const { work, send, draw, fail } = useSceneWork(scene, n, settings, apply);
  const [over, setOver] = useState(false);
  const at = n - 1;
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
            <SceneVisual
              {...{ scene, n, settings, sources, apply }}
              seconds={review.of(scene.narration).seconds}
              shown={scenes.map(({ footage }) => footage)}
              isDrawing={work?.kind === 'drawing'}
              onFile={(chosen) => void send(chosen)}
              onDraw={() => void draw()}
              onFault={fail}
            />
            <SceneCuts
              {...{ scene, n, scenes, settings, limits, sources, apply }}
              seconds={review.of(scene.narration).seconds}
            />
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
