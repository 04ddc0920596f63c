import { detectorFor, scriptFromText } from '@shortfactory/text';
import type { Options } from '../../../shared/api/script.ts';
import type { CreateValues } from '../model/fields.ts';
import { chosenLanguage, shownLanguage, textOfValues } from '../model/language-of.ts';

/**
 * The chosen language, or the one that the text is written in, which is not always one that is offered. `locales` are the
 * visitor's, best first.
 */
export async function languageOf(
  values: CreateValues,
  options: Pick<Options, 'languages' | 'voices'>,
  locales: readonly string[],
): Promise<string> {
  const chosen = chosenLanguage(values, options);
  const text = textOfValues(values);
  if (chosen !== undefined || text.trim() === '') return shownLanguage(values, options, undefined);
  const detect = await detectorFor(text, locales);
  const told = (part: string): { language: string } => detect(part, locales);
  return shownLanguage(values, options, values.tab === 'script' ? spokenIn(text, told) : told(text).language);
}

/** What is spoken of a script, without its labels and visuals, says its language. */
function spokenIn(text: string, detect: (part: string) => { language: string }): string {
  try {
    return scriptFromText(text, { detect }).language;
  } catch {
    return detect(text).language;
  }
}

/** The languages of Accept-Language, best first; those that no Intl knows are left out. */
export function localesOf(request: Request): string[] {
  const ranked = (request.headers.get('accept-language') ?? '').split(',').map((entry) => {
    const [tag = '', quality = 'q=1'] = entry.split(';').map((part) => part.trim());
    return { tag, quality: Number(quality.replace(/^q=/u, '')) };
  });
  return ranked
    .filter(({ tag, quality }) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
