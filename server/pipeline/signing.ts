import { BROUGHT_BY_MODEL, madePart } from '@shortfactory/core';
import type { MadePart, Origin, ScriptVisual } from '@shortfactory/core';
import type { Narration } from './stages/narrate.ts';
import type { Signing } from './stages/compose.ts';
import type { RenderContext } from './stage.ts';
import type { OwnVisual } from './uploads.ts';

/** What a short shows and says, in the order of its scenes. */
export interface Brought {
  readonly shown: readonly ScriptVisual[];
  readonly own: readonly (OwnVisual | undefined)[];
  readonly recorded: readonly (Narration | undefined)[];
}

/** How a short's files are signed; undefined where nobody signs, which is remarked where somebody should. */
export function signingOf(
  context: Pick<RenderContext, 'notes' | 'signer'>,
  title: string,
  origin: Origin,
  brought: Brought,
): Signing | undefined {
  const { signer, notes } = context;
  if (!signer) return undefined;
  const refusal = signer.refusal();
  if (refusal !== undefined) {
    notes.remark({ stage: 'compose' }, refusal);
    return undefined;
  }
  const { video, poster } = origin;
  return { signer, claim: { title, origin: { video, poster }, made: madeParts(context, brought) } };
}

function madeParts({ notes }: Pick<RenderContext, 'notes'>, { shown, own, recorded }: Brought): MadePart[] {
  return [
    ...notes.makersOf('story').map((by) => madePart('story', by)),
    ...notes.makersOf('script').map((by) => madePart('script', by)),
    ...shown.map(({ place }, i) => madePart('picture', pictureBy(notes, place, own[i]), place.scene + 1)),
    ...recorded.flatMap((recording, scene) =>
      recording
        ? [madePart('voice', undefined, scene + 1)]
        : notes.makersOf('narrate', { scene }).map((by) => madePart('voice', by, scene + 1)),
    ),
  ];
}

/** Who made what a scene or cut shows; undefined for what a person brought, unless it says itself that a model made it. */
export function pictureBy(
  notes: RenderContext['notes'],
  place: ScriptVisual['place'],
  brought: OwnVisual | undefined,
): string | undefined {
  if (brought) return brought.byModel ? BROUGHT_BY_MODEL : undefined;
  return notes.makersOf('illustrate', place)[0];
}
