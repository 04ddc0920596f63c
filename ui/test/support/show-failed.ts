import type { BrowserContext } from 'playwright-core';

const SHOWN_CHARACTERS = 600;

/** Prints what the pages of a failed test showed: the address of each, and its first words. */
export async function showFailed(
  test: Mocha.Test | undefined,
  contexts: readonly BrowserContext[],
): Promise<void> {
  if (test?.state !== 'failed') return;
  for (const page of contexts.flatMap((context) => context.pages())) {
    const text = await page
      .evaluate(() => document.body.innerText)
      .catch((error: unknown) => `(not read: ${String(error)})`);
    process.stdout.write(
      `\n  “${test.title}” failed at ${page.url()}:\n${text.slice(0, SHOWN_CHARACTERS)}\n`,
    );
  }
}
