import { Link } from '@remix-run/react';
import { ArrowRight } from '../../../shared/ui/icons.ts';
import type { Filter, Searched } from '../model/filters.ts';
import { libraryPath } from '../model/filters.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { Factory } from '../../../shared/ui/factory.tsx';

/** Nothing has been made here yet. */
export function Empty({ waitSeconds }: { waitSeconds: number }) {
  const { library, create } = useStrings();
  const [topic = ''] = create.topics;
  return (
    <div className="empty">
      <Factory mood="asleep" />
      <h2 className="empty__title">{library.empty.title}</h2>
      <p className="empty__detail">{library.empty.detail(waitSeconds)}</p>
      <Link className="button button--primary button--large" to="/">
        {library.empty.make}
        <ArrowRight size={20} />
      </Link>
      <p className="small empty__from">
        {library.empty.from}{' '}
        <Link className="text-link" to={`/?topic=${encodeURIComponent(topic)}`}>
          {topic}
        </Link>
      </p>
    </div>
  );
}

interface NoneProps {
  readonly filter: Filter;
  readonly words: string;
  readonly searched: Searched;
  /** There are older videos that were not looked at. */
  readonly older: string | undefined;
}

/** There are videos, but none that was asked for. */
export function None({ filter, words, searched, older }: NoneProps) {
  const { library } = useStrings();
  const { none } = library;
  const title = words !== '' ? none.search(words) : filter === 'all' ? library.empty.title : none[filter];
  return (
    <div className="none">
      <h2>{title}</h2>
      <p className="quiet">{words !== '' ? none.searchDetail[searched] : none.detail}</p>
      <div className="none__ways">
        {older !== undefined && (
          <Link className="button" to={libraryPath(filter, words, older)}>
            {none.searchOlder}
          </Link>
        )}
        <Link className="button" to="/videos">
          {none.all}
        </Link>
      </div>
    </div>
  );
}
