import type { IllustrationImage, IllustrationRequest, Illustrator, SpendAccount } from '@shortfactory/core';
import type { PictureReader } from '@shortfactory/pictures';
import { z } from 'zod';
import { CallFailed } from '../calls/failure.ts';
import type { ProviderCalls } from '../calls/provider-calls.ts';
import { fitPicture } from '../picture/fit.ts';
import { nearestShape } from '../picture/nearest-shape.ts';
import { usable } from '../picture/usable.ts';
import { CHARACTERS, PICTURE, STYLES, pictureText } from '../prompts/picture.ts';
import { Prompt } from '../prompts/prompt.ts';
import { wordsOf } from './client.ts';
import type { EndpointClient } from './client.ts';
import { pricesOf } from './prices.ts';

/** Sizes that most models draw. @see https://platform.openai.com/docs/api-reference/images/create#images_create-size */
const SIZES = ['1024x1536', '1024x1024', '1536x1024'] as const;

const pictureAnswer = z.object({
  data: z.array(z.object({ b64_json: z.string().nullish() })).min(1),
});

export interface EndpointIllustratorOptions {
  readonly client: EndpointClient;
  readonly calls: ProviderCalls;
  readonly model: string;
  readonly pictures: Pick<PictureReader, 'take'>;
}

/** Draws by /images/generations. Characters are described in the same words for every scene. */
export class EndpointIllustrator implements Illustrator {
  readonly id: string;
  readonly #options: EndpointIllustratorOptions;
  /** Newer models of OpenAI refuse the field, and answer as it would ask for. */
  #saysFormat = true;

  constructor(options: EndpointIllustratorOptions) {
    const styles = Object.values(STYLES).map((style) => new Prompt(style));
    this.#options = options;
    this.id = `${options.client.endpoint.name}:${options.model}+${Prompt.version(PICTURE, CHARACTERS, ...styles)}`;
  }

  async illustrate(
    request: IllustrationRequest,
    signal: AbortSignal,
    account?: SpendAccount,
  ): Promise<IllustrationImage> {
    const { widthPx, heightPx } = request;
    const { client, calls, pictures } = this.#options;
    const { label } = client.endpoint;
    const prompt = pictureText(request);
    const usd = pricesOf(client.endpoint).perPicture;
    return calls.call({ signal, account, usd }, async (inner) => {
      const { data } = await this.#answer(prompt, nearestShape(SIZES, widthPx / heightPx), inner);
      const bytes = Buffer.from(data[0]?.b64_json ?? '', 'base64');
      if (bytes.length === 0) throw new CallFailed('unusable', `${label} answered without a picture.`);
      return { value: await usable(label, fitPicture(pictures, bytes, { widthPx, heightPx }, inner)), usd };
    });
  }

  async #answer(prompt: string, size: string, signal: AbortSignal): Promise<z.infer<typeof pictureAnswer>> {
    const { client, model } = this.#options;
    const asked = { model, prompt, size, n: 1 };
    if (this.#saysFormat) {
      try {
        const body = { ...asked, response_format: 'b64_json' };
        return await client.json('/images/generations', body, pictureAnswer, signal);
      } catch (error) {
        if (!(error instanceof CallFailed) || !/response_format/i.test(wordsOf(error))) throw error;
        this.#saysFormat = false;
      }
    }
    return client.json('/images/generations', asked, pictureAnswer, signal);
  }
}
