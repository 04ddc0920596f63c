import { z } from 'zod';

/** What makes scripts, pictures and speech. */
export const CONNECTION_PARTS = ['llm', 'image', 'voice'] as const;
export const connectionPart = z.enum(CONNECTION_PARTS);

/** Where a value comes from: the environment, the page Connections, or neither. */
const source = z.enum(['environment', 'entered', 'default']);

const keyJson = z.strictObject({
  variable: z.string(),
  from: z.enum(['environment', 'entered', 'missing', 'secret-manager']),
  setAt: z.string().exactOptional().describe('when it was entered'),
});

export const connectionJson = z
  .strictObject({
    entry: z.string().describe('as the list of providers names it'),
    label: z.string(),
    model: z.string().exactOptional(),
    address: z.string().exactOptional().describe('of a server of one’s own, at this machine only'),
    key: keyJson.exactOptional(),
    here: z.boolean().describe('needs no service'),
    isSetUp: z.boolean(),
    tested: z
      .strictObject({ ok: z.boolean(), detail: z.string(), latencyMs: z.number(), at: z.string() })
      .exactOptional()
      .describe('the last test since the server started'),
  })
  .meta({ id: 'Connection' });
export type ConnectionJson = z.infer<typeof connectionJson>;

const serviceJson = z.strictObject({
  name: z.string(),
  label: z.string(),
  address: z.string().exactOptional(),
  key: keyJson.exactOptional(),
  needsModel: z.boolean(),
  parts: z.array(connectionPart),
});

/** Who writes, draws and speaks here, never with a key. */
export const connectionsJson = z
  .strictObject({
    editable: z.boolean().describe('keys can be entered: only at the machine itself with APP_ENV=local'),
    problem: z.string().exactOptional().describe('why what was entered is not used as it is'),
    parts: z.array(
      z.strictObject({
        part: connectionPart,
        variable: z.string(),
        from: source,
        inUse: z.boolean().describe('false: services are switched off, and everything is made here'),
        fixedBy: z.string().exactOptional().describe('variables of the environment that decide it'),
        list: z.array(connectionJson),
      }),
    ),
    services: z.array(serviceJson).describe('what can be added'),
  })
  .meta({ id: 'Connections' });
export type ConnectionsJson = z.infer<typeof connectionsJson>;

/** Servers that answer on this machine; none is used unasked. */
export const foundJson = z.strictObject({
  found: z.array(
    z.strictObject({
      name: z.string(),
      label: z.string(),
      address: z.string(),
      models: z.array(z.string()),
      parts: z.array(connectionPart),
    }),
  ),
});
export type FoundJson = z.infer<typeof foundJson>;

const expected = (what: string) => ({ error: `is not ${what}` });
const KEY = 'a key of 8 to 1000 characters without spaces and line ends';
const MODEL = 'the name of a model, such as qwen3:8b';

/** A connection to test and keep. Messages never repeat the key. */
export const connectionRequest = z.strictObject(
  {
    part: connectionPart,
    service: z.string(expected('a service')).regex(/^[a-z][a-z0-9-]{0,39}$/, expected('a service')),
    key: z
      .string(expected(KEY))
      .regex(/^[\x21-\x7e]{8,1000}$/, expected(KEY))
      .exactOptional(),
    address: z.string(expected('an address')).max(2000, expected('an address')).exactOptional(),
    model: z
      .string(expected(MODEL))
      .regex(/^[\w.:/@+-]{1,200}$/, expected(MODEL))
      .exactOptional(),
  },
  expected('an object with part and service'),
);
export type ConnectionRequest = z.infer<typeof connectionRequest>;

const entry = z.string(expected('an entry of a list')).min(1, expected('an entry of a list')).max(500);
export const testRequest = z.strictObject({ part: connectionPart, entry });
export const listRequest = z.strictObject({ list: z.array(entry).max(50) });
export const testAnswer = z.strictObject({ ok: z.boolean(), detail: z.string(), latencyMs: z.number() });
export type TestAnswer = z.infer<typeof testAnswer>;
