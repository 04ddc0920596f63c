import type { Flags } from '@shortfactory/command-line';

/** A command of the installed package. */
export interface Installed {
  readonly name: string;
  readonly summary: string;
  /** Its options, for help and completions. */
  readonly flags: () => Promise<Flags>;
  /** Runs it on what stands in process.argv; sets the exit code. */
  readonly run: () => Promise<unknown>;
  /** Words that may follow it. */
  readonly verbs?: readonly string[];
}

/** In the order in which help lists them. Each is loaded when it is run. */
export const COMMANDS: readonly Installed[] = [
  {
    name: 'make',
    summary: 'a short from a topic or a script; what stands without a command is a topic, too',
    flags: async () => (await import('../short/options.ts')).SHORT_FLAGS,
    run: () => import('../short.ts'),
  },
  {
    name: 'serve',
    summary: 'the web UI and the API, until they are stopped',
    flags: async () => (await import('../serve/command.ts')).serve.flags,
    run: () => import('../serve.ts'),
  },
  {
    name: 'voices',
    summary: 'natural voices on this machine: list, add, remove, check',
    flags: async () => (await import('../voices/command.ts')).voices.flags,
    run: () => import('../voices.ts'),
    verbs: ['list', 'add', 'remove', 'check'],
  },
  {
    name: 'providers',
    summary: 'which services write, draw and speak, and whether they can be used: check',
    flags: async () => (await import('../providers/command.ts')).providers.flags,
    run: () => import('../providers.ts'),
    verbs: ['check'],
  },
  {
    name: 'publish',
    summary: 'videos sent to your YouTube channel: connect, send, list, stop, retry, disconnect',
    flags: async () => (await import('../publish/command.ts')).publish.flags,
    run: () => import('../publish.ts'),
    verbs: ['connect', 'send', 'list', 'stop', 'retry', 'disconnect'],
  },
  {
    name: 'mcp',
    summary: 'tools for the agent that starts it, over standard input and output',
    flags: async () => (await import('../mcp/command.ts')).mcp.flags,
    run: () => import('../mcp.ts'),
  },
];
