import { z } from 'zod';

/** JSON Schema 2020-12 of an object, as the protocol wants it. */
export interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: string[];
  readonly [keyword: string]: unknown;
}

type Branch = Pick<ObjectSchema, 'properties' | 'required'>;

/** Of what a tool takes. */
export function inputOf(schema: z.ZodType): ObjectSchema {
  return toJson(schema, 'input') as unknown as ObjectSchema;
}

/** Of what a tool gives. It may have more fields in a later release, so unknown ones are allowed. */
export function outputOf(schema: z.ZodType): ObjectSchema {
  return toJson(schema, 'output') as unknown as ObjectSchema;
}

/**
 * One object that takes what any of the shapes takes: services of models accept no choice at the root of a schema. Which
 * fields go together is checked by the API.
 */
export function inputOfAny(shapes: z.ZodType, more: z.ZodObject): ObjectSchema {
  const { anyOf, $defs } = toJson(shapes, 'input') as { anyOf: Branch[]; $defs?: Record<string, unknown> };
  const own = inputOf(more);
  const properties: Record<string, unknown> = {};
  for (const name of new Set(anyOf.flatMap((branch) => Object.keys(branch.properties)))) {
    const given = anyOf.flatMap((branch) => (name in branch.properties ? [branch.properties[name]] : []));
    const different = [...new Map(given.map((schema) => [withoutDescription(schema), schema])).values()];
    properties[name] = different.length === 1 ? different[0] : { anyOf: different };
  }
  const required = (anyOf[0]?.required ?? []).filter((name) =>
    anyOf.every((branch) => branch.required?.includes(name)),
  );
  return {
    type: 'object',
    properties: { ...properties, ...own.properties },
    required: [...required, ...(own.required ?? [])],
    additionalProperties: false,
    ...($defs === undefined ? {} : { $defs }),
  };
}

function withoutDescription(schema: unknown): string {
  return JSON.stringify(schema, (key, value: unknown) => (key === 'description' ? undefined : value));
}

function toJson(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const {
    $schema: _dialect,
    $ref,
    ...json
  } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    override: ({ jsonSchema }) => {
      // The API checks texts by itself; models' services refuse regular expressions with \p{…}.
      delete jsonSchema.pattern;
      if (io === 'output') delete jsonSchema.additionalProperties;
    },
  });
  if ($ref === undefined) return json;
  // A schema that has a name is a reference to itself among the definitions.
  const { [$ref.slice('#/$defs/'.length)]: named, ...others } = json.$defs ?? {};
  return { ...named, ...(Object.keys(others).length === 0 ? {} : { $defs: others }) };
}
