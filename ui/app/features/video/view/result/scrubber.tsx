import { useStrings } from '../../../../shared/strings/context.tsx';

interface ScrubberProps {
  /** When each scene begins, in seconds. */
  readonly starts: readonly number[];
  readonly length: number;
  readonly now: number;
  readonly onSeek: (to: number) => void;
}

/** Between two pieces, in percent of the whole. */
const GAP = 1;

/** Where the video is, a piece for each scene. A slider of the platform lies over the drawing. */
export function Scrubber({ starts, length, now, onSeek }: ScrubberProps) {
  const { player } = useStrings().video;
  const at = (seconds: number): number => (length === 0 ? 0 : (seconds / length) * 100);
  const scene = Math.max(1, starts.filter((start) => start <= now + 0.01).length);
  return (
    <div className="scrubber">
      <svg className="scrubber__drawing" aria-hidden="true">
        {starts.map((start, index) => {
          const left = at(start);
          const width = Math.max(
            0.2,
            at(starts[index + 1] ?? length) - left - (index + 1 < starts.length ? GAP : 0),
          );
          const done = Math.min(width, Math.max(0, at(now) - left));
          return (
            <g key={start}>
              <rect className="scrubber__track" x={`${left}%`} width={`${width}%`} height="6" rx="2" />
              <rect className="scrubber__done" x={`${left}%`} width={`${done}%`} height="6" rx="2" />
            </g>
          );
        })}
      </svg>
      <input
        type="range"
        className="scrubber__input"
        min={0}
        max={length}
        step={0.1}
        value={now}
        aria-label={player.seek}
        aria-valuetext={`${player.at(now, length)}, ${player.scene(scene, starts.length)}`}
        onChange={(event) => onSeek(Number(event.target.value))}
      />
    </div>
  );
}
