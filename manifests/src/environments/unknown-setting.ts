import { nearest } from './files/suggestion.ts';
import { environmentJsonSchema } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { shownPath } from './problem.ts';
import type { SettingPath } from './problem.ts';

/** What a key that is no setting at this place was probably meant to be, as the rest of a sentence; empty when nobody knows. */
export function unknownSetting(path: SettingPath, key: string): string {
  const schema = environmentJsonSchema();
  const here = path.reduce<JsonSchema | undefined>(
    (at, part) => at?.properties?.[String(part)] ?? schemaOfRest(at),
    schema,
  );
  const known = keysOf(here);
  if (known.includes(key)) return ' on this platform';
  const meant = nearest(key, known);
  if (meant !== undefined) return `; did you mean ${meant}?`;
  const [elsewhere] = placesOf(key, schema).sort((a, b) => shared(b, path) - shared(a, path));
  return elsewhere === undefined
    ? `; one of ${known.join(', ')} was expected`
    : `; it is one ${elsewhere.length === 0 ? 'of the first level' : `below ${shownPath(elsewhere)}`}, so look at the indent`;
}

function schemaOfRest(at: JsonSchema | undefined): JsonSchema | undefined {
  return typeof at?.additionalProperties === 'object' ? at.additionalProperties : undefined;
}

function keysOf(schema: JsonSchema | undefined): string[] {
  return Object.keys(schema?.properties ?? {});
}

/** Every place of the schema that has such a key. */
function placesOf(key: string, schema: JsonSchema, at: SettingPath = []): SettingPath[] {
  return [
    ...(keysOf(schema).includes(key) ? [at] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, below]) =>
      placesOf(key, below, [...at, name]),
    ),
  ];
}

/** How many keys two paths have in common at their beginning. */
function shared(a: SettingPath, b: SettingPath): number {
  const differs = a.findIndex((part, index) => part !== b[index]);
  return differs < 0 ? a.length : differs;
}
