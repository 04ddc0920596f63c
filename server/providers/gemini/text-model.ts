import type { Content, GenerateContentConfig, ThinkingLevel } from '@google/genai';
import type { SpendAccount } from '@shortfactory/core';
import type { ProviderCalls } from '../calls/provider-calls.ts';
import { tokensOf } from '../calls/tokens.ts';
import type { TextModel, TextRequest } from '../writing/text-model.ts';
import type { GeminiClient } from './client.ts';
import { geminiUsd } from './prices.ts';

/** Tokens of a request besides its turns: the system's words and the schema. */
const OVERHEAD_TOKENS = 500;

export interface GeminiTextModelOptions {
  readonly client: GeminiClient;
  readonly calls: ProviderCalls;
  readonly model: string;
}

/** A Gemini model that answers in JSON. @see https://ai.google.dev/gemini-api/docs/structured-output */
export class GeminiTextModel implements TextModel {
  readonly id: string;
  readonly label = 'Gemini';
  readonly #options: GeminiTextModelOptions;

  constructor(options: GeminiTextModelOptions) {
    this.#options = options;
    this.id = `gemini:${options.model}`;
  }

  ask(
    { system, turns, schema, expectedTokens, mostTokens, asked }: TextRequest,
    signal: AbortSignal,
    account: SpendAccount | undefined,
  ): Promise<string> {
    const { client, calls, model } = this.#options;
    const contents = turns.map(({ from, text }): Content => ({ role: from, parts: [{ text }] }));
    const input = turns.reduce((sum, { text }) => sum + tokensOf(text), OVERHEAD_TOKENS);
    const estimateUsd = geminiUsd('text', model, { input, output: expectedTokens, thoughts: 0 });
    const config: GenerateContentConfig = {
      systemInstruction: system,
      responseMimeType: 'application/json',
      responseJsonSchema: schema,
      maxOutputTokens: mostTokens,
      ...thinkingOf(model),
    };
    const request = { kind: 'text', model, contents, config, asked, estimateUsd } as const;
    return calls.call({ signal, account, usd: estimateUsd }, async (inner) => {
      const { response, usd } = await client.generate(request, inner);
      return { value: response.text ?? '', usd };
    });
  }
}

/** Models of the third generation and later think; a script needs little of it. Earlier ones do not know the setting. */
function thinkingOf(model: string): Pick<GenerateContentConfig, 'thinkingConfig'> {
  // The enum is a value of the SDK, which is loaded later; its members are these texts.
  return /^gemini-[3-9]/.test(model) ? { thinkingConfig: { thinkingLevel: 'LOW' as ThinkingLevel } } : {};
}
