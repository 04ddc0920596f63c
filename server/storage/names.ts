import { InputInvalid } from '@shortfactory/core';

const MAX_CHARS = 512;
/** Not beginning with a dot: that rules out `..` and leaves such names to the stores themselves. */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** Throws InputInvalid unless it is a name that every store takes. */
export function assertObjectName(name: string): void {
  const segments = name.split('/');
  if (name.length > MAX_CHARS || !segments.every((segment) => SEGMENT.test(segment))) refuse(name);
}

/** A prefix is the beginning of a name, to the middle of a segment even; the empty one fits all. */
export function assertPrefix(prefix: string): void {
  if (prefix !== '') assertObjectName(`${prefix}x`);
}

function refuse(name: string): never {
  const shown = JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name);
  throw new InputInvalid(
    'object name',
    `${shown} is not one: it takes parts of letters, digits, "." "_" and "-", joined by "/", not beginning with ".", ${MAX_CHARS} characters at most`,
  );
}
