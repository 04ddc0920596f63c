import { isRouteErrorResponse, Link } from '@remix-run/react';
import { RotateCw } from '../ui/icons.ts';
import type { Failure } from '../api/failures.server.ts';
import { useLookAgain } from '../connection/look-again.ts';
import { useStrings } from '../strings/context.tsx';
import type { Strings } from '../strings/index.ts';
import { Factory } from '../ui/factory.tsx';

/** Any page that could not be shown: what happened in words, and a way on. */
export function ErrorPage({ error }: { error: unknown }) {
  const strings = useStrings();
  const { title, detail, again } = wordsFor(error, strings);
  useLookAgain(isUnreachable(error));
  return (
    <div className="empty">
      <Factory mood="stopped" />
      <h1 className="empty__title">{title}</h1>
      <p className="empty__detail">{detail}</p>
      <div className="empty__ways">
        {again && (
          <a className="button button--primary" href="">
            <RotateCw size={20} />
            {strings.errors.again}
          </a>
        )}
        <Link className="button" to="/">
          {strings.errors.home}
        </Link>
        <Link className="button" to="/videos">
          {strings.errors.videos}
        </Link>
      </div>
    </div>
  );
}

/** The API did not answer for the page; it may do so in a moment. */
export function isUnreachable(error: unknown): boolean {
  return isRouteErrorResponse(error) && (error.data as Partial<Failure> | null)?.kind === 'unreachable';
}

interface Words {
  readonly title: string;
  readonly detail: string;
  readonly again: boolean;
}

/** The title of the page that says what went wrong. */
export function errorTitle(error: unknown, strings: Strings): string {
  return strings.errors.title(wordsFor(error, strings).title);
}

function wordsFor(error: unknown, { errors }: Strings): Words {
  if (!isRouteErrorResponse(error)) return { title: errors.broken, detail: errors.brokenDetail, again: true };
  const failure = (error.data ?? {}) as Partial<Failure>;
  switch (failure.kind ?? (error.status === 404 ? 'not-found' : 'broken')) {
    case 'not-found':
      return { title: errors.notFound, detail: errors.notFoundDetail, again: false };
    case 'unreachable':
      return { title: errors.unreachable, detail: errors.unreachableDetail, again: true };
    case 'too-many':
      return { title: errors.tooMany, detail: errors.tooManyDetail(failure.retryAfterSeconds), again: true };
    case 'forbidden':
      return { title: errors.refused, detail: errors.forbidden, again: false };
    case 'refused':
      return { title: errors.refused, detail: failure.detail ?? '', again: true };
    default:
      return { title: errors.broken, detail: errors.brokenDetail, again: true };
  }
}
