import { z } from 'zod';
import type { SettingPath } from './problem.ts';
import { platformSchemas } from './schema.ts';

/** What is wrong with one value at a place, as what was expected; undefined when it fits. Knows nothing of the others. */
export function settingProblem(
  platform: keyof typeof platformSchemas,
  path: SettingPath,
  value: unknown,
): string | undefined {
  const schema = path.reduce<unknown>(
    (at, key) => (at instanceof z.ZodObject ? (at.shape as Record<string, unknown>)[String(key)] : undefined),
    platformSchemas[platform],
  );
  if (!(schema instanceof z.ZodType)) return 'a setting was expected';
  return schema.safeParse(value).error?.issues[0]?.message;
}
