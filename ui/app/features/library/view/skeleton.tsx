import { useStrings } from '../../../shared/strings/context.tsx';

const CARDS = Array.from({ length: 12 }, (_, index) => index);

/** The library on its way, in the shape that it will have. */
export function LibrarySkeleton() {
  const { library } = useStrings();
  return (
    <div aria-busy="true">
      <p className="unseen" role="status">
        {library.loading}
      </p>
      <ul className="library" aria-hidden="true">
        {CARDS.map((card) => (
          <li key={card} className="video-card">
            <div className="frame skeleton" />
            <div className="skeleton skeleton--line video-card__line-1" />
            <div className="skeleton skeleton--line video-card__line-2" />
          </li>
        ))}
      </ul>
    </div>
  );
}
