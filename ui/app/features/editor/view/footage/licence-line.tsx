import type { FootageAbout, SceneFootage } from '../../../../shared/drafts/scene-footage.ts';
import { words } from './words.ts';

interface LicenceLineProps {
  readonly source: SceneFootage['source'];
  readonly about: FootageAbout;
}

/** Whose it is, where it is from, and what its licence asks for. */
export function LicenceLine({ source, about: { author, pageUrl, licence } }: LicenceLineProps) {
  return (
    <div className="licence">
      <p className="small">
        <span dir="auto">{author}</span>,{' '}
        <a className="text-link" href={pageUrl} target="_blank" rel="noreferrer">
          {words.source[source]}
        </a>
      </p>
      <p className="small quiet">
        <a className="text-link" href={licence.url} target="_blank" rel="noreferrer license">
          {words.licence(licence)}
        </a>
        . {words.terms(licence.id)}
      </p>
    </div>
  );
}
