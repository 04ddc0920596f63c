import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { focusAt, windowOf } from '../../model/clip-use.ts';
import type { MIDDLE } from '../../model/clip-use.ts';
import { words } from './words.ts';

interface CropPadProps {
  /** The picture or film; it says its size by `onSize`. */
  readonly media: (onSize: (width: number, height: number) => void) => ReactNode;
  /** Width ÷ height of the video. */
  readonly frame: number;
  readonly fit: 'fill' | 'fit';
  readonly focus: typeof MIDDLE;
  readonly isPhoto: boolean;
  readonly onFocus: (focus: typeof MIDDLE) => void;
  readonly children?: ReactNode;
}

const MOST_HEIGHT_PX = 300;
/** An arrow moves the focus by so much; with Shift by ten times that. */
const STEP = 0.01;

/** All of a picture, with what the viewer sees of it in a bright window that follows the focus. */
export function CropPad({ media, frame, fit, focus, isPhoto, onFocus, children }: CropPadProps) {
  const pad = useRef<HTMLDivElement>(null);
  const [ratio, setRatio] = useState<number>();
  const moveTo = ({ clientX, clientY }: PointerEvent): void => {
    const at = pad.current?.getBoundingClientRect();
    if (at) onFocus(focusAt((clientX - at.left) / at.width, (clientY - at.top) / at.height));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const [x, y] = ARROWS[event.key] ?? [0, 0];
    if (x === 0 && y === 0) return;
    event.preventDefault();
    const step = event.shiftKey ? STEP * 10 : STEP;
    onFocus(focusAt(focus.x + x * step, focus.y + y * step));
  };
  const percent = (part: number): string => `${part * 100}%`;
  const { left, top, width, height } = windowOf(ratio ?? frame, frame, focus, isPhoto);
  return (
    <div
      ref={pad}
      className="crop"
      // Set by a script, which the policy allows.
      style={
        ratio === undefined
          ? undefined
          : { aspectRatio: ratio, width: `min(100%, ${Math.round(MOST_HEIGHT_PX * ratio)}px)` }
      }
    >
      {media((wide, high) => high > 0 && setRatio(wide / high))}
      {fit === 'fill' && ratio !== undefined && (
        <div
          className="crop__pad"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            moveTo(event);
          }}
          onPointerMove={(event) => event.buttons > 0 && moveTo(event)}
        >
          <div
            className="crop__window"
            style={{ left: percent(left), top: percent(top), width: percent(width), height: percent(height) }}
          />
          <div
            className="crop__focus"
            role="slider"
            tabIndex={0}
            aria-label={words.focus}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(focus.x * 100)}
            aria-valuetext={words.focusIs(focus.x, focus.y)}
            style={{ left: percent(focus.x), top: percent(focus.y) }}
            onKeyDown={onKeyDown}
          />
        </div>
      )}
      {children}
    </div>
  );
}

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
