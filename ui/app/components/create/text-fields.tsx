import { CircleAlert, Shuffle } from '../../icons.ts';
import { Link } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { MouseEvent, RefObject } from 'react';
import { countWords } from '../../create/problems.ts';
import { spokenSeconds } from '../../create/estimate.ts';
import { useHydrated } from '../../hydrated.ts';
import { useStrings } from '../../strings/context.tsx';

interface FieldProps {
  readonly field: RefObject<HTMLTextAreaElement>;
  readonly value: string;
  readonly language: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The one thing that has to be said. */
export function TopicField({ field, value, language, error, onChange }: FieldProps) {
  const { create } = useStrings();
  return (
    <div className={`topic${error === undefined ? '' : ' topic--wrong'}`}>
      <label className="label" htmlFor="topic">
        {create.topic}
      </label>
      <textarea
        ref={field}
        id="topic"
        name="topic"
        className="topic__field"
        rows={1}
        placeholder={create.placeholder}
        value={value}
        lang={value === '' ? undefined : language}
        dir="auto"
        enterKeyHint="go"
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : 'topic-error'}
        onChange={(event) => onChange(event.target.value)}
      />
      {error !== undefined && <FieldError id="topic-error">{error}</FieldError>}
    </div>
  );
}

/** Topics to begin with; "Others" turns the page of them. */
export function Examples({ onPick }: { onPick: (topic: string) => void }) {
  const { create } = useStrings();
  const hydrated = useHydrated();
  const [page, setPage] = useState(0);
  const from = (page * 3) % create.topics.length;
  return (
    <div className="examples">
      <span className="small quiet">{create.examples}</span>
      <ul className="examples__row">
        {create.topics.slice(from, from + 3).map((topic) => (
          <li key={topic}>
            <Link
              className="chip"
              to={`/?topic=${encodeURIComponent(topic)}`}
              onClick={(event: MouseEvent) => {
                event.preventDefault();
                onPick(topic);
              }}
            >
              {topic}
            </Link>
          </li>
        ))}
        {hydrated && (
          <li>
            <button type="button" className="chip" onClick={() => setPage(page + 1)}>
              <Shuffle size={16} />
              {create.others}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

/** A script as it stands: how long it will be is said while it is typed. */
export function ScriptField({ field, value, language, error, onChange }: FieldProps) {
  const { create } = useStrings();
  const scenes = useSceneCount(value, language);
  const words = countWords(value);
  return (
    <div className={`topic${error === undefined ? '' : ' topic--wrong'}`}>
      <label className="label" htmlFor="script">
        {create.script}
      </label>
      <textarea
        ref={field}
        id="script"
        name="script"
        className="topic__script"
        rows={4}
        placeholder={create.scriptPlaceholder}
        value={value}
        lang={value === '' ? undefined : language}
        dir="auto"
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? 'script-count' : 'script-error script-count'}
        onChange={(event) => onChange(event.target.value)}
      />
      {error !== undefined && <FieldError id="script-error">{error}</FieldError>}
      <p id="script-count" className="topic__count">
        {words === 0 || scenes === undefined
          ? create.scriptEmpty
          : create.scriptCount(words, spokenSeconds(words), scenes)}
      </p>
    </div>
  );
}

/** How many scenes the server will make of it: by the server's own code, which is fetched when it is needed. */
function useSceneCount(text: string, language: string): number | undefined {
  const [count, setCount] = useState<number>();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      import('@shortfactory/server/script-text').then(
        ({ scriptFromText }) => {
          if (current) setCount(scenesOf(() => scriptFromText(text, { language }).scenes.length));
        },
        // It could not be fetched; the server counts when the form is sent.
        () => undefined,
      );
    }, 200);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, language]);
  return count;
}

/** Undefined while the text cannot be a script yet. */
function scenesOf(split: () => number): number | undefined {
  try {
    return split();
  } catch {
    return undefined;
  }
}

export function FieldError({ id, children }: { id: string; children: React.ReactNode }) {
  return (
    <p id={id} className="field-error">
      <CircleAlert className="field-error__icon" size={20} />
      <span>{children}</span>
    </p>
  );
}
