import { splitWords } from '@shortfactory/core';
import { ProtocolServer } from './protocol-server.ts';
import type { Received, Reply } from './protocol-server.ts';
import { babble, pcm, RATE } from './sounds.ts';

/**
 * ElevenLabs as far as it is used: speech with a time for every character, and the list of voices.
 * @see https://elevenlabs.io/docs/api-reference/text-to-speech/convert-with-timestamps
 */
export class ElevenLabsServer extends ProtocolServer {
  voices = ['JBFqnCBsd6RMkjVDRZzb', 'EXAVITQu4vr4xnSDxMaL'];
  /** Some answers come without times. */
  withTimes = true;

  protected isLetIn({ headers }: Received): boolean {
    return headers['xi-api-key'] === this.key;
  }

  protected work(request: Received): Reply {
    if (request.method === 'GET' && request.path === '/v1/voices') {
      return {
        status: 200,
        body: { voices: this.voices.map((voice_id) => ({ voice_id, name: 'a voice' })) },
      };
    }
    const voice = /^\/v1\/text-to-speech\/(\w+)\/with-timestamps$/.exec(request.path)?.[1];
    if (!voice || !this.voices.includes(voice))
      return problem(404, 'voice_not_found', 'There is no such voice.');
    const { text, model_id: model } = request.body;
    if (typeof text !== 'string' || typeof model !== 'string')
      return problem(422, 'invalid', 'text is missing');
    if (request.query.get('output_format') !== `pcm_${RATE}`)
      return problem(400, 'invalid', 'not this format');
    const { samples, startsMs } = babble(text);
    const alignment = this.withTimes ? alignmentOf(text, startsMs) : null;
    return {
      status: 200,
      body: { audio_base64: pcm(samples).toString('base64'), alignment, normalized_alignment: alignment },
    };
  }

  protected refusal(kind: 'unauthorized' | 'busy' | 'broken'): Reply {
    if (kind === 'unauthorized') return problem(401, 'invalid_api_key', `Invalid API key ${this.key}`);
    if (kind === 'busy')
      return problem(429, 'too_many_concurrent_requests', `Too many requests for ${this.key}`);
    return problem(500, 'internal', `An error with ${this.key}`);
  }

  protected declined(): Reply {
    return problem(400, 'content_against_policy', 'The text is against our policy.');
  }

  protected unusable(): Reply {
    return { status: 200, body: { audio_base64: '', alignment: null } };
  }
}

function alignmentOf(text: string, startsMs: readonly number[]) {
  const words = splitWords(text, 'en');
  const characters = [...text];
  let offset = 0;
  const starts = characters.map((character) => {
    const at = offset;
    offset += character.length;
    const index = words.findLastIndex(({ start }) => start <= at);
    const inside = at - (words[index]?.start ?? 0);
    return ((startsMs[index] ?? 0) + inside * 10) / 1000;
  });
  return {
    characters,
    character_start_times_seconds: starts,
    character_end_times_seconds: starts.map((start) => start + 0.01),
  };
}

function problem(status: number, code: string, message: string): Reply {
  return { status, body: { detail: { status: code, message } } };
}
