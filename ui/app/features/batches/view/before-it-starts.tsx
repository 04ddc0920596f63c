import type { BatchCheckJson } from '@shortfactory/contract';
import { FactList } from '../../../shared/ui/fact-list.tsx';
import { ArrowRight } from '../../../shared/ui/icons.ts';
import { Refused } from '../../../shared/ui/refused.tsx';
import { words } from '../model/words.ts';
import type { TableAnswer } from '../server/batches-page.server.ts';

interface BeforeItStartsProps {
  readonly check: BatchCheckJson;
  readonly table: TableAnswer;
  readonly starting: boolean;
  /** The table is being looked at or mended: what is shown is about to be another. */
  readonly waiting: boolean;
}

/** What is about to be made, what it takes, and the most that it may cost. */
export function BeforeItStarts({ check, table, starting, waiting }: BeforeItStartsProps) {
  const { rows, problems, videos, estimateUsd, makeSeconds } = check;
  const refused = table.at === 'cap' ? table.refused : undefined;
  return (
    <section className="card before" aria-labelledby="before">
      <h2 id="before">{words.before}</h2>
      <FactList
        className="before__facts"
        rows={[
          [words.facts.videos, words.videosOf(videos, rows.length + problems.length)],
          [words.facts.time, words.about(words.time(makeSeconds))],
          [words.facts.costs, words.about(words.dollars(estimateUsd))],
        ]}
      />
      <div className="field">
        <label className="label" htmlFor="cap">
          {words.cap}
        </label>
        <div className="before__cap">
          <span aria-hidden="true">$</span>
          <input
            className="input"
            id="cap"
            name="cap"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={table.cap}
            aria-invalid={refused === undefined ? undefined : true}
            aria-describedby={refused === undefined ? 'cap-hint' : 'cap-error'}
          />
        </div>
        {refused === undefined ? (
          <p className="small quiet" id="cap-hint">
            {words.capHint}
          </p>
        ) : (
          <Refused id="cap-error">{refused}</Refused>
        )}
      </div>
      <button
        className="button button--primary button--large before__go"
        name="do"
        value="make"
        disabled={videos === 0 || waiting}
        aria-busy={starting}
      >
        {starting && <span className="spinner" />}
        {videos === 0 ? words.mendFirst : starting ? words.making : words.make(videos)}
        {!starting && videos > 0 && <ArrowRight size={20} />}
      </button>
      <p className="small quiet">
        {problems.length > 0 && `${words.leftOut(problems.length)} `}
        {words.once}
      </p>
    </section>
  );
}
