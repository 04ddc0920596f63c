import { createRequire } from 'node:module';
import { Server, ServerCredentials, loadPackageDefinition, status } from '@grpc/grpc-js';
import type { ServiceClientConstructor, sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';

const require = createRequire(import.meta.url);
/** What the client itself speaks: its own protos. */
const PROTOS = '@google-cloud/secret-manager/build/protos/protos.json';

type Stored = { readonly value: string; readonly state: 'ENABLED' | 'DISABLED' };
type Answer = { name: string; payload: { data: Buffer } };

/** Secret Manager in this process, over real gRPC on loopback. */
export class FakeSecretManager {
  readonly #server = new Server();
  readonly #secrets = new Map<string, Stored[]>();
  /** Full resource names in the order in which they were asked for. */
  readonly asked: string[] = [];
  /** Answers everything with this gRPC code while set. */
  failWith: number | undefined;
  address = '';

  static async start(): Promise<FakeSecretManager> {
    const fake = new FakeSecretManager();
    const definition = fromJSON(require(PROTOS) as Parameters<typeof fromJSON>[0], { keepCase: false });
    const root = loadPackageDefinition(definition) as unknown as {
      google: { cloud: { secretmanager: { v1: { SecretManagerService: ServiceClientConstructor } } } };
    };
    fake.#server.addService(root.google.cloud.secretmanager.v1.SecretManagerService.service, {
      accessSecretVersion: (call: ServerUnaryCall<{ name: string }, Answer>, done: sendUnaryData<Answer>) =>
        fake.#access(call.request.name, done),
    });
    const port = await new Promise<number>((resolve, reject) =>
      fake.#server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      ),
    );
    fake.address = `127.0.0.1:${port}`;
    return fake;
  }

  /** Adds a version, as `gcloud secrets versions add` does. */
  add(id: string, value: string): void {
    this.#secrets.set(id, [...(this.#secrets.get(id) ?? []), { value, state: 'ENABLED' }]);
  }

  disable(id: string): void {
    this.#secrets.set(
      id,
      (this.#secrets.get(id) ?? []).map((stored) => ({ ...stored, state: 'DISABLED' })),
    );
  }

  stop(): void {
    this.#server.forceShutdown();
  }

  #access(name: string, done: sendUnaryData<Answer>): void {
    this.asked.push(name);
    if (this.failWith !== undefined) return done({ code: this.failWith, details: 'as the test wants it' });
    const [, id = '', version = ''] = /\/secrets\/([^/]+)\/versions\/([^/]+)$/.exec(name) ?? [];
    const versions = this.#secrets.get(id) ?? [];
    const stored = version === 'latest' ? versions.at(-1) : versions[Number(version) - 1];
    if (!stored) return done({ code: status.NOT_FOUND, details: `Secret [${name}] not found` });
    if (stored.state === 'DISABLED') {
      return done({
        code: status.FAILED_PRECONDITION,
        details: `Secret Version [${name}] is in DISABLED state.`,
      });
    }
    done(null, { name, payload: { data: Buffer.from(stored.value) } });
  }
}
