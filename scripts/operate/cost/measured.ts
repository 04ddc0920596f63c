import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const schema = z.object({
  cpuSeconds: z.number(),
  videoSeconds: z.number(),
  bytes: z.number(),
  machine: z.string(),
  command: z.string(),
});

/** What one video took: user and system time, its length, its size, and how that was measured. */
export async function measuredVideo(): Promise<z.infer<typeof schema>> {
  return schema.parse(JSON.parse(await readFile(new URL('./measured.json', import.meta.url), 'utf8')));
}
