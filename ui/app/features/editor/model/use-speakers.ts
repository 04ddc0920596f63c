import { useEffect, useState } from 'react';
import { scriptOf } from '../../../shared/drafts/draft.ts';
import type { Draft } from '../../../shared/drafts/draft.ts';

/** Who speaks in a script besides the narrator, in the order in which they come; by the server's own code, fetched when asked for. */
export function useSpeakers(draft: Draft): readonly string[] {
  const [speakers, setSpeakers] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    import('@shortfactory/text')
      .then(({ performanceOf }) => performanceOf(scriptOf(draft)).speakers)
      .then(
        (found) => current && setSpeakers(found),
        // A script with too many speakers is refused where it is sent; without the code the names in the script decide.
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [draft]);
  return speakers;
}
