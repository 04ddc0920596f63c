import { Pause, Play } from '../../../shared/ui/icons.ts';
import { useRef, useState } from 'react';
import type { ImageStyle } from '../../../shared/api/script.ts';
import { useStrings } from '../../../shared/strings/context.tsx';

/** A few seconds of what comes out, in the chosen style: made by the product itself (see scripts/samples.ts). */
export function Sample({ style }: { style: ImageStyle }) {
  const { create } = useStrings();
  const video = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  const toggle = (): void => {
    if (playing) video.current?.pause();
    else void video.current?.play();
  };
  return (
    <figure className="sample">
      <div className="sample__screen">
        <video
          ref={video}
          key={style}
          className="sample__video"
          src={`/samples/${style}.mp4`}
          poster={`/samples/${style}.jpg`}
          width={276}
          height={491}
          preload="none"
          playsInline
          aria-label={create.sample(create.styles[style], 'Nora')}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={(event) => event.currentTarget.load()}
        />
        <button
          type="button"
          className="sample__play"
          aria-label={playing ? create.stopSample : create.playSample}
          onClick={toggle}
        >
          {playing ? <Pause size={24} /> : <Play size={24} />}
        </button>
      </div>
      <figcaption className="small quiet">{create.sample(create.styles[style], 'Nora')}</figcaption>
    </figure>
  );
}
