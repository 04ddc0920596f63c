import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

/** The shell first: the same engine without a window around it, and a page costs a third of the CPU. */
const CANDIDATES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
];

/** Where a Chromium is, or undefined. */
export const chromiumPath = CANDIDATES.find((path) => path !== undefined && existsSync(path));

/** With `scripts: false` pages run none: what stands in noscript holds, as it does not when a debugger only stops them. */
export async function launch({ scripts = true, args = [] as readonly string[] } = {}): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath !== undefined && { executablePath: chromiumPath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      ...args,
      ...(scripts ? [] : ['--blink-settings=scriptEnabled=false']),
    ],
  });
}

/** Collects what a page complains about: policy violations, errors of scripts, failed hydration. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
