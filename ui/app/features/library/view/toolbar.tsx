import { Form, Link, useSubmit } from '@remix-run/react';
import { Search } from '../../../shared/ui/icons.ts';
import { useEffect, useRef } from 'react';
import type { ChangeEvent } from 'react';
import { FILTERS, libraryPath } from '../model/filters.ts';
import type { Filter, Searched } from '../model/filters.ts';
import { useStrings } from '../../../shared/strings/context.tsx';

const TYPING_MS = 300;

interface ToolbarProps {
  readonly filter: Filter;
  readonly words: string;
  readonly searched: Searched;
  readonly counts: Readonly<Record<Filter, number>> | undefined;
}

/** Searches during typing, and on Enter; shows one kind of videos. Both are plain addresses. */
export function Toolbar({ filter, words, searched, counts }: ToolbarProps) {
  const { library } = useStrings();
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const { form } = currentTarget;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (form) submit(form, { replace: true, preventScrollReset: true });
    }, TYPING_MS);
  };
  return (
    <div className="toolbar">
      <Form role="search" className="search" action="/videos">
        {filter !== 'all' && <input type="hidden" name="show" value={filter} />}
        <Search className="search__icon" size={20} />
        <input
          type="search"
          name="q"
          className="search__field"
          defaultValue={words}
          aria-label={library.search[searched]}
          placeholder={library.search[searched]}
          autoComplete="off"
          enterKeyHint="search"
          onChange={onChange}
        />
      </Form>
      <nav aria-label={library.filters.label} className="filters">
        <ul className="filters__row">
          {FILTERS.map((each) => (
            <li key={each} className={each === 'drafts' ? 'needs-script' : undefined}>
              <Link
                className="chip filter"
                to={libraryPath(each, words)}
                aria-current={each === filter ? 'page' : undefined}
                preventScrollReset
              >
                {library.filters[each]}
                {counts && <span className="filter__count">{counts[each]}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
