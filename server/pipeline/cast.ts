import { canSpeak, voiceFor } from '@shortfactory/core';
import type { Narrator, Voice } from '@shortfactory/core';
import type { PipelineDeps } from './stage.ts';

/** A narrator and which of its voices speaks. */
export interface CastMember {
  readonly narrator: Narrator;
  readonly voice: string;
}

/** Every voice that can be asked for, the preferred narrator's first. */
export function voicesOf(deps: Pick<PipelineDeps, 'narrator' | 'instead'>): readonly Voice[] {
  return narratorsOf(deps).flatMap(({ voices }) => voices);
}

/**
 * Who speaks a script, and who speaks a scene in their place: first the wanted voice, or a voice of the first narrator
 * that knows the language; then of every other narrator one that knows it. Throws InputInvalid as `voiceFor` does.
 */
export function castFor(
  deps: Pick<PipelineDeps, 'narrator' | 'instead'>,
  language: string,
  wanted?: string,
): readonly [CastMember, ...CastMember[]] {
  const able = narratorsOf(deps).filter(({ voices }) => canSpeak(voices, language));
  const own = wanted === undefined ? undefined : voiceFor(voicesOf(deps), language, wanted).id;
  const first = able.find(({ voices }) => own === undefined || voices.some(({ id }) => id === own));
  // No narrator has this voice: voiceFor throws.
  if (!first)
    throw new Error(`${voiceFor(voicesOf(deps), language).id} speaks ${language} and cannot be found`);
  const member = (narrator: Narrator): CastMember => ({
    narrator,
    voice: voiceFor(narrator.voices, language).id,
  });
  const others = able.filter((narrator) => narrator !== first).map(member);
  return [own === undefined ? member(first) : { narrator: first, voice: own }, ...others];
}

function narratorsOf({ narrator, instead }: Pick<PipelineDeps, 'narrator' | 'instead'>): readonly Narrator[] {
  return [narrator, ...(instead?.narrators ?? [])];
}
