import { Form, Link, useNavigation } from '@remix-run/react';
import type { FailuresJson } from '@shortfactory/contract';
import { moment, shortId } from '../model/figures.ts';
import { words } from '../model/words.ts';

const PERIODS = ['1', '7', '30'];

/** Failures by reason, chosen and tried again by one form. */
export function Failures({ failures, days }: { readonly failures: FailuresJson; readonly days: string }) {
  const sent = useNavigation().formData?.get('do') === 'retry';
  const { reasons, failed, ended, isAll } = failures;
  return (
    <section aria-labelledby="operate-failures">
      <div className="operate__head">
        <h2 id="operate-failures">{words.failures}</h2>
        <nav className="operate__parts" aria-label={words.periods}>
          {PERIODS.map((period) => (
            <Link
              key={period}
              className="operate__part"
              to={`/operate?days=${period}#operate-failures`}
              aria-current={period === days ? 'page' : undefined}
              preventScrollReset
            >
              {words.period[period]}
            </Link>
          ))}
        </nav>
      </div>
      <p className="small quiet">
        {words.failedOf(failed, ended)} {!isAll && words.atLeast}
      </p>
      {reasons.length === 0 ? (
        <p className="card operate__empty">{words.noFailures}</p>
      ) : (
        <Form
          method="post"
          action={`/operate?days=${days}`}
          className="card operate__list"
          preventScrollReset
        >
          <input type="hidden" name="days" value={days} />
          {reasons.map((group) => (
            <Reason key={group.reason} group={group} />
          ))}
          <div className="operate__foot">
            <p className="small quiet">{words.retryNote}</p>
            <button className="button button--primary" name="do" value="retry" aria-busy={sent}>
              {words.retry}
            </button>
          </div>
        </Form>
      )}
    </section>
  );
}

function Reason({ group }: { readonly group: FailuresJson['reasons'][number] }) {
  const { reason, count, owners, first, last, example } = group;
  const { error } = example;
  const name = error ? `${words.stage[error.stage]}: ${error.title}` : words.unknown;
  return (
    <div className="operate__row operate__reason">
      <input
        type="checkbox"
        name="reason"
        value={reason}
        className="operate__box"
        aria-label={words.chooseOf(name)}
        disabled={error?.retryable === false}
      />
      <div className="operate__words">
        <p className="operate__what" dir="auto">
          {name}
        </p>
        {error?.retryable === false && <p className="small quiet">{words.ownerMends}</p>}
      </div>
      <p className="operate__number">
        <strong>{count}</strong> <span className="small quiet">{words.owners(owners)}</span>
      </p>
      <p className="small operate__when">
        <span className="unseen">{words.when}: </span>
        {moment(first)} – {moment(last)}
      </p>
      <p className="small operate__example">
        <bdi>{shortId(example.id)}</bdi>
        {error && <q dir="auto">{error.detail}</q>}
      </p>
      <Link
        className="small"
        to={`/operate/jobs?state=failed&reason=${reason}`}
        aria-label={`${words.seeAll(count)}: ${name}`}
      >
        {words.seeAll(count)}
      </Link>
    </div>
  );
}
