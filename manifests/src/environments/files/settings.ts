import type { SettingPath } from '../problem.ts';

/** Settings as they were written: not checked yet. */
export type Settings = Readonly<Record<string, unknown>>;

export function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the second says in place of the first; settings below settings are merged, lists are replaced, null takes away. */
export function merged(base: Settings, over: Settings): Settings {
  const result = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const before = result.get(key);
    if (value === null) result.delete(key);
    else if (isSettings(value)) result.set(key, merged(isSettings(before) ? before : {}, value));
    else result.set(key, value);
  }
  return Object.fromEntries(result);
}

export function valueAt(settings: Settings, path: SettingPath): unknown {
  return path.reduce<unknown>((value, key) => (isSettings(value) ? value[key] : undefined), settings);
}

/** The same with one value at a place, made where it is missing. */
export function withValue(settings: Settings, [key = '', ...rest]: SettingPath, value: unknown): Settings {
  const before = settings[key];
  return {
    ...settings,
    [key]: rest.length === 0 ? value : withValue(isSettings(before) ? before : {}, rest, value),
  };
}
