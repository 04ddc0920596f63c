import type { HealthJson } from '@shortfactory/contract';
import { useStrings } from '../../../shared/strings/context.tsx';
import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from '../../../shared/ui/icons.ts';

type Checks = HealthJson['checks'];
export type State = Checks['llm']['state'];

/** As a video goes through them. */
const PARTS = [
  'llm',
  'image',
  'voice',
  'ffmpeg',
  'storage',
  'queue',
  'secrets',
] as const satisfies (keyof Checks)[];

/** How each part of the server is. */
export function Parts({ checks }: { checks: Checks }) {
  const { status } = useStrings();
  return (
    <table className="parts">
      <thead className="parts__head">
        <tr>
          <th scope="col">{status.part}</th>
          <th scope="col">{status.now}</th>
          <th scope="col">
            <span className="unseen">{status.detail}</span>
          </th>
          <th scope="col" className="parts__answer">
            {status.answer}
          </th>
        </tr>
      </thead>
      <tbody className="card">
        {PARTS.map((part) => {
          const { state, detail, latencyMs } = checks[part];
          return (
            <tr key={part}>
              <th scope="row">{status.parts[part]}</th>
              <td className={`parts__state parts__state--${state}`}>
                <StateIcon state={state} />
                {status.states[state]}
              </td>
              <td className="parts__detail">{detail}</td>
              <td className="parts__answer tabular">
                {state === 'offline' ? '' : status.latency(latencyMs)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function StateIcon({ state }: { state: State }) {
  if (state === 'ok') return <CircleCheck size={20} />;
  if (state === 'slow') return <TriangleAlert size={20} />;
  if (state === 'broken') return <CircleAlert size={20} />;
  return <CircleDashed size={20} />;
}
