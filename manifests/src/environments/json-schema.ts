import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { platformSchemas } from './schema.ts';

/** As much of JSON Schema as is used here. */
export interface JsonSchema {
  type?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  [other: string]: unknown;
}

/** Where editors find it: the first line of each environment names it. */
export const SCHEMA_FILE = fileURLToPath(new URL('../../environment.schema.json', import.meta.url));

/** Given by the file's name and by a deploy. */
const NOT_WRITTEN = ['name', 'revision', 'attempt'];

/**
 * The JSON schema of an environment's file, for completion and hints in editors. Nothing is required, because anything
 * may come from what the file extends; the settings of both platforms are known, because only the extended file may say
 * which it is. Commands check the whole.
 */
export function environmentJsonSchema(): JsonSchema {
  const platforms = Object.values(platformSchemas).map((schema) =>
    optional(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema),
  );
  const properties: Record<string, JsonSchema> = {
    extends: {
      type: 'string',
      description:
        'Another environment, of this folder or of ShortFactory: what is not said here is as it is there.',
    },
  };
  for (const platform of platforms) {
    for (const [name, schema] of Object.entries(platform.properties ?? {})) {
      properties[name] = together(properties[name], schema);
    }
  }
  for (const name of NOT_WRITTEN) delete properties[name];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'An environment of ShortFactory',
    type: 'object',
    properties,
    additionalProperties: false,
  };
}

/** Two platforms may differ in the values that a setting takes. */
function together(a: JsonSchema | undefined, b: JsonSchema): JsonSchema {
  if (a === undefined || JSON.stringify(a) === JSON.stringify(b)) return b;
  const values = [a, b].flatMap((each) => each.enum ?? (each.const === undefined ? [] : [each.const]));
  const { description } = a;
  return {
    type: 'string',
    enum: [...new Set(values)],
    ...(description === undefined ? {} : { description }),
  };
}

/** Every setting may be left out, and null takes away what is inherited. */
function optional(schema: JsonSchema): JsonSchema {
  const { required: _, $schema: __, properties, additionalProperties, items, ...rest } = schema;
  return {
    ...rest,
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([key, each]) => [key, optional(each)]),
          ),
        }
      : {}),
    ...(additionalProperties === undefined
      ? {}
      : {
          additionalProperties:
            typeof additionalProperties === 'boolean' ? additionalProperties : optional(additionalProperties),
        }),
    ...(items ? { items: optional(items) } : {}),
  };
}
