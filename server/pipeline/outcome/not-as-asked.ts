import { primaryLanguage } from '@shortfactory/core';
import type { Script, ShortRequest } from '@shortfactory/core';

/**
 * A sentence for each thing in which a written short differs from what was asked for: its language, its length. The
 * offline writer has only so much to tell of a topic, which is the reason then.
 */
export function notAsAsked(
  request: ShortRequest,
  script: Script,
  seconds: number,
  writtenOffline: boolean,
): string[] {
  return 'topic' in request.source
    ? [...otherLanguage(request, script), ...otherLength(request, seconds, writtenOffline)]
    : [];
}

function otherLanguage({ language }: ShortRequest, script: Script): string[] {
  if (language === undefined || primaryLanguage(language) === primaryLanguage(script.language)) return [];
  const name = (tag: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  return [`It is told in ${name(script.language)}: the writer does not know ${name(language)}.`];
}

/** How much longer or shorter than asked for a short may be before it says so. */
const LENGTH_TOLERANCE = 0.15;

function otherLength({ seconds }: ShortRequest, made: number, writtenOffline: boolean): string[] {
  if (Math.abs(made - seconds) <= seconds * LENGTH_TOLERANCE) return [];
  const why = made < seconds ? 'there was no more to tell' : 'it could not be told in less';
  return [
    `The short lasts ${Math.round(made)} s, not the ${seconds} s asked for${writtenOffline ? `: ${why}` : ''}.`,
  ];
}
