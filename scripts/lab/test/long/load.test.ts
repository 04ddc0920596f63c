import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ROOT } from '@shortfactory/command-line';
import { expect } from 'chai';
import type { LoadReport } from '../../load/recorder.ts';

function load(args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/lab/load.ts', ...args], { cwd: ROOT });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

describe('npm run load', function () {
  this.timeout(180_000);

  it('lets users make videos on a server of its own, and reports routes, jobs and no fault', async () => {
    const { code, out, err } = await load(['--users', '2', '--ramp', '0', '--json']);
    expect(err).to.equal('');
    expect(code).to.equal(0);
    const report = JSON.parse(out) as LoadReport;
    expect(report.jobs).to.deep.equal({ done: 2, failed: 0, cancelled: 0, unfinished: 0 });
    expect(report.faults).to.deep.equal({});
    const statuses = Object.fromEntries(
      report.routes.map((each) => [each.route, Object.keys(each.statuses)]),
    );
    expect(statuses).to.deep.include({
      'POST /api/videos': ['202'],
      'GET /api/videos/:id': ['200'],
      'GET /api/videos/:id/file': ['200'],
      'GET /api/videos/:id/file (Range)': ['206'],
    });
  });

  it('exits 1 and names the fault when the server answers with a 5xx', async () => {
    const server = createServer((_request, response) => response.writeHead(500).end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const { code, out } = await load(['--users', '3', '--ramp', '0', '--url', url]);
      expect(code).to.equal(1);
      expect(out).to.include('FAULT: POST /api/videos answered 500 (3 times)');
    } finally {
      server.close();
    }
  });

  it("does not load another's machine by a slip of the keyboard", async () => {
    const { code, err } = await load(['--url', 'http://example.org']);
    expect(code).to.equal(2);
    expect(err).to.include('--remote');
  });
});
