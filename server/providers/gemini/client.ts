import type { Content, GenerateContentConfig, GenerateContentResponse, GoogleGenAI } from '@google/genai';
import { CallFailed, CallRefused } from '../calls/failure.ts';
import { guardedFetch } from '../calls/guarded-fetch.ts';
import type { Key } from '../calls/key.ts';
import { isTokenCount } from '../calls/tokens.ts';
import { geminiUsd } from './prices.ts';

export interface GeminiClientOptions {
  readonly key: Key;
  /** The variable of the key, for messages. */
  readonly keyName: string;
  readonly baseUrl?: string | undefined;
}

/** A picture of 4K as base64 stays under it. */
const MAX_BYTES = 40_000_000;

/** Reasons with which the provider’s filters end a response. */
const DECLINED = new Set([
  'SAFETY',
  'RECITATION',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
  'IMAGE_SAFETY',
  'IMAGE_PROHIBITED_CONTENT',
  'IMAGE_RECITATION',
]);

export interface GenerateRequest {
  readonly kind: 'text' | 'image' | 'voice';
  readonly model: string;
  readonly contents: Content[];
  readonly config: GenerateContentConfig;
  /** "this topic": for the message when it was declined. */
  readonly asked: string;
  /** Estimated cost; used when the response does not state what it used. */
  readonly estimateUsd: number;
}

/**
 * The Gemini API through its own SDK, which is loaded with the first call. The key is read for every call; answers are
 * limited, and redirects and the SDK's own retries are off.
 * @see https://ai.google.dev/api/generate-content
 */
export class GeminiClient {
  readonly #options: GeminiClientOptions;
  readonly #fetch: typeof fetch;

  constructor(options: GeminiClientOptions) {
    this.#options = options;
    this.#fetch = guardedFetch({ label: 'Gemini', keyName: options.keyName, maxBytes: MAX_BYTES });
  }

  /**
   * One request. Throws CallRefused when filters stopped it, CallFailed when the response is empty or was cut short.
   */
  async generate(
    request: GenerateRequest,
    signal: AbortSignal,
  ): Promise<{ response: GenerateContentResponse; usd: number | undefined }> {
    const client = await this.#client();
    const { model, contents, config } = request;
    const response = await client.models
      .generateContent({ model, contents, config: { ...config, abortSignal: signal } })
      .catch((error: unknown) => {
        signal.throwIfAborted();
        if (error instanceof CallFailed) throw error;
        throw new CallFailed('unusable', 'The answer of Gemini cannot be read.', { cause: error });
      });
    const usd = costOf(request, response);
    refuseDeclined(request.asked, response, usd);
    return { response, usd };
  }

  /** Requests the models that the key may use: free, and the shortest way to check the key. */
  async check(signal: AbortSignal): Promise<readonly string[]> {
    const client = await this.#client();
    const names: string[] = [];
    for await (const { name } of await client.models.list({
      config: { pageSize: 1000, abortSignal: signal },
    })) {
      if (name) names.push(name.replace(/^models\//, ''));
    }
    return names;
  }

  async #client(): Promise<GoogleGenAI> {
    const { key, baseUrl } = this.#options;
    const apiKey = await key();
    const sdk = await import('@google/genai');
    // Explicit, because the SDK would otherwise read environment variables of its own.
    const httpOptions = { fetch: this.#fetch, ...(baseUrl === undefined ? {} : { baseUrl }) };
    return new sdk.GoogleGenAI({ apiKey, vertexai: false, httpOptions });
  }
}

/** The cost of the stated use, in dollars; the estimate when none is stated, undefined when the counts are invalid. */
function costOf(
  { kind, model, estimateUsd }: GenerateRequest,
  { usageMetadata }: GenerateContentResponse,
): number | undefined {
  if (!usageMetadata?.totalTokenCount) return estimateUsd;
  const {
    promptTokenCount: input = 0,
    candidatesTokenCount: output = 0,
    thoughtsTokenCount: thoughts = 0,
  } = usageMetadata;
  if (![input, output, thoughts].every(isTokenCount)) return undefined;
  return geminiUsd(kind, model, { input, output, thoughts });
}

/** @see https://ai.google.dev/api/generate-content#FinishReason */
function refuseDeclined(
  asked: string,
  { promptFeedback, candidates }: GenerateContentResponse,
  usd: number | undefined,
): void {
  const reason = promptFeedback?.blockReason ?? candidates?.[0]?.finishReason;
  if (promptFeedback?.blockReason || (reason && DECLINED.has(reason))) {
    throw new CallRefused(
      `Gemini declined ${asked} for safety reasons (${reason}); say it in other words.`,
      usd,
    );
  }
  if (reason === 'MAX_TOKENS')
    throw new CallFailed('unusable', 'The answer of Gemini is longer than it may be.');
  if (!candidates?.length) throw new CallFailed('unusable', 'Gemini answered without a result.');
}
