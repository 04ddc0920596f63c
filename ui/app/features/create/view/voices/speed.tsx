import { useEffect, useRef } from 'react';
import { words } from './words.ts';

const STEP = 0.05;

interface SpeedProps {
  readonly speed: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (speed: number) => void;
}

/** How fast the voices speak, in steps of a twentieth. */
export function Speed({ speed, least, most, onChange }: SpeedProps) {
  const rail = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The policy lets no style attribute through, but a script may set one.
    rail.current?.style.setProperty('--at', `${((speed - least) / (most - least)) * 100}%`);
  }, [speed, least, most]);
  return (
    <div className="slider">
      <div className="slider__head">
        <label className="label" htmlFor="voice-speed">
          {words.speed}
        </label>
        <output className="slider__value" htmlFor="voice-speed">
          {words.times(speed)}
        </output>
      </div>
      <input
        ref={rail}
        className="slider__input"
        id="voice-speed"
        type="range"
        min={least}
        max={most}
        step={STEP}
        value={speed}
        aria-valuetext={words.times(speed)}
        onChange={(event) => onChange(Math.round(Number(event.target.value) * 100) / 100)}
      />
      <div className="slider__ends" aria-hidden="true">
        <span>{words.slow(least)}</span>
        <span>{words.fast(most)}</span>
      </div>
    </div>
  );
}
