/** A field of a submitted form: '' when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  return plainText(form.get(name));
}

/** Every field of that name, in order; files are left out. */
export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

/** A field's text with line ends as \n, as browsers send CRLF; '' for a file. */
export function plainText(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.replace(/\r\n/g, '\n') : '';
}
