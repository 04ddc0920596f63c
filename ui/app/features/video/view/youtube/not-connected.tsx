import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { DEFAULT_LOCALE, stringsOf } from '../../../../shared/strings/index.ts';
import { words } from '../../model/youtube-words.ts';
import type { finishYouTube } from '../../server/youtube-sign-in.server.ts';

/** Why a channel was not connected. */
export function NotConnected() {
  const { sentence } = useLoaderData<typeof finishYouTube>();
  return (
    <div className="youtube-back">
      <h1>{words.notConnected}</h1>
      <p>{sentence}</p>
      <Link className="button" to="/videos">
        {words.videos}
      </Link>
    </div>
  );
}

export const notConnectedMeta: MetaFunction = () => [
  { title: stringsOf(DEFAULT_LOCALE).errors.title(words.notConnected) },
];
