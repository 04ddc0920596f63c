import { Link } from '@remix-run/react';
import { useStrings } from '../../../shared/strings/context.tsx';
import { libraryPath } from '../model/filters.ts';
import type { Filter } from '../model/filters.ts';

interface PagingProps {
  readonly filter: Filter;
  readonly words: string;
  /** Of this page; undefined on the first one. */
  readonly cursor: string | undefined;
  /** Of the page after this one. */
  readonly next: string | undefined;
}

/** Back to the newest videos, and on to older ones. */
export function Paging({ filter, words, cursor, next }: PagingProps) {
  const { library } = useStrings();
  return (
    <nav className="paging" aria-label={library.pages}>
      {cursor !== undefined && (
        <Link className="button" to={libraryPath(filter, words)}>
          {library.newest}
        </Link>
      )}
      {next !== undefined && (
        <Link className="button" to={libraryPath(filter, words, next)}>
          {library.older}
        </Link>
      )}
    </nav>
  );
}
