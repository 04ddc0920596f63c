import { LONGEST_SESSION_MS, SESSION_BROWSERS, SESSION_DEVICES } from '@shortfactory/core';
import { z } from 'zod';
import { expected } from './script-json.ts';

const time = z.iso.datetime({ error: expected('a time by RFC 3339 in UTC') }).describe('RFC 3339, UTC');
const LIST = { devices: SESSION_DEVICES.join(', '), browsers: SESSION_BROWSERS.join(', ') };
const facts = {
  device: z.enum(SESSION_DEVICES, { error: expected(`one of ${LIST.devices}`) }).exactOptional(),
  browser: z.enum(SESSION_BROWSERS, { error: expected(`one of ${LIST.browsers}`) }).exactOptional(),
  begunAt: time,
  endsAt: time,
};

export const sessionRequest = z
  .strictObject(
    { ...facts, isNew: z.boolean({ error: expected('true or false') }).describe('it has just begun') },
    { error: expected('an object with begunAt, endsAt and isNew') },
  )
  .refine(({ begunAt, endsAt }) => Date.parse(endsAt) - Date.parse(begunAt) <= LONGEST_SESSION_MS, {
    error: 'is more than 90 days after begunAt',
    path: ['endsAt'],
  })
  .meta({ id: 'SessionRequest' });

export const sessionStateJson = z.strictObject({ live: z.boolean() }).meta({ id: 'SessionState' });
export const sessionJson = z
  .strictObject({ id: z.string(), ...facts, lastUsedAt: time.describe('to about ten minutes') })
  .meta({ id: 'Session' });
export const sessionListJson = z.strictObject({ sessions: z.array(sessionJson) }).meta({ id: 'SessionList' });
export type SessionRequestJson = z.infer<typeof sessionRequest>;
export type SessionStateJson = z.infer<typeof sessionStateJson>;
export type SessionJson = z.infer<typeof sessionJson>;
export type SessionListJson = z.infer<typeof sessionListJson>;
