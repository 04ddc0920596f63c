import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { freePort } from '../support/free-port.ts';

/** Shopify's toxiproxy, a program that others wrote, with one proxy of TCP in it. */
export class Toxiproxy {
  readonly #child: ChildProcess;
  readonly #api: string;
  /** Host and port to connect to. */
  readonly address: string;

  private constructor(child: ChildProcess, api: string, address: string) {
    this.#child = child;
    this.#api = api;
    this.address = address;
  }

  /** @param upstream host and port behind the proxy. */
  static async start(program: string, listen: string, upstream: string): Promise<Toxiproxy> {
    const port = await freePort();
    const child = spawn(program, ['-host', '127.0.0.1', '-port', String(port)], { stdio: 'ignore' });
    const toxiproxy = new Toxiproxy(child, `http://127.0.0.1:${port}`, listen);
    for (let tries = 0; tries < 100 && !(await toxiproxy.#answers()); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await toxiproxy.#post('/proxies', { name: 'store', listen, upstream, enabled: true });
    return toxiproxy;
  }

  /** Resets a share (0 … 1) of connections, before the request passes (upstream) or instead of its answer (downstream). */
  reset(stream: 'upstream' | 'downstream', share: number): Promise<void> {
    return this.#post('/proxies/store/toxics', {
      name: `reset-${stream}`,
      type: 'reset_peer',
      stream,
      toxicity: share,
      attributes: { timeout: 0 },
    });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('close', resolve));
    this.#child.kill();
    await ended;
  }

  async #answers(): Promise<boolean> {
    return fetch(`${this.#api}/version`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  async #post(path: string, body: object): Promise<void> {
    const answer = await fetch(`${this.#api}${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`toxiproxy answered ${answer.status}: ${await answer.text()}`);
  }
}
