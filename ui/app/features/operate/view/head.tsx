import type { OperateOverviewJson } from '@shortfactory/contract';
import { CircleAlert } from '../../../shared/ui/icons.ts';
import { moment, span, usd } from '../model/figures.ts';
import { words } from '../model/words.ts';
import { wrongOf } from '../model/wrong.ts';
import { Live } from './live.tsx';

/** How it goes in words, the ways to the parts, what is wrong, and six figures. */
export function Head({
  now,
  parts,
}: {
  readonly now: OperateOverviewJson;
  readonly parts: readonly (readonly [id: string, name: string])[];
}) {
  const wrong = wrongOf(now);
  const bad = wrong.filter(({ kind }) => kind === 'bad').length;
  const { maintenance } = now;
  const lead = maintenance.on
    ? words.resting(maintenance.ends && moment(maintenance.ends))
    : wrong.length === 0
      ? words.working
      : words.troubled(bad, wrong.length - bad);
  return (
    <>
      <div className="operate__head">
        <div>
          <h1>{words.title}</h1>
          <p className="quiet">{lead}</p>
        </div>
        <Live at={now.at} />
      </div>
      <nav className="operate__parts" aria-label={words.parts}>
        {parts.map(([id, name]) => (
          <a key={id} className="operate__part" href={`#${id}`}>
            {name}
          </a>
        ))}
      </nav>
      {wrong.length > 0 && (
        <section className="card operate__wrong" aria-label={words.wrong}>
          <ul>
            {wrong.map(({ kind, what, detail }) => (
              <li key={what} className={`operate__trouble operate__trouble--${kind}`}>
                <CircleAlert size={20} />
                <div>
                  <p className="operate__what">{what}</p>
                  <p className="small" dir="auto">
                    {detail}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Figures now={now} />
    </>
  );
}

function Figures({ now: { jobs, today, wait, spent } }: { readonly now: OperateOverviewJson }) {
  const waiting = jobs.rows.find(({ state }) => state === 'queued')?.all ?? 0;
  const making = jobs.rows.reduce((sum, { state, all }) => (state === 'queued' ? sum : sum + all), 0);
  const ended = today.done + today.failed;
  const { figure } = words;
  const { halfSeconds, most95Seconds = 0 } = wait;
  const figures: readonly (readonly [name: string, value: string, note: string])[] = [
    [figure.making, `${making}`, ''],
    [figure.waiting, `${waiting}`, figure.waitingOf(jobs.owners)],
    [
      figure.wait,
      halfSeconds === undefined ? '–' : span(halfSeconds),
      halfSeconds === undefined ? '' : span(most95Seconds),
    ],
    [figure.ready, `${today.done}`, today.standIns > 0 ? figure.standIns(today.standIns) : ''],
    [
      figure.stopped,
      `${today.failed}`,
      ended === 0 ? '' : figure.ofEnded(`${((100 * today.failed) / ended).toFixed(1)} %`),
    ],
    [
      figure.spent,
      usd(spent.usd ?? today.costUsd),
      spent.capUsd === undefined ? figure.noCap : figure.ofCap(usd(spent.capUsd)),
    ],
  ];
  return (
    <section aria-label={words.figures}>
      <dl className="card operate__figures">
        {figures.map(([name, value, note]) => (
          <div key={name}>
            <dt className="small">{name}</dt>
            <dd>
              <strong>{value}</strong> <span className="small quiet">{note}</span>
            </dd>
          </div>
        ))}
      </dl>
      {!(jobs.isAll && today.isAll) && <p className="small quiet">{words.atLeast}</p>}
    </section>
  );
}
