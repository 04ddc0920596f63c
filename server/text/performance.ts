import { ANY_VOICE, LEAD_MS, SCRIPT_LIMITS, ScriptInvalid, TAIL_MS, readMarks } from '@shortfactory/core';
import type { Scene, Script } from '@shortfactory/core';
import { keyOf, labelsIn, speakersIn } from './script-text/dialogue.ts';
import { sceneSeconds, spokenSeconds } from './speech-pace.ts';

/** What one voice says without a pause. */
export interface SpokenPart {
  /** UTF-16 offsets in the scene's narration as it is said. */
  readonly start: number;
  readonly end: number;
  /** Undefined: the narrator. */
  readonly speaker: string | undefined;
  /** Silence before it, in all. */
  readonly pauseMs: number;
}

export interface ScenePerformance {
  /** In order; together all words of the narration. */
  readonly parts: readonly SpokenPart[];
  /** Silence after the last word, besides the breath between scenes. */
  readonly pauseAfterMs: number;
}

/** A script as it is said: what is spoken and shown, and by whom, with which pauses. */
export interface Performance {
  /** The script whose narrations are what is said and captioned, word for word. */
  readonly script: Script;
  /** In the order in which they come. */
  readonly speakers: readonly string[];
  /** Whether some words are nobody's of them. */
  readonly narrated: boolean;
  readonly scenes: readonly ScenePerformance[];
}

/** Between two speakers of one scene. */
const TURN_MS = 300;
const BREATH_MS = LEAD_MS + TAIL_MS;

/**
 * What is said of a script, and how. A script without any marks is its own performance. Throws ScriptInvalid for more
 * speakers than a script may have.
 */
export function performanceOf(script: Script): Performance {
  const narrations = script.scenes.map(({ narration }) => narration);
  const speakers = speakersIn(narrations.join('\n'), Object.keys(script.voices ?? {}));
  refuseSpeakers(speakers, (speaker) => {
    const scene = narrations.findIndex((narration) =>
      labelsIn(narration, [speaker]).some((label) => label.speaker),
    );
    return `scene ${scene + 1}`;
  });
  const read = narrations.map((narration) => readScene(narration, speakers));
  const scenes = read.map(({ scene }, index) =>
    index === 0 ? scene : withoutBreath(scene, read[index - 1]?.scene.pauseAfterMs ?? 0),
  );
  return {
    script: {
      ...script,
      scenes: script.scenes.map((scene, i): Scene => ({ ...scene, narration: read[i]?.text ?? '' })),
    },
    speakers: speakers.filter((name) =>
      scenes.some(({ parts }) => parts.some((part) => part.speaker === name)),
    ),
    narrated: scenes.some(({ parts }) => parts.some(({ speaker }) => speaker === undefined)),
    scenes: scenes.map((scene, index) =>
      index === scenes.length - 1
        ? scene
        : { ...scene, pauseAfterMs: Math.max(0, scene.pauseAfterMs - BREATH_MS) },
    ),
  };
}

/** Throws ScriptInvalid for more speakers than a script may have. `where` says where one speaks first. */
export function refuseSpeakers(speakers: readonly string[], where: (speaker: string) => string): void {
  const over = speakers[SCRIPT_LIMITS.speakers];
  if (over === undefined) return;
  throw new ScriptInvalid(
    'script',
    `${where(over)} has a speaker too many, ${over}: it has ${speakers.length}; the most is ${SCRIPT_LIMITS.speakers}`,
  );
}

/** How long each scene of a script takes, in seconds, about, with its pauses; at its own speed or another. */
export function performanceSeconds(script: Script, speed = script.speed ?? 1): number[] {
  const { script: said, scenes } = performanceOf(script);
  return sceneSeconds(
    said.scenes.map(({ narration }, i) => {
      const { parts = [], pauseAfterMs = 0 } = scenes[i] ?? {};
      const pausesMs = parts.reduce((sum, { pauseMs }) => sum + pauseMs, pauseAfterMs);
      return spokenSeconds(narration, script.language) / speed + pausesMs / 1000;
    }),
  );
}

/** The voice that a script names for a speaker; none where it is to be chosen. */
export function voiceNamedFor({ voices }: Pick<Script, 'voices'>, speaker: string): string | undefined {
  const named = Object.entries(voices ?? {}).find(([name]) => keyOf(name) === keyOf(speaker))?.[1];
  return named === ANY_VOICE ? undefined : named;
}

function readScene(
  narration: string,
  speakers: readonly string[],
): { text: string; scene: ScenePerformance } {
  const { text, pauses, turns } = readMarks(narration, labelsIn(narration, speakers));
  const cuts = [...new Set([0, ...pauses.map(({ offset }) => offset), ...turns.map(({ offset }) => offset)])]
    .filter((offset) => offset < text.length)
    .sort((a, b) => a - b);
  const speakerAt = (offset: number): string | undefined =>
    turns.findLast((turn) => turn.offset <= offset)?.speaker;
  const parts = cuts.map((start, i): SpokenPart => {
    const asked = pauses.find(({ offset }) => offset === start)?.ms;
    const changes = start > 0 && speakerAt(start) !== speakerAt(cuts[i - 1] ?? 0);
    return {
      start,
      end: cuts[i + 1] ?? text.length,
      speaker: speakerAt(start),
      pauseMs: asked ?? (changes ? TURN_MS : 0),
    };
  });
  const after = pauses.find(({ offset }) => offset >= text.length)?.ms ?? 0;
  return { text, scene: { parts, pauseAfterMs: after } };
}

/** A pause at a scene's start is heard together with the breath that is there anyway. */
function withoutBreath(scene: ScenePerformance, pauseBefore: number): ScenePerformance {
  const [first, ...rest] = scene.parts;
  if (!first || first.pauseMs === 0 || pauseBefore > 0) return scene;
  return { ...scene, parts: [{ ...first, pauseMs: Math.max(0, first.pauseMs - BREATH_MS) }, ...rest] };
}
