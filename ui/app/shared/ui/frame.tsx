import type { ReactNode } from 'react';
import { FilmStill } from './film-still.tsx';

interface FrameProps {
  /** Address of the picture; without one the frame waits. */
  readonly src?: string | undefined;
  readonly alt: string;
  /** The picture is a film: its first frame is shown. */
  readonly moves?: boolean;
  /** Of a film: what is shown until its first frame is there. */
  readonly poster?: string | undefined;
  /** Stands on the belt: its lower corners are square. */
  readonly onBelt?: boolean;
  readonly lazy?: boolean;
  /** Grey, as what has stopped is shown. */
  readonly faded?: boolean;
  readonly children?: ReactNode;
}

/** The unit of the interface: a 9:16 picture, or the place where one will be. */
export function Frame({
  src,
  alt,
  moves = false,
  poster,
  onBelt = false,
  lazy = false,
  faded = false,
  children,
}: FrameProps) {
  const shape = `frame${onBelt ? ' frame--belt' : ''}`;
  if (src === undefined) return <div className={`${shape} frame--waiting`}>{children}</div>;
  return (
    <div className={`${shape}${faded ? ' frame--faded' : ''}`}>
      {moves ? (
        <FilmStill src={src} alt={alt} poster={poster} />
      ) : (
        <img
          className="frame__picture"
          src={src}
          alt={alt}
          width={1080}
          height={1920}
          loading={lazy ? 'lazy' : undefined}
          decoding="async"
        />
      )}
      {children}
    </div>
  );
}

/** How far something is, as a bar. The width is an attribute, not a style: the policy allows no inline style. */
export function Bar({ percent, className }: { percent: number; className: string }) {
  return (
    <svg className={className} width="100%" height="8" aria-hidden="true" preserveAspectRatio="none">
      <rect className="bar__track" width="100%" height="8" />
      <rect className="bar__done" width={`${percent}%`} height="8" />
    </svg>
  );
}
