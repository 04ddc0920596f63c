import protobuf from 'protobufjs';

const DURATION = /^\d+(\.\d{1,9})?s$/;
/** Messages whose JSON is not an object. */
const SCALAR_JSON: Readonly<Record<string, (value: unknown) => boolean>> = {
  '.google.protobuf.Duration': (value) => typeof value === 'string' && DURATION.test(value),
  '.google.protobuf.BoolValue': (value) => typeof value === 'boolean',
};
const NUMBERS = ['double', 'float', 'int32', 'uint32'];
const LONGS = ['int64', 'uint64'];

/**
 * What keeps a JSON document from being a message, by the API's own definition: unknown fields, wrong types, unknown
 * names of enumerations, two members of a oneof. (The libraries that read JSON let most of that pass.)
 */
export function misfits(type: protobuf.Type, value: unknown, path = type.name): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${path}: an object was expected`];
  const problems: string[] = [];
  for (const [key, member] of Object.entries(value)) {
    const field = type.fields[key]?.resolve();
    if (!field) problems.push(`${path}.${key}: is not a field of ${type.fullName}`);
    else problems.push(...ofField(field, member, `${path}.${key}`));
  }
  for (const { name, oneof } of type.oneofsArray) {
    const given = oneof.filter((key) => key in value);
    if (given.length > 1) problems.push(`${path}: ${given.join(' and ')} are both ${name}`);
  }
  return problems;
}

function ofField(field: protobuf.Field, value: unknown, path: string): string[] {
  if (field instanceof protobuf.MapField) {
    if (typeof value !== 'object' || value === null) return [`${path}: an object was expected`];
    return Object.entries(value).flatMap(([key, member]) => ofValue(field, member, `${path}.${key}`));
  }
  if (!field.repeated) return ofValue(field, value, path);
  if (!Array.isArray(value)) return [`${path}: a list was expected`];
  return value.flatMap((member, index) => ofValue(field, member, `${path}[${index}]`));
}

function ofValue({ type, resolvedType }: protobuf.Field, value: unknown, path: string): string[] {
  const wanted = (fits: boolean, what: string): string[] =>
    fits ? [] : [`${path}: ${what} was expected, ${JSON.stringify(value)} was given`];
  if (resolvedType instanceof protobuf.Enum) {
    return wanted(
      typeof value === 'string' && value in resolvedType.values,
      `a name of ${resolvedType.fullName}`,
    );
  }
  if (resolvedType instanceof protobuf.Type) {
    const scalar = SCALAR_JSON[resolvedType.fullName];
    return scalar ? wanted(scalar(value), resolvedType.fullName) : misfits(resolvedType, value, path);
  }
  if (NUMBERS.includes(type)) return wanted(typeof value === 'number', type);
  if (LONGS.includes(type)) return wanted(/^-?\d+$/.test(String(value)), type);
  if (type === 'bool') return wanted(typeof value === 'boolean', 'true or false');
  return wanted(typeof value === 'string', 'text');
}
