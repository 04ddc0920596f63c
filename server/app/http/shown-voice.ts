import type { voicesJson } from '@shortfactory/contract';
import type { Voice } from '@shortfactory/core';
import { VOICES, filesOf } from '@shortfactory/neural';
import type { z } from 'zod';

/** What clients are told of a voice. */
export function shownVoice({ id, label, languages, natural, licence, setsPitch }: Voice) {
  return {
    ...{ id, label, languages: [...languages] },
    ...(natural && { natural }),
    ...(licence !== undefined && { licence }),
    ...(setsPitch && { setsPitch }),
  };
}

type Addable = NonNullable<z.input<typeof voicesJson>['addable']>;

/** Natural voices that `npm run voices -- add` would install; files that they share with one of `voices` are there. */
export function addableVoices(voices: readonly Pick<Voice, 'id'>[]): Addable {
  const isHere = ({ id }: { readonly id: string }): boolean => voices.some((voice) => voice.id === id);
  const have = new Set(VOICES.filter(isHere).flatMap((voice) => filesOf(voice).map(({ name }) => name)));
  return VOICES.filter((voice) => !isHere(voice)).map((voice) => ({
    ...{ id: voice.id, label: voice.label, languages: [...voice.languages] },
    licence: voice.model.licence,
    bytes: filesOf(voice).reduce((sum, { name, bytes }) => sum + (have.has(name) ? 0 : bytes), 0),
  }));
}
