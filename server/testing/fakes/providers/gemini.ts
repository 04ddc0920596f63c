import { createCanvas } from '@napi-rs/canvas';
import { encodeWav } from '@shortfactory/core';
import { ProtocolServer } from './protocol-server.ts';
import type { Received, Reply } from './protocol-server.ts';
import { babble, pcm, RATE } from './sounds.ts';

export const STORY = {
  title: 'Why the sky is blue',
  summary: 'Sunlight holds every colour, and air throws the blue around most.',
  language: 'en',
  characters: [
    {
      name: 'Mira',
      appearance: 'a girl of nine, short black hair, yellow raincoat, red boots, a scar on her chin',
    },
  ],
};

/** So many words that they take about the seconds that a test asks for. */
export function scenesOf(count: number): { narration: string; visual: string }[] {
  return Array.from({ length: count }, (_, i) => ({
    narration: `${i === 0 ? 'Look at this. ' : ''}This is sentence ${i + 1}, and it says one true and simple thing.`,
    visual: `Mira looks at the sky, picture ${i + 1}`,
  }));
}

interface Generation {
  readonly responseModalities?: readonly string[];
  readonly responseMimeType?: string;
  readonly responseJsonSchema?: { readonly properties: Record<string, unknown> };
  readonly imageConfig?: { readonly aspectRatio?: string; readonly imageSize?: string };
  readonly speechConfig?: {
    readonly voiceConfig?: { readonly prebuiltVoiceConfig?: { readonly voiceName?: string } };
  };
}

/** Which of its three kinds of work a request asks for. */
export function kindOf({ body }: Received): 'text' | 'image' | 'voice' {
  const { responseModalities } = generationOf(body);
  if (responseModalities?.includes('IMAGE')) return 'image';
  return responseModalities?.includes('AUDIO') ? 'voice' : 'text';
}

export function generationOf(body: Received['body']): Generation {
  return (body['generationConfig'] ?? {}) as Generation;
}

interface SentPart {
  readonly text?: string;
  readonly inlineData?: { readonly mimeType: string; readonly data: string };
}

export function partsOf({ body }: Received): readonly SentPart[] {
  const contents = body['contents'] as readonly { readonly parts: readonly SentPart[] }[];
  return contents.flatMap(({ parts }) => parts);
}

/**
 * The Gemini API as far as it is used: generateContent for JSON, pictures and speech, and the list of models.
 * @see https://ai.google.dev/api/generate-content
 */
export class GeminiServer extends ProtocolServer {
  story: unknown = STORY;
  script: unknown = { scenes: scenesOf(3) };
  picture = { width: 768, height: 1344 };
  /** The newer models send a WAV file, the older ones raw samples. */
  speech: 'wav' | 'pcm' = 'wav';
  models = ['gemini-3.8-flash', 'gemini-nano-banana-2.1', 'gemini-3.8-flash-tts'];

  protected isLetIn({ headers }: Received): boolean {
    return headers['x-goog-api-key'] === this.key;
  }

  protected work(request: Received): Reply {
    if (request.method === 'GET' && request.path === '/v1beta/models') {
      return { status: 200, body: { models: this.models.map((name) => ({ name: `models/${name}` })) } };
    }
    if (!/^\/v1beta\/models\/[\w.-]+:generateContent$/.test(request.path))
      return problem(404, 'NOT_FOUND', 'no such method');
    const generation = generationOf(request.body);
    switch (kindOf(request)) {
      case 'image': {
        if (!generation.imageConfig?.aspectRatio)
          return problem(400, 'INVALID_ARGUMENT', 'imageConfig is missing');
        return answer([{ inlineData: { mimeType: 'image/png', data: this.#png() } }], {
          out: 1680,
          thoughts: 300,
        });
      }
      case 'voice': {
        const name = generation.speechConfig?.voiceConfig?.prebuiltVoiceConfig?.voiceName;
        if (!name) return problem(400, 'INVALID_ARGUMENT', 'a voice is missing');
        const { samples } = babble(partsOf(request)[0]?.text ?? '');
        const seconds = samples.length / RATE;
        const inlineData =
          this.speech === 'wav'
            ? { mimeType: 'audio/wav', data: Buffer.from(encodeWav(samples, RATE)).toString('base64') }
            : { mimeType: `audio/L16;codec=pcm;rate=${RATE}`, data: pcm(samples).toString('base64') };
        return answer([{ inlineData }], { out: Math.round(seconds * 25) });
      }
      default: {
        if (generation.responseMimeType !== 'application/json')
          return problem(400, 'INVALID_ARGUMENT', 'not JSON');
        const wantsScenes = 'scenes' in (generation.responseJsonSchema?.properties ?? {});
        const json = wantsScenes ? this.script : this.story;
        return answer([{ text: typeof json === 'string' ? json : JSON.stringify(json) }], {
          out: 900,
          thoughts: 200,
        });
      }
    }
  }

  protected refusal(kind: 'unauthorized' | 'busy' | 'broken'): Reply {
    // The key is in the words, as a careless service might have it.
    if (kind === 'unauthorized') return problem(401, 'UNAUTHENTICATED', `The key ${this.key} is not valid.`);
    if (kind === 'busy') {
      const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '0.3s' }];
      const { status, body } = problem(429, 'RESOURCE_EXHAUSTED', `Quota of ${this.key} is exceeded.`);
      return { status, body: { error: { ...body.error, details } } };
    }
    return problem(500, 'INTERNAL', `An internal error with ${this.key}.`);
  }

  protected declined(request: Received): Reply {
    return kindOf(request) === 'text'
      ? { status: 200, body: { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } } }
      : {
          status: 200,
          body: { candidates: [{ finishReason: kindOf(request) === 'image' ? 'IMAGE_SAFETY' : 'SAFETY' }] },
        };
  }

  protected unusable(request: Received): Reply {
    const silence = Buffer.from(encodeWav(new Int16Array(RATE), RATE)).toString('base64');
    switch (kindOf(request)) {
      case 'image':
        return answer([{ inlineData: { mimeType: 'image/png', data: png(64, 64) } }], { out: 1680 });
      case 'voice':
        return answer([{ inlineData: { mimeType: 'audio/wav', data: silence } }], { out: 25 });
      default:
        return answer([{ text: '{"scenes": [{"narration": "…' }], { out: 20 });
    }
  }

  #png(): string {
    return png(this.picture.width, this.picture.height);
  }
}

function answer(parts: unknown[], tokens: { out: number; thoughts?: number }): Reply {
  const { out, thoughts = 0 } = tokens;
  const usageMetadata = {
    promptTokenCount: 400,
    candidatesTokenCount: out,
    thoughtsTokenCount: thoughts,
    totalTokenCount: 400 + out + thoughts,
  };
  const candidates = [{ content: { role: 'model', parts }, finishReason: 'STOP' }];
  return { status: 200, body: { candidates, usageMetadata } };
}

function problem(code: number, status: string, message: string) {
  return { status: code, body: { error: { code, status, message } } };
}

const pngs = new Map<string, string>();

/** A dull ground with one bright thing right of the middle. */
function png(width: number, height: number): string {
  const key = `${width}x${height}`;
  const known = pngs.get(key);
  if (known) return known;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#244';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#fc3';
  context.fillRect(width * 0.6, height * 0.3, width * 0.2, height * 0.15);
  const made = canvas.toBuffer('image/png').toString('base64');
  pngs.set(key, made);
  return made;
}
