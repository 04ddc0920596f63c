import { CLIP_SPEED } from '@shortfactory/core';
import { useId } from 'react';
import type { SceneClip } from '../../../../shared/drafts/draft.ts';
import { Segments } from '../../../../shared/late/segments.tsx';
import { Slider } from '../../../../shared/late/slider.tsx';
import { Pause, Play } from '../../../../shared/ui/icons.ts';
import { MIDDLE, clipWith, partOf, ratioOf } from '../../model/clip-use.ts';
import { useFilm } from '../../model/use-film.ts';
import { CropPad } from './crop-pad.tsx';
import { SecondsFields } from './seconds-fields.tsx';
import { Trim } from './trim.tsx';
import { words } from './words.ts';
import './clip-card.css';

/** What a scene may show: a picture, or a film as far as there is one to look at. */
export interface Shown {
  readonly kind: 'photo' | 'clip';
  readonly name: string;
  readonly picture?: string | undefined;
  readonly film?: string | undefined;
  /** Of a clip, where it is known before it is played. */
  readonly seconds?: number | undefined;
}

export interface ClipCardProps {
  readonly shown: Shown;
  readonly clip: SceneClip;
  /** The video's first one, such as `9:16`. */
  readonly aspect: string;
  /** The scene, from 1, and about how long it is. */
  readonly n: number;
  readonly sceneSeconds: number;
  readonly onChange: (clip: SceneClip) => void;
}

/** What of a photo or clip is shown: how it fills the frame, what stays in it, and of a clip which part, how fast, how loud. */
export function ClipCard({ shown, clip, aspect, n, sceneSeconds, onChange }: ClipCardProps) {
  const { film, length, playing, at, unplayable, seek, toggle, on } = useFilm(clip, shown.seconds);
  const id = useId();
  const { fit = 'fill', focus = MIDDLE, speed = 1, sound = 'off' } = clip;
  const change = (to: SceneClip): void => onChange(clipWith(clip, to, length));
  const part = length === undefined ? undefined : partOf(clip, length);
  const plays = shown.film !== undefined && !unplayable;
  return (
    <div className="clip-card">
      <section className="clip-card__row">
        <div className="clip-card__head">
          <span className="label">{words.picture}</span>
          {fit === 'fill' && <span className="small quiet">{words.focusIs(focus.x, focus.y)}</span>}
        </div>
        <Segments
          name={`${id}fit`}
          label={words.picture}
          value={fit}
          choices={[
            ['fill', words.fit.fill],
            ['fit', words.fit.fit],
          ]}
          onChange={(to) => change({ fit: to })}
        />
        <CropPad
          frame={ratioOf(aspect)}
          fit={fit}
          focus={focus}
          isPhoto={shown.kind === 'photo'}
          onFocus={(to) => change({ focus: to })}
          media={(onSize) =>
            plays ? (
              <video
                ref={film}
                className="crop__media"
                src={shown.film}
                poster={shown.picture}
                aria-label={shown.name}
                preload="metadata"
                playsInline
                muted
                {...on}
                onLoadedMetadata={({ currentTarget }) => {
                  on.onLoadedMetadata();
                  onSize(currentTarget.videoWidth, currentTarget.videoHeight);
                }}
              />
            ) : (
              shown.picture !== undefined && (
                <img
                  className="crop__media"
                  src={shown.picture}
                  alt={shown.name}
                  onLoad={({ currentTarget }) =>
                    onSize(currentTarget.naturalWidth, currentTarget.naturalHeight)
                  }
                />
              )
            )
          }
        >
          {plays && (
            <button
              type="button"
              className="crop__play"
              aria-label={playing ? words.stop(shown.name) : words.play(shown.name)}
              onClick={toggle}
            >
              {playing ? <Pause size={20} /> : <Play size={20} fill="currentColor" />}
            </button>
          )}
        </CropPad>
        {fit === 'fill' && <p className="micro quiet">{words.focusHow}</p>}
      </section>
      {shown.kind === 'clip' && (
        <>
          <section className="clip-card__row">
            <div className="clip-card__head">
              <span className="label">{words.part}</span>
              {part && <span className="small quiet tabular">{words.partIs(...part)}</span>}
            </div>
            {part && length !== undefined ? (
              <>
                <Trim
                  part={part}
                  length={length}
                  at={at}
                  onChange={(to, shownAt) => {
                    change(to);
                    seek(shownAt);
                  }}
                />
                <p className="small quiet">{words.sits((part[1] - part[0]) / speed, sceneSeconds, n)}</p>
              </>
            ) : (
              // Until a film has said how long it is, there is nothing to hold.
              <>
                {plays ? <div className="trim skeleton" /> : <SecondsFields clip={clip} onChange={change} />}
              </>
            )}
            {unplayable && <p className="small quiet">{words.notPlayed}</p>}
          </section>
          <section className="clip-card__row">
            <Slider
              id={`${id}speed`}
              label={words.speed}
              value={speed}
              {...CLIP_SPEED}
              step={0.05}
              words={words.times}
              ends={[words.slow(CLIP_SPEED.least), words.fast(CLIP_SPEED.most)]}
              onChange={(to) => change({ speed: to })}
            />
          </section>
          <section className="clip-card__row">
            <span className="label">{words.sound}</span>
            <Segments
              name={`${id}sound`}
              label={words.sound}
              value={sound}
              choices={[
                ['off', words.sounds.off],
                ['under', words.sounds.under],
              ]}
              onChange={(to) => change({ sound: to })}
            />
          </section>
        </>
      )}
    </div>
  );
}
