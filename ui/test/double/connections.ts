import { connectionRequest, listRequest, testRequest } from '@shortfactory/contract';
import type { ConnectionsJson, FoundJson } from '@shortfactory/contract';

export const WRONG_KEY = 'sk-a-key-that-nobody-knows';
const SET_AT = '2026-11-12T09:00:00.000Z';

type Part = ConnectionsJson['parts'][number];

/** The machine of somebody with a key for Gemini, and Ollama beside it. */
export function connections(editable: boolean): ConnectionsJson {
  const here = (label: string): Part['list'][number] => ({
    ...{ entry: 'offline', label, here: true, isSetUp: true },
  });
  const gemini = { variable: 'GEMINI_API_KEY', from: editable ? 'entered' : 'environment' } as const;
  return {
    editable,
    parts: [
      {
        ...{
          part: 'llm',
          variable: 'LLM_PROVIDERS',
          from: editable ? 'entered' : 'environment',
          inUse: true,
        },
        list: [
          {
            ...{ entry: 'gemini', label: 'Gemini', model: 'gemini-3.8-flash', here: false, isSetUp: true },
            key: editable ? { ...gemini, setAt: SET_AT } : gemini,
            tested: { ok: true, detail: 'the key is accepted', latencyMs: 212, at: SET_AT },
          },
          here('Written here'),
        ],
      },
      {
        ...{ part: 'image', variable: 'IMAGE_PROVIDERS', from: 'default', inUse: false },
        list: [here('Drawn here')],
      },
      {
        ...{ part: 'voice', variable: 'VOICE_PROVIDERS', from: 'environment', inUse: true },
        ...(editable ? { fixedBy: 'VOICE_PROVIDERS and USE_REAL_VOICE' } : {}),
        list: [
          {
            ...{ entry: 'elevenlabs', label: 'ElevenLabs', here: false, isSetUp: false },
            key: { variable: 'ELEVENLABS_API_KEY', from: 'missing' },
          },
          here('Plain voice'),
        ],
      },
    ],
    services: editable
      ? [
          {
            ...{ name: 'gemini', label: 'Gemini', needsModel: false, parts: ['llm', 'image', 'voice'] },
            key: { ...gemini, setAt: SET_AT },
          },
          {
            ...{ name: 'openrouter', label: 'OpenRouter', needsModel: true, parts: ['llm', 'image'] },
            address: 'https://openrouter.ai/api/v1',
            key: { variable: 'OPENROUTER_API_KEY', from: 'missing' },
          },
          {
            ...{ name: 'other', label: 'Another server', needsModel: true, parts: ['llm', 'image', 'voice'] },
            key: { variable: 'ENDPOINT_API_KEY', from: 'missing' },
          },
        ]
      : [],
  };
}

export const FOUND: FoundJson = {
  found: [
    {
      ...{ name: 'ollama', label: 'Ollama', address: 'http://127.0.0.1:11434/v1', parts: ['llm'] },
      models: ['qwen3:8b', 'llama3.2:3b', 'gemma3:12b'],
    },
  ],
};

/** What the API does with a request about connections; undefined for one that it refuses for its key. */
export function changed(
  state: ConnectionsJson,
  method: string,
  path: string,
  body: unknown,
): ConnectionsJson | undefined {
  const edit = (part: Part['part'], to: (list: Part['list']) => Part['list']): ConnectionsJson => ({
    ...state,
    parts: state.parts.map((each) =>
      each.part === part ? { ...each, inUse: true, list: to(each.list) } : each,
    ),
  });
  if (method === 'POST' && path === '/test') {
    const { part, entry } = testRequest.parse(body);
    const tested = { ok: false, detail: 'Gemini gets too many requests.', latencyMs: 90, at: SET_AT };
    return edit(part, (list) => list.map((each) => (each.entry === entry ? { ...each, tested } : each)));
  }
  if (method === 'POST') {
    const { part, service, key, model } = connectionRequest.parse(body);
    if (key === WRONG_KEY) return undefined;
    const label = state.services.find(({ name }) => name === service)?.label ?? 'Ollama';
    const entry = { entry: `${service}:${model ?? ''}`, label, here: false, isSetUp: true };
    return edit(part, (list) => [model === undefined ? entry : { ...entry, model }, ...list]);
  }
  if (method === 'PUT') {
    const { list: order } = listRequest.parse(body);
    const part = path.slice('/lists/'.length) as Part['part'];
    return edit(part, (list) => order.flatMap((entry) => list.find((each) => each.entry === entry) ?? []));
  }
  const name = path.slice('/keys/'.length);
  return {
    ...state,
    parts: state.parts.map((each) => ({
      ...each,
      list: each.list.filter(({ key }) => key?.variable !== name),
    })),
  };
}
