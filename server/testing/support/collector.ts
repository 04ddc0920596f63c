import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import type { ReceivedSpan } from './span-receiver.ts';

const BINARY = fileURLToPath(
  new URL('../../../node_modules/.cache/shortfactory/otelcol-validation', import.meta.url),
);
const STARTED_MS = 20_000;

/** An OpenTelemetry collector: takes OTLP over HTTP, and its debug exporter prints every span. */
export class Collector {
  /** What it printed. */
  text = '';
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(child: ChildProcess, port: number, folder: string) {
    this.#process = child;
    this.#folder = folder;
    this.url = `http://127.0.0.1:${port}`;
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (this.text += chunk));
  }

  /** Whether one was built on this machine (`.ci/otelcol-validation`). */
  static get built(): boolean {
    return existsSync(BINARY);
  }

  static async start(): Promise<Collector> {
    const folder = await mkdtemp(join(tmpdir(), 'shortfactory-collector-'));
    const port = await freePort();
    const config = {
      receivers: { otlp: { protocols: { http: { endpoint: `127.0.0.1:${port}` } } } },
      exporters: { debug: { verbosity: 'detailed', use_internal_logger: false } },
      service: {
        telemetry: { metrics: { level: 'none' } },
        pipelines: { traces: { receivers: ['otlp'], exporters: ['debug'] } },
      },
    };
    // What is JSON is YAML too.
    await writeFile(join(folder, 'config.yaml'), JSON.stringify(config));
    const child = spawn(BINARY, [`--config=${join(folder, 'config.yaml')}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collector = new Collector(child, port, folder);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    const deadline = performance.now() + STARTED_MS;
    while (!(await listens(port))) {
      if (child.exitCode !== null || performance.now() > deadline) {
        await collector.stop();
        throw new Error(`The collector did not start:\n${said.slice(-2000)}`);
      }
      await sleep(50);
    }
    return collector;
  }

  /** The spans as it printed them. */
  get spans(): ReceivedSpan[] {
    const spans: ReceivedSpan[] = [];
    for (const resource of this.text.split(/^ResourceSpans #\d+$/m).slice(1)) {
      const service = /service\.name: Str\((.*)\)$/m.exec(resource)?.[1] ?? '';
      for (const span of resource.split(/^Span #\d+$/m).slice(1)) {
        const field = (name: string): string => new RegExp(`^ +${name} *: *(.*)$`, 'm').exec(span)?.[1] ?? '';
        const facts = [...span.matchAll(/^ +-> (\S+): \w+\((.*)\)$/gm)];
        spans.push({
          service,
          name: field('Name'),
          traceId: field('Trace ID'),
          spanId: field('ID'),
          parentSpanId: field('Parent ID') || undefined,
          facts: Object.fromEntries(facts.map(([, key = '', value = '']) => [key, value])),
        });
      }
    }
    return spans;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('close', resolve));
    if (this.#process.exitCode === null && this.#process.kill('SIGTERM')) await ended;
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
