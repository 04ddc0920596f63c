import { DIGITAL_SOURCE_TYPES, LINK_LIMITS } from '@shortfactory/core';
import { z } from 'zod';
import { creditJson, jobOutputJson } from './job-json.ts';
import { expected } from './script-json.ts';

const { days: mostDays, defaultDays } = LINK_LIMITS;
const time = z.iso.datetime().describe('RFC 3339, UTC');

export const linkRequest = z
  .strictObject(
    {
      days: z
        .int({ error: expected('a whole number of days') })
        .min(1, { error: 'is less than 1 day' })
        .max(mostDays, { error: `is more than a year (${mostDays} days)` })
        .describe(`days until it ends, with the last one; ${defaultDays} without days and until`)
        .exactOptional(),
      until: z.iso
        .date({ error: expected('a day such as 2027-02-26') })
        .describe('the last day, in UTC; in place of days')
        .exactOptional(),
      download: z
        .boolean({ error: expected('true or false') })
        .describe('whether the file may be saved as well as watched; false without it')
        .exactOptional(),
    },
    { error: expected('an object with days or until, and download') },
  )
  .meta({ id: 'LinkRequest' });

export const linkJson = z
  .strictObject({
    id: z.string(),
    state: z.enum(['live', 'ended', 'revoked']),
    token: z.string().optional().describe('while it is live; the web interface shows it as /s/<token>'),
    download: z.boolean(),
    createdAt: time,
    endsAt: time,
    revokedAt: time.optional(),
    watched: z.int().describe('how often it was played, about'),
    lastWatchedAt: time.optional(),
  })
  .meta({ id: 'Link' });
export const linkListJson = z.strictObject({ links: z.array(linkJson) }).meta({ id: 'LinkList' });

/** A video as whoever has a link sees it. */
export const sharedJson = z
  .strictObject({
    title: z.string(),
    language: z.string(),
    finishedAt: time,
    endsAt: time.describe('until then the link works'),
    download: z.boolean().describe('whether `?download=1` saves the file'),
    outputs: z.array(jobOutputJson),
    poster: z.string(),
    captions: z.string().describe('as WebVTT'),
    text: z.array(z.string()).describe('what is said, scene by scene'),
    digitalSourceType: z.enum(DIGITAL_SOURCE_TYPES).optional(),
    disclosure: z.string().optional(),
    credits: z.array(creditJson).optional(),
  })
  .meta({ id: 'SharedVideo' });
export type LinkRequestJson = z.input<typeof linkRequest>;
export type LinkJson = z.infer<typeof linkJson>;
export type LinkListJson = z.infer<typeof linkListJson>;
export type SharedJson = z.infer<typeof sharedJson>;
