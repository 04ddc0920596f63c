import { InputInvalid } from '@shortfactory/core/errors';
import { COMMANDS } from './commands.ts';

/** What may follow a command: its verbs, then its options. */
type Words = readonly (readonly [command: string, words: readonly string[]])[];

const SHELLS: Readonly<Record<string, (names: readonly string[], words: Words) => string>> = {
  bash: (names, words) => `_shortfactory() {
  local word=\${COMP_WORDS[COMP_CWORD]} words="${names.join(' ')}"
  if [ "$COMP_CWORD" -gt 1 ]; then
    case \${COMP_WORDS[1]} in
${words.map(([name, all]) => `      ${name}) words="${all.join(' ')}" ;;`).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _shortfactory shortfactory`,
  zsh: (names, words) => `#compdef shortfactory
_shortfactory() {
  if (( CURRENT == 2 )); then compadd -- ${names.join(' ')}; return; fi
  case $words[2] in
${words.map(([name, all]) => `    ${name}) compadd -- ${all.join(' ')} ;;`).join('\n')}
  esac
  _files
}
compdef _shortfactory shortfactory`,
  fish: (names, words) =>
    [
      `complete -c shortfactory -n __fish_use_subcommand -a '${names.join(' ')}'`,
      ...words.map(
        ([name, all]) =>
          `complete -c shortfactory -n '__fish_seen_subcommand_from ${name}' -a '${all.join(' ')}'`,
      ),
    ].join('\n'),
};

/** A script for a shell, which completes commands and their options. Throws InputInvalid for a shell that is not known. */
export async function completionsFor(shell: string | undefined): Promise<string> {
  const script = SHELLS[shell ?? ''];
  if (!script) {
    throw new InputInvalid(
      'completions',
      `one of ${Object.keys(SHELLS).join(', ')} was expected${shell === undefined ? '' : `, not “${shell}”`}.`,
    );
  }
  const words = await Promise.all(
    COMMANDS.map(async ({ name, flags, verbs = [] }) => {
      const options = [...Object.keys(await flags()), 'help'].map((option) => `--${option}`);
      return [name, [...verbs, ...options]] as const;
    }),
  );
  return script([...COMMANDS.map(({ name }) => name), 'completions', 'help'], words);
}
