import { KEY_LIMITS, KEY_SCOPES } from '@shortfactory/core';
import { z } from 'zod';
import { NOT_BLANK_PATTERN } from './patterns.ts';
import { expected } from './script-json.ts';

const { nameChars, days: mostDays } = KEY_LIMITS;
const SCOPES = KEY_SCOPES.map((scope) => `"${scope}"`).join(', ');
const time = z.iso.datetime().describe('RFC 3339, UTC');

const days = z
  .int({ error: expected('a whole number of days') })
  .min(1, { error: `is less than 1 day` })
  .max(mostDays, { error: `is more than a year (${mostDays} days)` })
  .describe('from now until it ends');

export const keyRequest = z
  .strictObject(
    {
      name: z
        .string({ error: expected('what uses the key') })
        .trim()
        .max(nameChars, { error: `has more than ${nameChars} characters` })
        .regex(new RegExp(NOT_BLANK_PATTERN), {
          error: 'is empty or has control characters (expected what uses the key)',
        }),
      scopes: z
        .array(z.enum(KEY_SCOPES, { error: expected(`one of ${SCOPES}`) }), {
          error: expected(`a list of ${SCOPES}`),
        })
        .min(1, { error: `is empty (expected at least one of ${SCOPES})` })
        .max(KEY_SCOPES.length, { error: `has more than ${KEY_SCOPES.length} entries` })
        .refine((given) => new Set(given).size === given.length, { error: 'names a scope twice' }),
      days: days.exactOptional(),
    },
    { error: expected('an object with name and scopes') },
  )
  .meta({ id: 'KeyRequest' });

export const keyRenewal = z
  .strictObject({ days: days.exactOptional() }, { error: expected('an object with days, or without') })
  .meta({ id: 'KeyRenewal' });

const keyFields = {
  id: z.string(),
  name: z.string(),
  prefix: z.string().describe('its first characters'),
  scopes: z.array(z.enum(KEY_SCOPES)),
  state: z.enum(['live', 'ended', 'revoked']),
  createdAt: time,
  endsAt: time,
  lastUsedAt: time.optional().describe('to about ten minutes'),
  revokedAt: time.optional(),
};
export const keyJson = z.strictObject(keyFields).meta({ id: 'Key' });
export const keyListJson = z.strictObject({ keys: z.array(keyJson) }).meta({ id: 'KeyList' });
export const keyWithTextJson = z
  .strictObject({ ...keyFields, key: z.string().describe('shown this once') })
  .meta({ id: 'KeyWithText' });
export type KeyRequestJson = z.input<typeof keyRequest>;
export type KeyJson = z.infer<typeof keyJson>;
export type KeyListJson = z.infer<typeof keyListJson>;
export type KeyWithTextJson = z.infer<typeof keyWithTextJson>;
