import type { JobJson } from '@shortfactory/contract';
import { Captions, CloudOff, Image, Mic } from '../../../../shared/ui/icons.ts';
import type { ReactNode } from 'react';
import { substitutedScenes } from '../../../../shared/videos/degraded.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { drawingNow, drawingPercent } from '../../model/progress.ts';
import { Badge } from '../../../../shared/ui/badge.tsx';
import { Frame } from '../../../../shared/ui/frame.tsx';

/** The scenes as they are made, on their belt. */
export function Scenes({ job }: { job: JobJson }) {
  const { video } = useStrings();
  if (job.scenes.length === 0) return null;
  const now = job.status === 'running' ? drawingNow(job) : undefined;
  const offline = substitutedScenes(job.degraded);
  return (
    <section className="line scenes-section" aria-label={video.scenes}>
      <ol className="line__frames line__frames--rows scenes">
        {job.scenes.map((scene) => {
          const n = scene.index + 1;
          const visual = job.script?.scenes[scene.index]?.visual ?? video.scene(n);
          return (
            <li key={scene.index} className="scene">
              {scene.index === now ? (
                <Drawing percent={drawingPercent(job)} label={video.drawing} />
              ) : (
                <Frame src={scene.illustrationUrl} alt={visual} onBelt>
                  {scene.illustrationUrl === undefined && <span className="scene__number">{n}</span>}
                  {offline.includes(n) && (
                    <Badge kind="warn" icon={<CloudOff size={16} />}>
                      <span className="wide-only">{video.drawnOffline}</span>
                      <span className="narrow-only">{video.offline}</span>
                    </Badge>
                  )}
                </Frame>
              )}
              <div className="line__below scene__below">
                <span className="scene__name">{video.scene(n)}</span>
                <span className="pips">
                  <Pip
                    ready={scene.illustrationUrl !== undefined}
                    name={video.pips.picture}
                    icon={<Image size={16} />}
                  />
                  <Pip
                    ready={scene.narrationSeconds !== undefined}
                    name={video.pips.voice}
                    icon={<Mic size={16} />}
                  />
                  <Pip ready={scene.captioned} name={video.pips.captions} icon={<Captions size={16} />} />
                </span>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Pip({ ready, name, icon }: { ready: boolean; name: string; icon: ReactNode }) {
  const { video } = useStrings();
  return (
    <span
      className={`pip${ready ? ' pip--ready' : ''}`}
      role="img"
      aria-label={video.pip(name, ready)}
      title={name}
    >
      {icon}
    </span>
  );
}

/** The one frame that is being drawn: it fills from the top. */
function Drawing({ percent, label }: { percent: number; label: string }) {
  return (
    <div className="frame frame--belt frame--drawing">
      <svg className="drawing__fill" width="100%" height="100%">
        <rect className="drawing__done" width="100%" height={`${percent}%`} />
        <rect className="drawing__edge" x="-2%" width="104%" height="6" y={`${percent}%`} />
        {/* In the middle of what is left, and never cut off. */}
        <text className="drawing__label" x="50%" y={`${Math.min(90, (100 + percent) / 2)}%`}>
          {label}
        </text>
      </svg>
    </div>
  );
}
