import { z } from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * Turns the contract's schemas into those of an OpenAPI document: what has a name is collected once and referred to.
 * Throws when two different schemas have one name.
 */
export class SchemaCollection {
  readonly #named = new Map<string, JsonSchema>();

  /** Of a request: defaults may be left out. */
  input(schema: z.ZodType): JsonSchema {
    return this.#take(schema, 'input');
  }

  /** Of a response. */
  output(schema: z.ZodType): JsonSchema {
    return this.#take(schema, 'output');
  }

  /** Everything that has a name, by name. */
  get named(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #take(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const {
      $schema: _dialect,
      $defs = {},
      ...own
    } = z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      io,
      override: ({ jsonSchema }) => {
        // The format already says it, in a shorter way than a regular expression.
        if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      },
    });
    for (const [name, definition] of Object.entries($defs)) this.#keep(name, moved(definition) as JsonSchema);
    return moved(own) as JsonSchema;
  }

  #keep(name: string, schema: JsonSchema): void {
    const known = this.#named.get(name);
    if (known && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`Two schemas of the contract are called ${name}`);
    }
    this.#named.set(name, schema);
  }
}

/** References within one schema become references into the document. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : moved(inner),
    ]),
  );
}
