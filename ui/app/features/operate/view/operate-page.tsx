import { Link } from '@remix-run/react';
import { clock, count, moment, size } from '../model/figures.ts';
import { words } from '../model/words.ts';
import type { Answer } from '../server/asked.server.ts';
import type { loadOperatePage } from '../server/operate-page.server.ts';
import { Failures } from './failures.tsx';
import { Head } from './head.tsx';
import { JobsTable } from './jobs-table.tsx';
import { Log } from './log.tsx';
import { Maintenance } from './maintenance.tsx';
import { SpendPlot, WaitPlot } from './plots.tsx';
import { Said } from './said.tsx';

const PARTS = [
  ['operate-jobs', words.jobs],
  ['operate-failures', words.failures],
  ['operate-providers', words.providers],
  ['operate-spend', words.spend],
  ['operate-store', words.store],
  ['operate-running', words.running],
  ['operate-maintenance', words.maintenance.title],
  ['operate-log', words.log],
] as const;

type Shown = Awaited<ReturnType<typeof loadOperatePage>>;

interface OperatePageProps {
  readonly shown: Shown;
  readonly answer: Answer | { readonly unsent: true } | undefined;
}

/** How the deployment is, for who runs it; the same with and without scripts. */
export function OperatePage({ shown, answer }: OperatePageProps) {
  const { now, failures, usage, store, log, days, isOlder } = shown;
  return (
    <div className="operate">
      <Head now={now} parts={PARTS} />
      <Said answer={answer} />
      <div className="operate__pair">
        <section aria-labelledby="operate-jobs">
          <div className="operate__head">
            <h2 id="operate-jobs">{words.jobs}</h2>
            <Link to="/operate/jobs">{words.allJobs}</Link>
          </div>
          <JobsTable rows={now.jobs.rows} />
        </section>
        <section aria-labelledby="operate-wait">
          <div className="operate__head">
            <h2 id="operate-wait">{words.wait}</h2>
            <span className="small quiet">{words.last24}</span>
          </div>
          <WaitPlot wait={now.wait} />
        </section>
      </div>
      <Failures failures={failures} days={days} />
      <div className="operate__pair">
        <section aria-labelledby="operate-providers">
          <h2 id="operate-providers">{words.providers}</h2>
          <Providers checks={now.checks} standIns={now.today.standIns} />
        </section>
        <section aria-labelledby="operate-spend">
          <div className="operate__head">
            <h2 id="operate-spend">{words.spend}</h2>
            <span className="small quiet">{words.days30}</span>
          </div>
          <SpendPlot usage={usage} />
        </section>
      </div>
      <div className="operate__three">
        <section aria-labelledby="operate-store">
          <div className="operate__head">
            <h2 id="operate-store">{words.store}</h2>
            <span className="small quiet">{words.counted(clock(store.countedAt))}</span>
          </div>
          <dl className="card operate__facts">
            {store.kinds.map(({ kind, objects, aboutBytes, isAtLeast }) => (
              <div key={kind}>
                <dt>{words.kind[kind] ?? kind}</dt>
                <dd>
                  {words.about(size(aboutBytes), isAtLeast)}{' '}
                  <span className="small quiet">{words.objects(count(objects), isAtLeast)}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="operate-running">
          <div className="operate__head">
            <h2 id="operate-running">{words.running}</h2>
            <span className="small quiet">{words.instances(now.instances.length)}</span>
          </div>
          <dl className="card operate__facts">
            {now.instances.map(({ id, role, version, revision, since, running }) => (
              <div key={id}>
                <dt>
                  {words.role[role] ?? role} {version}{' '}
                  <span className="small quiet">
                    <bdi>{revision}</bdi>, {words.since(moment(since))}
                  </span>
                </dt>
                <dd>{words.runs(running)}</dd>
              </div>
            ))}
            {now.flags.map(({ name, value }) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
        <Maintenance state={now.maintenance} />
      </div>
      <Log log={log} isOlder={isOlder} />
    </div>
  );
}

function Providers({
  checks,
  standIns,
}: {
  readonly checks: Shown['now']['checks'];
  readonly standIns: number;
}) {
  return (
    <div className="card">
      <dl className="operate__facts">
        {Object.entries(checks).map(([name, { state, detail, latencyMs }]) => (
          <div key={name}>
            <dt>
              {words.parted[name] ?? name}{' '}
              <span className="small quiet" dir="auto">
                {detail}
              </span>
            </dt>
            <dd className={`operate__state operate__state--${state}`}>
              {words.health[state]} <span className="small quiet">{`${Math.round(latencyMs)} ms`}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="operate__foot small quiet">{words.failOvers(standIns)}</p>
    </div>
  );
}
