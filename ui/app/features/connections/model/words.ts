import type { ConnectionJson, ConnectionsJson } from '@shortfactory/contract';
import { count } from '../../../shared/format/format.ts';

export type Part = ConnectionsJson['parts'][number]['part'];

/** The words of the page Connections. Only this page loads them. */
export const words = {
  title: 'Connections',
  lead: 'Keys stay on this machine, in its data folder, readable by you alone. They are never shown again and never written to a log.',
  leadReadOnly: 'What this server was started with. Nothing here can be changed from a browser.',
  readOnlyTitle: 'Set by the environment of this server',
  readOnly: 'Whoever runs it changes these with variables or Secret Manager.',
  readOnlyLocal:
    'Keys are entered at the machine itself, under localhost. In a container, or from another machine, its variables say what is used.',
  parts: { llm: 'Writer', image: 'Pictures', voice: 'Voices' } satisfies Record<Part, string>,
  setUp: (n: number) => `${n} set up`,
  order: 'Asked from the top; the next one stands in when one does not answer.',
  switchedOff: 'Everything is made here, without a service.',
  fixed: (names: string) => `Set by the environment (${names}), which wins. It is changed there.`,
  asked: (n: number, label: string) => `${label} is asked ${n}. Alt and arrows move it.`,
  earlier: (label: string) => `Ask ${label} earlier`,
  later: (label: string) => `Ask ${label} later`,
  test: 'Test',
  testOf: (label: string) => `Test ${label}`,
  testing: 'Testing',
  remove: 'Remove',
  removeKeyOf: (label: string) => `Remove the key of ${label}`,
  removeOf: (label: string) => `Take ${label} off the list`,
  askRemove: (label: string) => `Remove the key of ${label}?`,
  askRemoveDetail: 'The next one in each list stands in, or what is made here.',
  keep: 'Keep it',
  removeIt: 'Remove it',
  keySet: (day: string) => `Key set ${day}, not shown again.`,
  keyHeld: 'Key set, not shown again.',
  keyEnvironment: 'from the environment',
  keySecretManager: 'from Secret Manager',
  keyMissing: 'is not set',
  noKey: 'No key.',
  noKeyNeeded: 'No key is needed.',
  here: {
    llm: 'Some topics by heart, an outline for others. No network, costs nothing.',
    image: 'Drawn by this computer. Costs nothing.',
    voice: 'Speaks where no other can. Costs nothing.',
  } satisfies Record<Part, string>,
  natural: 'By a model on this machine, costs nothing. “npm run voices -- add heart” installs a voice.',
  states: {
    ok: 'Working',
    slow: 'Slow',
    broken: 'Not answering',
    standing: 'Standing by',
    untested: 'Not tested yet',
    none: 'Not set up',
  },
  add: { llm: 'Add a writer', image: 'Add a picture service', voice: 'Add a voice service' } satisfies Record<
    Part,
    string
  >,
  service: 'Service',
  address: 'Address',
  addressHint: (hydrated: boolean) =>
    hydrated ? '' : 'Empty where the service has an address of its own, and no model where it has its own.',
  key: 'Key',
  keyIn: (variable: string) => `Key (${variable})`,
  keyHave: 'Kept already; empty leaves it as it is',
  model: 'Model',
  testAndKeep: 'Test and keep',
  testFree: 'The test asks whether the key and the model are there, and costs nothing.',
  unanswered: 'The server did not answer. Nothing was changed.',
  found: 'Found on this machine',
  foundSome: (n: number, host: string) =>
    `${n === 1 ? 'One program answers' : `${count('en', n)} programs answer`} on ${host}. Nothing found is used unasked.`,
  foundNone: 'Nothing answers on the usual ports: Ollama, LM Studio, llama.cpp, Kokoro-FastAPI.',
  again: 'Look again',
  models: (host: string, n: number) => `${host}, ${n === 1 ? '1 model' : `${count('en', n)} models`}`,
  modelOf: (label: string) => `Model of ${label}`,
  use: { llm: 'Use it to write', image: 'Use its pictures', voice: 'Use its voices' } satisfies Record<
    Part,
    string
  >,
  kept: (label: string) => `${label} answers and is asked first from now on.`,
} as const;

/** What a row says of itself, with a word and never by colour alone. */
export function stateOf(connection: ConnectionJson, position: number): keyof typeof words.states {
  const { tested, isSetUp, here } = connection;
  if (tested) return tested.ok ? (tested.latencyMs > 5000 ? 'slow' : 'ok') : 'broken';
  if (!isSetUp) return 'none';
  if (here) return position === 0 ? 'ok' : 'standing';
  return 'untested';
}

/** "212 ms", "9.4 s". */
export function latency(ms: number): string {
  return ms < 1000 ? `${ms}\u00a0ms` : `${(ms / 1000).toFixed(1)}\u00a0s`;
}
