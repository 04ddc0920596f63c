import { DomainError, NO_TRACES } from '@shortfactory/core';
import type {
  JobEnds,
  JobQueue,
  Log,
  LogFields,
  ShortRequest,
  UsageMeter,
  VersionedObjects,
} from '@shortfactory/core';
import { JobService, JobStore, Signer, TIMING } from '@shortfactory/jobs';
import type { JobsDeps, Timing } from '@shortfactory/jobs';
import { InlineQueue } from '@shortfactory/queue';
import { Usage } from '@shortfactory/usage';
import { seeded, whole } from '../seeded.ts';
import { drawRates, NO_FAULTS } from './faults.ts';
import type { FaultRates } from './faults.ts';
import { Invariants, toldName } from './invariants.ts';
import { RemoteQueue } from './remote-queue.ts';
import { makeSimulatedShort } from './simulated-pipeline.ts';
import { checksum, SimulatedStore, StoreConnection } from './simulated-store.ts';
import { SimulatedProcess, VirtualTime } from './virtual-time.ts';

/** Trouble ends here; what is left has to end well. */
const CALM_MS = 8 * 60_000;
/** The sum of every timeout, pause and takeover that can follow, with room to spare. */
const END_MS = CALM_MS + 4 * 3_600_000;

/** A wrong part in place of a right one, to see that the simulation notices. */
export interface Sabotage {
  readonly timing?: Partial<Timing>;
  readonly objects?: (right: VersionedObjects, process: SimulatedProcess) => VersionedObjects;
  readonly delivery?: (right: JobsDeps['delivery'], process: SimulatedProcess) => JobsDeps['delivery'];
  readonly ends?: (right: JobEnds, process: SimulatedProcess) => JobEnds;
  readonly usage?: (right: UsageMeter, process: SimulatedProcess) => UsageMeter;
}

export interface Outcome {
  readonly seed: number;
  readonly violation: string | undefined;
  /** Of everything that was written, in order: equal seeds have equal ones. */
  readonly trace: string;
  readonly jobs: number;
  readonly runs: number;
}

interface Member {
  readonly process: SimulatedProcess;
  readonly service: JobService;
}

const NEVER = new AbortController().signal;
const SIGNER = new Signer('the key of a simulation, of no use to anyone');

/** Told what every process says, with the time of the world. */
export type Listener = (line: string) => void;

/** One life of a service: a few processes, a few clients, and whatever goes wrong, all drawn from one seed. */
export class World {
  readonly #random: () => number;
  readonly #time = new VirtualTime();
  readonly #invariants = new Invariants();
  readonly #store: SimulatedStore;
  readonly #sabotage: Sabotage;
  readonly #seed: number;
  readonly #rates: FaultRates;
  readonly #queue: RemoteQueue | undefined;
  readonly #members: (Member | undefined)[] = [];
  readonly #listener: Listener | undefined;
  #runs = 0;
  #processes = 0;

  constructor(seed: number, sabotage: Sabotage = {}, listener?: Listener) {
    this.#seed = seed;
    this.#sabotage = sabotage;
    this.#listener = listener;
    this.#random = seeded(seed);
    this.#rates = drawRates(this.#random);
    this.#store = new SimulatedStore(this.#time, this.#invariants);
    this.#invariants.over(this.#store);
    const remote = this.#random() < 0.5;
    if (remote) {
      this.#queue = new RemoteQueue(this.#time, this.#random, this.#rates.refused, (id) => {
        const alive = this.#members.filter((member) => member !== undefined);
        return alive[whole(this.#random, 0, alive.length - 1)]?.service.run(id);
      });
    }
  }

