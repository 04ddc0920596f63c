import { PublisherFailed } from '@shortfactory/core';
import type { PostField } from '@shortfactory/core';
import { z } from 'zod';
import type { Answer } from './ask.ts';
import { nextPacificMidnight } from './pacific.ts';

const errorJson = z.object({
  error: z.object({
    message: z.string().optional(),
    errors: z.array(z.object({ reason: z.string().optional() })).optional(),
  }),
});

const DAY_MS = 24 * 60 * 60 * 1000;
const LATER_MS = 60_000;
const MOST_WORDS = 200;

const FIELDS: Readonly<Record<string, PostField>> = {
  invalidTitle: 'title',
  invalidDescription: 'description',
  invalidTags: 'tags',
  invalidPublishAt: 'publishAt',
  forbiddenPrivacySetting: 'privacy',
  defaultLanguageNotSet: 'language',
};
const FIELD_WORDS: Readonly<Record<PostField, string>> = {
  title: 'the title',
  description: 'the description',
  tags: 'the tags',
  publishAt: 'the time at which it is to be public',
  privacy: 'who can see it',
  language: 'the language',
};
const NO_CHANNEL = new Set(['youtubeSignupRequired', 'authenticatedUserNotChannel', 'channelNotFound']);
const CLOSED = new Set(['authenticatedUserAccountClosed', 'authenticatedUserAccountSuspended']);
const TOO_FAST = new Set(['rateLimitExceeded', 'userRateLimitExceeded']);

/**
 * What an answer that is no success means. Should its words repeat the token, or an address, they go.
 * @see https://developers.google.com/youtube/v3/docs/errors
 */
export function refusalOf(answer: Answer, token: string, nowMs: number): PublisherFailed {
  const { status } = answer;
  const { reason, words } = errorOf(answer, token);
  if (status === 401)
    return new PublisherFailed('token', 'YouTube did not accept what it gave us to sign in with.');
  if (status >= 500) return away(`YouTube has a fault of its own at the moment (HTTP ${status}).`);
  if (status >= 300 && status < 400)
    return away(`YouTube sent the request elsewhere (HTTP ${status}), which is not followed.`);
  if (status === 408) return away('YouTube did not take it in time.');
  if (status === 429 || TOO_FAST.has(reason))
    return new PublisherFailed('away', 'YouTube has had too many requests for now.', {
      untilMs: nowMs + LATER_MS,
    });
  if (reason === 'quotaExceeded' || reason === 'dailyLimitExceeded')
    return new PublisherFailed('quota', 'YouTube takes no more from here today.', {
      untilMs: nextPacificMidnight(nowMs),
    });
  if (reason === 'uploadLimitExceeded')
    return new PublisherFailed('quota', 'YouTube takes no more videos of this channel for now.', {
      untilMs: nowMs + DAY_MS,
    });
  if (NO_CHANNEL.has(reason))
    return new PublisherFailed(
      'refused',
      'This Google account has no YouTube channel; make one there first.',
    );
  if (CLOSED.has(reason))
    return new PublisherFailed('refused', 'YouTube has closed or suspended this account.');
  const field = FIELDS[reason];
  if (field) return new PublisherFailed('refused', `YouTube did not take ${FIELD_WORDS[field]}.`, { field });
  return new PublisherFailed('refused', `YouTube refused it: ${words ?? `HTTP ${status}`}`);
}

function away(message: string): PublisherFailed {
  return new PublisherFailed('away', message);
}

/** Its reason, and its words as one plain sentence. */
function errorOf({ json }: Answer, token: string): { readonly reason: string; readonly words?: string } {
  const parsed = errorJson.safeParse(json);
  if (!parsed.success) return { reason: '' };
  const { message, errors } = parsed.data.error;
  const words = message
    ?.replaceAll(token, '…')
    .replace(/https?:\/\/\S+/g, '…')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_WORDS)
    .replace(/\.?$/, '.');
  return {
    reason: errors?.[0]?.reason ?? '',
    ...(words === undefined || words === '.' ? {} : { words }),
  };
}
