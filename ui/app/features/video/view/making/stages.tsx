import type { JobJson } from '@shortfactory/contract';
import { Check, X } from '../../../../shared/ui/icons.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { stageNote } from '../../model/progress.ts';

type Stage = JobJson['stages'][number];

/** Every stage with its name and percent: a row on wide screens, a column on others. */
export function Stages({ job }: { job: JobJson }) {
  const strings = useStrings();
  const { video } = strings;
  return (
    <ol className="stages" aria-label={video.stageList}>
      {job.stages.map((stage, index) => {
        const shown = job.status === 'cancelled' && stage.state === 'running' ? 'failed' : stage.state;
        const next = job.stages[index + 1];
        const apart = next?.state === 'running' || next?.state === 'failed';
        const note = stageNote(stage, job, strings);
        return (
          <li
            key={stage.stage}
            className={`stage stage--${shown}${apart ? ' stage--before' : ''}`}
            aria-current={stage.state === 'running' ? 'step' : undefined}
          >
            <span className="stage__box" aria-hidden="true">
              <Sign state={shown} n={index + 1} />
            </span>
            {next && <Line percent={stage.percent} />}
            <span className="stage__name">{video.stages[stage.stage]}</span>
            <span className="stage__percent">
              {shown === 'failed' ? (
                video.stoppedAtPercent(Math.round(stage.percent))
              ) : (
                <>
                  <b>{video.percent(Math.round(stage.percent))}</b>
                  {note !== '' && <span className="stage__note">, {note}</span>}
                  {stage.state === 'done' && stage.seconds !== undefined && (
                    <span className="stage__note">, {video.stageTook(stage.seconds)}</span>
                  )}
                </>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Sign({ state, n }: { state: Stage['state']; n: number }) {
  if (state === 'done') return <Check size={16} />;
  if (state === 'failed') return <X size={16} />;
  return n;
}

/** To the next stage; across or down, as the list runs. Lengths are attributes, as the policy allows no inline style. */
function Line({ percent }: { percent: number }) {
  return (
    <svg className="stage__line" aria-hidden="true">
      <rect className="stage__track" width="100%" height="100%" />
      <rect className="stage__across" width={`${percent}%`} height="100%" />
      <rect className="stage__down" width="100%" height={`${percent}%`} />
    </svg>
  );
}
