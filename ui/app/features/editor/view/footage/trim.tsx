import type { KeyboardEvent } from 'react';
import type { SceneClip } from '../../../../shared/drafts/draft.ts';
import { movedEnd } from '../../model/clip-use.ts';
import { tenths } from '../../../../shared/format/format.ts';
import { words } from './words.ts';

interface TrimProps {
  readonly part: readonly [from: number, to: number];
  readonly length: number;
  /** Where the film is, in seconds. */
  readonly at: number;
  readonly onChange: (change: Pick<SceneClip, 'fromSeconds' | 'toSeconds'>, at: number) => void;
}

/** The part of a clip that is shown, between two handles: arrows move one by a tenth of a second, with Shift by one. */
export function Trim({ part, length, at, onChange }: TrimProps) {
  const [from, to] = part;
  const move = (end: 'from' | 'to', seconds: number): void => {
    const change = movedEnd(part, end, seconds, length);
    onChange(change, end === 'from' ? (change.fromSeconds ?? 0) : (change.toSeconds ?? length));
  };
  const handle = (end: 'from' | 'to', value: number) => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      if (step === undefined || !event.shiftKey) return;
      event.preventDefault();
      move(end, value + step);
    };
    return (
      <input
        type="range"
        className="trim__handle"
        aria-label={words[end]}
        aria-valuetext={tenths('en', value)}
        min={0}
        max={length}
        step={0.1}
        value={value}
        onChange={({ target }) => move(end, target.valueAsNumber)}
        onKeyDown={onKeyDown}
      />
    );
  };
  const percent = (seconds: number): string => `${(seconds / length) * 100}%`;
  return (
    // A time line runs from the left in every language.
    <div className="trim" dir="ltr">
      <div className="trim__part" style={{ left: percent(from), right: percent(length - to) }} />
      <div className="trim__now" style={{ left: percent(Math.min(at, length)) }} />
      {handle('from', from)}
      {handle('to', to)}
    </div>
  );
}
