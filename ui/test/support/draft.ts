import type { Page } from 'playwright-core';
import { OCTOPUS } from '../double/octopus.ts';

/** Puts the octopus's script into the browser, as if it had been written there; its address is /scripts/octopus. */
export async function keepDraft(page: Page): Promise<void> {
  await page.goto('/licences');
  const draft = {
    id: 'octopus',
    title: OCTOPUS.title,
    savedMs: Date.now(),
    settings: {
      language: 'en-GB',
      imageStyle: 'flat',
      voice: 'nora',
      seconds: 40,
      aspects: ['9:16'],
      music: '',
    },
    scenes: OCTOPUS.scenes.map(({ narration, visual }, index) => ({
      key: `scene${index}`,
      narration,
      visual,
    })),
  };
  await page.evaluate((json) => localStorage.setItem('sf.draft.octopus', json), JSON.stringify(draft));
}
