import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { expect } from 'chai';
import { seeded } from '@shortfactory/testing/seeded';
import { builtProgram } from '@shortfactory/testing/support/build-once';
import { badRequest } from '../http/support/bad-requests.ts';
import type { BadRequest } from '../http/support/bad-requests.ts';

const REQUESTS = 20_000;
/** What loads at first use (fonts, schemas) is not a leak: memory is compared from here on. */
const WARM_UP = 2000;
const AT_ONCE = 48;
const SEED = Number(process.env.BAD_REQUESTS_SEED ?? 20_261_124);
/** A connection without data is closed after this long; a server that waits for more is right to. */
const PATIENCE_MS = 400;

interface State {
  readonly rssBytes: number;
  readonly heapBytes: number;
  readonly errors: string[];
  readonly streams: number;
}

interface Answer {
  readonly status: number;
  readonly type: string;
}

/** One sender: a connection at a time, a new one after every request that may have spoilt it. */
class Sender {
  readonly #port: number;
  #socket: Socket | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  /** The answer, if there is one. */
  async send({ bytes, framed, halfOpen }: BadRequest): Promise<Answer | undefined> {
    const socket = this.#socket ?? connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    this.#socket = undefined;
    return new Promise((resolve) => {
      let text = '';
      const done = (answer?: Answer, whole = false): void => {
        clearTimeout(timer);
        socket.removeAllListeners().on('error', () => undefined);
        if (framed && whole && socket.writable) this.#socket = socket;
        else socket.destroy();
        resolve(answer);
      };
      const timer = setTimeout(() => done(), halfOpen === 'linger' ? 30 : PATIENCE_MS);
      socket.on('error', () => done()).on('close', () => done());
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
        const end = text.indexOf('\r\n\r\n');
        if (end < 0) return;
        const head = text.slice(0, end);
        if (head.startsWith('HTTP/1.1 1')) text = text.slice(end + 4);
        else
          done(
            answerOf(head),
            text.length - end - 4 === lengthOf(head) && !/^connection: close/im.test(head),
          );
      });
      socket.write(bytes);
      if (halfOpen === 'end') socket.end();
      if (halfOpen === 'reset') socket.resetAndDestroy();
    });
  }

  close(): void {
    this.#socket?.destroy();
  }
}

function answerOf(head: string): Answer {
  return { status: Number(head.slice(9, 12)), type: /^content-type: (.*)$/im.exec(head)?.[1] ?? '' };
}

function lengthOf(head: string): number {
  return Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? Number.NaN);
}

describe(`${REQUESTS} bad requests`, () => {
  let child: ChildProcess;
  let port: number;
  let ids: string[];
  before(async () => {
    child = fork(await builtProgram('bad-requests-server'), {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    [{ port, ids }] = (await once(child, 'message')) as [{ port: number; ids: string[] }];
  });
  after(() => {
    child.kill();
  });
  const state = async (): Promise<State> => {
    child.send('state');
    const [answer] = (await once(child, 'message')) as [State];
    return answer;
  };

  it(`are answered without one 5xx, a crash or a leak (seed ${SEED})`, async function () {
    this.timeout(120_000);
    const random = seeded(SEED);
    const statuses = new Map<number, number>();
    const wrong: string[] = [];
    let sent = 0;
    const work = async (until: number): Promise<void> => {
      const sender = new Sender(port);
      while (sent < until) {
        sent += 1;
        const bad = badRequest(random, ids);
        const answer = await sender.send(bad);
        statuses.set(answer?.status ?? 0, (statuses.get(answer?.status ?? 0) ?? 0) + 1);
        const isProblem =
          answer === undefined || answer.status < 400 || answer.type === 'application/problem+json';
        if ((answer && answer.status >= 500) || !isProblem) {
          wrong.push(
            `${answer?.status} ${answer?.type} for ${JSON.stringify(bad.bytes.toString('latin1').slice(0, 400))}`,
          );
        }
      }
      sender.close();
    };
    const run = (until: number): Promise<unknown> =>
      Promise.all(Array.from({ length: AT_ONCE }, () => work(until)));
    await run(WARM_UP);
    const before = await state();
    await run(REQUESTS);
    // Half-open ones are still being noticed.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const after = await state();
    expect(wrong.slice(0, 5)).to.deep.equal([]);
    expect([...before.errors, ...after.errors].slice(0, 5)).to.deep.equal([]);
    expect(child.exitCode).to.equal(null);
    expect((await fetch(`http://127.0.0.1:${port}/live`)).status).to.equal(200);
    expect(after.streams).to.equal(0);
    expect((after.rssBytes - before.rssBytes) / 2 ** 20, 'MiB of memory').to.be.lessThan(50);
    expect((after.heapBytes - before.heapBytes) / 2 ** 20, 'MiB of heap').to.be.lessThan(10);
    // A flood whose requests all fail the first check would show little.
    for (const status of [200, 202, 400, 401, 404, 405, 406, 413, 415, 431]) {
      expect(statuses.get(status) ?? 0, `answers of ${status}`).to.be.greaterThan(0);
    }
  });
});
