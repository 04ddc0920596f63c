/**
 * Where in JSON something stands, with steps of strangers made short and readable; '' for the whole.
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path
    .map((step) => String(step).slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1'))
    .map((step) => `/${step.replace(/\p{Cc}|\p{Cs}/gu, '?')}`)
    .join('');
}
