import { MODEL_EXPECTED, OWN_PROVIDERS, loadConfig, modelRef } from '@shortfactory/config';
import type { Config } from '@shortfactory/config';
import { InputInvalid } from '@shortfactory/core';

/** Who is asked first, as the options name them. */
export interface ChosenModels {
  readonly writer?: string;
  readonly pictures?: string;
  readonly narrator?: string;
}

const PLACES = {
  writer: { list: 'LLM_PROVIDERS', flag: 'USE_REAL_LLM' },
  pictures: { list: 'IMAGE_PROVIDERS', flag: 'USE_REAL_IMAGE' },
  narrator: { list: 'VOICE_PROVIDERS', flag: 'USE_REAL_VOICE' },
} as const;

/**
 * The configuration of the environment in which the chosen ones are asked first; what is made offline stands in for
 * them. Throws InputInvalid naming the option, and ConfigInvalid.
 */
export function configWith(env: Readonly<Record<string, string | undefined>>, chosen: ChosenModels): Config {
  const config = loadConfig(env);
  const changed: Record<string, string> = {};
  for (const option of Object.keys(PLACES) as (keyof typeof PLACES)[]) {
    const entry = chosen[option];
    if (entry === undefined) continue;
    const { list, flag } = PLACES[option];
    const own: readonly string[] = OWN_PROVIDERS[list];
    if (!own.includes(entry) && !modelRef(entry, config.ENDPOINTS))
      throw new InputInvalid(
        `--${option}`,
        `“${entry}” is no model that is known; ${own.join(', ')}, ${MODEL_EXPECTED} was expected.`,
      );
    const others = config[flag] ? config[list].filter((each) => each !== entry && each !== 'offline') : [];
    changed[flag] = 'true';
    changed[list] = [...new Set([entry, ...others, 'offline'])].join(',');
  }
  return Object.keys(changed).length === 0 ? config : loadConfig({ ...env, ...changed });
}
