import { SCRIPT_LIMITS } from '@shortfactory/core';
import { useMemo } from 'react';
import { randomId } from '../../../../shared/browser/browser-features.ts';
import type { DraftCut } from '../../../../shared/drafts/draft.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { Counter } from '../../../../shared/ui/counter.tsx';
import { Scissors, Trash2 } from '../../../../shared/ui/icons.ts';
import { cutPlaces, cutWords, withCutAt } from '../../model/cuts.ts';
import type { CutWord } from '../../model/cuts.ts';
import type { Change } from '../../model/change.ts';
import type { SceneCardProps } from './scene-card.tsx';
import { ScenePicture } from './scene-picture.tsx';
import { SceneVisual } from './scene-visual.tsx';
import { useSceneWork } from './use-scene-work.ts';

interface SceneCutsProps extends Pick<
  SceneCardProps,
  'scene' | 'n' | 'scenes' | 'settings' | 'limits' | 'sources' | 'apply'
> {
  /** About how long the scene is. */
  readonly seconds: number;
}

/** What a scene shows after its own visual, each from a word on, and the way to one more. */
export function SceneCuts(props: SceneCutsProps) {
  const { scene, n, settings, apply } = props;
  const { cuts = [], narration } = scene;
  const { language } = settings;
  const { editor } = useStrings();
  const words = useMemo(() => cutWords(narration, language), [narration, language]);
  const places = cutPlaces(scene, language);
  const next = wordAfter(words, places);
  const set = (word: CutWord, key: string): void =>
    apply({ kind: 'cuts', at: n - 1, cuts: withCutAt(scene, word, language, key) });
  return (
    <>
      {cuts.map((cut, index) => (
        <SceneCut
          key={cut.key}
          {...props}
          cut={cut}
          index={index}
          words={words.filter(({ place }) => place === places[index] || !places.includes(place))}
          place={places[index]}
          onWord={(word) => set(word, cut.key)}
        />
      ))}
      {next && cuts.length < SCRIPT_LIMITS.cuts && (
        <div className="scene-edit__ways">
          <button type="button" className="text-button" onClick={() => set(next, randomId())}>
            <Scissors size={16} />
            {editor.cuts.add}
          </button>
        </div>
      )}
    </>
  );
}

/** The word in the middle of what is said after the last cut. */
function wordAfter(words: readonly CutWord[], places: readonly (number | undefined)[]): CutWord | undefined {
  const last = Math.max(0, ...places.map((place) => place ?? 0));
  const left = words.filter(({ place }) => place > last);
  return left[Math.floor(left.length / 2)];
}

interface SceneCutProps extends SceneCutsProps {
  readonly cut: DraftCut;
  /** Among the scene's cuts. */
  readonly index: number;
  /** Those at which no other cut is. */
  readonly words: readonly CutWord[];
  /** Of its word; absent where that is not said. */
  readonly place: number | undefined;
  readonly onWord: (word: CutWord) => void;
}

function SceneCut(props: SceneCutProps) {
  const { scene, n, scenes, settings, limits, sources, cut, index, words, place, onWord, apply } = props;
  const { cuts = [] } = scene;
  const { at, key, ...visual } = cut;
  const { editor } = useStrings();
  const toCut = (change: Change): void =>
    apply(change.kind === 'picture' || change.kind === 'footage' ? { ...change, cut: key } : change);
  // Drawn, searched and cut as a scene's own is.
  const { searches: _searches, picture: _picture, footage: _footage, ...rest } = scene;
  const shown = { ...rest, ...visual };
  const { work, send, draw, fail } = useSceneWork(shown, n, settings, toCut);
  const id = `cut-${scene.key}-${key}`;
  return (
    <fieldset className="cut">
      <legend className="unseen">{editor.cuts.of(index + 2, n)}</legend>
      <div className="cut__picture">
        <ScenePicture scene={shown} style={settings.imageStyle} work={work} />
      </div>
      <div className="cut__fields">
        <div className="cut__row">
          <label className="label" htmlFor={`${id}-word`}>
            {editor.cuts.from}
          </label>
          <select
            id={`${id}-word`}
            className="cut__word select__field"
            value={place ?? ''}
            lang={settings.language}
            aria-describedby={place === undefined ? `${id}-unsaid` : undefined}
            onChange={(event) => {
              const word = words.find((each) => each.place === Number(event.target.value));
              if (word) onWord(word);
            }}
          >
            {place === undefined && <option value="">{editor.cuts.unsaid(at)}</option>}
            {words.map(({ place: each, word }) => (
              <option key={each} value={each}>
                {word}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="icon-button"
            aria-label={`${editor.cuts.of(index + 2, n)}: ${editor.cuts.remove}`}
            onClick={() => apply({ kind: 'cuts', at: n - 1, cuts: cuts.filter((each) => each !== cut) })}
          >
            <Trash2 size={16} />
          </button>
        </div>
        {place === undefined && (
          <p id={`${id}-unsaid`} className="scene-edit__failed">
            {editor.cuts.choose}
          </p>
        )}
        <label className="unseen" htmlFor={`${id}-visual`}>
          {editor.picture}
        </label>
        <textarea
          id={`${id}-visual`}
          className="scene-edit__visual"
          rows={1}
          value={visual.visual}
          aria-describedby={`${id}-counter`}
          lang={settings.language}
          dir="auto"
          placeholder={editor.empty.visual}
          onChange={(event) => {
            const written = event.target.value.replaceAll('\n', ' ');
            apply({ kind: 'write', at: n - 1, cut: key, visual: written });
          }}
        />
        <Counter
          id={`${id}-counter`}
          counted={[{ now: visual.visual.length, most: limits.visualChars, unit: 'characters' }]}
          onlyNear
        />
        <SceneVisual
          {...{ n, settings, sources }}
          scene={shown}
          seconds={props.seconds / (cuts.length + 1)}
          shown={scenes.map(({ footage }) => footage)}
          isDrawing={work?.kind === 'drawing'}
          apply={toCut}
          onFile={(file) => void send(file)}
          onDraw={() => void draw()}
          onFault={fail}
        />
        <p className="scene-edit__failed" role="status">
          {work?.kind === 'failed' && work.words}
        </p>
      </div>
    </fieldset>
  );
}
