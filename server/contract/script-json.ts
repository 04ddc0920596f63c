import {
  CLIP_FITS,
  CLIP_SOUNDS,
  CLIP_SPEED,
  FOOTAGE_LICENCES,
  FOOTAGE_SOURCES,
  EMOJI_READINGS,
  IMAGE_STYLES,
  MAX_CLIP_SECONDS,
  PITCH,
  SCRIPT_LIMITS,
  SPEED,
  ScriptInvalid,
  isLanguageTag,
  isSpeakable,
  readMarks,
  splitWords,
  withoutMarks,
} from '@shortfactory/core';
import type { Script } from '@shortfactory/core';
import { z } from 'zod';
import { inOneSentence } from './json-problems.ts';
import {
  FOOTAGE_ID,
  LANGUAGE_TAG,
  NOT_BLANK_PATTERN,
  VOICE_ID,
  SPEAKABLE_PATTERN,
  TEXT_PATTERN,
  UPLOAD_NAME,
} from './patterns.ts';

const STYLES = IMAGE_STYLES.map((style) => `"${style}"`).join(', ');

/** Tabs and line ends are text; every other control character and half of a surrogate pair is not. */
const NOT_TEXT = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

/** The message for an absent or a wrong value. */
export function expected(what: string): (issue: { input?: unknown }) => string {
  return (issue) => (issue.input === undefined ? `is missing (expected ${what})` : `is not ${what}`);
}

export function text(maxChars: number): z.ZodString {
  const what = `text of 1 to ${maxChars} characters`;
  return z
    .string({ error: expected(what) })
    .min(1, { error: `is empty (expected ${what})` })
    .max(maxChars, {
      error: (issue) => `has ${String(issue.input).length} characters (the most is ${maxChars})`,
    })
    .refine((value) => !NOT_TEXT.test(value), { error: (issue) => unwanted(String(issue.input)) })
    .meta({ pattern: TEXT_PATTERN });
}

/** Text that is more than blanks. */
export function visibleText(maxChars: number): z.ZodString {
  return text(maxChars)
    .refine((value) => value.trim() !== '', {
      error: 'is blank (expected at least one letter, number or sign)',
    })
    .meta({ pattern: NOT_BLANK_PATTERN });
}

const TAG = 'a BCP 47 language tag such as "en" or "zh-Hans"';
/** A language tag that Intl also accepts. */
export const languageTag = z
  .string({ error: expected(TAG) })
  .regex(LANGUAGE_TAG, { error: `is not ${TAG}` })
  .refine(isLanguageTag, { error: `is not ${TAG}` });

