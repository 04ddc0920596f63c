import { useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Found } from '../../../../shared/drafts/scene-footage.ts';
import { Film } from '../../../../shared/late/icons.ts';
import { Segments } from '../../../../shared/late/segments.tsx';
import { Image, Search } from '../../../../shared/ui/icons.ts';
import type { FootageWords } from '../../model/footage-search.ts';
import { words } from './words.ts';
import './search-form.css';

interface SearchFormProps {
  readonly asked: FootageWords;
  readonly field: RefObject<HTMLInputElement>;
  /** Other words that the scene suggests. */
  readonly suggested: readonly string[];
  /** Where it is searched, in order. */
  readonly sources: readonly Found['source'][];
  readonly onAsk: (change: Partial<FootageWords>) => void;
}

const KINDS: readonly (readonly [Found['kind'], ReactNode])[] = [
  [
    'clip',
    <>
      <Film size={16} />
      {words.kinds.clip}
    </>,
  ],
  [
    'photo',
    <>
      <Image size={16} />
      {words.kinds.photo}
    </>,
  ],
];
const SHAPES = ['', 'portrait', 'square', 'landscape'] as const;

/** What is searched for. Words are sent when they are whole: each search counts at its source. */
export function SearchForm({ asked, field, suggested, sources, onAsk }: SearchFormProps) {
  const [written, setWritten] = useState(asked.q);
  const ask = (q: string): void => {
    setWritten(q);
    onAsk({ q });
  };
  return (
    <form
      role="search"
      className="find"
      onSubmit={(event) => {
        event.preventDefault();
        ask(written.trim());
      }}
    >
      <div className="find__row">
        <label className="find__words">
          <span className="unseen">{words.search}</span>
          <Search size={20} />
          <input
            ref={field}
            type="search"
            maxLength={200}
            autoComplete="off"
            dir="auto"
            value={written}
            onChange={({ target }) => setWritten(target.value)}
          />
        </label>
        <button className="button button--small find__go">{words.find}</button>
      </div>
      <div className="find__row">
        <Segments
          name="footage-kind"
          label={words.kind}
          value={asked.kind}
          choices={KINDS}
          onChange={(kind) => onAsk({ kind })}
        />
        <Segments
          name="footage-shape"
          label={words.shape}
          value={asked.orientation}
          choices={SHAPES.map((shape) => [shape, <Shape key={shape} shape={shape} />])}
          onChange={(orientation) => onAsk({ orientation })}
        />
      </div>
      {suggested.length > 1 && (
        <div className="find__chips" role="group" aria-label={words.fromScene}>
          <span className="small quiet">{words.fromScene}</span>
          {suggested.map((each) => (
            <button
              key={each}
              type="button"
              className="chip"
              aria-pressed={each === asked.q}
              onClick={() => ask(each)}
            >
              {each}
            </button>
          ))}
        </div>
      )}
      {sources.length > 1 && (
        <div className="find__chips" role="group" aria-label={words.sources}>
          <span className="small quiet">{words.sources}</span>
          {(['', ...sources] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="chip"
              aria-pressed={each === asked.source}
              onClick={() => onAsk({ source: each })}
            >
              {each === '' ? words.anySource : words.source[each]}
            </button>
          ))}
        </div>
      )}
    </form>
  );
}

function Shape({ shape }: { readonly shape: FootageWords['orientation'] }) {
  if (shape === '') return words.shapes[shape];
  return (
    <>
      <span className={`find__shape find__shape--${shape}`} />
      <span className="unseen">{words.shapes[shape]}</span>
    </>
  );
}
