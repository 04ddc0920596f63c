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

type Choice = 'redraw' | 'keep';

/** What is less than it could be, in the words of the service or stage that reported it, and what can be done about it. */
export function DegradedNotice({ job }: { job: JobJson }) {
  const { video } = useStrings();
  const choices = useMemo(() => createStoredValue<Choice>(STORAGE_NAMES.redraw + job.id, choiceOf), [job.id]);
  const choice = useStoredValue(choices);
  if (choice === 'keep') return null;
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
          aria-pressed={choice === 'redraw'}
          onClick={() => choices.set(choice === 'redraw' ? undefined : 'redraw')}
        >
          {choice === 'redraw' ? video.degraded.willRedraw : video.degraded.redraw}
        </button>
      )}
      <button
        type="button"
        className="button button--quiet small needs-script"
        onClick={() => choices.set('keep')}
      >
        {video.degraded.keep}
      </button>
    </>
  );
  return (
    <Notice kind="hazard" icon={<CloudOff size={24} />} title={first.what} actions={actions || undefined}>
      <p>
        {[first.why, ...rest, over && choice === 'redraw' ? video.degraded.ready : then, remedy]
          .filter(Boolean)
          .join(' ')}
      </p>
    </Notice>
  );
}

function choiceOf(json: unknown): Choice | undefined {
  return json === 'redraw' || json === 'keep' ? json : undefined;
}
