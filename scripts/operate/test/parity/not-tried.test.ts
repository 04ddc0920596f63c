import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { V1Pod } from '@kubernetes/client-node';
import type { JobJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { faultSteps } from '../../parity/faults/faults.ts';
import { walk } from '../../parity/journey.ts';
import type { Scene } from '../../parity/scene.ts';
import { Shell } from '../../parity/shell.ts';
import { ApiClient } from '../../smoke/api-client.ts';

const NODE = 'node1';
const MI = 2 ** 20;

const job: JobJson = {
  id: 'j1',
  status: 'running',
  percent: 50,
  title: 'T',
  createdAt: '2026-11-30T00:00:00Z',
  updatedAt: '2026-11-30T00:00:00Z',
  settings: { seconds: 10, aspects: ['9:16'] },
  stages: [],
  scenes: [],
  outputs: [],
  degraded: [],
  offline: [],
  costUsd: 0,
  mine: true,
};

const podOf = (name: string, memory: { requested: string; limit: string }): V1Pod => ({
  metadata: { name, namespace: 'n', uid: name },
  spec: {
    nodeName: NODE,
    containers: [
      {
        name: 'worker',
        resources: { requests: { memory: memory.requested }, limits: { memory: memory.limit } },
      },
    ],
  },
});

/** One that has ended may wait for whoever started it to read how. */
const runs = (pid: number): boolean =>
  existsSync(`/proc/${pid}/status`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

describe('a fault that cannot be tried', () => {
  it('leaves no process in a worker and no job that renders on', async function () {
    if (!existsSync('/proc/self/cmdline')) this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'shortfactory-parity-'));
    const at = (name: string): string => join(folder, name);
    let left: number | undefined;
    try {
      const [worker, another] = [
        podOf('worker', { requested: '8Mi', limit: '32Mi' }),
        podOf('another', { requested: '1Mi', limit: '64Mi' }),
      ];
      // The node is this machine: what kubectl runs in a Pod is run here, and its number is kept.
      const used = [worker, another].map(({ metadata }, index) => ({
        podRef: { name: metadata?.name, namespace: 'n' },
        memory: { workingSetBytes: (index + 1) * 48 * MI },
      }));
      writeFileSync(
        at('summary'),
        JSON.stringify({ node: { memory: { availableBytes: 1024 * MI } }, pods: used }),
      );
      writeFileSync(
        at('kubectl'),
        `#!/bin/sh
case "$*" in *" --raw "*) cat '${at('summary')}'; exit ;; esac
while [ "$1" != -- ]; do shift; done
shift 2
'${process.execPath}' "$@" >'${at('said')}' || exit
cat '${at('said')}'
[ ! -s '${at('said')}' ] || cp '${at('said')}' '${at('pid')}'\n`,
      );
      chmodSync(at('kubectl'), 0o755);
      const calls: string[] = [];
      const said: string[] = [];
      const signal = new AbortController().signal;
      const say = (line: string): void => void said.push(line);
      const items = (all: readonly unknown[]) => () => Promise.resolve({ items: all });
      const scene = {
        cluster: {
          context: 'c',
          core: {
            listNode: items([{ metadata: { name: NODE } }]),
            listPodForAllNamespaces: items([worker, another]),
          },
        },
        namespace: 'n',
        shell: new Shell({
          env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` },
          dryRun: false,
          say,
          signal,
        }),
        api: () =>
          new ApiClient('http://api.test', 'key', (url, { method = 'GET' }) => {
            calls.push(`${method} ${url.pathname}`);
            return Promise.resolve(Response.json(job));
          }),
        workers: () => Promise.resolve([worker]),
        onNode: (script: string) =>
          Promise.resolve(script.startsWith('cat ') ? '{}' : '--config=/kubelet.yaml'),
        say,
        signal,
      } as unknown as Scene;
      const pressure = faultSteps.filter(({ name }) => name.includes('pressure'));
      const [row] = await walk(scene, pressure, undefined);
      expect(row?.seen, said.join('\n')).to.equal(
        'not tried: the kubelet would evict n/another before the worker',
      );
      expect(row?.good).to.equal(undefined);
      const pid = Number(readFileSync(at('pid'), 'utf8'));
      expect(pid).to.be.greaterThan(1);
      // It was killed; a busy machine takes a moment for it.
      for (let tries = 0; runs(pid) && tries < 100; tries += 1) await sleep(50);
      if (runs(pid)) left = pid;
      expect(left, 'still holds memory').to.equal(undefined);
      expect(calls).to.deep.equal(['POST /api/videos', 'GET /api/videos/j1', 'POST /api/videos/j1/cancel']);
    } finally {
      if (left !== undefined) process.kill(left, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
