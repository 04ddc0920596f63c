import { primaryLanguage } from '@shortfactory/core';
import type { TopicKind } from '@shortfactory/core';
import { sentenceEnds, spokenSeconds } from '@shortfactory/text';
import type { TopicPlan } from '@shortfactory/text';
import type { AnsweredScene } from './script-answer.ts';

/** Something that a script is sent back for once. */
export interface Shortcoming {
  /** For the model: what is wrong, and what was asked for. */
  readonly ask: string;
  /** For a person, where it is still so. Absent for what is said elsewhere. */
  readonly notice?: string;
}

/** A viewer decides in this time. Estimates of speech are off by up to a fifth. */
export const HOOK_SECONDS = 2;
const SPEECH_TOLERANCE = 1.2;
/** One idea is not longer. */
export const LONGEST_SCENE_SECONDS = 10;
const NAMED_ITEMS: Readonly<Partial<Record<TopicKind, string>>> = {
  list: 'items',
  'how-to': 'steps',
  quiz: 'questions',
};
/** Languages that write a question without a sign for it. */
const WITHOUT_QUESTION_MARK = ['th', 'lo', 'km', 'my', 'bo'];
const QUESTION = /[?？؟;⸮՞]/u;

/** In what a script is not built as its topic asks: hook, length of scenes, number of items, questions before answers. */
export function shortcomingsOf(
  scenes: readonly AnsweredScene[],
  { kind, count }: TopicPlan,
  language: string,
): Shortcoming[] {
  const named = NAMED_ITEMS[kind];
  return [
    ...hook(scenes[0], language),
    ...longScenes(scenes, language),
    ...(named === undefined || kind === 'quiz' ? [] : items(scenes, count, named)),
    ...(kind === 'quiz' ? questions(scenes, count, language) : []),
  ];
}

function hook(first: AnsweredScene | undefined, language: string): Shortcoming[] {
  if (!first) return [];
  const sentence = first.narration.slice(0, sentenceEnds(first.narration, language)[0]).trim();
  const seconds = spokenSeconds(sentence, language);
  if (seconds <= HOOK_SECONDS * SPEECH_TOLERANCE) return [];
  return [
    {
      ask: `the first sentence takes about ${seconds.toFixed(1)} seconds to say; a hook of at most ${HOOK_SECONDS} seconds was asked for`,
      notice: `The first sentence takes about ${seconds.toFixed(1)} s to say; a hook should be over in ${HOOK_SECONDS} s.`,
    },
  ];
}

function longScenes(scenes: readonly AnsweredScene[], language: string): Shortcoming[] {
  const long = scenes.flatMap(({ narration }, index) => {
    const seconds = spokenSeconds(narration, language);
    return seconds > LONGEST_SCENE_SECONDS * SPEECH_TOLERANCE ? [{ n: index + 1, seconds }] : [];
  });
  const [first] = long;
  if (!first) return [];
  const which = long.map(({ n }) => n).join(', ');
  return [
    {
      ask: `scene ${which} is too long for one idea; at most ${LONGEST_SCENE_SECONDS} seconds each were asked for`,
      notice: `Scene ${first.n} takes about ${Math.round(first.seconds)} s to say: it may hold more than one idea.`,
    },
  ];
}

/** Items by their numbers; where a model gave none, what the number of scenes can hold. */
function items(scenes: readonly AnsweredScene[], count: number | undefined, named: string): Shortcoming[] {
  const numbers = numbersOf(scenes, 'item');
  const labelled = scenes.some(({ part }) => part !== undefined);
  if (!labelled) {
    return count !== undefined && scenes.length < count ? [countOff(scenes.length, count, named)] : [];
  }
  const inOrder = numbers.every((number, index) => number === index + 1);
  const wanted = count ?? Math.max(2, numbers.length);
  if (numbers.length !== wanted) return [countOff(numbers.length, wanted, named)];
  if (inOrder) return [];
  return [
    {
      ask: `the numbers of the ${named} are ${numbers.join(', ')}; 1 to ${wanted}, in order, were asked for`,
      notice: `The ${named} are not in order.`,
    },
  ];
}

function questions(
  scenes: readonly AnsweredScene[],
  count: number | undefined,
  language: string,
): Shortcoming[] {
  const marked = !WITHOUT_QUESTION_MARK.includes(primaryLanguage(language));
  const asks = ({ narration }: AnsweredScene): boolean => !marked || QUESTION.test(narration);
  const labelled = scenes.some(({ part }) => part === 'question' || part === 'answer');
  if (!labelled) {
    const asked = scenes.filter((scene, index) => asks(scene) && index < scenes.length - 1).length;
    return asked >= (count ?? 1) ? [] : [countOff(asked, count ?? 1, 'questions')];
  }
  const numbers = numbersOf(scenes, 'question');
  const wanted = count ?? Math.max(1, numbers.length);
  const wrong = numbers.filter((number) => {
    const question = scenes.findIndex((scene) => scene.part === 'question' && scene.number === number);
    const answer = scenes.findIndex((scene) => scene.part === 'answer' && scene.number === number);
    const next = scenes.findIndex(
      (scene, index) => index > question && scene.part === 'question' && scene.number !== number,
    );
    const found = scenes[question];
    return !found || !asks(found) || answer < question || (next >= 0 && answer > next);
  });
  return [
    ...(numbers.length === wanted ? [] : [countOff(numbers.length, wanted, 'questions')]),
    ...wrong.slice(0, 1).map((number) => ({
      ask: `question ${number} is not asked with a question mark and then answered, before the next one`,
      notice: `Question ${number} is not followed by its answer.`,
    })),
  ];
}

/** The numbers that scenes of a part have, each once, in their order. */
function numbersOf(scenes: readonly AnsweredScene[], part: AnsweredScene['part']): number[] {
  return [...new Set(scenes.filter((scene) => scene.part === part).map(({ number }) => number ?? NaN))];
}

function countOff(found: number, wanted: number, named: string): Shortcoming {
  const has = `${found} ${found === 1 ? named.slice(0, -1) : named}`;
  return {
    ask: `it has ${has}; exactly ${wanted} were asked for`,
    notice: `The script has ${has}, not the ${wanted} that were asked for.`,
  };
}
