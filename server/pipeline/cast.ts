import { canSpeak, checkScriptVoices, voiceFor, voicesFor } from '@shortfactory/core';
import type { Narrator, Voice } from '@shortfactory/core';
import { isNarrator, voiceNamedFor } from '@shortfactory/text';
import type { Performance } from '@shortfactory/text';
import type { PipelineDeps } from './stage.ts';

type Narrators = Pick<PipelineDeps, 'narrator' | 'instead'>;

/** A narrator and which of its voices speaks. */
export interface CastMember {
  readonly narrator: Narrator;
  readonly voice: string;
}

/** Who speaks, and who in their place, in this order. */
export type CastMembers = readonly [CastMember, ...CastMember[]];

/** Who speaks a script. */
export interface Cast {
  /** The words that are nobody's. */
  readonly narrator: CastMembers;
  /** By the speaker's name. */
  readonly speakers: ReadonlyMap<string, CastMembers>;
}

/** Every voice that can be asked for, the preferred narrator's first. */
export function voicesOf(deps: Narrators): readonly Voice[] {
  return narratorsOf(deps).flatMap(({ voices }) => voices);
}

/**
 * Who speaks a script: the voice that it names for a speaker, else one of the narrator's voices that nobody else has as
 * long as there are any. Throws InputInvalid as `voiceFor` does, at `/voices/NAME` for a voice that the script names.
 */
export function castOf(deps: Narrators, { script, speakers, narrated }: Performance, wanted?: string): Cast {
  checkScriptVoices(voicesOf(deps), script);
  const { language } = script;
  const named = new Map(speakers.map((name) => [name, voiceNamedFor(script, name)]));
  const narratorsOwn = Object.entries(script.voices ?? {}).find(([name]) => isNarrator(name))?.[1];
  const narrator = castFor(deps, language, wanted ?? narratorsOwn);
  const unnamed = speakers.filter((name) => named.get(name) === undefined);
  const voicesBy = narratorsOf(deps).map((each) => {
    const own = narrator.find((member) => member.narrator === each)?.voice;
    const taken = [...named.values()].map((id) => id?.toLowerCase());
    const fitting = inOrder(
      voicesFor(each.voices, language).map(({ id }) => id),
      own,
    );
    const free = fitting.filter((id) => !taken.includes(id));
    // The narrator's own voice is shared only where there are too few.
    const rest = narrated && free.length > unnamed.length ? free.filter((id) => id !== own) : free;
    return { narrator: each, voices: rest.length > 0 ? rest : fitting };
  });
  const stands = (name: string): CastMembers => {
    const place = Math.max(0, unnamed.indexOf(name));
    const own = named.get(name);
    const [first, ...others] = own === undefined ? narrator : castFor(deps, language, own);
    const inPlace = (member: CastMember): CastMember => {
      const { voices = [] } = voicesBy.find((each) => each.narrator === member.narrator) ?? {};
      return { ...member, voice: voices[place % voices.length] ?? member.voice };
    };
    return [own === undefined ? inPlace(first) : first, ...others.map(inPlace)];
  };
  return { narrator, speakers: new Map(speakers.map((name) => [name, stands(name)])) };
}

/** The first of each cast: whoever speaks as long as nobody fails. */
export function leading(
  { narrator, speakers }: Cast,
  { narrated }: Pick<Performance, 'narrated'>,
): CastMember[] {
  return [...(narrated ? [narrator] : []), ...speakers.values()].map(([first]) => first);
}

/** A sentence where speakers have to share a voice; the first narrator's voices count. */
export function sharedVoices({ speakers }: Cast, language: string): string[] {
  const byVoice = new Map<string, string[]>();
  for (const [name, [{ voice }]] of speakers) byVoice.set(voice, [...(byVoice.get(voice) ?? []), name]);
  const shared = [...byVoice.values()].filter((names) => names.length > 1);
  const list = new Intl.ListFormat('en', { type: 'conjunction' });
  const called = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  return shared.map((names) => `${list.format(names)} have the same voice: ${called} has too few here.`);
}

/**
 * Who speaks with a voice, and who in its place: first the wanted voice, or a voice of the first narrator
 * that knows the language; then of every other narrator one that knows it. Throws InputInvalid as `voiceFor` does.
 */
export function castFor(deps: Narrators, language: string, wanted?: string): CastMembers {
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

function inOrder(ids: readonly string[], first: string | undefined): string[] {
  return first === undefined ? [...ids] : [first, ...ids.filter((id) => id !== first)];
}

function narratorsOf({ narrator, instead }: Narrators): readonly Narrator[] {
  return [narrator, ...(instead?.narrators ?? [])];
}
