import { Form, Link } from '@remix-run/react';
import type { OperateJobJson } from '@shortfactory/contract';
import { moment, shortId, usd } from '../model/figures.ts';
import { words } from '../model/words.ts';
import type { Answer } from '../server/asked.server.ts';
import type { loadJobsPage } from '../server/jobs-page.server.ts';
import { Said } from './said.tsx';

const PAGE = '/operate/jobs';

interface JobsPageProps {
  readonly shown: Awaited<ReturnType<typeof loadJobsPage>>;
  readonly answer: Answer | { readonly unsent: true } | undefined;
}

/** Jobs of everybody in one state, chosen and tried again or stopped by one form. */
export function JobsPage({ shown, answer }: JobsPageProps) {
  const { jobs, next, state, reason, isOlder, open } = shown;
  const filter = `state=${state}${reason === undefined ? '' : `&reason=${reason}`}`;
  return (
    <div className="operate">
      <p>
        <Link to="/operate">{words.back}</Link>
      </p>
      <h1>{words.jobsTitle}</h1>
      <p className="quiet">{words.hidden}</p>
      {answer && 'ask' in answer && <AskStop ids={answer.ask} filter={filter} />}
      <Said answer={answer} />
      {open !== undefined && <Open id={open} filter={filter} />}
      <nav className="operate__parts" aria-label={words.ofState}>
        {Object.entries(words.states).map(([each, name]) => (
          <Link
            key={each}
            className="operate__part"
            to={`${PAGE}?state=${each}`}
            aria-current={each === state ? 'page' : undefined}
          >
            {name}
          </Link>
        ))}
      </nav>
      {reason !== undefined && (
        <p>
          {words.oneReason} <Link to={`${PAGE}?state=failed`}>{words.everyReason}</Link>
        </p>
      )}
      {jobs.length === 0 ? (
        <p className="card operate__empty">{words.noJobs}</p>
      ) : (
        <Form method="post" action={`${PAGE}?${filter}`} className="card" preventScrollReset>
          <JobRows jobs={jobs} filter={filter} />
          {(state === 'failed' || state === 'queued' || state === 'running') && (
            <div className="operate__foot">
              {state === 'failed' ? (
                <button className="button button--primary" name="do" value="retry">
                  {words.retry}
                </button>
              ) : (
                <button className="button" name="do" value="ask-cancel">
                  {words.stop}
                </button>
              )}
            </div>
          )}
        </Form>
      )}
      <p className="operate__ways">
        {isOlder && <Link to={`${PAGE}?${filter}`}>{words.newest}</Link>}
        {next !== undefined && (
          <Link to={`${PAGE}?${filter}&cursor=${encodeURIComponent(next)}`}>{words.older}</Link>
        )}
      </p>
    </div>
  );
}

function JobRows({ jobs, filter }: { readonly jobs: readonly OperateJobJson[]; readonly filter: string }) {
  return (
    <table className="operate__table operate__jobs">
      <thead>
        <tr>
          <td />
          <th scope="col">{words.job}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.where}</th>
          <th scope="col">{words.sinceHead}</th>
          <th scope="col">{words.tries}</th>
          <th scope="col">{words.cost}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {jobs.map(({ id, owner, state, stage, since, attempts, costUsd, error }, i) => (
          <tr key={`${id} ${i}`}>
            <td>
              <input
                type="checkbox"
                className="operate__box"
                name="id"
                value={id}
                aria-label={words.chooseJobOf(shortId(id))}
              />
            </td>
            <th scope="row">
              <bdi>{shortId(id)}</bdi> <bdi className="small quiet">{owner}</bdi>
            </th>
            <td data-label={words.state}>
              {words.states[state]}
              {error && (
                <span className="small quiet" dir="auto">
                  {error.title}
                </span>
              )}
            </td>
            <td data-label={words.where}>{stage === undefined ? '–' : words.stage[stage]}</td>
            <td data-label={words.sinceHead} className="tabular">
              {moment(since)}
            </td>
            <td data-label={words.tries}>{attempts ?? '–'}</td>
            <td data-label={words.cost} className="tabular">
              {usd(costUsd)}
            </td>
            <td>
              <Link to={`${PAGE}?${filter}&open=${id}`} aria-label={words.openOf(shortId(id))}>
                {words.openIt}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AskStop({ ids, filter }: { readonly ids: readonly string[]; readonly filter: string }) {
  return (
    <Form method="post" action={`${PAGE}?${filter}`} className="card operate__form" role="alert">
      <h2>{words.askStop(ids.length)}</h2>
      <p className="quiet">{words.askStopDetail}</p>
      {ids.map((id) => (
        <input key={id} type="hidden" name="id" value={id} />
      ))}
      <p className="operate__ways">
        <Link className="button" to={`${PAGE}?${filter}`}>
          {words.keepThem}
        </Link>
        <button className="button button--danger" name="do" value="cancel">
          {words.stopThem(ids.length)}
        </button>
      </p>
    </Form>
  );
}

function Open({ id, filter }: { readonly id: string; readonly filter: string }) {
  return (
    <Form method="post" action={`${PAGE}?${filter}`} className="card operate__form">
      <h2>{words.open.title(shortId(id))}</h2>
      <input type="hidden" name="id" value={id} />
      <div className="field">
        <label className="label" htmlFor="open-why">
          {words.open.why}
        </label>
        <input
          className="input"
          id="open-why"
          name="why"
          dir="auto"
          required
          minLength={3}
          maxLength={200}
          autoComplete="off"
          aria-describedby="open-hint"
        />
        <p className="small quiet" id="open-hint">
          {words.open.hint}
        </p>
      </div>
      <p className="operate__ways">
        <button className="button" name="do" value="open">
          {words.open.go}
        </button>
      </p>
    </Form>
  );
}
