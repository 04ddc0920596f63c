import { NO_TRACES } from '@shortfactory/core';
import type { Log, LogFields, SecretSource, Telemetry } from '@shortfactory/core';
import type {
  CallName,
  Calls,
  FromPipelineProcess,
  Question,
  RunEvent,
  ToPipelineProcess,
} from './protocol.ts';
import type { Generation } from './generation.ts';
import { errorFromWire, errorToWire } from './wire-errors.ts';

/** The context of a call, besides its arguments. */
export interface CallContext {
  readonly signal: AbortSignal;
  readonly emit: (event: RunEvent) => void;
  /** Resolves when the next costly step may be taken; throws what ends the run. */
  readonly mayStep: () => Promise<void>;
}

export type Handlers = {
  readonly [Name in CallName]: (
    context: CallContext,
    ...args: Parameters<Calls[Name]>
  ) => Promise<ReturnType<Calls[Name]>>;
};

/** The pipeline process's end of the IPC channel: answers calls, sends events and requests to its parent. */
export class Line {
  readonly #send: (message: FromPipelineProcess) => void;
  readonly #calls = new Map<number, AbortController>();
  readonly #asked = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  #lastAsk = 0;

  constructor(send: (message: FromPipelineProcess) => void) {
    this.#send = send;
  }

  readonly log: Log = this.#logWith({});
  readonly telemetry: Telemetry = { record: (event) => this.#send({ type: 'telemetry', event }) };
  /** Secrets stay with the parent process, which caches them and redacts them. */
  readonly secrets: SecretSource = {
    get: async (name) => (await this.#ask({ kind: 'secret', name })) as string | undefined,
    check: async () => void (await this.#ask({ kind: 'secrets-check' })),
    close: () => Promise.resolve(),
  };

  receive(message: Exclude<ToPipelineProcess, { type: 'begin' }>, generation: Promise<Generation>): void {
    switch (message.type) {
      case 'call':
        return void this.#answer(message, generation);
      case 'abort':
        return this.#calls.get(message.id)?.abort(new Error('The caller aborted it.'));
      case 'answer': {
        const asked = this.#asked.get(message.ask);
        this.#asked.delete(message.ask);
        if (message.fault) asked?.reject(errorFromWire(message.fault));
        else asked?.resolve(message.value);
        return;
      }
      case 'ping':
        return this.#send({ type: 'pong' });
    }
  }

  /** Calls belong to the traces of their callers, once this is set. */
  traces = NO_TRACES;

  /** Aborts everything under way; resolves when it has ended, or after `withinMs`. */
  async giveUp(withinMs: number): Promise<void> {
    for (const call of this.#calls.values()) call.abort(new Error('The pipeline process is closing.'));
    const started = performance.now();
    while (this.#calls.size > 0 && performance.now() - started < withinMs) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async #answer(call: ToPipelineProcess & { type: 'call' }, generation: Promise<Generation>): Promise<void> {
    const { id, name, args, trace } = call;
    const controller = new AbortController();
    this.#calls.set(id, controller);
    const context: CallContext = {
      signal: controller.signal,
      emit: (event) => this.#send({ type: 'event', id, event }),
      mayStep: async () => void (await this.#ask({ kind: 'step', id })),
    };
    try {
      const parts = await generation;
      const handler = parts.handlers[name] as (
        context: CallContext,
        ...args: readonly unknown[]
      ) => Promise<unknown>;
      const value = await parts.used(() => this.traces.continued(trace, () => handler(context, ...args)));
      this.#send({ type: 'result', id, value });
    } catch (error) {
      this.#send({ type: 'fault', id, fault: errorToWire(error) });
    } finally {
      this.#calls.delete(id);
    }
  }

  #ask(question: Question): Promise<unknown> {
    const ask = ++this.#lastAsk;
    return new Promise((resolve, reject) => {
      this.#asked.set(ask, { resolve, reject });
      this.#send({ type: 'ask', ask, question });
    });
  }

  #logWith(facts: LogFields): Log {
    const write =
      (level: 'debug' | 'info' | 'warn' | 'error') =>
      (message: string, fields: LogFields = {}): void => {
        const { error, ...rest } = { ...facts, ...fields };
        const fault = error === undefined ? {} : { fault: errorToWire(error) };
        this.#send({ type: 'log', level, message, fields: plain(rest), ...fault });
      };
    return {
      debug: write('debug'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
      with: (more) => this.#logWith({ ...facts, ...more }),
    };
  }
}

/** Fields as data that can be sent; a function is replaced by its type. */
function plain(fields: LogFields): LogFields {
  return JSON.parse(
    JSON.stringify(fields, (_key, value: unknown) => (typeof value === 'function' ? 'function' : value)),
  ) as LogFields;
}
