import { Link } from '@remix-run/react';
import type { JobJson } from '@shortfactory/contract';
import { CloudOff } from '../../../shared/ui/icons.ts';
import { useMemo } from 'react';
import { degradedOf } from '../../../shared/videos/degraded.ts';
import { STORAGE_NAMES } from '../../../shared/storage/names.ts';
import { createStoredValue, useStoredValue } from '../../../shared/storage/stored-value.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { isOver } from '../model/use-live-job.ts';
import { Notice } from '../../../shared/ui/notice.tsx';

type Wish = 'redraw' | 'keep';

/** What is less than it could be, in the words of the service or stage that reported it, and what can be done about it. */
export function DegradedNotice({ job }: { job: JobJson }) {
  const { video } = useStrings();
  const wishes = useMemo(() => createStoredValue<Wish>(STORAGE_NAMES.redraw + job.id, wishOf), [job.id]);
  const wish = useStoredValue(wishes);
  if (wish === 'keep') return null;
  const all = job.degraded.map(degradedOf);
  const [first] = all;
  if (!first) return null;
  const pictures = all.flatMap(({ pictureOf }) => pictureOf ?? []);
  const over = isOver(job);
  const rest = all.slice(1).map(({ what, why }) => (why === '' ? `${what}.` : `${what}: ${why}`));
  const then = over ? video.degraded.finished : video.degraded.finish;
  const remedy = pictures.length > 0 && job.mine ? video.degraded.afterwards(pictures) : '';
  const actions = job.mine && pictures.length > 0 && (
    <>
      {over ? (
        <Link className="button button--small" to={`/scripts/new?from=${job.id}`}>
          {video.degraded.redrawNow(pictures)}
        </Link>
      ) : (
        <button
          type="button"
          className="button button--small needs-script"
          aria-pressed={wish === 'redraw'}
          onClick={() => wishes.set(wish === 'redraw' ? undefined : 'redraw')}
        >
          {wish === 'redraw' ? video.degraded.willRedraw : video.degraded.redraw}
        </button>
      )}
      <button
        type="button"
        className="button button--quiet small needs-script"
        onClick={() => wishes.set('keep')}
      >
        {video.degraded.keep}
      </button>
    </>
  );
  return (
    <Notice kind="hazard" icon={<CloudOff size={24} />} title={first.what} actions={actions || undefined}>
      <p>
        {[first.why, ...rest, over && wish === 'redraw' ? video.degraded.ready : then, remedy]
          .filter(Boolean)
          .join(' ')}
      </p>
    </Notice>
  );
}

function wishOf(json: unknown): Wish | undefined {
  return json === 'redraw' || json === 'keep' ? json : undefined;
}
