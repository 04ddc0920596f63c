import { useId, useRef } from 'react';
import type { ChangeEvent } from 'react';
import { Refused } from '../../../shared/ui/refused.tsx';
import { RotateCw, Upload } from '../../../shared/ui/icons.ts';
import { EXAMPLE } from '../model/table.ts';
import { words } from '../model/words.ts';
import type { TableAnswer } from '../server/batches-page.server.ts';

const EXAMPLE_FILE = `data:text/csv;charset=utf-8,${encodeURIComponent(EXAMPLE)}`;
const COLUMNS = ['look', 'voice', 'aspect', 'seconds', 'id'];

interface TableFieldsProps {
  readonly table: TableAnswer | undefined;
  readonly checking: boolean;
}

/** A file, or its rows as text. A file that is chosen is checked at once. */
export function TableFields({ table, checking }: TableFieldsProps) {
  const id = useId();
  const check = useRef<HTMLButtonElement>(null);
  const isChecked = table?.check !== undefined;
  const refused = table?.at === 'rows' ? table.refused : undefined;
  const onFile = ({ currentTarget: { files, form } }: ChangeEvent<HTMLInputElement>): void => {
    if (files?.length) form?.requestSubmit(check.current);
  };
  return (
    <div className="bin">
      <div className="drop bin__drop">
        <span className="drop__icon">
          <Upload size={28} />
        </span>
        <label className="drop__words" htmlFor={`${id}-file`}>
          <b className="drop__ask" dir="auto">
            {table?.name || words.file}
          </b>
          <span className="small quiet">{words.fileHint}</span>
        </label>
        <input
          id={`${id}-file`}
          className="bin__file"
          type="file"
          name="file"
          accept=".csv,.tsv,.txt,.jsonl,.ndjson,text/csv,text/tab-separated-values,application/jsonl"
          onChange={onFile}
        />
      </div>
      <input type="hidden" name="name" value={table?.name ?? ''} />
      <details className="bin__text" open={!isChecked}>
        <summary className="bin__summary">{isChecked ? words.editRows : words.rows}</summary>
        <textarea
          className="input bin__rows"
          name="rows"
          rows={8}
          dir="auto"
          spellCheck={false}
          aria-label={words.rows}
          aria-describedby={refused === undefined ? `${id}-columns` : `${id}-error`}
          aria-invalid={refused === undefined ? undefined : true}
          placeholder={EXAMPLE}
          defaultValue={table?.text}
        />
      </details>
      {refused !== undefined && <Refused id={`${id}-error`}>{refused}</Refused>}
      <p className="small quiet bin__columns" id={`${id}-columns`}>
        {words.columns} <code className="code">topic</code> {words.or} <code className="code">script</code>
        {words.like}{' '}
        {COLUMNS.map((column) => (
          <span key={column}>
            <code className="code">{column}</code>{' '}
          </span>
        ))}
        <a className="text-link" href={EXAMPLE_FILE} download="example.csv">
          {words.example}
        </a>
      </p>
      <button
        ref={check}
        className={isChecked ? 'button button--small' : 'button button--primary'}
        name="do"
        value="check"
        aria-busy={checking}
      >
        {checking ? <span className="spinner" /> : isChecked && <RotateCw size={16} />}
        {checking ? words.checking : isChecked ? words.checkAgain : words.check}
      </button>
    </div>
  );
}
