import { Form, Link } from '@remix-run/react';
import type { JobJson } from '@shortfactory/contract';
import { RotateCw } from '../../../../shared/ui/icons.ts';
import { createPath } from '../../../../shared/format/create-path.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { RemoveLink } from '../remove-link.tsx';

interface StoppedWaysProps {
  readonly job: JobJson;
  /** One page's key: the same button pressed twice makes one video. */
  readonly formKey: string;
  readonly onDelete: () => void;
}

/** The owner's ways on from a video that stopped: again, otherwise, or away with it. */
export function StoppedWays({ job, formKey, onDelete }: StoppedWaysProps) {
  const { video } = useStrings();
  const { error, script, topic } = job;
  const cancelled = job.status === 'cancelled';
  return (
    <>
      {(cancelled || error?.retryable) && (
        <Form method="post">
          <input type="hidden" name="key" value={formKey} />
          <button className="button button--primary" name="intent" value={cancelled ? 'again' : 'retry'}>
            <RotateCw size={20} />
            {cancelled ? video.startAgain : video.again}
          </button>
        </Form>
      )}
      {script && (
        <Link
          className="button"
          to={`/scripts/new?from=${job.id}${error?.stage === 'narrate' ? '&settings=1' : ''}`}
        >
          {error?.stage === 'narrate' ? video.otherVoice : video.editScript}
        </Link>
      )}
      {!script && topic !== undefined && (
        <Link className="button" to={createPath(topic, job.settings)}>
          {video.changeTopic}
        </Link>
      )}
      <RemoveLink onDelete={onDelete} />
    </>
  );
}
