import { Link } from '@remix-run/react';
import type { OperateOverviewJson } from '@shortfactory/contract';
import { span } from '../model/figures.ts';
import { words } from '../model/words.ts';

/** Shades of an amount: none, few, some, many. */
const SHADES = [0, 1, 5, 10];
/** The last two columns are slow, unless it only waits. */
const SLOW_FROM = 3;

/** Jobs under way by what is done with them and how long; each number leads to its list. */
export function JobsTable({ rows }: Pick<OperateOverviewJson['jobs'], 'rows'>) {
  return (
    <div className="card operate__scroll" role="region" aria-label={words.table} tabIndex={0}>
      <table className="operate__table operate__ages">
        <thead>
          <tr>
            <th scope="col">{words.state}</th>
            {words.ages.map((age) => (
              <th key={age} scope="col">
                {age}
              </th>
            ))}
            <th scope="col">{words.all}</th>
            <th scope="col">{words.oldest}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ state, byAge, all, oldestSeconds }) => (
            <tr key={state}>
              <th scope="row">{words.stage[state]}</th>
              {byAge.map((count, i) => (
                <td key={words.ages[i]} className="tabular">
                  {count === 0 ? (
                    <span className="quiet">0</span>
                  ) : (
                    <Link
                      className={`operate__cell operate__cell--${i >= SLOW_FROM ? 'slow' : SHADES.filter((least) => count >= least).length}`}
                      to={`/operate/jobs?state=${state === 'queued' ? 'queued' : 'running'}`}
                      aria-label={`${words.stage[state]}, ${words.ages[i]}: ${count}`}
                    >
                      {count}
                    </Link>
                  )}
                </td>
              ))}
              <td className="tabular">
                <strong>{all}</strong>
              </td>
              <td className="tabular">{oldestSeconds === undefined ? '' : span(oldestSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
