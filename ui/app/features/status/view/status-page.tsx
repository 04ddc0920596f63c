import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData, useNavigation } from '@remix-run/react';
import { useSeconds } from '../../../shared/browser/use-seconds.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { RotateCw } from '../../../shared/ui/icons.ts';
import type { loadStatusPage } from '../server/status-page.server.ts';
import { Installation } from './installation.tsx';
import { Parts } from './parts.tsx';
import type { State } from './parts.tsx';

/** How the server is, in words, and part by part. */
export function StatusPage() {
  const { health, operates, askedMs } = useLoaderData<typeof loadStatusPage>();
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
        <div className="status-head__ways">
          <Link className="button button--small" to="/connections" prefetch="intent">
            {status.connections}
          </Link>
          <Link className="button button--small" to="/webhooks" prefetch="intent">
            {status.webhooks}
          </Link>
          <Link className="button button--small" to="/usage" prefetch="intent">
            {status.usage}
          </Link>
          {operates && (
            <Link className="button button--small" to="/operate">
              {status.operate}
            </Link>
          )}
          <Form action="/status" preventScrollReset>
            <input type="hidden" name="again" value="1" />
            <button className="button button--small" aria-busy={state !== 'idle'}>
              <RotateCw size={16} />
              {status.again}
            </button>
          </Form>
        </div>
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

export const statusMeta: MetaFunction = () => {
  const { errors, status } = stringsOf(DEFAULT_LOCALE);
  return [{ title: errors.title(status.title) }];
};
