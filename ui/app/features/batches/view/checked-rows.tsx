import type { BatchCheckJson } from '@shortfactory/contract';
import { useEffect, useRef, useState } from 'react';
import { Check, CircleAlert, TriangleAlert } from '../../../shared/ui/icons.ts';
import { mendOf } from '../model/table.ts';
import { words } from '../model/words.ts';

type Row = BatchCheckJson['rows'][number];
type Fault = BatchCheckJson['problems'][number];
type Shown = 'all' | 'ready' | 'mend';
/** Rows that are ready and shown at once; those to mend are always. */
const MOST_READY = 100;

interface CheckedRowsProps {
  readonly check: BatchCheckJson;
  /** What the form is being sent for. */
  readonly doing: string | undefined;
}

/** The rows of a table in their order, each ready, to mend, or there already. */
export function CheckedRows({ check, doing }: CheckedRowsProps) {
  const [shown, setShown] = useState<Shown>('all');
  const heading = useRef<HTMLTableCaptionElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [check]);
  const { rows, problems } = check;
  const ready = shown === 'mend' ? [] : rows.slice(0, MOST_READY);
  const faulty = shown === 'ready' ? [] : problems;
  const rest = shown === 'mend' ? 0 : rows.length - ready.length;
  const lines = [
    ...ready.map((row) => ({ line: row.line, element: <ReadyRow key={row.line} row={row} /> })),
    ...faulty.map((fault) => ({
      line: fault.line,
      element: <FaultyRow key={fault.line} fault={fault} isMending={doing === mendOf(fault.line)} />,
    })),
  ].sort((a, b) => a.line - b.line);
  return (
    <>
      <Filter shown={shown} check={check} onChange={setShown} />
      <table className="btable">
        <caption ref={heading} className="unseen" tabIndex={-1}>
          {words.caption(rows.length + problems.length, problems.length)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.head.line}</th>
            <th scope="col">{words.head.topic}</th>
            <th scope="col">{words.head.voice}</th>
            <th scope="col">{words.head.look}</th>
            <th scope="col">{words.head.format}</th>
            <th scope="col" className="btable__number">
              {words.head.length}
            </th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>{lines.map(({ element }) => element)}</tbody>
      </table>
      {rest > 0 && <p className="small quiet btable__rest">{words.rest(rest)}</p>}
    </>
  );
}

function Filter({
  shown,
  check: { rows, problems },
  onChange,
}: {
  readonly shown: Shown;
  readonly check: BatchCheckJson;
  readonly onChange: (shown: Shown) => void;
}) {
  const kinds = [
    ['all', words.shown.all, rows.length + problems.length],
    ['ready', words.shown.ready, rows.length],
    ['mend', words.shown.mend, problems.length],
  ] as const;
  return (
    <div className="bfilter needs-script" role="group" aria-label={words.shown.label}>
      {kinds.map(([kind, name, count]) => (
        <button
          key={kind}
          type="button"
          className="chip"
          aria-pressed={kind === shown}
          onClick={() => onChange(kind)}
        >
          {name} <span className="bfilter__count">{count}</span>
        </button>
      ))}
    </div>
  );
}

function ReadyRow({ row: { line, title, voice, look, aspects, seconds, sameAs } }: { readonly row: Row }) {
  const isTwice = sameAs !== undefined;
  return (
    <tr className={isTwice ? 'brow brow--warn' : 'brow'}>
      <th scope="row" className="brow__line">
        {line}
      </th>
      <td className="brow__topic">
        <span className="brow__title" dir="auto">
          {title}
        </span>
        {isTwice && (
          <span className="brow__why brow__why--warn">
            <TriangleAlert size={16} />
            {words.sameAs(sameAs)}
          </span>
        )}
      </td>
      <td className="brow__fact">{voice ?? words.anyVoice}</td>
      <td className="brow__fact" dir="auto">
        {look === '' ? words.ownLook : look}
      </td>
      <td className="brow__fact">{aspects.join(', ')}</td>
      <td className="brow__fact btable__number">{words.length(seconds)}</td>
      <td className="brow__state">
        {isTwice ? (
          <span className="bstate bstate--warn">
            <TriangleAlert size={16} />
            {words.twice}
          </span>
        ) : (
          <span className="bstate bstate--ok">
            <Check size={16} />
            {words.ready}
          </span>
        )}
      </td>
    </tr>
  );
}

interface FaultyRowProps {
  readonly fault: Fault;
  readonly isMending: boolean;
}

function FaultyRow({ fault: { line, problem, fix }, isMending }: FaultyRowProps) {
  return (
    <tr className="brow brow--bad">
      <th scope="row" className="brow__line">
        {line}
      </th>
      <td className="brow__topic" colSpan={5}>
        <span className="brow__why brow__why--bad">
          <CircleAlert size={16} />
          <span>
            <span id={`fault-${line}`}>{`${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`}</span>{' '}
            {fix && (
              <button
                className="link brow__fix"
                name="do"
                value={mendOf(line)}
                aria-describedby={`fault-${line}`}
                aria-busy={isMending}
              >
                {isMending ? words.mending : fix.label}
              </button>
            )}
          </span>
        </span>
      </td>
      <td className="brow__state">
        <span className="bstate bstate--bad">
          <CircleAlert size={16} />
          {words.mend}
        </span>
      </td>
    </tr>
  );
}
