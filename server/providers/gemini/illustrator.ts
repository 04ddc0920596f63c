import type { Part } from '@google/genai';
import type {
  IllustrationImage,
  IllustrationRequest,
  Illustrator,
  ObjectStore,
  SpendAccount,
} from '@shortfactory/core';
import type { PictureReader } from '@shortfactory/pictures';
import { CallFailed } from '../calls/failure.ts';
import type { ProviderCalls } from '../calls/provider-calls.ts';
import { tokensOf } from '../calls/tokens.ts';
import { fitPicture } from '../picture/fit.ts';
import { nearestShape } from '../picture/nearest-shape.ts';
import { usable } from '../picture/usable.ts';
import type { GeminiClient } from './client.ts';
import { ModelSheets } from './model-sheets.ts';
import { PICTURE_TOKENS, geminiUsd } from './prices.ts';
import { AS_ON_SHEET, CHARACTERS, PICTURE, SHEET, STYLES, listOf, pictureText } from '../prompts/picture.ts';
import { Prompt } from '../prompts/prompt.ts';

/** Shapes that the model draws. @see https://ai.google.dev/gemini-api/docs/image-generation#aspect_ratios */
const SHAPES = ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'] as const;

const REFERENCE_TOKENS = 1120;
const THOUGHT_TOKENS = 600;

export interface GeminiIllustratorOptions {
  readonly client: GeminiClient;
  readonly calls: ProviderCalls;
  readonly model: string;
  /** 1K is 768 pixels wide upright, 2K 1536; a video has 1080. */
  readonly imageSize: '1K' | '2K' | '4K';
  /** Where model sheets are stored, so that a resumed run draws the same characters. */
  readonly store: ObjectStore;
  readonly pictures: Pick<PictureReader, 'take'>;
}

/**
 * Draws with a Gemini image model ("nano banana"). Every scene gets the same words for its style; where a story has
 * characters, a model sheet of them is drawn once and sent along with every scene, so that they look the same in all.
 * @see https://ai.google.dev/gemini-api/docs/image-generation
 */
export class GeminiIllustrator implements Illustrator {
  readonly id: string;
  readonly #options: GeminiIllustratorOptions;
  readonly #sheets: ModelSheets;

  constructor(options: GeminiIllustratorOptions) {
    this.#options = options;
    const styles = Object.values(STYLES).map((style) => new Prompt(style));
    const version = Prompt.version(PICTURE, CHARACTERS, new Prompt(AS_ON_SHEET), SHEET, ...styles);
    this.id = `gemini:${options.model}@${options.imageSize}+${version}`;
    this.#sheets = new ModelSheets(options.store, this.id);
  }

  async illustrate(
    request: IllustrationRequest,
    signal: AbortSignal,
    account?: SpendAccount,
  ): Promise<IllustrationImage> {
    const { imageStyle, characters, widthPx, heightPx } = request;
    const sheet =
      characters.length === 0
        ? undefined
        : await this.#sheets.of({ imageStyle, characters }, signal, () =>
            this.#draw(
              [{ text: SHEET.fill({ style: STYLES[imageStyle], list: listOf(characters) }) }],
              '16:9',
              'these characters',
              signal,
              account,
              async (bytes, inner) => {
                // Stored unchanged, as input for the model. Fitting it only checks that it is a picture.
                await fitPicture(this.#options.pictures, bytes, { widthPx: 64, heightPx: 36 }, inner);
                return bytes;
              },
            ),
          );
    const text = pictureText(request, sheet ? AS_ON_SHEET : '');
    const parts: Part[] = [...(sheet ? [inline(sheet)] : []), { text }];
    return this.#draw(
      parts,
      nearestShape(SHAPES, widthPx / heightPx),
      'this picture',
      signal,
      account,
      (bytes, inner) => fitPicture(this.#options.pictures, bytes, { widthPx, heightPx }, inner),
    );
  }

  async #draw<T>(
    parts: Part[],
    aspectRatio: string,
    asked: string,
    signal: AbortSignal,
    account: SpendAccount | undefined,
    use: (bytes: Uint8Array, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { client, calls, model, imageSize } = this.#options;
    const input = parts.reduce(
      (sum, { text }) => sum + (text === undefined ? REFERENCE_TOKENS : tokensOf(text)),
      0,
    );
    const output = PICTURE_TOKENS[imageSize];
    const estimateUsd = geminiUsd('image', model, { input, output, thoughts: THOUGHT_TOKENS });
    const config = { responseModalities: ['IMAGE'], imageConfig: { aspectRatio, imageSize } };
    const contents = [{ role: 'user', parts }];
    return calls.call({ signal, account, usd: estimateUsd }, async (inner) => {
      const { response, usd } = await client.generate(
        { kind: 'image', model, contents, config, asked, estimateUsd },
        inner,
      );
      // Drafts are marked as thoughts; the last picture that is not a thought is the result.
      const drawn = response.candidates?.[0]?.content?.parts?.findLast(
        ({ inlineData, thought }) => inlineData?.data && !thought,
      );
      if (!drawn?.inlineData?.data) throw new CallFailed('unusable', 'Gemini answered without a picture.');
      const bytes = Buffer.from(drawn.inlineData.data, 'base64');
      return { value: await usable('Gemini', use(bytes, inner)), usd };
    });
  }
}

function inline(bytes: Uint8Array): Part {
  const mimeType = bytes[0] === 0x89 ? 'image/png' : bytes[0] === 0xff ? 'image/jpeg' : 'image/webp';
  return { inlineData: { mimeType, data: Buffer.from(bytes).toString('base64') } };
}
