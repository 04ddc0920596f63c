/**
 * A value that is made when it is first asked for. For what is slow to make and stands at the top of a module: patterns
 * of many words, segmenters and the like, which every start of a process would wait for.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
