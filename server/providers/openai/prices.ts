import { isLoopback } from '@shortfactory/config';
import type { Endpoint, EndpointPrices } from '@shortfactory/config';

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
