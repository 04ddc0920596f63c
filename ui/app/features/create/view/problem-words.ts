import { BRIEF_LIMITS } from '@shortfactory/core';
import type { CreateProblem } from '../model/problems.ts';
import { languageName } from '../../../shared/format/format.ts';
import type { Options } from '../../../shared/api/script.ts';
import type { Strings } from '../../../shared/strings/index.ts';

export interface ProblemWords {
  /** Id of the field that it is about. */
  readonly target: string;
  /** In the summary: a few words that begin with a verb. */
  readonly words: string;
  /** At the field. */
  readonly sentence: string;
}

interface Context {
  readonly strings: Strings;
  readonly options: Options;
  readonly language: string;
  readonly locale: string;
}

/** A problem as it is said to a person, twice: in the summary and where it is. */
export function problemWords(
  problem: CreateProblem,
  { strings, options, language, locale }: Context,
): ProblemWords {
  const { errors } = strings.create;
  const { limits, voices } = options;
  const said = (target: string, [words, sentence]: readonly [string, string]): ProblemWords => ({
    target,
    words,
    sentence,
  });
  switch (problem.field) {
    case 'topic':
      if (problem.kind === 'address') return said('topic', errors.topicAddress);
      return said('topic', problem.kind === 'long' ? errors.topicLong(limits.topicChars) : errors.topic);
    case 'script':
      if (problem.kind === 'long') return said('script', errors.scriptLong(problem.words, limits.totalWords));
      return said(
        'script',
        problem.kind === 'empty' ? errors.script : [errors.scriptOther, problem.detail ?? ''],
      );
    case 'language': {
      const voice = voices.find(({ id }) => id === problem.voice)?.label.split(',')[0] ?? problem.voice;
      return said('language', errors.voice(voice, languageName(locale, language)));
    }
    case 'seconds':
      return said('seconds', errors.length(limits.minSeconds, limits.maxSeconds));
    case 'aspects':
      return said('aspects', errors.formats);
    case 'callToAction':
      return said(
        'callToAction',
        problem.kind === 'long'
          ? errors.callToActionLong(BRIEF_LIMITS.callToActionChars)
          : errors.callToAction(problem.detail),
      );
    case 'notes':
      return said('notes', errors.notes(problem.detail));
    case 'media':
      return said('media', [errors.media, problem.detail]);
    case 'form': {
      if (problem.kind === 'refused') return said('topic', [problem.detail, problem.detail]);
      const words = { unsent: errors.unsent, unreachable: errors.unreachable, 'too-many': errors.tooMany };
      return said('make', [words[problem.kind], '']);
    }
  }
}
