import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with a page, a line a rule; with `rules` only these are looked at. */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  if (await page.evaluate('window.axe === undefined')) await page.evaluate(axe.source);
  return (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ': ' + nodes.map((node) => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')).join(' | ')))`,
  )) as string[];
}
