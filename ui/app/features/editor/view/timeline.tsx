import type { Draft } from '../../../shared/drafts/draft.ts';
import { warningOf } from '../model/scene-warning.ts';
import type { Review } from '../model/use-review.ts';
import { useStrings } from '../../../shared/strings/context.tsx';

/** How long each scene is of the whole; a piece leads to its scene. */
export function Timeline({ draft, review }: { draft: Draft; review: Review }) {
  const { editor } = useStrings();
  const wanted = draft.settings.seconds;
  const rest = wanted - review.seconds;
  return (
    <section className="card side-card" aria-labelledby="timeline">
      <h2 id="timeline">{editor.timeline}</h2>
      <p className="timeline__of tabular">{editor.timelineOf(review.seconds, wanted)}</p>
      <ol className="timeline">
        {draft.scenes.map((scene, index) => {
          const { seconds } = review.of(scene.narration);
          const kind = warningOf(scene, review)?.kind;
          return (
            <li key={scene.key} className="timeline__place" style={{ flexGrow: Math.max(0.5, seconds) }}>
              <a
                className={`timeline__scene${kind === 'too-long' || kind === 'glyph' ? ' timeline__scene--warned' : ''}`}
                href={`#scene-${scene.key}`}
                aria-label={editor.timelineScene(index + 1, seconds)}
              >
                <span className="timeline__number">{index + 1}</span>
              </a>
            </li>
          );
        })}
        {rest > 0.2 && <li className="timeline__rest" style={{ flexGrow: rest }} aria-hidden="true" />}
      </ol>
    </section>
  );
}
