import { useEffect, useRef } from 'react';
import './slider.css';

interface SliderProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** A value in words. */
  readonly words: (value: number) => string;
  /** What stands at its two ends. */
  readonly ends: readonly [string, string];
  readonly onChange: (value: number) => void;
}

/** A range with its value in words. */
export function Slider({ id, label, value, least, most, step, words, ends, onChange }: SliderProps) {
  const rail = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The policy lets no style attribute through, but a script may set one.
    rail.current?.style.setProperty('--at', `${((value - least) / (most - least)) * 100}%`);
  }, [value, least, most]);
  return (
    <div className="slider">
      <div className="slider__head">
        <label className="label" htmlFor={id}>
          {label}
        </label>
        <output className="slider__value" htmlFor={id}>
          {words(value)}
        </output>
      </div>
      <input
        ref={rail}
        className="slider__input"
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={words(value)}
        onChange={(event) => onChange(Math.round(Number(event.target.value) * 100) / 100)}
      />
      <div className="slider__ends" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </div>
  );
}
