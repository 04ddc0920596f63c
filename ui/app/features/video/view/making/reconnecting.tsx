import { RotateCw } from '../../../../shared/ui/icons.ts';
import { useEffect, useState } from 'react';
import { useStrings } from '../../../../shared/strings/context.tsx';
import type { Lost } from '../../model/use-live-job.ts';

/**
 * Says that the server is not heard, and for how long. The region is always there, so that it is read out when it
 * changes; the seconds are outside of it, or they would be read out each time.
 */
export function Reconnecting({ lost }: { lost: Lost }) {
  const { video } = useStrings();
  return (
    <div className="reconnecting">
      {lost && <RotateCw className="reconnecting__icon" size={20} />}
      <p>
        <b role="status">{lost && video.reconnecting}</b>
        {lost && (
          <>
            <LastHeard key={lost.heardMs} heardMs={lost.heardMs} />. {video.catchesUp}
          </>
        )}
      </p>
    </div>
  );
}

function LastHeard({ heardMs }: { heardMs: number }) {
  const { video } = useStrings();
  const [ago, setAgo] = useState(() => secondsSince(heardMs));
  useEffect(() => {
    const timer = setInterval(() => setAgo(secondsSince(heardMs)), 1000);
    return () => clearInterval(timer);
  }, [heardMs]);
  return <span className="tabular">{video.lastHeard(ago)}</span>;
}

function secondsSince(ms: number): number {
  return Math.max(0, Math.floor((Date.now() - ms) / 1000));
}
