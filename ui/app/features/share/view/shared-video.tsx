import type { SharedJson } from '@shortfactory/contract';
import { words } from '../model/words.ts';

/** A video and what there is to know of it, by the browser's own player. */
export function SharedVideo({ shared }: { readonly shared: SharedJson }) {
  const { title, language, finishedAt, endsAt, download, outputs, poster, captions, text } = shared;
  const [output] = outputs;
  if (!output) return null;
  const { url, widthPx, heightPx } = output;
  return (
    <>
      <video
        className={`shared__film${widthPx > heightPx ? ' shared__film--wide' : ''}`}
        src={url}
        poster={poster}
        width={widthPx}
        height={heightPx}
        controls
        controlsList={download ? undefined : 'nodownload'}
        playsInline
        preload="none"
        aria-label={words.player(title)}
      >
        <track kind="captions" src={captions} srcLang={language} label={words.captions} />
        {words.notPlayable}
      </video>
      <div className="shared__words">
        <h1 lang={language} dir="auto">
          {title}
        </h1>
        <p className="small quiet">{words.made(finishedAt, output.seconds, language)}</p>
        {download && (
          <p>
            <a className="button" href={`${url}&download=1`} download>
              {words.download(output.bytes)}
            </a>
          </p>
        )}
        <details className="shared__text">
          <summary>{words.read}</summary>
          {text.map((scene, index) => (
            <p key={index} lang={language} dir="auto">
              {scene}
            </p>
          ))}
        </details>
        <Origin shared={shared} />
        <p className="small quiet">{words.until(endsAt)}</p>
      </div>
    </>
  );
}

/** How it was made, and whose pictures it shows. */
function Origin({
  shared: { digitalSourceType, disclosure, credits = [] },
}: {
  readonly shared: SharedJson;
}) {
  if (digitalSourceType === undefined && credits.length === 0) return null;
  return (
    <div className="shared__origin small">
      {digitalSourceType !== undefined && (
        <>
          <h2>{words.origin[digitalSourceType]}</h2>
          <p>
            {disclosure} {words.fileSays}
          </p>
        </>
      )}
      {credits.length > 0 && (
        <>
          <h2>{words.credits}</h2>
          <ul>
            {credits.map((credit, index) => (
              <li key={index}>{credit.attribution}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
