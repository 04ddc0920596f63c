import { batchEventJson, problemJson, videoEventJson } from '@shortfactory/contract';
import { PROBLEMS, problemType } from '@shortfactory/http-server';
import type { ProblemKind } from '@shortfactory/http-server';
import type { z } from 'zod';
import { API_KEY_HEADER } from '../identity/authenticate.ts';
import { SchemaCollection } from './openapi-schemas.ts';
import type { JsonSchema } from './openapi-schemas.ts';
import type { AnswerLink, AnswerShape, RouteShape } from '../routing/route.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

interface Media {
  readonly schema?: JsonSchema;
  readonly example?: unknown;
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, ResponseObject>>;
}

interface ResponseObject {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { description: string; schema: JsonSchema }>>;
  readonly content?: Readonly<Record<string, Media>>;
  readonly links?: Readonly<Record<string, AnswerLink>>;
}

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  /** What receivers are sent, by event. */
  readonly webhooks?: Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, JsonSchema>>;
  };
}

const WEBHOOKS = 'Webhooks';
const TAGS = [
  { name: 'Videos', description: 'A topic or a script becomes a video.' },
  { name: 'Files', description: 'What a finished video is made of.' },
  { name: 'Writing', description: 'What can be had before a video.' },
  { name: 'Speech', description: 'What can be heard before a video.' },
  { name: 'Footage', description: 'Photos and clips of others, with licences that allow their use.' },
  { name: 'Publishing', description: 'Finished videos, sent to where people watch them.' },
  { name: 'Uploads', description: 'Own pictures and music.' },
  { name: 'Batches', description: 'A table of videos, made a few at a time.' },
  { name: WEBHOOKS, description: 'Who is told when a video or a batch has ended.' },
  { name: 'Links', description: 'Links by which anybody watches one video.' },
  { name: 'Account', description: 'All that one has: to take along, and to delete.' },
  { name: 'Usage', description: 'What one has made and used, and what is left.' },
  { name: 'Service', description: 'What this is and how it is.' },
  { name: 'Connections', description: 'Who writes, draws and speaks.' },
  { name: 'Worker', description: 'For the queue alone.' },
];
const SECURITY_SCHEMES = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key, a key that a person made, or a visitor token: 256 random bits that the caller makes and stores, 43 characters of base64url or 64 of hex. Videos belong to it.',
  },
  key: {
    type: 'apiKey',
    in: 'header',
    name: API_KEY_HEADER,
    description:
      'An API key, or a key that a person made; for a front end that sends its visitor’s token as bearer token.',
  },
  queue: {
    type: 'http',
    scheme: 'bearer',
    description: 'The worker’s token, or an identity token of the queue.',
  },
} as const;

export interface DocumentOptions {
  readonly version: string;
  /** With APP_ENV=local a caller without a token is the local owner. */
  readonly isLocal: boolean;
}

/** The API's description, from the same shapes that requests and responses are validated against. */
export function openApiDocument(
  shapes: readonly RouteShape[],
  { version, isLocal }: DocumentOptions,
): OpenApiDocument {
  const schemas = new SchemaCollection();
  schemas.output(problemJson);
  const paths: Record<string, Record<string, Operation>> = {};
  for (const shape of shapes) {
    const path = shape.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [shape.method.toLowerCase()]: operation(shape, schemas, isLocal) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'ShortFactory',
      version,
      summary: 'A topic or a script becomes a finished vertical short.',
      description:
        'Errors are problems by RFC 9457. `GET` routes answer `HEAD` as well. Lengths of texts count UTF-16 code units. Unknown fields and parameters are refused.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'Where this description comes from' }],
    tags: TAGS.filter(({ name }) => shapes.some(({ tag }) => tag === name)),
    paths,
    ...(shapes.some(({ tag }) => tag === WEBHOOKS) ? { webhooks: webhooksOf(schemas) } : {}),
    components: { schemas: schemas.named, securitySchemes: SECURITY_SCHEMES },
  };
}

/** What a receiver has to take. */
function webhooksOf(schemas: SchemaCollection): NonNullable<OpenApiDocument['webhooks']> {
  const headers: Readonly<Record<string, string>> = {
    'webhook-id': 'Of the event; the same in every try',
    'webhook-timestamp': 'Seconds since 1970, of this try',
    'webhook-signature': 'One or two signatures, `v1,` and HMAC-SHA256 in base64, with blanks between',
  };
  const told = (operationId: string, summary: string, schema: z.ZodType): { readonly post: Operation } => ({
    post: {
      operationId,
      tags: [WEBHOOKS],
      summary,
      // The signature says who sends it.
      security: [],
      parameters: Object.entries(headers).map(([name, description]) => ({
        name,
        in: 'header',
        required: true,
        description,
        schema: { type: 'string' },
      })),
      requestBody: { required: true, content: { 'application/json': { schema: schemas.output(schema) } } },
      responses: { '2XX': { description: 'It was taken' } },
    },
  });
  return {
    videoEnded: told('videoEnded', 'A video is done, has failed or was cancelled', videoEventJson),
    batchEnded: told('batchEnded', 'The last row of a batch has ended', batchEventJson),
  };
}

