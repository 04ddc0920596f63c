import { isLoopback } from '@shortfactory/config';
import type { Endpoint, EndpointPrices } from '@shortfactory/config';
import type { VideoPrice } from '../gemini/prices.ts';
import type { PartName } from '../part-name.ts';

/** What a server without stated prices is counted as: more than most ask for in November 2026, so that limits hold. */
const DEAR: EndpointPrices = {
  inputPerMillion: 5,
  outputPerMillion: 25,
  perPicture: 0.25,
  perThousandCharacters: 0.1,
};
const FREE: EndpointPrices = {
  inputPerMillion: 0,
  outputPerMillion: 0,
  perPicture: 0,
  perThousandCharacters: 0,
};

/** Prices of a server in dollars. On this machine nothing costs anything unless the configuration says otherwise. */
export function pricesOf({ url, usd }: Endpoint): EndpointPrices {
  const otherwise = isLoopback(url) ? FREE : DEAR;
  return {
    inputPerMillion: usd?.inputPerMillion ?? otherwise.inputPerMillion,
    outputPerMillion: usd?.outputPerMillion ?? otherwise.outputPerMillion,
    perPicture: usd?.perPicture ?? otherwise.perPicture,
    perThousandCharacters: usd?.perThousandCharacters ?? otherwise.perThousandCharacters,
  };
}

/** Cost of so many tokens, in dollars. */
export function tokensUsd(
  { inputPerMillion, outputPerMillion }: EndpointPrices,
  tokens: { readonly input: number; readonly output: number },
): number {
  return (tokens.input * inputPerMillion + tokens.output * outputPerMillion) / 1e6;
}

/** Tokens of a story and a script. */
const A_VIDEO = { input: 2500, output: 5500 };
/** Characters that a second of speech takes, and seconds that a picture is shown for, about. */
const CHARACTERS_A_SECOND = 15;
const SECONDS_A_PICTURE = 5;

/** What a server's part of a video costs, about. */
export function endpointVideoPrice(part: PartName, endpoint: Endpoint): VideoPrice {
  const prices = pricesOf(endpoint);
  const { perPicture, perThousandCharacters } = prices;
  return {
    llm: { usdPerVideo: tokensUsd(prices, A_VIDEO), usdPerSecond: 0 },
    image: { usdPerVideo: perPicture, usdPerSecond: perPicture / SECONDS_A_PICTURE },
    voice: { usdPerVideo: 0, usdPerSecond: (CHARACTERS_A_SECOND * perThousandCharacters) / 1000 },
  }[part];
}
