import { CircleAlert, Shuffle } from '../../../shared/ui/icons.ts';
import { Link } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { MouseEvent, RefObject } from 'react';
import { scriptWords } from '../../../shared/format/count-words.ts';
import { useHydrated } from '../../../shared/browser/hydrated.ts';
import { plannedSeconds } from '../../../shared/format/length.ts';
import type { Options } from '../../../shared/api/script.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { Counter } from '../../../shared/ui/counter.tsx';

interface FieldProps {
  readonly field: RefObject<HTMLTextAreaElement>;
  readonly value: string;
  readonly language: string;
  readonly limits: Options['limits'];
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The one thing that has to be said. */
export function TopicField({ field, value, language, limits, error, onChange }: FieldProps) {
  const { create } = useStrings();
  return (
    <div className={`topic${error === undefined ? '' : ' topic--wrong'}`}>
      <div className="topic__head">
        <label className="label" htmlFor="topic">
          {create.topic}
        </label>
        <Counter
          id="topic-counter"
          counted={[{ now: value.trim().length, most: limits.topicChars, unit: 'characters' }]}
        />
      </div>
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
        aria-describedby={error === undefined ? 'topic-counter' : 'topic-error topic-counter'}
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
export function ScriptField({ field, value, language, limits, error, onChange }: FieldProps) {
  const { create } = useStrings();
  const read = useRead(value, language);
  const scenes = read?.scenes;
  const words = scriptWords(value, language);
  return (
    <div className={`topic${error === undefined ? '' : ' topic--wrong'}`}>
      <div className="topic__head">
        <label className="label" htmlFor="script">
          {create.script}
        </label>
        <Counter
          id="script-counter"
          counted={[
            { now: words, most: limits.totalWords, unit: 'words' },
            { now: scenes?.length ?? 0, most: limits.scenes, unit: 'scenes' },
          ]}
        />
      </div>
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
        aria-describedby={`${error === undefined ? '' : 'script-error '}script-counter script-count`}
        onChange={(event) => onChange(event.target.value)}
      />
      {error !== undefined && <FieldError id="script-error">{error}</FieldError>}
      <p id="script-count" className="topic__count">
        {words === 0 && create.scriptEmpty}
        {words > 0 &&
          (scenes ? create.scriptCount(plannedSeconds(scenes, language), scenes.length) : '\u00a0')}
        {words > 0 && read?.leftOut !== undefined && ` ${read.leftOut}`}
      </p>
    </div>
  );
}

interface Read {
  /** What is said in each scene. */
  readonly scenes: readonly string[];
  /** What is not said, as a sentence. */
  readonly leftOut: string | undefined;
}

/** What the server will make of the text: by its own code, which is fetched when it is needed. */
function useRead(text: string, language: string): Read | undefined {
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      import('@shortfactory/text').then(
        ({ leftOutSentence, readScriptText }) => {
          const take = (): Read => {
            const { script, leftOut } = readScriptText(text, { language });
            return {
              scenes: script.scenes.map(({ narration }) => narration),
              leftOut: leftOutSentence(leftOut),
            };
          };
          if (current) setRead(unlessRefused(take));
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
  return read;
}

/** Undefined while the text cannot be a script yet. */
function unlessRefused<T>(take: () => T): T | undefined {
  try {
    return take();
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
