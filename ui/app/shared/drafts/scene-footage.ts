import type { FootageJson } from '@shortfactory/contract';
import type { Script } from '../api/script.ts';
import type { SceneClip } from './draft.ts';

export type Found = FootageJson['items'][number];
type Named = NonNullable<Script['scenes'][number]['footage']>;

/** Whose it is, as its licence wants it told. What a server gives the browser has absent fields as undefined. */
export interface FootageAbout {
  readonly title: string;
  readonly author: string;
  /** Its page at the source. */
  readonly pageUrl: string;
  readonly licence: {
    readonly id: Found['licence']['id'];
    readonly version?: string | undefined;
    readonly url: string;
  };
}

/** A photo or clip of others that a scene shows: by which name, what of it, and as far as it is known whose it is. */
export interface SceneFootage {
  readonly source: Named['source'];
  readonly id: string;
  readonly licence?: Named['licence'] | undefined;
  /** What is shown of it. */
  readonly clip?: SceneClip | undefined;
  /** Address of a small picture of it. */
  readonly preview?: string | undefined;
  /** Address of a film to look at. */
  readonly film?: string | undefined;
  /** Of a clip. */
  readonly seconds?: number | undefined;
  readonly about?: FootageAbout | undefined;
}

export function isMoving({ id }: Pick<SceneFootage, 'id'>): boolean {
  return id.startsWith('clip-');
}

/** What was found, as a scene keeps it. */
export function chosen(found: Found, clip: SceneClip): SceneFootage {
  const { source, id, preview, film, seconds, title, author, pageUrl, licence } = found;
  return {
    ...{ source, id, licence: licence.id, clip, preview },
    ...(film !== undefined && { film }),
    ...(seconds !== undefined && { seconds }),
    about: { title, author, pageUrl, licence },
  };
}

/** As the API takes it. */
export function namedFootage({ source, id, licence }: SceneFootage): Named {
  return { source, id, ...(licence !== undefined && { licence }) };
}

/** Whether two scenes show the same. */
export function isSame(
  a: Pick<SceneFootage, 'source' | 'id'> | undefined,
  b: Pick<SceneFootage, 'source' | 'id'>,
): boolean {
  return a?.source === b.source && a.id === b.id;
}
