import type { FilmStillProps } from '../late/film-still.tsx';
import { Late } from './late.tsx';

const load = () => import('../late/film-still.tsx');

/** The first frame of a film; fetched where there is one, which most pages have not. */
export function FilmStill(props: FilmStillProps) {
  return <Late load={load} with={props} />;
}
