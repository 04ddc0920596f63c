import type { DraftScene } from '../../../shared/drafts/draft.ts';
import type { Review } from './use-review.ts';

/** What would not look right in a scene: the first thing, as there is one fix at a time. */
export type SceneWarning =
  | { readonly kind: 'no-words' | 'no-picture' }
  | { readonly kind: 'too-long'; readonly seconds: number; readonly splitAt: number | undefined }
  | { readonly kind: 'glyph'; readonly chars: readonly string[] };

export function warningOf(scene: DraftScene, review: Review): SceneWarning | undefined {
  if (scene.narration.trim() === '') return { kind: 'no-words' };
  if (scene.visual.trim() === '') return { kind: 'no-picture' };
  if (scene.keptAs === scene.narration) return undefined;
  const { seconds, warnings } = review.of(scene.narration);
  const [first] = warnings;
  if (!first) return undefined;
  return first.code === 'too-long'
    ? { kind: 'too-long', seconds, splitAt: first.splitAt }
    : { kind: 'glyph', chars: first.chars ?? [] };
}

/** The pieces of the narration that it is about. */
export function markedIn(
  narration: string,
  warning: SceneWarning | undefined,
): { start: number; end: number }[] {
  if (warning?.kind === 'too-long' && warning.splitAt !== undefined) {
    return [{ start: warning.splitAt, end: narration.length }];
  }
  if (warning?.kind !== 'glyph') return [];
  const found = warning.chars.flatMap((char) => {
    const places: { start: number; end: number }[] = [];
    for (let at = narration.indexOf(char); at >= 0; at = narration.indexOf(char, at + char.length)) {
      places.push({ start: at, end: at + char.length });
    }
    return places;
  });
  return found.sort((a, b) => a.start - b.start);
}

/** The last two words before a place: how "Split after …" names it. */
export function wordsBefore(text: string, offset: number): string {
  const words = text.slice(0, offset).trim().split(/\s+/).slice(-2).join(' ');
  return words.replace(/[\p{P}\s]+$/u, '').slice(-40);
}
