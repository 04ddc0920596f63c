import { useEffect, useRef, useState } from 'react';
import { Film } from './icons.ts';

export interface FilmStillProps {
  readonly src: string;
  readonly alt: string;
  /** What is shown until its first frame is there, and where the browser does not play it. */
  readonly poster?: string | undefined;
}

/** The first frame of a film; where the browser cannot show it (a codec that it does not know), its poster or an icon. */
export default function FilmStill({ src, alt, poster }: FilmStillProps) {
  const film = useRef<HTMLVideoElement>(null);
  const [unseen, setUnseen] = useState(false);
  const look = (): void => {
    const element = film.current;
    // Of a film with sound a browser may know the sound alone.
    const isDark = element !== null && element.readyState > 0 && element.videoWidth === 0;
    if (isDark || element?.error) setUnseen(true);
  };
  // It may have failed before this page's scripts ran.
  useEffect(look, []);
  if (!unseen) {
    return (
      <video
        ref={film}
        className="frame__picture"
        src={src}
        poster={poster}
        aria-label={alt}
        width={1080}
        height={1920}
        muted
        playsInline
        preload="metadata"
        onLoadedMetadata={look}
        onError={look}
      />
    );
  }
  if (poster !== undefined) {
    return <img className="frame__picture" src={poster} alt={alt} width={1080} height={1920} />;
  }
  return (
    <div className="frame__picture frame__unseen" role="img" aria-label={alt}>
      <Film size={24} />
    </div>
  );
}
