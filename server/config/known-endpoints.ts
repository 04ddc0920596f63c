import type { SecretName } from '@shortfactory/core';

/** Dollars that a server asks for. */
export interface EndpointPrices {
  readonly inputPerMillion: number;
  readonly outputPerMillion: number;
  readonly perPicture: number;
  readonly perThousandCharacters: number;
}

/** A server that speaks OpenAI's protocol. */
export interface Endpoint {
  readonly name: string;
  /** Name that people see. */
  readonly label: string;
  /** Up to and with the version, such as http://127.0.0.1:11434/v1. */
  readonly url: string;
  /** The secret that holds its key; without one no key is sent. */
  readonly key?: SecretName | undefined;
  /** Without prices, a server on this machine is free and every other one is counted as dear. */
  readonly usd?: { readonly [Price in keyof EndpointPrices]?: EndpointPrices[Price] | undefined } | undefined;
  /** What it answers only who has a key, where its list of models is for everybody. */
  readonly keyPath?: string | undefined;
  /** It has models that speak, and none that writes. */
  readonly speaksOnly?: true | undefined;
  /** Voices of its speech models: names, or names and the languages (BCP 47) that each speaks. */
  readonly voices?: readonly string[] | Readonly<Record<string, readonly string[]>> | undefined;
}

const row = (
  name: string,
  label: string,
  url: string,
  more: Partial<Endpoint> = {},
): readonly [string, Endpoint] => [name, { name, label, url, ...more }];

/** Kokoro's voices begin with their language and sex. @see https://huggingface.co/hexgrad/Kokoro-82M/blob/main/VOICES.md */
const KOKORO_VOICES = {
  af_heart: ['en-US', 'en'],
  af_bella: ['en-US', 'en'],
  am_michael: ['en-US', 'en'],
  bf_emma: ['en-GB', 'en'],
  bm_george: ['en-GB', 'en'],
  ef_dora: ['es'],
  em_alex: ['es'],
  ff_siwis: ['fr'],
  hf_alpha: ['hi'],
  hm_omega: ['hi'],
  if_sara: ['it'],
  im_nicola: ['it'],
  jf_alpha: ['ja'],
  pf_dora: ['pt-BR', 'pt'],
  pm_alex: ['pt-BR', 'pt'],
  zf_xiaobei: ['zh'],
};
/** @see https://platform.openai.com/docs/guides/text-to-speech */
const OPENAI_VOICES = ['alloy', 'ash', 'ballad', 'coral', 'echo', 'fable', 'nova', 'onyx', 'sage', 'shimmer'];

/** Servers whose addresses are known, by the name that the lists of providers call them by. */
export const KNOWN_ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map([
  row('ollama', 'Ollama', 'http://127.0.0.1:11434/v1'),
  row('lmstudio', 'LM Studio', 'http://127.0.0.1:1234/v1'),
  row('llamacpp', 'llama.cpp', 'http://127.0.0.1:8080/v1'),
  row('vllm', 'vLLM', 'http://127.0.0.1:8000/v1'),
  row('kokoro-fastapi', 'Kokoro-FastAPI', 'http://127.0.0.1:8880/v1', {
    speaksOnly: true,
    voices: KOKORO_VOICES,
  }),
  row('openai', 'OpenAI', 'https://api.openai.com/v1', { key: 'OPENAI_API_KEY', voices: OPENAI_VOICES }),
  row('openrouter', 'OpenRouter', 'https://openrouter.ai/api/v1', {
    key: 'OPENROUTER_API_KEY',
    // https://openrouter.ai/docs/api-reference/api-keys/get-current-key
    keyPath: '/key',
  }),
  row('groq', 'Groq', 'https://api.groq.com/openai/v1', { key: 'GROQ_API_KEY' }),
  row('deepseek', 'DeepSeek', 'https://api.deepseek.com/v1', { key: 'DEEPSEEK_API_KEY' }),
  row('mistral', 'Mistral', 'https://api.mistral.ai/v1', { key: 'MISTRAL_API_KEY' }),
  row('together', 'Together', 'https://api.together.xyz/v1', { key: 'TOGETHER_API_KEY' }),
]);
