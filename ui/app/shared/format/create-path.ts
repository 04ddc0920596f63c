/** The address of the Create page with a topic to change. */
export function createPath(
  topic: string,
  { seconds, language }: { readonly seconds: number; readonly language?: string | undefined },
): string {
  const query = new URLSearchParams({ topic, seconds: String(seconds), ...(language && { language }) });
  return `/?${query}`;
}
