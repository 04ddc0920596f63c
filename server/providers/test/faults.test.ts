import { errorToWire } from '@shortfactory/app';
import { ProviderFailed, ProviderRefused } from '@shortfactory/core';
import { expect } from 'chai';
import { CallFailed } from '../calls/failure.ts';
import type { Tools } from '../tools.ts';
import { faultOf } from '@shortfactory/testing/contracts/port';
import type { Fault, ProtocolServer } from '@shortfactory/testing/fakes/providers/protocol-server';
import { CANARY, Services } from '@shortfactory/testing/fakes/providers/services';

const HURRIED = { timeoutMs: 300, deadlineMs: 1000 };
/** The deadline of a call that does not hang, with room for a machine that is busy. */
const IN_TIME_MS = 25_000;

const services = new Services();
before(() => services.listen());
after(() => services.close());
afterEach(() => services.all.forEach((server) => server.reset()));

const never = new AbortController().signal;
const TEXT = 'The sky is blue, because air throws blue light around.';

interface Case {
  readonly name: string;
  readonly label: string;
  readonly keyName: string;
  readonly server: ProtocolServer;
  /** How it says that it declines. */
  readonly declines: RegExp | undefined;
  /** What it says about an answer with nothing in it: a tiny picture, silence, half a script. */
  readonly unusable: RegExp;
  readonly work: (tools: Tools) => Promise<unknown>;
}

const story = { title: 'T', summary: 'S', imageStyle: 'flat', characters: [], language: 'en' } as const;
const picture = {
  visual: 'the sky',
  imageStyle: 'flat',
  characters: [],
  widthPx: 270,
  heightPx: 480,
} as const;
const CASES: readonly Case[] = [
  {
    name: 'Gemini, writing a story',
    ...{ label: 'Gemini', keyName: 'GEMINI_API_KEY', server: services.gemini },
    declines:
      /^Gemini declined this topic for safety reasons \(PROHIBITED_CONTENT\); say it in other words\.$/,
    unusable: /^Gemini wrote something that cannot be used, twice: it is not JSON\.$/,
    work: (tools) => services.storyWriter(tools).writeStory({ topic: 'the sky' }, never),
  },
  {
    name: 'Gemini, writing a script',
    ...{ label: 'Gemini', keyName: 'GEMINI_API_KEY', server: services.gemini },
    declines: /^Gemini declined this topic for safety reasons/,
    unusable: /^Gemini wrote something that cannot be used, twice: it is not JSON\.$/,
    work: (tools) => services.storyWriter(tools).writeScript({ topic: 'the sky', story, seconds: 15 }, never),
  },
  {
    name: 'Gemini, drawing',
    ...{ label: 'Gemini', keyName: 'NANOBANANA_API_KEY or GEMINI_API_KEY', server: services.gemini },
    declines: /^Gemini declined this picture for safety reasons \(IMAGE_SAFETY\); say it in other words\.$/,
    unusable: /^Gemini sent a picture that is too small \(64 × 64\)\.$/,
    work: (tools) => services.illustrator(tools).illustrate(picture, never),
  },
  {
    name: 'Gemini, speaking',
    ...{ label: 'Gemini', keyName: 'GEMINI_API_KEY', server: services.gemini },
    declines: /^Gemini declined this narration for safety reasons \(SAFETY\); say it in other words\.$/,
    unusable: /^Gemini sent no sound\.$/,
    work: (tools) =>
      services.geminiNarrator(tools).narrate({ text: TEXT, language: 'en', voice: 'gemini-kore' }, never),
  },
  {
    name: 'ElevenLabs, speaking',
    ...{ label: 'ElevenLabs', keyName: 'ELEVENLABS_API_KEY', server: services.elevenLabs },
    declines: /^ElevenLabs declined this text by its content rules; say it in other words\.$/,
    unusable: /^ElevenLabs sent no sound\.$/,
    work: (tools) =>
      services
        .elevenLabsNarrator(tools)
        .narrate({ text: TEXT, language: 'en', voice: 'elevenlabs-george' }, never),
  },
  {
    name: 'Google Cloud, speaking',
    ...{ label: 'Google Cloud', keyName: 'the application default credentials', server: services.google },
    declines: undefined,
    unusable: /^Google Cloud sent no sound\.$/,
    work: (tools) =>
      services
        .googleNarrator(tools)
        .narrate({ text: TEXT, language: 'en', voice: 'google-en-us-aoede' }, never),
  },
  {
    name: 'an endpoint, writing a story',
    ...{ label: 'studio', keyName: 'ENDPOINT_API_KEY', server: services.openai },
    declines: /^studio declined this topic by its content rules; say it in other words\.$/,
    unusable: /^studio wrote something that cannot be used, twice: it is not JSON\.$/,
    work: (tools) => services.endpointWriter(tools).writeStory({ topic: 'the sky' }, never),
  },
  {
    name: 'an endpoint, writing a script',
    ...{ label: 'studio', keyName: 'ENDPOINT_API_KEY', server: services.openai },
    declines: /^studio declined this topic by its content rules/,
    unusable: /^studio wrote something that cannot be used, twice: it is not JSON\.$/,
    work: (tools) =>
      services.endpointWriter(tools).writeScript({ topic: 'the sky', story, seconds: 15 }, never),
  },
  {
    name: 'an endpoint, drawing',
    ...{ label: 'studio', keyName: 'ENDPOINT_API_KEY', server: services.openai },
    declines: /^studio declined this text by its content rules; say it in other words\.$/,
    unusable: /^studio sent a picture that is too small \(64 × 64\)\.$/,
    work: (tools) => services.endpointIllustrator(tools).illustrate(picture, never),
  },
  {
    name: 'an endpoint, speaking',
    ...{ label: 'studio', keyName: 'ENDPOINT_API_KEY', server: services.openai },
    declines: /^studio declined this text by its content rules; say it in other words\.$/,
    unusable: /^studio sent no sound\.$/,
    work: (tools) =>
      services.endpointNarrator(tools).narrate({ text: TEXT, language: 'en', voice: 'studio-ada' }, never),
  },
];

