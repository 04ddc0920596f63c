import type { Heard } from '@shortfactory/text';
import { useEffect, useState } from 'react';

/** A pause in typing, in milliseconds. */
const PAUSE_MS = 250;
/** The beginning says it; more only takes longer. */
const MOST_CHARS = 2000;

/**
 * The language that a text is heard in, by the server's own code, which is fetched once something is typed; its larger
 * tables follow only where words are not enough. Undefined until then, and for a text without letters.
 */
export function useHeard(text: string): Heard | undefined {
  const [told, setTold] = useState<{ readonly text: string; readonly heard: Heard }>();
  const said = text.trim().slice(0, MOST_CHARS);
  useEffect(() => {
    if (!/\p{L}/u.test(said)) return;
    let current = true;
    const timer = setTimeout(() => {
      import('@shortfactory/text')
        .then(({ detectLanguage }) => detectLanguage(said, navigator.languages))
        .then(
          (heard) => current && setTold({ text: said, heard }),
          // It could not be fetched; the server tells the language when the form is sent.
          () => undefined,
        );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [said]);
  // While a next word is typed, what was heard of the words before is shown.
  return said === '' ? undefined : told?.heard;
}
