import { Link } from '@remix-run/react';
import type { AuditListJson } from '@shortfactory/contract';
import { moment, shortId } from '../model/figures.ts';
import { words } from '../model/words.ts';

/** Who did what, newest first. */
export function Log({
  log: { entries, next },
  isOlder,
}: {
  readonly log: AuditListJson;
  readonly isOlder: boolean;
}) {
  return (
    <section aria-labelledby="operate-log">
      <h2 id="operate-log">{words.log}</h2>
      <div className="card">
        {entries.length === 0 ? (
          <p className="operate__empty">{words.noLog}</p>
        ) : (
          <div className="operate__scroll" role="region" aria-label={words.logTable} tabIndex={0}>
            <table className="operate__table">
              <thead>
                <tr>
                  <th scope="col">{words.time}</th>
                  <th scope="col">{words.who}</th>
                  <th scope="col">{words.what}</th>
                  <th scope="col">{words.what2}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map(({ at, as, who, by, did, of, why }, i) => (
                  <tr key={`${at} ${i}`}>
                    <td className="tabular">{moment(at)}</td>
                    <th scope="row">
                      {words.as[as] ?? as} {as !== 'machine' && <bdi>{who}</bdi>}
                      {by !== undefined && <bdi className="small quiet"> {by}</bdi>}
                    </th>
                    <td>
                      {words.did[did] ?? did}
                      {why !== undefined && (
                        <q className="small quiet" dir="auto">
                          {why}
                        </q>
                      )}
                    </td>
                    <td>
                      <bdi>{of === undefined ? '' : of.split(' ').map(shortId).join(' ')}</bdi>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <p className="operate__foot small">
          {next !== undefined && <Link to={`/operate?log=${next}#operate-log`}>{words.older}</Link>}
          {isOlder && <Link to="/operate#operate-log">{words.newest}</Link>}
          <span className="quiet">{words.logNote}</span>
        </p>
      </div>
    </section>
  );
}
