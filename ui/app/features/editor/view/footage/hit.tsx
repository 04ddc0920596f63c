import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Found } from '../../../../shared/drafts/scene-footage.ts';
import { Check, Image, Play } from '../../../../shared/ui/icons.ts';
import { Badge } from '../../../../shared/ui/badge.tsx';
import { words } from './words.ts';

interface HitProps {
  readonly found: Found;
  /** From 1. */
  readonly n: number;
  readonly of: number;
  /** The scene that shows it already. */
  readonly usedIn: number | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onUse: () => void;
}

/** Under the pointer for so long, a clip plays. */
const REST_MS = 400;
/** Pictures that are about upright fill the tile as they are. */
const WIDE = 1;

/** A photo or clip that was found. Space plays a clip, Enter and a double click use it. */
export function Hit({ found, n, of, usedIn, isChosen, onChoose, onUse }: HitProps) {
  const { kind, title, author, source, licence, seconds, widthPx, heightPx, preview, film } = found;
  const [playing, setPlaying] = useState(false);
  const [broken, setBroken] = useState(false);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const name = title === '' ? words[kind] : title;
  const length = kind === 'clip' ? words.length(seconds ?? 0) : '';
  const by = words.by(author, source);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    if (event.key === 'Enter') onUse();
    else if (film !== undefined) setPlaying(!playing);
  };
  const stop = (): void => {
    clearTimeout(rest.current);
    setPlaying(false);
  };
  return (
    <label
      className="hit"
      onDoubleClick={onUse}
      onPointerEnter={({ pointerType }) => {
        if (pointerType !== 'mouse' || film === undefined || prefersStillness()) return;
        rest.current = setTimeout(() => setPlaying(true), REST_MS);
      }}
      onPointerLeave={stop}
    >
      <input
        type="radio"
        className="hit__input"
        name="footage-hit"
        aria-label={words.said(
          ...[name, `${words[kind]}${length === '' ? '' : `, ${length}`}`, by, words.licence(licence)],
          ...[n, of],
        )}
        checked={isChosen}
        onChange={onChoose}
        onKeyDown={onKeyDown}
        onBlur={stop}
      />
      <span className="hit__art">
        {broken ? (
          <span className="hit__none small">{words.noPreview}</span>
        ) : (
          <img
            src={preview}
            alt=""
            width={180}
            height={320}
            loading="lazy"
            decoding="async"
            onError={() => setBroken(true)}
          />
        )}
        {playing && <video src={film} muted autoPlay loop playsInline onError={stop} />}
        <Badge kind="ready" icon={kind === 'clip' ? <Play size={14} /> : <Image size={14} />}>
          {kind === 'clip' ? words.clock(seconds ?? 0) : words.photo}
        </Badge>
        {usedIn !== undefined && (
          <span className="hit__used">
            <Badge kind="ready" icon={<Check size={14} />}>
              {words.usedIn(usedIn)}
            </Badge>
          </span>
        )}
        {widthPx / heightPx > WIDE && <span className="hit__wide">{shapeOf(widthPx, heightPx)}</span>}
      </span>
      <span className="hit__name" dir="auto" title={name}>
        {isChosen && <Check size={14} />}
        {name}
      </span>
      <span className="hit__by" title={by}>
        {by}
      </span>
      <span className="hit__licence">{words.licence(licence)}</span>
    </label>
  );
}

/** `16:9` where it is about that, else how many times as wide as high. */
function shapeOf(width: number, height: number): string {
  const known = [
    ['16:9', 16 / 9],
    ['3:2', 3 / 2],
    ['4:3', 4 / 3],
  ] as const;
  const ratio = width / height;
  return (
    known.find(([, each]) => Math.abs(each - ratio) < 0.04)?.[0] ?? `${ratio.toFixed(1).replace('.0', '')}:1`
  );
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
