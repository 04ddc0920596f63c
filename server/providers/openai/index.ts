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
import { endpointVideoPrice } from './prices.ts';
import { EndpointTextModel } from './text-model.ts';

/** A model on a machine of one's own may take minutes for a script, and does one thing at a time. */
const OWN_MACHINE: Partial<CallLimits> = { timeoutMs: 300_000, deadlineMs: 620_000, concurrency: 1 };

const limitsOf = ({ url }: ModelRef['endpoint']): Partial<CallLimits> => (isLoopback(url) ? OWN_MACHINE : {});

export function endpointStoryWriter(tools: Tools, { endpoint, model }: ModelRef): Provider<StoryWriter> {
  const client = new EndpointClient(endpoint, tools.secrets);
  const calls = callsFor(tools, 'llm', endpoint.name, endpoint.label, limitsOf(endpoint));
  return {
    port: new ModelStoryWriter(new EndpointTextModel({ client, calls, model })),
    ...endpointVideoPrice('llm', endpoint),
    check: (signal) => client.check(model, signal),
  };
}

export function endpointIllustrator(tools: Tools, { endpoint, model }: ModelRef): Provider<Illustrator> {
  const client = new EndpointClient(endpoint, tools.secrets);
  const calls = callsFor(tools, 'image', endpoint.name, endpoint.label, limitsOf(endpoint));
  return {
    port: new EndpointIllustrator({ client, calls, model, pictures: tools.pictures }),
    ...endpointVideoPrice('image', endpoint),
    check: (signal) => client.check(model, signal),
  };
}

export function endpointNarrator(tools: Tools, { endpoint, model }: ModelRef): Provider<Narrator> {
  const client = new EndpointClient(endpoint, tools.secrets);
  const calls = callsFor(tools, 'voice', endpoint.name, endpoint.label, limitsOf(endpoint));
  return {
    port: new EndpointNarrator({ client, calls, model }),
    ...endpointVideoPrice('voice', endpoint),
    check: (signal) => client.check(model, signal),
  };
}
