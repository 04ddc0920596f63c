import { isLoopback } from '@shortfactory/config';
import type { ModelRef } from '@shortfactory/config';
import type { Illustrator, Narrator, StoryWriter } from '@shortfactory/core';
import type { CallLimits } from '../calls/provider-calls.ts';
import { callsFor } from '../tools.ts';
import type { Provider, Tools } from '../tools.ts';
import { ModelStoryWriter } from '../writing/story-writer.ts';
import { EndpointClient } from './client.ts';
import { EndpointIllustrator } from './illustrator.ts';
import { EndpointNarrator } from './narrator.ts';
import { pricesOf, tokensUsd } from './prices.ts';
import { EndpointTextModel } from './text-model.ts';

/** A model on a machine of one's own may take minutes for a script, and does one thing at a time. */
const OWN_MACHINE: Partial<CallLimits> = { timeoutMs: 300_000, deadlineMs: 620_000, concurrency: 1 };

/** Tokens of a story and a script. */
const A_VIDEO = { input: 2500, output: 5500 };

/** Characters that a second of speech takes, and seconds that a picture is shown for, about. */
const CHARACTERS_A_SECOND = 15;
const SECONDS_A_PICTURE = 5;

const limitsOf = ({ url }: ModelRef['endpoint']): Partial<CallLimits> => (isLoopback(url) ? OWN_MACHINE : {});

export function endpointStoryWriter(tools: Tools, { endpoint, model }: ModelRef): Provider<StoryWriter> {
  const client = new EndpointClient(endpoint, tools.secrets);
  const calls = callsFor(tools, 'llm', endpoint.name, endpoint.label, limitsOf(endpoint));
  return {
    port: new ModelStoryWriter(new EndpointTextModel({ client, calls, model })),
    usdPerVideo: tokensUsd(pricesOf(endpoint), A_VIDEO),
    usdPerSecond: 0,
    check: (signal) => client.check(model, signal),
  };
}

export function endpointIllustrator(tools: Tools, { endpoint, model }: ModelRef): Provider<Illustrator> {
  const client = new EndpointClient(endpoint, tools.secrets);
  const calls = callsFor(tools, 'image', endpoint.name, endpoint.label, limitsOf(endpoint));
  const { perPicture } = pricesOf(endpoint);
  return {
    port: new EndpointIllustrator({ client, calls, model, pictures: tools.pictures }),
    usdPerVideo: perPicture,
    usdPerSecond: perPicture / SECONDS_A_PICTURE,
    check: (signal) => client.check(model, signal),
  };
}

export function endpointNarrator(tools: Tools, { endpoint, model }: ModelRef): Provider<Narrator> {
  const client = new EndpointClient(endpoint, tools.secrets);
  const calls = callsFor(tools, 'voice', endpoint.name, endpoint.label, limitsOf(endpoint));
  return {
    port: new EndpointNarrator({ client, calls, model }),
    usdPerVideo: 0,
    usdPerSecond: (CHARACTERS_A_SECOND * pricesOf(endpoint).perThousandCharacters) / 1000,
    check: (signal) => client.check(model, signal),
  };
}
