import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { V1Pod } from '@kubernetes/client-node';
import { expect } from 'chai';
import { execa } from 'execa';
import { firstToGo } from '../../parity/faults/first-to-go.ts';
import { Kubelet } from '../../parity/faults/kubelet.ts';

const MI = 2 ** 20;

describe('a node under memory pressure', () => {
  it('evicts first what is not counted, then what uses more than it asked for, then by priority, then by how much more', () => {
    const shapes = [
      ['within', { requested: '2Gi', used: 1500, priority: 0 }],
      ['a little over', { requested: '64Mi', used: 80, priority: 0 }],
      ['far over', { requested: '512Mi', used: 1600, priority: 0 }],
      ['far over, and important', { requested: '64Mi', used: 3000, priority: 2_000_000_000 }],
      ['crashed', { requested: '256Mi', used: undefined, priority: 0 }],
      ['nothing asked for', { requested: undefined, used: 100, priority: 0 }],
    ] as const;
    const pods: V1Pod[] = shapes.map(([name, { requested, priority }]) => ({
      metadata: { name, namespace: 'n' },
      spec: {
        priority,
        containers: [
          { name: 'c', resources: requested === undefined ? {} : { requests: { memory: requested } } },
        ],
      },
    }));
    const summary = {
      node: { memory: { availableBytes: 1 } },
      pods: shapes.map(([name, { used }]) => ({
        podRef: { name, namespace: 'n' },
        ...(used === undefined ? {} : { memory: { workingSetBytes: used * MI } }),
      })),
    };
    expect(firstToGo(pods, summary).map(({ metadata }) => metadata?.name)).to.deep.equal([
      'crashed',
      'far over',
      'nothing asked for',
      'a little over',
      'far over, and important',
      'within',
    ]);
  });

  it('has its kubelet started anew with a higher threshold, and as it was afterwards', async function () {
    if (!existsSync('/proc/self/cmdline')) this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'shortfactory-kubelet-'));
    const at = (name: string): string => join(folder, name);
    try {
      mkdirSync(at('pids'));
      const before = 'evictionHard:\n  memory.available: 200Mi\nresolvConf: "/etc/resolv.conf"\n';
      writeFileSync(at('kubelet.yaml'), before);
      // It says with which words and which configuration it runs, until it is ended.
      writeFileSync(
        at('kubelet.mjs'),
        `import { readFileSync, readlinkSync } from 'node:fs';
const words = process.argv.slice(2);
const config = readFileSync(words[0].slice('--config='.length), 'utf8');
console.error(JSON.stringify({ words, config, mounts: readlinkSync('/proc/self/ns/mnt') }));
setInterval(() => {}, 1e6);\n`,
      );
      // Of this one alone, whatever else runs on the machine.
      writeFileSync(at('pidof'), `#!/bin/sh\ncat '${at('pids/kubelet')}'\n`);
      chmodSync(at('pidof'), 0o755);
      const start = `exec "$0" '${at('kubelet.mjs')}' '--config=${at('kubelet.yaml')}' '--node-ip=10.0.0.1 ' 2>>'${at('log')}'`;
      const first = spawn('sh', ['-c', start, process.execPath], { stdio: 'ignore' });
      const ended = new Promise((resolve) => first.once('exit', resolve));
      writeFileSync(at('pids/kubelet'), `${first.pid ?? 0}\n`);
      const said = async (count: number): Promise<{ words: string[]; config: string; mounts: string }[]> => {
        for (;;) {
          const lines = existsSync(at('log')) ? readFileSync(at('log'), 'utf8').split('\n').slice(0, -1) : [];
          if (lines.length >= count) return lines.map((line) => JSON.parse(line) as never);
          await sleep(20);
        }
      };
      // A shell with mounts of its own, where that is allowed: the kubelet must not be started in it.
      const apart =
        (await execa('unshare', ['--mount', 'true'], { reject: false })).exitCode === 0
          ? 'unshare'
          : undefined;
      const onNode = async (script: string): Promise<string> => {
        const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
        return (
          await execa(apart ?? 'sh', [...(apart ? ['--mount', 'sh'] : []), '-c', script], {
            env,
            extendEnv: false,
          })
        ).stdout;
      };
      await said(1);
      const kubelet = await Kubelet.find(onNode);
      await kubelet.evictBelow(3 * 2 ** 30);
      await ended;
      const [, pressed] = await said(2);
      expect(JSON.parse(pressed?.config ?? '')).to.deep.equal({
        evictionHard: { 'memory.available': '200Mi' },
        resolvConf: '/etc/resolv.conf',
        evictionSoft: { 'memory.available': '3221225472' },
        evictionSoftGracePeriod: { 'memory.available': '0s' },
      });
      await kubelet.asBefore();
      await kubelet.asBefore();
      const starts = await said(3);
      expect(starts).to.have.length(3);
      expect(starts[2]).to.deep.equal(starts[0]);
      expect(starts[1]?.words).to.deep.equal(starts[0]?.words);
      expect(starts[1]?.mounts).to.equal(starts[0]?.mounts);
      expect(readFileSync(at('kubelet.yaml'), 'utf8')).to.equal(before);
    } finally {
      if (existsSync(at('pids/kubelet')))
        process.kill(Number(readFileSync(at('pids/kubelet'), 'utf8')), 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
