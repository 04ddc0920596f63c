import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble } from '@shortfactory/app';
import type { Assembled } from '@shortfactory/app';
import type { ShortRequest, TelemetryEvent } from '@shortfactory/core';
import { makeShort } from '@shortfactory/pipeline';
import type { RunOptions, RunReport } from '@shortfactory/pipeline';
import type { CallLimits } from '@shortfactory/providers';
import { kindOf, scenesOf } from '../fakes/providers/gemini.ts';
import { QUICK, Services } from '../fakes/providers/services.ts';

/** A service that fails is left alone for the rest of the test. */
const LASTING: CallLimits = { ...QUICK, faultsInARow: 3, restMs: 60_000 };

export interface Product {
  readonly folder: string;
  readonly parts: Assembled['parts'];
  readonly events: readonly TelemetryEvent[];
  run(request: ShortRequest, options?: Partial<RunOptions>): Promise<RunReport>;
  /** The same product in what might be another process: same store, nothing else in common. */
  open(): Promise<Assembled>;
}

/** Local services, and products that use them. Registers what begins and ends them with the test file. */
export function servicesAndProducts() {
  const services = new Services();
  const opened: Assembled[] = [];
  const folders: string[] = [];
  before(() => services.listen());
  after(async () => {
    await Promise.all(opened.map((each) => each.close()));
    await services.close();
    folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  });
  afterEach(() => services.all.forEach((server) => server.reset()));

  /** The product with these services behind it and a store of its own. */
  const product = async (
    env: Readonly<Record<string, string>> = {},
    limits: Partial<CallLimits> = {},
  ): Promise<Product> => {
    const folder = mkdtempSync(join(tmpdir(), 'services-test-'));
    folders.push(folder);
    const scratch = join(folder, 'scratch');
    mkdirSync(scratch);
    const events: TelemetryEvent[] = [];
    const config = services.config({ DATA_DIR: join(folder, 'data'), SCRATCH_DIR: scratch, ...env });
    const open = async (): Promise<Assembled> => {
      const telemetry = { record: (event: TelemetryEvent) => void events.push(event) };
      const assembled = await assemble(config, { telemetry, limits: { ...LASTING, ...limits } });
      opened.push(assembled);
      return assembled;
    };
    const { parts } = await open();
    const run = (request: ShortRequest, options: Partial<RunOptions> = {}): Promise<RunReport> =>
      makeShort(parts, request, { signal: new AbortController().signal, ...options });
    return { folder, parts, run, events, open };
  };

  /** How many pictures the service was asked for. */
  const drawn = (): number => services.gemini.works.filter((work) => kindOf(work) === 'image').length;
  return { services, product, drawn };
}

/** A script of scenes that are said in a moment, in the shape of the fewest pixels. */
export function scripted(scenes: number): ShortRequest {
  const script = {
    title: 'Rain',
    language: 'en',
    scenes: scenesOf(scenes).map((scene, i) => ({ ...scene, narration: `Number ${i + 1}.` })),
  };
  return { source: { script }, seconds: 30, aspects: ['1:1'] };
}
