import type { JobJson } from '@shortfactory/contract';
import { Check, Copy } from '../../../../shared/ui/icons.ts';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { copyText } from '../../../../shared/browser/browser-features.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { useToast } from '../../../../shared/ui/toast.tsx';

const SHOWN_MS = 4_000;

interface PostProps {
  readonly job: Pick<JobJson, 'title' | 'description' | 'credits' | 'script'>;
}

/** What goes with the video where it is posted, to copy. */
export function Post({ job: { title, description = '', credits = [], script } }: PostProps) {
  const { video } = useStrings();
  const language = script?.language;
  const lines = creditLines(credits);
  const text = lines.map(({ attribution }) => attribution).join('\n');
  return (
    <div className="rows card">
      <Copied name={video.postTitle} text={title} language={language} />
      {description !== '' && <Copied name={video.description} text={description} language={language} />}
      {lines.length > 0 && (
        <>
          <Copied name={video.credits} text={text}>
            <ul className="post__credits">
              {lines.map(({ attribution, scenes }) => (
                <li key={attribution}>
                  <span className="post__scene">{video.creditOf(scenes)}</span> {attribution}
                </li>
              ))}
            </ul>
            <p className="small quiet">{video.creditsHint}</p>
          </Copied>
          {description !== '' && (
            <Copied name={video.postWhole} text={`${description}\n\n${text}`}>
              <p className="small quiet">{video.postWholeHint}</p>
            </Copied>
          )}
        </>
      )}
    </div>
  );
}

interface CreditLine {
  readonly attribution: string;
  /** From 1. */
  readonly scenes: readonly number[];
}

/** Each line once, with the scenes that it is about. */
function creditLines(credits: NonNullable<JobJson['credits']>): CreditLine[] {
  const scenesOf = new Map<string, Set<number>>();
  for (const { attribution, scene } of credits)
    scenesOf.set(attribution, (scenesOf.get(attribution) ?? new Set()).add(scene + 1));
  return [...scenesOf].map(([attribution, scenes]) => ({ attribution, scenes: [...scenes] }));
}

interface CopiedProps {
  readonly name: string;
  readonly text: string;
  readonly language?: string | undefined;
  /** What is shown in place of the text. */
  readonly children?: ReactNode;
}

function Copied({ name, text, language, children }: CopiedProps) {
  const { video } = useStrings();
  const toast = useToast();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => {
    void copyText(text).then((done) => {
      setCopied(done);
      toast(done ? video.copiedToast(name) : video.notCopied);
    });
  };
  return (
    <div className="post">
      <div className="post__words">
        <p className="label">{name}</p>
        {children ?? (
          <p lang={language} dir="auto">
            {text}
          </p>
        )}
      </div>
      <button
        type="button"
        className={`button button--small needs-script${copied ? ' button--done' : ''}`}
        aria-label={copied ? undefined : video.copyOf(name)}
        onClick={copy}
      >
        {copied ? <Check size={16} /> : <Copy size={16} />}
        {copied ? video.copied : video.copy}
      </button>
    </div>
  );
}
