import { BRIEF_LIMITS, isAddress } from '@shortfactory/core';
import { countWords, scriptWords } from '../../../shared/format/count-words.ts';
import { speaks, voicesFor } from '../../../shared/format/languages.ts';
import type { Options } from '../../../shared/api/script.ts';
import type { CreateValues } from './fields.ts';

/** One thing that needs a change before a video can be made. The catalogue has the words for each. */
export type CreateProblem =
  | { readonly field: 'topic'; readonly kind: 'short' | 'long' | 'address' }
  | { readonly field: 'script'; readonly kind: 'empty' | 'refused'; readonly detail?: string }
  | { readonly field: 'script'; readonly kind: 'long'; readonly words: number }
  | { readonly field: 'language'; readonly kind: 'voice'; readonly voice: string; readonly instead?: string }
  | { readonly field: 'seconds'; readonly kind: 'range' }
  | { readonly field: 'aspects'; readonly kind: 'none' }
  | { readonly field: 'callToAction'; readonly kind: 'long' }
  | { readonly field: 'callToAction'; readonly kind: 'refused'; readonly detail: string }
  | { readonly field: 'notes'; readonly kind: 'refused'; readonly detail: string }
  | { readonly field: 'media'; readonly kind: 'refused'; readonly detail: string }
  | { readonly field: 'form'; readonly kind: 'refused'; readonly detail: string }
  | { readonly field: 'form'; readonly kind: 'unsent' | 'unreachable' | 'too-many' };

const FEWEST_WORDS = 3;

/** What is found without asking the API, in the order of the page. */
export function problemsOf(values: CreateValues, language: string, options: Options): CreateProblem[] {
  const problems: CreateProblem[] = [];
  const { limits, voices, aspects } = options;
  if (values.tab === 'script') {
    const words = scriptWords(values.script, language);
    if (countWords(values.script) === 0) problems.push({ field: 'script', kind: 'empty' });
    else if (words > limits.totalWords) problems.push({ field: 'script', kind: 'long', words });
  } else if (values.topic.trim().length > limits.topicChars) {
    problems.push({ field: 'topic', kind: 'long' });
  } else if (isAddress(values.topic)) {
    problems.push({ field: 'topic', kind: 'address' });
  } else if (countWords(values.topic) < FEWEST_WORDS) {
    problems.push({ field: 'topic', kind: 'short' });
  }
  if (values.tab !== 'script' && values.callToAction.trim().length > BRIEF_LIMITS.callToActionChars)
    problems.push({ field: 'callToAction', kind: 'long' });
  const voice = voices.find(({ id }) => id === values.voice);
  if (voice && !speaks(voice, language)) {
    const [instead] = voicesFor(voices, language);
    problems.push({
      field: 'language',
      kind: 'voice',
      voice: voice.id,
      ...(instead && { instead: instead.id }),
    });
  }
  if (values.tab !== 'script') {
    const fits = values.seconds >= limits.minSeconds && values.seconds <= limits.maxSeconds;
    if (!fits) problems.push({ field: 'seconds', kind: 'range' });
  }
  if (values.aspects.length === 0 || values.aspects.some((aspect) => !aspects.includes(aspect))) {
    problems.push({ field: 'aspects', kind: 'none' });
  }
  return problems;
}

/** What the API found instead, as one of ours: by the JSON pointer of each. */
export function problemsFromApi(
  errors: readonly { pointer: string; detail: string }[],
  detail: string,
): CreateProblem[] {
  const found = errors.map(({ pointer, detail: said }): CreateProblem => {
    if (pointer.startsWith('/topic')) return { field: 'form', kind: 'refused', detail: said };
    if (pointer.startsWith('/callToAction')) return { field: 'callToAction', kind: 'refused', detail: said };
    if (pointer.startsWith('/sources')) return { field: 'notes', kind: 'refused', detail: said };
    if (pointer.startsWith('/script')) return { field: 'script', kind: 'refused', detail: said };
    if (pointer.startsWith('/music')) return { field: 'media', kind: 'refused', detail: said };
    return { field: 'form', kind: 'refused', detail: said };
  });
  return found.length > 0 ? found : [{ field: 'form', kind: 'refused', detail }];
}
