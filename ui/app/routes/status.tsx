import type { HealthJson } from '@shortfactory/server/contract';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData, useNavigation } from '@remix-run/react';
import { CircleAlert, CircleCheck, CircleDashed, RotateCw, TriangleAlert } from '../shared/ui/icons.ts';
import { moment } from '../shared/format/format.ts';
import { keepPage } from '../shared/connection/keep-page.ts';
import { useNow } from '../shared/format/now.ts';
import { useStrings } from '../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../shared/strings/index.ts';
import { useSeconds } from '../shared/browser/use-seconds.ts';

type Checks = HealthJson['checks'];
type State = Checks['llm']['state'];

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

export async function loader({ request, context: { api } }: LoaderFunctionArgs) {
  const again = new URL(request.url).searchParams.has('again');
  const health = await api.health(again);
  return { health, askedMs: Date.now() };
}

export const shouldRevalidate = keepPage;

export default function Status() {
  const { health, askedMs } = useLoaderData<typeof loader>();
  const { status } = useStrings();
  const passed = useSeconds(true);
  const { state } = useNavigation();
  const ago = Math.round((askedMs - health.checkedMs) / 1000) + passed;
  const troubled = (wanted: State): number =>
    'health' in health
      ? Object.values(health.health.checks).filter((check) => check.state === wanted).length
      : 0;
  const headline = {
    ok: status.headline.ok,
    slow: status.headline.slow(troubled('slow')),
    broken: status.headline.broken(troubled('broken')),
    unreachable: status.headline.unreachable,
  }[health.state];
  return (
    <>
      <div className="status-head">
        <div>
          <h1>{headline}</h1>
          <p className="quiet status-head__lead">
            {status.lead[health.state]} <span className="tabular">{status.checked(ago)}</span>
          </p>
        </div>
        <Form action="/status" preventScrollReset>
          <input type="hidden" name="again" value="1" />
          <button className="button button--small" aria-busy={state !== 'idle'}>
            <RotateCw size={16} />
            {status.again}
          </button>
        </Form>
      </div>
      {'health' in health && (
        <div className="status">
          <Parts checks={health.health.checks} />
          <Installation health={health.health} />
        </div>
      )}
    </>
  );
}

function Parts({ checks }: { checks: Checks }) {
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

function Installation({ health }: { health: HealthJson }) {
  const { status } = useStrings();
  const { locale, timeZone } = useNow();
  const environments: Readonly<Record<string, string>> = status.environments;
  const rows = [
    [status.version, health.version],
    [status.build, health.revision === 'unknown' ? status.unknown : health.revision],
    [status.environment, environments[health.environment] ?? health.environment],
    [status.runtime, health.runtime],
    [status.since, moment(locale, timeZone, Date.parse(health.startedAt))],
    [status.queue, status.jobs(health.jobs.waiting)],
  ];
  return (
    <section className="card installation">
      <h2>{status.installation}</h2>
      <dl className="installation__facts">
        {rows.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export const meta: MetaFunction = () => {
  const { errors, status } = stringsOf(DEFAULT_LOCALE);
  return [{ title: errors.title(status.title) }];
};
