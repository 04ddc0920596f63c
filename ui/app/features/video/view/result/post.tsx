import { Check, Copy } from '../../../../shared/ui/icons.ts';
import { useEffect, useState } from 'react';
import { copyText } from '../../../../shared/browser/browser-features.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { useToast } from '../../../../shared/ui/toast.tsx';

const SHOWN_MS = 4_000;

interface PostProps {
  readonly title: string;
  readonly description: string | undefined;
  readonly language: string | undefined;
}

/** What goes with the video where it is posted, to copy. */
export function Post({ title, description, language }: PostProps) {
  const { video } = useStrings();
  return (
    <div className="rows card">
      <Copied name={video.postTitle} text={title} language={language} />
      {description !== undefined && description !== '' && (
        <Copied name={video.description} text={description} language={language} />
      )}
    </div>
  );
}

function Copied({ name, text, language }: { name: string; text: string; language: string | undefined }) {
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
        <p lang={language} dir="auto">
          {text}
        </p>
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
