import { Link } from '@remix-run/react';
import type { LinkJson } from '@shortfactory/contract';
import { useEffect, useRef } from 'react';
import { dateOf } from '../../../shared/account/when.ts';
import { copyText } from '../../../shared/browser/browser-features.ts';
import { Copy } from '../../../shared/ui/icons.ts';
import { useToast } from '../../../shared/ui/toast.tsx';
import { words } from '../model/share-words.ts';

interface LinkRowProps {
  readonly videoId: string;
  readonly link: Omit<LinkJson, 'token'> & { readonly url?: string | undefined };
  /** Made a moment ago: its address is focused and marked. */
  readonly isNew: boolean;
  /** How long ago it was watched. */
  readonly last: string | undefined;
}

/** A link: its address while it works, how often it was watched, and its ways. */
export function LinkRow({ videoId, link, isNew, last }: LinkRowProps) {
  const toast = useToast();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isNew) return;
    field.current?.focus();
    field.current?.select();
  }, [isNew]);
  const { id, state, url, endsAt, revokedAt } = link;
  const end = dateOf(Date.parse(revokedAt ?? endsAt));
  const copy = (): void =>
    void copyText(url ?? '').then((done) => toast(done ? words.copied : words.notCopied));
  if (state !== 'live' || url === undefined)
    return (
      <li className="share__link">
        <p className="share__over">{words.over[state === 'revoked' ? 'revoked' : 'ended'](end)}</p>
        <p className="small quiet">{words.watched(link, last)}</p>
      </li>
    );
  return (
    <li className="share__link">
      <div className="share__ways">
        <input
          ref={field}
          className="input share__url"
          aria-label={words.linkUntil(end)}
          value={url}
          readOnly
          spellCheck={false}
          autoComplete="off"
        />
        <button
          type="button"
          className="button button--small needs-script"
          onClick={copy}
          aria-label={words.copyOf(end)}
        >
          <Copy size={16} />
          {words.copy}
        </button>
        <Link
          className="button button--small button--quiet share__revoke"
          to={`/videos/${videoId}/share?revoke=${id}`}
          preventScrollReset
          aria-label={words.revokeOf(end)}
        >
          {words.revoke}
        </Link>
      </div>
      <p className="small quiet">{`${words.until} ${end}. ${words.watched(link, last)}.`}</p>
    </li>
  );
}
