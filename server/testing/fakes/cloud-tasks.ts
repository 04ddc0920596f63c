import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Server, ServerCredentials, loadPackageDefinition, status } from '@grpc/grpc-js';
import type { sendUnaryData, ServerUnaryCall, ServiceClientConstructor } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';

/** What the client itself speaks: its own protos. The package does not export them, so they are found beside its code. */
function protos(): Parameters<typeof fromJSON>[0] {
  const main = createRequire(import.meta.url).resolve('@google-cloud/tasks');
  const build = main.slice(0, main.lastIndexOf('/build/') + '/build/'.length);
  return JSON.parse(readFileSync(`${build}protos/protos.json`, 'utf8')) as Parameters<typeof fromJSON>[0];
}

export interface FakeTask {
  readonly name: string;
  readonly httpRequest: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly url: string;
    readonly httpMethod: string;
    readonly oidcToken: { readonly serviceAccountEmail: string; readonly audience: string } | null;
  };
  readonly dispatchDeadline: { readonly seconds: string } | null;
  readonly scheduleTime: { readonly seconds: string; readonly nanos: number } | null;
}

interface CreateTask {
  readonly parent: string;
  readonly task: FakeTask;
}

/** Cloud Tasks in this process, over real gRPC on loopback: takes tasks, posts them, and again until the answer is 2xx. */
export class FakeCloudTasks {
  readonly #server = new Server();
  readonly #over = new AbortController();
  readonly #queue: string;
  readonly tasks: FakeTask[] = [];
  /** Answers everything with this gRPC code while set. */
  failWith: number | undefined;
  state: 'RUNNING' | 'PAUSED' = 'RUNNING';
  /** What a delivery shows; Google would sign it. */
  authorization = ({ serviceAccountEmail }: NonNullable<FakeTask['httpRequest']['oidcToken']>): string =>
    `Bearer identity of ${serviceAccountEmail}`;
  address = '';

  private constructor(queue: string) {
    this.#queue = queue;
  }

  /** @param queue full name of the one queue that there is. */
  static async start(queue: string): Promise<FakeCloudTasks> {
    const fake = new FakeCloudTasks(queue);
    const definition = fromJSON(protos(), {
      keepCase: false,
      enums: String,
      longs: String,
    });
    const root = loadPackageDefinition(definition) as unknown as {
      google: { cloud: { tasks: { v2: { CloudTasks: ServiceClientConstructor } } } };
    };
    fake.#server.addService(root.google.cloud.tasks.v2.CloudTasks.service, {
      createTask: (call: ServerUnaryCall<CreateTask, unknown>, done: sendUnaryData<unknown>) =>
        fake.#answer(call.request.parent, done, () => fake.#take(call.request.task)),
      getQueue: (call: ServerUnaryCall<{ name: string }, unknown>, done: sendUnaryData<unknown>) =>
        fake.#answer(call.request.name, done, () => ({ name: queue, state: fake.state })),
    });
    const port = await new Promise<number>((resolve, reject) =>
      fake.#server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      ),
    );
    fake.address = `127.0.0.1:${port}`;
    return fake;
  }

  stop(): void {
    this.#over.abort();
    this.#server.forceShutdown();
  }

  #answer(queue: string, done: sendUnaryData<unknown>, act: () => unknown): void {
    if (this.failWith !== undefined) done({ code: this.failWith, details: 'as the test wants it' });
    else if (queue !== this.#queue) done({ code: status.NOT_FOUND, details: `Queue ${queue} not found` });
    else done(null, act());
  }

  #take(task: FakeTask): FakeTask {
    const named = { ...task, name: `${this.#queue}/tasks/${this.tasks.length + 1}` };
    this.tasks.push(named);
    const { scheduleTime } = task;
    const dueMs = scheduleTime ? Number(scheduleTime.seconds) * 1000 + scheduleTime.nanos / 1e6 : 0;
    this.#postIn(task, Math.max(0, dueMs - Date.now()));
    return named;
  }

  #postIn(task: FakeTask, ms: number): void {
    setTimeout(() => void this.#post(task), ms).unref();
  }

  async #post(task: FakeTask): Promise<void> {
    if (this.#over.signal.aborted) return;
    const { url, httpMethod, headers, oidcToken } = task.httpRequest;
    const response = await fetch(url, {
      method: httpMethod,
      headers: { ...headers, ...(oidcToken ? { authorization: this.authorization(oidcToken) } : {}) },
      signal: this.#over.signal,
    }).catch(() => undefined);
    if (!response?.ok) this.#postIn(task, 200);
  }
}
