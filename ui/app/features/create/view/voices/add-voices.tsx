import type { VoicesJson } from '@shortfactory/contract';
import { Link } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { bytes } from '../../../../shared/format/format.ts';
import { nameOf, voicesFor } from '../../../../shared/format/languages.ts';
import { useLocale } from '../../../../shared/strings/context.tsx';
import { words } from './words.ts';

const MOST_NAMED = 3;

interface AddVoicesProps {
  readonly language: string;
  readonly hasNatural: boolean;
}

/** Natural voices of the language that this machine could have, and the command that adds one. */
export function AddVoices({ language, hasNatural }: AddVoicesProps) {
  const locale = useLocale();
  const [addable, setAddable] = useState<VoicesJson['addable'] | 'unknown'>('unknown');
  useEffect(() => {
    const stop = new AbortController();
    fetch('/api/voices', { signal: stop.signal })
      .then(async (answer) => answer.ok && setAddable(((await answer.json()) as VoicesJson).addable))
      // Nothing is lost: the page of voices says it, too.
      .catch(() => undefined);
    return () => stop.abort();
  }, []);
  if (addable === 'unknown') return null;
  const fitting = voicesFor(addable ?? [], language);
  const [first] = fitting;
  if (!first && (addable !== undefined || hasNatural)) return null;
  return (
    <section className="pick__block">
      <h3>{words.addTitle}</h3>
      {first ? (
        <>
          <p className="small quiet">
            {words.addable(
              fitting.slice(0, MOST_NAMED).map(nameOf),
              Math.max(0, fitting.length - MOST_NAMED),
            )}
          </p>
          <p>
            <code className="pick__command">npm run voices -- add {first.id}</code>
          </p>
          <p className="small quiet">{words.addBy(first.licence, bytes(locale, first.bytes))}</p>
        </>
      ) : (
        <p className="small quiet">{words.addedElsewhere}</p>
      )}
      <Link className="text-link small" to={`/voices?language=${encodeURIComponent(language)}`}>
        {words.allVoices}
      </Link>
    </section>
  );
}