  async run(): Promise<Outcome> {
    const members = whole(this.#random, 1, 3);
    for (let i = 0; i < members; i++) this.#start(i);
    const jobs = whole(this.#random, 1, 4);
    for (let i = 0; i < jobs; i++) this.#client(i);
    for (let i = 0; i < members; i++) this.#trouble(i);
    this.#time.at(CALM_MS, () => {
      if (this.#queue) this.#queue.unreliability = 0;
    });
    await this.#time.run(END_MS, () => this.#invariants.violation !== undefined || this.#isOver());
    if (this.#invariants.violation === undefined) this.#invariants.ended(this.#store);
    return {
      seed: this.#seed,
      violation: this.#invariants.violation,
      trace: this.#trace(),
      jobs: this.#store.names('jobs/').length,
      runs: this.#runs,
    };
  }

  /** Everything has ended, and no running member could change it. */
  #isOver(): boolean {
    if (this.#time.nowMs < CALM_MS) return false;
    for (const { ended, marker } of this.#invariants.states.values())
      if (!ended || this.#store.objects.has(marker)) return false;
    return true;
  }

  #start(place: number): void {
    const name = `p${this.#processes++}`;
    const rate = 1 + (this.#random() - 0.5) / 50;
    const process = new SimulatedProcess(name, this.#time, rate, whole(this.#random, -300_000, 300_000));
    const connection = new StoreConnection(
      this.#store,
      process,
      this.#random,
      () => (this.#time.nowMs < CALM_MS ? this.#rates : NO_FAULTS),
      () => this.#kill(place, process),
    );
    const { timing, objects, delivery, ends, usage } = this.#sabotage;
    const counted = new Usage({
      ...{ objects: connection, store: connection, clock: process },
      quotaOf: () => ({}),
    });
    const told: JobEnds = {
      ended: async ({ round }) => {
        await connection.create(toldName(round), { bytes: new Uint8Array() });
      },
      told: () => Promise.resolve(),
    };
    const inline = new InlineQueue({
      clock: process,
      concurrency: 1,
      run: (id) => service.run(id),
    });
    const queue: JobQueue = this.#queue?.port ?? inline;
    const newId = (): string => process.newId();
    const service = new JobService({
      jobs: new JobStore({
        objects: objects ? objects(connection, process) : connection,
        clock: process,
        newId,
      }),
      store: connection,
      delivery: delivery ? delivery(connection, process) : connection,
      queue,
      ends: ends ? ends(told, process) : told,
      usage: usage ? usage(counted, process) : counted,
      accepts: true,
      make: (request, options) =>
        makeSimulatedShort(
          {
            process,
            store: connection,
            invariants: this.#invariants,
            random: this.#random,
            nextRun: () => ++this.#runs,
            kill: () => this.#kill(place, process),
          },
          request,
          options,
        ),
      inspect: async (object) => ({ sha256: checksum(Buffer.from(object)) }),
      clock: process,
      log: this.#logOf(process),
      telemetry: { record: () => undefined },
      traces: NO_TRACES,
      signer: SIGNER,
      timing: { ...TIMING, lookMs: 4000, ...timing },
      newId,
      random: this.#random,
      maxJobsPerOwner: 20,
      maxRunning: 2,
    });
    this.#members[place] = { process, service };
    service.start();
  }

  /** The process is gone at once; another takes its place some time later. */
  #kill(place: number, process: SimulatedProcess): void {
    if (process.isDead) return;
    process.kill();
    if (this.#members[place]?.process === process) this.#members[place] = undefined;
    const downMs = this.#random() < 0.5 ? whole(this.#random, 100, 5000) : whole(this.#random, 5000, 200_000);
    this.#time.after(downMs, () => this.#start(place));
  }

  /** Kills, freezes and shuts down, at any moment while trouble lasts. */
  #trouble(place: number): void {
    const nextMs = -Math.log(1 - this.#random()) * 90_000;
    if (this.#time.nowMs + nextMs > CALM_MS) return;
    this.#time.after(nextMs, () => {
      const member = this.#members[place];
      const kind = this.#random();
      if (member && !member.process.isFrozen) {
        const { process, service } = member;
        const log = this.#logOf(process);
        if (kind < 0.4) {
          log.info('* killed');
          this.#kill(place, process);
        } else if (kind < 0.7) {
          const ms = whole(this.#random, 1000, 150_000);
          log.info('* frozen', { ms });
          process.freeze(ms);
        } else {
          log.info('* told to stop');
          // The platform waits ten seconds after SIGTERM, and drops the process when it is done or the time is up.
          this.#members[place] = undefined;
          this.#time.after(10_000, () => this.#kill(place, process));
          void service.drain().then(() => this.#kill(place, process));
        }
      }
      this.#trouble(place);
    });
  }

  /** A client that submits a video, retries without an answer, and sometimes cancels. */
  #client(index: number): void {
    const key = `key-${index}`;
    const request = requestOf(`${this.#seed}-${index}`);
    const firstMs = whole(this.#random, 0, CALM_MS / 2);
    const ask = (): void => {
      const [member] = this.#members.filter((each) => each !== undefined && this.#random() < 0.7);
      member?.service.submit('somebody', request, key).then(
        ({ job }) => this.#invariants.accepted(key, job.id),
        (error: unknown) => this.#expected(error),
      );
    };
    for (let i = whole(this.#random, 1, 3); i > 0; i--)
      this.#time.at(firstMs + whole(this.#random, 0, this.#random() < 0.5 ? 100 : 60_000), ask);
    this.#later(index, firstMs, 0.3, (service, id) => service.cancel(id, 'somebody'));
    this.#later(index, firstMs, 0.5, (service, id) => service.retry(id, 'somebody'));
    this.#later(index, firstMs, 0.1, (service, id) => service.remove(id, 'somebody'));
    for (const to of ['ada', 'ben'])
      this.#later(index, firstMs, 0.3, (service, id) => service.handOver([id], 'somebody', to, NEVER));
  }

  #later(
    index: number,
    firstMs: number,
    chance: number,
    act: (service: JobService, id: string) => Promise<unknown>,
  ): void {
    if (this.#random() > chance) return;
    const id = SIGNER.jobId(SIGNER.ownerHash('somebody'), `key-${index}`);
    this.#time.at(firstMs + whole(this.#random, 0, 240_000), () => {
      const member = this.#members.find((each) => each !== undefined);
      if (member) act(member.service, id).catch((error: unknown) => this.#expected(error));
    });
  }

  /** Clients see errors made for people; anything else is a fault of ours. */
  #expected(error: unknown): void {
    if (!(error instanceof DomainError)) this.#invariants.broken(`a client saw ${String(error)}`);
  }

  #logOf({ name }: SimulatedProcess): Log {
    const say = (message: string, fields: LogFields = {}): void => {
      if (!this.#listener) return;
      const { error, ...facts } = fields;
      const cause = error instanceof Error ? ` (${error.message})` : '';
      const seconds = (this.#time.nowMs / 1000).toFixed(3).padStart(9);
      this.#listener(`${seconds} ${name.padEnd(4)} ${message}${cause} ${JSON.stringify(facts)}`);
    };
    const log: Log = { debug: say, info: say, warn: say, error: say, with: () => log };
    return log;
  }

  #trace(): string {
    const all = [...this.#store.objects].map(([name, { bytes, updatedMs }]) => [
      name,
      checksum(bytes),
      updatedMs,
    ]);
    return checksum(Buffer.from(JSON.stringify([all, this.#time.nowMs, this.#runs])));
  }
}

function requestOf(title: string): ShortRequest {
  return {
    source: { script: { title, language: 'en', scenes: [{ narration: 'A word.', visual: 'A thing.' }] } },
    seconds: 10,
    aspects: ['9:16'],
  };
}
