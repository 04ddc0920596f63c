import type { SpendAccount } from '@shortfactory/core';
import { z } from 'zod';
import { CallFailed, CallRefused } from '../calls/failure.ts';
import type { ProviderCalls } from '../calls/provider-calls.ts';
import { isTokenCount, tokensOf } from '../calls/tokens.ts';
import type { TextModel, TextRequest } from '../writing/text-model.ts';
import type { EndpointClient } from './client.ts';
import { wordsOf } from './client.ts';
import { jsonText } from './json-text.ts';
import { pricesOf, tokensUsd } from './prices.ts';

/** How an answer in JSON is asked for, the strictest first; servers know some of them. */
const FORMATS = ['json_schema', 'json_object', 'plain'] as const;
/** How the longest answer is called; newer models of OpenAI refuse the first. */
const LIMITS = ['max_tokens', 'max_completion_tokens', 'none'] as const;

/** @see https://platform.openai.com/docs/api-reference/chat/object */
const chatAnswer = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.unknown(), completion_tokens: z.unknown() }).nullish().catch(undefined),
});
type Answer = z.infer<typeof chatAnswer>;

export interface EndpointTextModelOptions {
  readonly client: EndpointClient;
  readonly calls: ProviderCalls;
  readonly model: string;
}

/** A model behind /chat/completions. What its server does not understand is asked for in a simpler way from then on. */
export class EndpointTextModel implements TextModel {
  readonly id: string;
  readonly label: string;
  readonly #options: EndpointTextModelOptions;
  #format = 0;
  #limit = 0;

  constructor(options: EndpointTextModelOptions) {
    const { name, label } = options.client.endpoint;
    this.#options = options;
    this.id = `${name}:${options.model}`;
    this.label = label;
  }

  ask(request: TextRequest, signal: AbortSignal, account: SpendAccount | undefined): Promise<string> {
    const { client, calls } = this.#options;
    const prices = pricesOf(client.endpoint);
    const written = [
      request.system,
      JSON.stringify(request.schema),
      ...request.turns.map(({ text }) => text),
    ];
    const input = written.reduce((sum, text) => sum + tokensOf(text), 0);
    const usd = tokensUsd(prices, { input, output: request.expectedTokens });
    return calls.call({ signal, account, usd }, async (inner) => {
      const answer = await this.#answer(request, inner);
      const spent = spentOn(answer, usd, (tokens) => tokensUsd(prices, tokens));
      return { value: this.#textOf(answer, request.asked, spent), usd: spent };
    });
  }

  async #answer(request: TextRequest, signal: AbortSignal): Promise<Answer> {
    const { client } = this.#options;
    for (;;) {
      const [format, limit] = [this.#format, this.#limit];
      try {
        return await client.json('/chat/completions', this.#body(request), chatAnswer, signal);
      } catch (error) {
        if (!(error instanceof CallFailed) || error.kind !== 'request') throw error;
        this.#simplify(wordsOf(error), format, limit);
        if (this.#format === format && this.#limit === limit) throw error;
      }
    }
  }

  /** Goes on to the next way of saying what the server complains of, unless another call has done so. */
  #simplify(words: string, format: number, limit: number): void {
    if (/max_(completion_)?tokens/i.test(words)) {
      if (this.#limit === limit && limit < LIMITS.length - 1) this.#limit++;
    } else if (/response_format|json_?\s?schema|json_object|structured|grammar|format/i.test(words)) {
      if (this.#format === format && format < FORMATS.length - 1) this.#format++;
    }
  }

  #body({ system, turns, schema, schemaName, mostTokens }: TextRequest): Record<string, unknown> {
    const format = FORMATS[this.#format];
    const limit = LIMITS[this.#limit];
    const { $schema: _, ...shape } = schema;
    const inWords =
      format === 'json_schema'
        ? ''
        : `\n\nAnswer with one JSON object and nothing else, of this JSON Schema:\n${JSON.stringify(shape)}`;
    return {
      model: this.#options.model,
      stream: false,
      messages: [
        { role: 'system', content: system + inWords },
        ...turns.map(({ from, text }) => ({ role: from === 'user' ? 'user' : 'assistant', content: text })),
      ],
      ...(format === 'json_schema'
        ? {
            response_format: { type: format, json_schema: { name: schemaName, schema: shape, strict: true } },
          }
        : format === 'json_object'
          ? { response_format: { type: format } }
          : {}),
      ...(limit === undefined || limit === 'none' ? {} : { [limit]: mostTokens }),
    };
  }

  #textOf({ choices }: Answer, asked: string, usd: number | undefined): string {
    const [choice] = choices;
    const { label } = this;
    if (choice?.message.refusal || choice?.finish_reason === 'content_filter')
      throw new CallRefused(`${label} declined ${asked} by its content rules; say it in other words.`, usd);
    if (choice?.finish_reason === 'length')
      throw new CallFailed('unusable', `The answer of ${label} is longer than it may be.`);
    return jsonText(choice?.message.content ?? '');
  }
}

/** The cost of the stated use; the estimate when none is stated, undefined when the counts are invalid. */
function spentOn(
  { usage }: Answer,
  estimate: number,
  usdOf: (tokens: { input: number; output: number }) => number,
): number | undefined {
  if (!usage) return estimate;
  const { prompt_tokens: input, completion_tokens: output } = usage;
  return isTokenCount(input) && isTokenCount(output) ? usdOf({ input, output }) : undefined;
}