function unwanted(value: string): string {
  const code = (NOT_TEXT.exec(value)?.[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return code === '0000' ? 'holds a NUL character' : `holds the character U+${code}, which no text holds`;
}

/** What the offline writer answers where it knows nothing of a topic. A request may carry it; it has no effect there. */
export const outlineKind = z
  .literal('outline', { error: expected('"outline"') })
  .describe('an outline asks questions and states no facts: the writer knows nothing of the topic');

export const voiceId = z
  .string({ error: expected('the id of a voice') })
  .regex(VOICE_ID, { error: 'is not the id of a voice (GET /api/options lists them)' });
const speedWanted = `a number from ${SPEED.least} to ${SPEED.most}`;
export const speed = z
  .number({ error: expected(speedWanted) })
  .min(SPEED.least, { error: `is not ${speedWanted}` })
  .max(SPEED.most, { error: `is not ${speedWanted}` })
  .describe("how fast it is spoken; 1 is the voice's own pace");

const pitchWanted = `a number of semitones from ${PITCH.least} to ${PITCH.most}`;
export const pitch = z
  .number({ error: expected(pitchWanted) })
  .min(PITCH.least, { error: `is not ${pitchWanted}` })
  .max(PITCH.most, { error: `is not ${pitchWanted}` })
  .describe(
    "semitones above or below the voice's own pitch; a voice without `setsPitch` speaks at its own, which `degraded` says",
  );

export const emojiReading = z
  .enum(EMOJI_READINGS, { error: expected('"silent" or "spoken"') })
  .describe('whether emoji are said by their names; silent without it. Captions show them either way');

/** Entries by name, none of them empty. */
function entries<V extends z.ZodType>(of: {
  readonly nameChars: number;
  readonly most: number;
  readonly value: V;
  readonly what: string;
}) {
  return z
    .record(visibleText(of.nameChars), of.value, {
      error: (issue) =>
        issue.code === 'invalid_key'
          ? `has a name that is none (expected text of 1 to ${of.nameChars} characters)`
          : expected(of.what)(issue),
    })
    .refine((given) => Object.keys(given).length <= of.most, {
      error: (issue) => `has ${Object.keys(issue.input as object).length} entries (the most is ${of.most})`,
    })
    .meta({ maxProperties: of.most });
}

const voices = entries({
  nameChars: SCRIPT_LIMITS.speakerChars,
  most: SCRIPT_LIMITS.speakers,
  value: voiceId,
  what: 'an object of speakers and the ids of their voices',
}).describe(
  'who speaks the lines that begin with a name, "ANNA: …"; speakers that are not named get one each',
);

export const pronunciations = entries({
  nameChars: SCRIPT_LIMITS.pronunciationChars,
  most: SCRIPT_LIMITS.pronunciations,
  value: visibleText(SCRIPT_LIMITS.pronunciationChars),
  what: 'an object of words and how they are said',
}).describe('how words are said: in other words, or in IPA between slashes, "/wɪn/"');

const VISUAL = `text of 1 to ${SCRIPT_LIMITS.visualChars} characters`;
/** Text that is said, with its marks. */
export function spokenText(maxChars: number): z.ZodString {
  return text(maxChars)
    .refine((value) => isSpeakable(withoutMarks(value)), {
      error: 'holds nothing that can be spoken (expected a letter, a number or an emoji)',
    })
    .refine((value) => readMarks(value).problem === undefined, {
      error: (issue) => readMarks(String(issue.input)).problem,
    })
    .meta({ pattern: SPEAKABLE_PATTERN });
}

export const narrationField = spokenText(SCRIPT_LIMITS.narrationChars).describe(
  'what is said and captioned; `[pause 1s]`, `[beat]`, `<break time="1s"/>` (up to 5 s) and `*emphasis*` are neither, nor is the name of a line\'s speaker, "ANNA: …"',
);
/** A number in this range. */
export function between(least: number, most: number, what: string): z.ZodNumber {
  const wanted = `${what} from ${least} to ${most}`;
  return z
    .number({ error: expected(wanted) })
    .min(least, { error: `is not ${wanted}` })
    .max(most, { error: `is not ${wanted}` });
}

const clipFields = {
  fromSeconds: between(0, MAX_CLIP_SECONDS, 'a number of seconds')
    .describe('where the clip begins to be shown; 0 without it')
    .exactOptional(),
  toSeconds: between(0, MAX_CLIP_SECONDS, 'a number of seconds')
    .describe("where it ends at the latest; the clip's end without it")
    .exactOptional(),
  fit: z
    .enum(CLIP_FITS, { error: expected('"fill" or "fit"') })
    .describe('fill: the frame is full and what does not fit is cut off; fit: all of it before its own blur')
    .exactOptional(),
  focus: z
    .strictObject(
      { x: between(0, 1, 'a number'), y: between(0, 1, 'a number') },
      { error: expected('an object with x and y') },
    )
    .describe('what stays in the frame: 0, 0 is the upper left corner, 1, 1 the lower right one')
    .exactOptional(),
  sound: z
    .enum(CLIP_SOUNDS, { error: expected('"off" or "under"') })
    .describe('whether its own sound is heard under the voice; off without it')
    .exactOptional(),
  speed: between(CLIP_SPEED.least, CLIP_SPEED.most, 'a number')
    .describe('how fast it is played')
    .exactOptional(),
};
const clipUse = z
  .strictObject(clipFields, { error: expected('an object that says how the upload is shown') })
  .refine(({ fromSeconds = 0, toSeconds }) => toSeconds === undefined || toSeconds > fromSeconds, {
    path: ['toSeconds'],
    error: 'is not after fromSeconds',
  })
  .describe('how the upload is shown; all but fit and focus are for clips');

const sceneFootage = z
  .strictObject(
    {
      source: z.enum(FOOTAGE_SOURCES, { error: expected(`one of ${FOOTAGE_SOURCES.join(', ')}`) }),
      id: z
        .string({ error: expected('an id that GET /api/footage gave') })
        .regex(FOOTAGE_ID, { error: 'is not an id that GET /api/footage gave' }),
      licence: z
        .enum(FOOTAGE_LICENCES, { error: expected(`one of ${FOOTAGE_LICENCES.join(', ')}`) })
        .describe('as it was found; it is not shown under another one')
        .exactOptional(),
    },
    { error: expected('an object with source and id') },
  )
  .describe('a photo or clip of others that is shown in place of a drawing')
  .meta({ id: 'SceneFootage' });

const SEARCHES = `a list of 1 to ${SCRIPT_LIMITS.searches} texts`;

/** What is seen, by a scene or by one of its cuts. */
const shownFields = {
  visual: visibleText(SCRIPT_LIMITS.visualChars),
  searchWords: z
    .array(visibleText(SCRIPT_LIMITS.searchChars), { error: expected(SEARCHES) })
    .min(1, { error: `is not ${SEARCHES}` })
    .max(SCRIPT_LIMITS.searches, { error: `is not ${SEARCHES}` })
    .describe(
      'searches for photos and clips, best first, in the language of the script; what visual says comes after',
    )
    .exactOptional(),
  // The CLI's scripts name files here; the API accepts only names of uploads, as its document says.
  upload: text(SCRIPT_LIMITS.visualChars)
    .meta({ pattern: UPLOAD_NAME.source })
    .describe('an upload that is shown in place of a drawing: a picture or a clip')
    .exactOptional(),
  footage: sceneFootage.exactOptional(),
  clip: clipUse.exactOptional(),
};
const givenFields = { ...shownFields, visual: shownFields.visual.exactOptional() };

/** As it is asked for: a picture of one's own needs no description. */
function oneShown<Given extends z.ZodObject<typeof givenFields>>(given: Given): Given {
  return given
    .refine((shown) => 'visual' in shown || 'upload' in shown || 'footage' in shown, {
      path: ['visual'],
      error: `is missing (expected ${VISUAL}, or an upload)`,
      when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
    })
    .refine((shown) => !('upload' in shown && 'footage' in shown), {
      path: ['footage'],
      error: 'stands beside upload; one of them was expected',
    })
    .meta({
      anyOf: [{ required: ['visual'] }, { required: ['upload'] }, { required: ['footage'] }],
      not: { required: ['upload', 'footage'] },
    });
}

const cutAt = visibleText(SCRIPT_LIMITS.cutAtChars).describe(
  'the word or phrase of the narration with which it comes in: the first such one after the cut before it',
);
const A_CUT = 'an object with at and visual';
const cutSchema = z.strictObject({ at: cutAt, ...shownFields }, { error: expected(A_CUT) });
const givenCut = oneShown(z.strictObject({ at: cutAt, ...givenFields }, { error: expected(A_CUT) }));

/** What a scene shows after its own visual. */
function cutsOf<Cut extends typeof cutSchema | typeof givenCut>(cut: Cut) {
  const most = SCRIPT_LIMITS.cuts;
  return z
    .array(cut, { error: expected(`a list of 1 to ${most} cuts`) })
    .min(1, { error: `is empty (expected 1 to ${most} cuts)` })
    .max(most, { error: (issue) => `has ${(issue.input as unknown[]).length} cuts (the most is ${most})` })
    .describe(
      'further visuals of the scene, each from the frame at which a word is said, in the order of their words; captions run on over them',
    )
    .exactOptional();
}

const sceneFields = {
  narration: narrationField,
  ...shownFields,
  restsOn: text(SCRIPT_LIMITS.restsOnChars)
    .describe('the sentence of a source that it rests on; not shown in the video')
    .exactOptional(),
  recording: text(SCRIPT_LIMITS.visualChars)
    .meta({ pattern: UPLOAD_NAME.source })
    .describe('an upload: the narration as a person says it, heard in place of a voice')
    .exactOptional(),
};
const A_SCENE = 'an object with narration and visual';
const sceneSchema = z.strictObject({ ...sceneFields, cuts: cutsOf(cutSchema) }, { error: expected(A_SCENE) });
const givenScene = oneShown(
  z.strictObject({ ...sceneFields, ...givenFields, cuts: cutsOf(givenCut) }, { error: expected(A_SCENE) }),
);

function scriptOf<Scene extends typeof sceneSchema | typeof givenScene>(scene: Scene) {
  return z
    .strictObject(
      {
        title: visibleText(SCRIPT_LIMITS.titleChars),
        language: languageTag,
        imageStyle: z.enum(IMAGE_STYLES, { error: expected(`one of ${STYLES}`) }).exactOptional(),
        description: visibleText(SCRIPT_LIMITS.descriptionChars)
          .describe('to go with the posted video; the first narration without it')
          .exactOptional(),
        kind: outlineKind.exactOptional(),
        voices: voices.exactOptional(),
        pronunciations: pronunciations.exactOptional(),
        speed: speed.exactOptional(),
        emoji: emojiReading.exactOptional(),
        scenes: z
          .array(scene, { error: expected(`a list of 1 to ${SCRIPT_LIMITS.scenes} scenes`) })
          .min(1, { error: `is empty (expected 1 to ${SCRIPT_LIMITS.scenes} scenes)` })
          .max(SCRIPT_LIMITS.scenes, {
            error: (issue) =>
              `has ${(issue.input as unknown[]).length} scenes (the most is ${SCRIPT_LIMITS.scenes})`,
          }),
      },
      { error: expected('an object with title, language and scenes') },
    )
    .superRefine((script, context) => {
      const words = script.scenes.reduce(
        (sum, { narration }) => sum + splitWords(withoutMarks(narration), script.language).length,
        0,
      );
      if (words <= SCRIPT_LIMITS.totalWords) return;
      const message = `has ${words} words in all narrations (the most is ${SCRIPT_LIMITS.totalWords})`;
      context.addIssue({ code: 'custom', path: ['scenes'], message });
    });
}

/**
 * A Script as JSON, as every answer has it. Strict: a field that is not listed is an error. Lengths are in UTF-16 code
 * units.
 */
export const scriptSchema = scriptOf(sceneSchema).meta({ id: 'Script' });

/** A script that was written for a topic. */
export const writtenScript = scriptSchema
  .safeExtend({
    degraded: z
      .array(z.string())
      .describe('sentences: in what it is less than was asked for')
      .exactOptional(),
  })
  .meta({ id: 'WrittenScript' });

/** A Script as the CLI and the API take it. */
export const givenScript = scriptOf(givenScene);

/** The script with words for each visual: where only a picture is given, what is said over it. */
export function withVisuals({
  kind: _kind,
  ...script
}: z.output<typeof givenScript>): z.output<typeof scriptSchema> {
  return {
    ...script,
    scenes: script.scenes.map(({ cuts, ...scene }) => ({
      ...scene,
      visual: scene.visual ?? shortened(scene.narration),
      ...(cuts === undefined ? {} : { cuts: cuts.map((cut) => ({ ...cut, visual: cut.visual ?? cut.at })) }),
    })),
  };
}

function shortened(narration: string): string {
  return narration.slice(0, SCRIPT_LIMITS.visualChars).replace(/[\ud800-\udbff]$/u, '');
}

/**
 * The Script in a JSON value, unchanged but for the visuals of scenes that bring their picture.
 * @throws ScriptInvalid naming every wrong, missing and unknown field by JSON pointer, with what was expected.
 */
export function parseScript(json: unknown): Script {
  const parsed = givenScript.safeParse(json);
  if (parsed.success) return withVisuals(parsed.data);
  // They may come along with a script that we wrote; nobody needs to write them.
  throw new ScriptInvalid('script', inOneSentence(parsed.error, scriptSchema, ['kind', 'restsOn']));
}
