import type { OperateOverviewJson, OperateUsageJson } from '@shortfactory/contract';
import { count, span, usd } from '../model/figures.ts';
import { words } from '../model/words.ts';

const WIDTH = 240;
const HEIGHT = 100;
const LEAST_SECONDS = 60;
const LEAST_USD = 0.1;

/** Half and 95 of 100 by hour; drawn by the server, with its numbers as a table. */
export function WaitPlot({
  wait: { byHour, count: waits, halfSeconds = 0, most95Seconds = 0 },
}: Pick<OperateOverviewJson, 'wait'>) {
  const most = Math.max(LEAST_SECONDS, ...byHour.map((hour) => hour.most95Seconds ?? 0));
  const line = (of: (hour: (typeof byHour)[number]) => number | undefined): string =>
    byHour
      .map(
        (hour, i) => `${((i + 0.5) * WIDTH) / byHour.length},${HEIGHT - (HEIGHT * (of(hour) ?? 0)) / most}`,
      )
      .join(' ');
  return (
    <figure className="card operate__plot" aria-labelledby="operate-wait">
      <p>{waits === 0 ? words.noWait : words.waited(span(halfSeconds), span(most95Seconds))}</p>
      <p className="small quiet">{`0 – ${span(most)}`}</p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="operate__lines"
      >
        <polyline className="operate__line operate__line--most" points={line((hour) => hour.most95Seconds)} />
        <polyline className="operate__line" points={line((hour) => hour.halfSeconds)} />
      </svg>
      <p className="small operate__legend">
        <span className="operate__swatch" aria-hidden="true" /> {words.half}{' '}
        <span className="operate__swatch operate__swatch--most" aria-hidden="true" /> {words.most}
      </p>
      <details>
        <summary>{words.asTable}</summary>
        <table className="operate__table small">
          <thead>
            <tr>
              <th scope="col">{words.hour}</th>
              <th scope="col">{words.videos}</th>
              <th scope="col">{words.half}</th>
              <th scope="col">{words.most}</th>
            </tr>
          </thead>
          <tbody>
            {byHour
              .filter((hour) => hour.count > 0)
              .map((hour) => (
                <tr key={hour.at}>
                  <th scope="row">{hour.at.slice(11, 16)}</th>
                  <td>{count(hour.count)}</td>
                  <td>{span(hour.halfSeconds ?? 0)}</td>
                  <td>{span(hour.most95Seconds ?? 0)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** Dollars a day against the cap. */
export function SpendPlot({ usage: { days, capUsd } }: { readonly usage: OperateUsageJson }) {
  const spentOf = ({ spentUsd, costUsd }: (typeof days)[number]): number => spentUsd ?? costUsd;
  const most = Math.max(LEAST_USD, capUsd ?? 0, ...days.map(spentOf)) * 1.1;
  const today = days.at(-1);
  const spent = usd(today ? spentOf(today) : 0);
  const step = WIDTH / Math.max(1, days.length);
  return (
    <figure className="card operate__plot" aria-labelledby="operate-spend">
      <p>{capUsd === undefined ? words.spentAlone(spent) : words.spentOf(spent, usd(capUsd))}</p>
      <p className="small quiet">
        {`$0 – ${usd(most)}`}
        {capUsd !== undefined && `; ${words.capLine(usd(capUsd))}`}
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="operate__lines"
      >
        {days.map((day, i) => {
          const height = (HEIGHT * spentOf(day)) / most;
          return (
            <rect
              key={day.day}
              className={i === days.length - 1 ? 'operate__bar operate__bar--today' : 'operate__bar'}
              x={i * step + 1}
              width={Math.max(1, step - 2)}
              y={HEIGHT - height}
              height={height}
            />
          );
        })}
        {capUsd !== undefined && (
          <line
            className="operate__line operate__line--cap"
            x1="0"
            x2={WIDTH}
            y1={HEIGHT - (HEIGHT * capUsd) / most}
            y2={HEIGHT - (HEIGHT * capUsd) / most}
          />
        )}
      </svg>
      <details>
        <summary>{words.asTable}</summary>
        <table className="operate__table small">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.states['done']}</th>
              <th scope="col">{words.states['failed']}</th>
              <th scope="col">{words.cost}</th>
              <th scope="col">{words.withdrawn}</th>
            </tr>
          </thead>
          <tbody>
            {days
              .filter((day) => day.done + day.failed + day.cancelled > 0 || spentOf(day) > 0)
              .map((day) => (
                <tr key={day.day}>
                  <th scope="row">{day.day}</th>
                  <td>{count(day.done)}</td>
                  <td>{count(day.failed)}</td>
                  <td>{usd(day.costUsd)}</td>
                  <td>{day.spentUsd === undefined ? '–' : usd(day.spentUsd)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
