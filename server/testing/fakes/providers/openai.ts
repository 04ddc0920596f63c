import { createCanvas } from '@napi-rs/canvas';
import { encodeWav } from '@shortfactory/core';
import { scenesOf, STORY } from './gemini.ts';
import { ProtocolServer } from './protocol-server.ts';
import type { Received, Reply } from './protocol-server.ts';
import { babble, RATE } from './sounds.ts';

/** What a server of this protocol may not know, and then refuses with 400. */
export type Lack = 'json_schema' | 'json_object' | 'max_tokens' | 'response_format of pictures';

interface Chat {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly name: string } };
}

/**
 * OpenAI's protocol as far as it is used: chat completions, pictures, speech and the list of models.
 * @see https://platform.openai.com/docs/api-reference
 */
export class OpenAiServer extends ProtocolServer {
  story: unknown = STORY;
  script: unknown = { scenes: scenesOf(3) };
  /** Scripts in turn before `script`; the last one again and again. */
  scripts: unknown[] = [];
  models = ['writer', 'painter', 'speaker'];
  lacks = new Set<Lack>();
  usage: unknown = { prompt_tokens: 400, completion_tokens: 900, total_tokens: 1300 };
  /** Around the JSON that a model writes. */
  wrap: (json: string) => string = (json) => json;
  /** A head that states the largest length there is, as servers write it that do not know theirs yet. */
  endless = false;

  override reset(): void {
    super.reset();
    this.lacks.clear();
    this.wrap = (json) => json;
    this.endless = false;
    this.models = ['writer', 'painter', 'speaker'];
    this.script = { scenes: scenesOf(3) };
    this.scripts = [];
    this.usage = { prompt_tokens: 400, completion_tokens: 900, total_tokens: 1300 };
  }

  protected isLetIn({ headers }: Received): boolean {
    return headers.authorization === `Bearer ${this.key}`;
  }

  protected work(request: Received): Reply {
    const { path, body } = request;
    if (path === '/v1/models')
      return {
        status: 200,
        body: { object: 'list', data: this.models.map((id) => ({ id, object: 'model' })) },
      };
    if (!this.models.includes(String(body['model'])))
      return problem(404, 'model_not_found', `The model \`${String(body['model'])}\` does not exist`);
    switch (path) {
      case '/v1/chat/completions':
        return this.#chat(body as unknown as Chat & Record<string, unknown>);
      case '/v1/images/generations':
        if ('response_format' in body && this.lacks.has('response_format of pictures'))
          return problem(400, 'unknown_parameter', "Unknown parameter: 'response_format'.");
        return { status: 200, body: { created: 1, data: [{ b64_json: png(...size(body)) }] } };
      case '/v1/audio/speech': {
        const wav = Buffer.from(encodeWav(babble(String(body['input'])).samples, RATE));
        if (this.endless) wav.writeUInt32LE(0xffff_ffff, wav.indexOf('data', 12, 'latin1') + 4);
        return { status: 200, body: wav };
      }
      default:
        return problem(404, 'not_found', 'no such method');
    }
  }

  #chat(body: Chat & Record<string, unknown>): Reply {
    const { messages, response_format: format } = body;
    if (format?.type === 'json_schema' && this.lacks.has('json_schema'))
      return problem(400, null, "'response_format.type' of json_schema is not supported by this model");
    if (format?.type === 'json_object' && this.lacks.has('json_object'))
      return problem(400, null, "'response_format' is not supported");
    if ('max_tokens' in body && this.lacks.has('max_tokens'))
      return problem(
        400,
        'unsupported_parameter',
        "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
      );
    const wants = `${format?.json_schema?.name ?? ''} ${messages[0]?.content ?? ''}`;
    const json = /^script|"scenes"/.test(wants) ? this.#nextScript() : this.story;
    return this.#answer(this.wrap(typeof json === 'string' ? json : JSON.stringify(json)));
  }

  #nextScript(): unknown {
    return (this.scripts.length > 1 ? this.scripts.shift() : this.scripts[0]) ?? this.script;
  }

  #answer(content: string, finish = 'stop'): Reply {
    const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }];
    return { status: 200, body: { id: 'x', object: 'chat.completion', choices, usage: this.usage } };
  }

  protected refusal(kind: 'unauthorized' | 'busy' | 'broken'): Reply {
    if (kind === 'unauthorized') return problem(401, 'invalid_api_key', `Incorrect API key: ${this.key}`);
    if (kind === 'busy') return problem(429, 'rate_limit_exceeded', `Rate limit of ${this.key} reached.`);
    return problem(500, null, `The server had an error with ${this.key}.`);
  }

  protected declined({ path }: Received): Reply {
    return path === '/v1/chat/completions'
      ? this.#answer('', 'content_filter')
      : problem(400, 'content_policy_violation', 'Your request was rejected.');
  }

  protected unusable({ path }: Received): Reply {
    if (path === '/v1/images/generations')
      return { status: 200, body: { data: [{ b64_json: png(64, 64) }] } };
    if (path === '/v1/audio/speech')
      return { status: 200, body: Buffer.from(encodeWav(new Int16Array(RATE), RATE)) };
    return this.#answer('{"scenes": [{"narration": "…');
  }
}

function problem(status: number, code: string | null, message: string): Reply {
  return { status, body: { error: { message, type: 'invalid_request_error', param: null, code } } };
}

function size(body: Received['body']): [number, number] {
  const [width = 0, height = 0] = String(body['size']).split('x').map(Number);
  return [width, height];
}

function png(width: number, height: number): string {
  const context = createCanvas(width, height);
  const pen = context.getContext('2d');
  pen.fillStyle = '#244';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#fc3';
  pen.fillRect(width * 0.6, height * 0.3, width * 0.2, height * 0.15);
  return context.toBuffer('image/png').toString('base64');
}