/** Kinds of problem that a route answers with, in the order of their status. */
export function problemsOf(shape: RouteShape): ProblemKind[] {
  const kinds = new Set<ProblemKind>(shape.problems);
  const add = (when: boolean, ...more: ProblemKind[]): void => {
    if (when) for (const kind of more) kinds.add(kind);
  };
  add(shape.body !== undefined || shape.query !== undefined, 'invalid-input');
  add(shape.body !== undefined, 'malformed-request', 'too-slow', 'too-large', 'unsupported-type');
  add(shape.params !== undefined, 'not-found');
  const isProbe = shape.bucket === 'none' || shape.bucket === 'health';
  add(shape.access !== 'anyone' || !isProbe, 'unauthorized');
  add(shape.access === 'queue', 'forbidden');
  add(shape.access === 'owner' || shape.access === 'maker', 'misdirected');
  add(shape.gives?.length !== 0, 'not-acceptable');
  add(shape.bucket !== 'none', 'rate-limited');
  add(true, 'internal');
  add(shape.tag === 'Videos', 'damaged');
  add(!isProbe, 'unavailable', 'closing-down');
  return [...kinds].sort((a, b) => PROBLEMS[a][0] - PROBLEMS[b][0]);
}

function operation(shape: RouteShape, schemas: SchemaCollection, isLocal: boolean): Operation {
  const parameters = parametersOf(shape, schemas);
  const body = shape.body && {
    'application/json': {
      schema: schemas.input(shape.body),
      ...(shape.bodyExample === undefined ? {} : { example: shape.bodyExample }),
    },
  };
  const streamed = shape.streams && Object.fromEntries(shape.streams.map((type) => [type, {}]));
  const content = body ?? streamed;
  return {
    operationId: shape.id,
    tags: [shape.tag],
    summary: shape.summary,
    ...(shape.description === undefined ? {} : { description: shape.description }),
    security: securityOf(shape, isLocal),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(content ? { requestBody: { required: true as const, content } } : {}),
    responses: responsesOf(shape, schemas),
  };
}

function securityOf({ access }: RouteShape, isLocal: boolean): Operation['security'] {
  if (access === 'queue') return [{ queue: [] }];
  if (access === 'anyone') return [{}, { token: [] }];
  const shown = [{ token: [] }, { key: [] }, { token: [], key: [] }];
  return isLocal ? [{}, ...shown] : shown;
}

function parametersOf(shape: RouteShape, schemas: SchemaCollection): Parameter[] {
  const from = (part: 'path' | 'query', object: z.ZodObject | undefined): Parameter[] => {
    if (!object) return [];
    const { properties = {}, required = [] } = schemas.input(object) as {
      properties?: Record<string, JsonSchema>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, { description, ...schema }]) => ({
      name,
      in: part,
      required: required.includes(name),
      ...(typeof description === 'string' ? { description } : {}),
      schema,
    }));
  };
  const headers = Object.entries(shape.headers ?? {}).map(([name, given]) => ({
    name,
    in: 'header' as const,
    required: false,
    description: typeof given === 'string' ? given : given.description,
    schema: { type: 'string', ...(typeof given === 'string' ? {} : { pattern: given.pattern }) },
  }));
  return [...from('path', shape.params), ...from('query', shape.query), ...headers];
}

function responsesOf(shape: RouteShape, schemas: SchemaCollection): Record<string, ResponseObject> {
  const responses: Record<string, ResponseObject> = {};
  for (const [status, answer] of Object.entries(shape.answers))
    responses[status] = responseOf(answer, schemas);
  for (const kind of problemsOf(shape)) {
    const [status, title] = PROBLEMS[kind];
    const known = responses[status];
    const said = `${title} (\`${problemType(kind)}\`)`;
    responses[status] = {
      ...known,
      description: known ? `${known.description}; ${said}` : said,
      content: {
        ...known?.content,
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      },
    };
  }
  return responses;
}

function responseOf(answer: AnswerShape, schemas: SchemaCollection): ResponseObject {
  const headers = Object.entries(answer.headers ?? {}).map(
    ([name, description]) => [name, { description, schema: { type: 'string' } }] as const,
  );
  const media: Media = {
    ...(answer.schema ? { schema: schemas.output(answer.schema) } : {}),
    ...(answer.example === undefined ? {} : { example: answer.example }),
  };
  const type = answer.type ?? (answer.schema ? 'application/json' : undefined);
  return {
    description: answer.description,
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) }),
    ...(type === undefined ? {} : { content: { [type]: media } }),
    ...(answer.links === undefined ? {} : { links: answer.links }),
  };
}
