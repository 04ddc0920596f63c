import type { JobJson } from '@shortfactory/contract';
import {
  Captions,
  CaptionsOff,
  Maximize,
  Pause,
  Play,
  Volume2,
  VolumeX,
} from '../../../../shared/ui/icons.ts';
import { useHydrated } from '../../../../shared/browser/hydrated.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { usePlayer } from '../../model/use-player.ts';
import { Scrubber } from './scrubber.tsx';

interface PlayerProps {
  readonly job: JobJson;
  readonly output: JobJson['outputs'][number];
}

/** The finished video with controls of its own; without scripts, with the browser's. */
export function Player({ job, output }: PlayerProps) {
  const { player } = useStrings().video;
  const hydrated = useHydrated();
  const starts = sceneStarts(job, output.seconds);
  const { video, screen, state, seek, toggle, mute, caption, full, onKeyDown, on } = usePlayer(
    output.seconds,
    starts,
  );
  const shape =
    output.widthPx > output.heightPx ? 'wide' : output.widthPx === output.heightPx ? 'square' : 'tall';
  return (
    <div
      ref={screen}
      className={`screen screen--${shape}`}
      role="group"
      aria-label={player.label(job.title)}
      onKeyDown={onKeyDown}
    >
      <div className="player">
        <video
          ref={video}
          className="player__video"
          src={output.url}
          poster={job.poster}
          width={output.widthPx}
          height={output.heightPx}
          preload="metadata"
          playsInline
          controls={!hydrated}
          onClick={toggle}
          {...on}
        >
          {job.captions && (
            <track
              kind="captions"
              src={job.captions.vtt}
              srcLang={job.script?.language ?? 'en'}
              label={player.track}
            />
          )}
        </video>
        {state.failed && (
          <p className="player__failed" role="alert">
            {player.failed}
          </p>
        )}
        <div className="player__controls needs-script">
          <Scrubber starts={starts} length={output.seconds} now={state.now} onSeek={seek} />
          <div className="player__buttons">
            <button
              type="button"
              className="icon-button"
              aria-label={state.playing ? player.pause : player.play}
              onClick={toggle}
            >
              {state.playing ? <Pause size={24} /> : <Play size={24} />}
            </button>
            <span className="player__time tabular">{player.time(state.now, output.seconds)}</span>
            {job.captions && (
              <button
                type="button"
                className="icon-button"
                aria-label={state.captions ? player.captionsOff : player.captionsOn}
                aria-pressed={state.captions}
                onClick={caption}
              >
                {state.captions ? <CaptionsOff size={20} /> : <Captions size={20} />}
              </button>
            )}
            <button
              type="button"
              className="icon-button"
              aria-label={state.muted ? player.unmute : player.mute}
              aria-pressed={state.muted}
              onClick={mute}
            >
              {state.muted ? <VolumeX size={20} /> : <Volume2 size={20} />}
            </button>
            <button type="button" className="icon-button" aria-label={player.full} onClick={full}>
              <Maximize size={20} />
            </button>
          </div>
        </div>
      </div>
    </div>
  );
}

/** When each scene begins: as long as it is spoken, stretched to the whole. */
function sceneStarts({ scenes }: JobJson, length: number): number[] {
  const spoken = scenes.map(({ narrationSeconds }) => narrationSeconds ?? 0);
  const whole = spoken.reduce((sum, each) => sum + each, 0);
  if (whole === 0) return [0];
  let at = 0;
  return spoken.map((each) => {
    const start = (at / whole) * length;
    at += each;
    return start;
  });
}
