import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData, useNavigate } from '@remix-run/react';
import { ago } from '../../../shared/account/when.ts';
import { useNow } from '../../../shared/format/now.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { Confirm } from '../../../shared/ui/confirm.tsx';
import { Refused } from '../../../shared/ui/refused.tsx';
import { words } from '../model/share-words.ts';
import type { ShareAnswer, loadSharePage } from '../server/share-page.server.ts';
import { LinkRow } from './link-row.tsx';
import { NewLink } from './new-link.tsx';

/** The links to a video: made, copied, revoked; the same with and without scripts. */
export function SharePage() {
  const { id, title, language, links, revoke } = useLoaderData<typeof loadSharePage>();
  const answer = useActionData<ShareAnswer | { unsent: true }>();
  const { offline } = useStrings();
  const navigate = useNavigate();
  const now = useNow();
  const made = answer && 'made' in answer ? answer.made : undefined;
  const refused = answer && 'refused' in answer ? answer : undefined;
  const back = `/videos/${id}/share`;
  const lastOf = (at: string | undefined) => (at === undefined ? undefined : ago(Date.parse(at), now));
  return (
    <div className="share">
      {revoke && (
        <Confirm
          title={words.askRevoke}
          detail={words.askRevokeDetail(words.watched(revoke, lastOf(revoke.lastWatchedAt)))}
          keep={words.keep}
          go={words.revokeIt}
          intent={revoke.id}
          back={back}
          onKeep={() => void navigate(back, { replace: true, preventScrollReset: true })}
        />
      )}
      <h1>{words.title}</h1>
      <p className="share__of">
        <Link className="link" to={`/videos/${id}`} lang={language} dir="auto">
          {title}
        </Link>
        <span className="small quiet">{words.lead}</span>
      </p>
      {answer && 'unsent' in answer && <Refused>{offline.refused(false)}</Refused>}
      {made !== undefined && (
        <p className="kept" role="status">
          {words.made}
        </p>
      )}
      <NewLink key={made} refused={refused} />
      {links.length > 0 && (
        <section aria-labelledby="share-links">
          <h2 id="share-links">{words.links}</h2>
          <ul className="card share__links">
            {links.toReversed().map((link) => (
              <LinkRow
                key={link.id}
                videoId={id}
                link={link}
                isNew={link.id === made}
                last={lastOf(link.lastWatchedAt)}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

export const shareMeta: MetaFunction = () => [{ title: stringsOf(DEFAULT_LOCALE).errors.title(words.title) }];