for (const { name, label, keyName, server, declines, unusable, work } of CASES) {
  describe(name, () => {
    /** Fails every request this way, or only the first. */
    const failing = (fault: Fault, always = true): void => {
      server.fault = (_request, count) => (always || count === 1 ? fault : undefined);
    };
    const failed = async (fault: Fault, limits = {}): Promise<ProviderFailed> => {
      failing(fault);
      const started = performance.now();
      const error = await faultOf(work(services.tools(limits)));
      expect(performance.now() - started, 'in time').to.be.lessThan(IN_TIME_MS);
      expect(error).to.be.instanceOf(ProviderFailed);
      expect(everythingIn(error), 'the key in an error').not.to.include(CANARY);
      return error as ProviderFailed;
    };

    it('says which key was not accepted, and does not retry', async () => {
      const error = await failed('unauthorized');
      expect(error.message).to.equal(
        `${label} did not accept the key in ${keyName}, or does not allow it this service.`,
      );
      expect(error.retryable).to.equal(false);
      expect(server.works).to.have.length(1);
    });

    it('waits for as long as a busy service asks, then goes on', async () => {
      failing('busy', false);
      // Gemini says it in the body, as google.rpc.RetryInfo; the others in the header.
      if (server === services.gemini) server.retryAfter = undefined;
      const started = performance.now();
      await work(services.tools());
      expect(performance.now() - started).to.be.at.least(server === services.gemini ? 290 : 990);
    });

    it('says that the service is busy when it asks for too long a pause', async () => {
      server.retryAfter = '3600';
      const error = await failed('busy');
      expect(error.message).to.equal(`${label} gets too many requests at the moment.`);
      expect(error.retryable).to.equal(true);
    });

    it('tries again after a fault of the service’s own', async () => {
      failing('broken', false);
      await work(services.tools());
      const error = await failed('broken');
      expect(error.message).to.equal(`${label} has a fault of its own at the moment (HTTP 500).`);
    });

    it('gives up in time when the service hangs', async () => {
      const started = performance.now();
      const error = await failed('hang', HURRIED);
      expect(performance.now() - started).to.be.lessThan(5000);
      expect(error.message).to.equal(`${label} did not answer within 0.3 s.`);
      expect(error.retryable).to.equal(true);
    });

    it('says that an answer broke off', async () => {
      const error = await failed('half');
      expect(error.message).to.equal(`The answer of ${label} broke off.`);
    });

    it('says that an answer cannot be read', async () => {
      const error = await failed('not-json');
      expect(error.message).to.equal(`The answer of ${label} cannot be read.`);
    });

    it('does not follow a redirect, which would take the key along', async () => {
      const error = await failed('redirect');
      expect(error.message).to.equal(`${label} cannot be reached.`);
    });

    it('says what is wrong with an unusable response, after one retry', async () => {
      const error = await failed('unusable');
      expect(error.message).to.match(unusable);
      expect(server.works).to.have.length(2);
    });

    if (declines) {
      it('says that it declined, and does not retry', async () => {
        const error = await failed('declined');
        expect(error).to.be.instanceOf(ProviderRefused);
        expect(error.message).to.match(declines);
        expect(server.works).to.have.length(1);
      });
    }
  });
}

describe('an error of a provider', () => {
  it('is still a ProviderFailed where another process sees it', () => {
    const wire = errorToWire(new CallFailed('down', 'Gemini cannot be reached.'));
    expect(wire).to.deep.include({ name: 'ProviderFailed', message: 'Gemini cannot be reached.' });
    expect(wire.fields).to.include({ retryable: true, kind: 'down' });
  });
});

/** Message, stack, fields and causes, all the way down. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = Object.entries(error).map(([key, value]) => `${key}=${String(value)}`);
  return [error.name, error.message, error.stack, ...own, error.cause ? everythingIn(error.cause) : ''].join(
    '\n',
  );
}
