import { encodeWav } from '@shortfactory/core';
import { ProtocolServer } from './protocol-server.ts';
import type { Received, Reply } from './protocol-server.ts';
import { babble, RATE } from './sounds.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Google Cloud Text-to-Speech as far as it is used: text:synthesize of both versions, and the list of voices.
 * @see https://cloud.google.com/text-to-speech/docs/reference/rest
 */
export class GoogleTtsServer extends ProtocolServer {
  voices: readonly string[] = [];

  protected isLetIn({ headers }: Received): boolean {
    return headers.authorization === `Bearer ${this.key}`;
  }

  protected work(request: Received): Reply {
    if (request.method === 'GET' && request.path === '/v1/voices') {
      return { status: 200, body: { voices: this.voices.map((name) => ({ name })) } };
    }
    const version = /^\/(v1|v1beta1)\/text:synthesize$/.exec(request.path)?.[1];
    if (!version) return problem(404, 'NOT_FOUND', 'no such method');
    const { input, voice, audioConfig, enableTimePointing } = request.body as {
      readonly input?: { readonly text?: string; readonly ssml?: string };
      readonly voice?: { readonly languageCode?: string; readonly name?: string };
      readonly audioConfig?: { readonly audioEncoding?: string; readonly sampleRateHertz?: number };
      readonly enableTimePointing?: readonly string[];
    };
    if (
      !voice?.languageCode ||
      !voice.name?.startsWith(voice.languageCode) ||
      audioConfig?.audioEncoding !== 'LINEAR16'
    )
      return problem(400, 'INVALID_ARGUMENT', 'the voice or the encoding does not fit');
    if (enableTimePointing && version === 'v1') return problem(400, 'INVALID_ARGUMENT', 'unknown field');
    const marks = [...(input?.ssml ?? '').matchAll(/<mark name="(\d+)"\/>/g)].map(([, name = '']) => name);
    const text = input?.text ?? unescaped((input?.ssml ?? '').replace(/<[^>]*>/g, ''));
    const { samples, startsMs } = babble(text);
    const timepoints = marks.map((markName, i) => ({ markName, timeSeconds: (startsMs[i] ?? 0) / 1000 }));
    return {
      status: 200,
      body: {
        audioContent: Buffer.from(encodeWav(samples, RATE)).toString('base64'),
        ...(enableTimePointing ? { timepoints } : {}),
      },
    };
  }

  protected refusal(kind: 'unauthorized' | 'busy' | 'broken'): Reply {
    if (kind === 'unauthorized')
      return problem(401, 'UNAUTHENTICATED', `The token ${this.key} is not valid.`);
    if (kind === 'busy') return problem(429, 'RESOURCE_EXHAUSTED', `Quota of ${this.key} is exceeded.`);
    return problem(500, 'INTERNAL', `An internal error with ${this.key}.`);
  }

  protected declined(): Reply {
    return problem(400, 'INVALID_ARGUMENT', 'The text is against our policy.');
  }

  protected unusable(): Reply {
    return { status: 200, body: { audioContent: '' } };
  }
}

function unescaped(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

function problem(code: number, status: string, message: string): Reply {
  return { status: code, body: { error: { code, status, message } } };
}
