import { availableParallelism, tmpdir } from 'node:os';
import { z } from 'zod';
import { ConfigInvalid } from './domain/errors.ts';

/** 'true' and 'false' and nothing like them: a typo must not switch a paid service on. */
const flag = z
  .enum(['true', 'false'], { error: 'true or false was expected' })
  .transform((value) => value === 'true');

/** Real providers come with a later version; saying so beats failing at the first call. */
const notYet = flag.refine((value) => !value, {
  error: 'real providers are not part of this version; false was expected',
});

const count = (most: number): z.ZodType<number> =>
  z.coerce
    .number({ error: `a whole number from 1 to ${most} was expected` })
    .int({ error: `a whole number from 1 to ${most} was expected` })
    .min(1, { error: `a whole number from 1 to ${most} was expected` })
    .max(most, { error: `a whole number from 1 to ${most} was expected` });

/** Every variable that the server and the commands read, with its default. Others in the environment are not ours. */
export const configSchema = z.object({
  DATA_DIR: z.string().min(1).default('data'),
  SCRATCH_DIR: z.string().min(1).default(tmpdir()),
  FFMPEG_PATH: z.string().min(1).optional(),
  PATH: z.string().default(''),
  RENDER_CONCURRENCY: count(64).default(availableParallelism()),
  USE_REAL_LLM: notYet.default(false),
  USE_REAL_IMAGE: notYet.default(false),
  USE_REAL_VOICE: notYet.default(false),
});

export type Config = Readonly<z.infer<typeof configSchema>>;

/** Environment → frozen Config. An empty variable is as good as none. Throws one ConfigInvalid that lists every bad one. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = configSchema.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigInvalid(`The environment does not fit:\n${lines.join('\n')}`);
}
