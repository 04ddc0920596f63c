import { InputInvalid } from '../errors.ts';
import { nearName } from '../near-name.ts';
import { isLanguageTag, primaryLanguage } from '../script/language.ts';

/** What choosing needs to know of a voice; a narrator's own Voice has the same fields. */
interface Speaker {
  readonly id: string;
  /** "Nora, warm": the name stands before the comma. */
  readonly label: string;
  /** BCP 47 tags that it speaks; the first is its own. */
  readonly languages: readonly string[];
}

/** A voice that is unknown or speaks other languages. */
export class VoiceUnfit extends InputInvalid {
  /** What is certainly meant, or the best that does; undefined where neither is known. */
  readonly instead: VoiceName | undefined;
  constructor(where: string, problem: string, instead: VoiceName | undefined) {
    super(where, problem);
    this.instead = instead;
  }
}
type VoiceName = Pick<Speaker, 'id' | 'label'>;

/**
 * The voice for a text: the wanted one if it speaks the language, else the first that does (one of the same region
 * before the others). Throws VoiceUnfit at `voice` for a name that is unknown or speaks other languages, with the
 * names that would do; InputInvalid at `language` when no voice speaks it.
 */
export function voiceFor<V extends Speaker>(voices: readonly V[], language: string, wanted?: string): V {
  const fitting = voicesFor(voices, language);
  const [first] = fitting;
  if (!first) throw new InputInvalid('language', `none of the voices speaks ${languageName(language)}`);
  if (wanted === undefined) return first;
  const asked = voices.find((voice) => voice.id === wanted.toLowerCase());
  if (asked && fitting.includes(asked)) return asked;
  const name = languageName(language);
  const advice = `use ${orList(fitting.map((voice) => voice.id))}`;
  throw asked
    ? new VoiceUnfit('voice', `${nameOfVoice(asked)} doesn't speak ${name}; ${advice}`, first)
    : new VoiceUnfit(
        'voice',
        `there is no voice "${wanted}"; for ${name} ${advice}`,
        voiceMeant(fitting, wanted),
      );
}

/** The one voice whose id or name is near to a text. */
export function voiceMeant<V extends VoiceName>(voices: readonly V[], wanted: string): V | undefined {
  const name = nameOfVoice({ label: wanted });
  const ids = voices.map(({ id }) => id);
  const meant = nearName(name, ids) ?? nearName(name, voices.map(nameOfVoice));
  return voices.find((voice) => voice.id === meant || nameOfVoice(voice) === meant);
}

/** "Nora" of "Nora, warm". */
export function nameOfVoice({ label }: Pick<Speaker, 'label'>): string {
  return label.split(',')[0] ?? label;
}

/** In a script's `voices`: the name is a speaker's, whose voice is chosen. */
export const ANY_VOICE = 'auto';

/** Throws InputInvalid at `/voices/NAME` for a voice that a script names and that is unknown or speaks other languages. */
export function checkScriptVoices(
  voices: readonly Speaker[],
  script: { readonly language: string; readonly voices?: Readonly<Record<string, string>> },
): void {
  for (const [name, wanted] of Object.entries(script.voices ?? {})) {
    if (wanted === ANY_VOICE) continue;
    try {
      voiceFor(voices, script.language, wanted);
    } catch (error) {
      if (!(error instanceof InputInvalid) || error.where !== 'voice') throw error;
      const step = name.replaceAll('~', '~0').replaceAll('/', '~1');
      throw new InputInvalid(`/voices/${step}`, error.problem);
    }
  }
}

/** Whether one of the voices speaks the language. */
export function canSpeak(voices: readonly Speaker[], language: string): boolean {
  return voicesFor(voices, language).length > 0;
}

/** The voices that speak a language, best first: the exact tag, then the voice's own language, then any that it speaks too. */
export function voicesFor<V extends Speaker>(voices: readonly V[], language: string): V[] {
  const tag = canonical(language);
  const primary = primaryLanguage(tag);
  const rank = (voice: V): number => {
    const tags = voice.languages.map(canonical);
    if (tags.includes(tag) && tag !== primary) return 0;
    if (primaryLanguage(tags[0] ?? '') === primary) return 1;
    return tags.some((other) => primaryLanguage(other) === primary) ? 2 : 3;
  };
  return voices
    .map((voice) => ({ voice, rank: rank(voice) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map((entry) => entry.voice);
}

/** Tags whose spelling is kept: more than all voices have. */
const MOST_SPELLINGS = 1000;
const spellings = new Map<string, string>();

/** One spelling for one language: 'cmn' and 'ZH' are 'zh', 'iw' is 'he'. */
function canonical(tag: string): string {
  let spelling = spellings.get(tag);
  if (spelling === undefined) {
    spelling = isLanguageTag(tag) ? (Intl.getCanonicalLocales(tag)[0] ?? tag) : tag;
    if (spellings.size < MOST_SPELLINGS) spellings.set(tag, spelling);
  }
  return spelling;
}

function languageName(tag: string): string {
  if (!isLanguageTag(tag)) return `"${tag}"`;
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}

function orList(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(names.slice(0, 6));
}
