/**
 * The JSON in what a model wrote: without the thoughts of a reasoning model, without a fence around it, without words
 * before and after it. What holds no object comes back as it is.
 */
export function jsonText(answer: string): string {
  const said = answer
    .replace(/<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi, '')
    // The opening tag is often part of the prompt.
    .replace(/^[\s\S]*<\/think(?:ing)?>/i, '')
    .trim();
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n?```/i.exec(said)?.[1];
  const text = fenced ?? said;
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')];
  return from >= 0 && to > from ? text.slice(from, to + 1) : text;
}
