/** A place in an environment's settings: keys and, in lists, numbers. */
export type SettingPath = readonly (string | number)[];

/** Lists every wrong setting: where it stands (a file and its line, or an option), which one, and what was expected. */
export class EnvironmentInvalid extends Error {
  override readonly name = 'EnvironmentInvalid';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The environment does not fit:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.problems = problems;
  }
}

/** `services.ui.env.A`, `traffic.live[0]`. */
export function shownPath(path: SettingPath): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}

/** The other way round. */
export function pathOf(shown: string): SettingPath {
  return [...shown.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key = '']) =>
    index === undefined ? key : Number(index),
  );
}
