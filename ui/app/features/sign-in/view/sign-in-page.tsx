import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { Frame } from '../../../shared/ui/frame.tsx';
import { RotateCw } from '../../../shared/ui/icons.ts';
import { LogIn, ShieldCheck } from '../model/icons.ts';
import { useAskedAgain } from '../model/use-asked-again.ts';
import { words } from '../model/words.ts';
import type { loadSignInPage } from '../server/sign-in-page.server.ts';
import { StateBadge } from './state-badge.tsx';
import { Trouble } from './trouble.tsx';

type Page = ReturnType<typeof useLoaderData<typeof loadSignInPage>>;

/** Where one signs in, the same with and without scripts. */
export function SignInPage() {
  const page = useLoaderData<typeof loadSignInPage>();
  const { name, host, visitors, domains, back, begin, trouble, refreshSeconds } = page;
  useAskedAgain(refreshSeconds);
  const isDown = trouble?.kind === 'down';
  return (
    <div className={`sign-in${page.count === 0 ? ' sign-in--alone' : ''}`}>
      <div>
        <h1 className="display">{words.title}</h1>
        {!trouble && <p className="sign-in__lead">{words.lead}</p>}
        {trouble && <Trouble trouble={trouble} name={name} domains={domains} />}
        <div className="card sign-in__card">
          <a className="button button--primary sign-in__go" href={begin}>
            {isDown ? <RotateCw size={20} /> : <LogIn size={20} />}
            {isDown ? words.again : words.go(name)}
          </a>
          {isDown ? (
            <p className="sign-in__note">{words.againBySelf(refreshSeconds ?? 0)}</p>
          ) : (
            <p className="sign-in__note">
              <ShieldCheck size={18} />
              <span>
                {words.before}
                <bdi>{host}</bdi>
                {words.after}
              </span>
            </p>
          )}
          {visitors && (
            <>
              <div className="sign-in__or">{words.or}</div>
              <a className="button" href={back}>
                {words.visitor}
              </a>
              <p className="sign-in__note">{words.visitorNote}</p>
            </>
          )}
        </div>
        {domains.length > 0 && <p className="sign-in__foot">{words.who(domains)}</p>}
      </div>
      {page.count > 0 && <Here page={page} />}
    </div>
  );
}

/** What a visitor has made with this browser. */
function Here({ page: { videos, count, more } }: { readonly page: Page }) {
  return (
    <section aria-labelledby="sign-in-here">
      <div className="sign-in__here">
        <h2 id="sign-in-here">{words.here}</h2>
        <span className="small quiet">{words.videos(count, more)}</span>
      </div>
      <div className="line">
        <ul className="line__frames sign-in__frames">
          {videos.map((video) => (
            <li key={video.id}>
              <Frame src={video.picture} alt="" onBelt>
                <StateBadge video={video} />
              </Frame>
              <p className="line__below shelf__name" lang={video.language} dir="auto">
                {video.title}
              </p>
            </li>
          ))}
        </ul>
      </div>
      <p className="small quiet sign-in__stay">{words.stay}</p>
    </section>
  );
}

export const signInMeta: MetaFunction = () => [
  { title: stringsOf(DEFAULT_LOCALE).errors.title(words.title) },
];
