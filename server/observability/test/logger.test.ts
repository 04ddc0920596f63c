import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { createLogger } from '../logger.ts';
import type { Logger, LoggerOptions } from '../logger.ts';
import { Redactor } from '../redaction.ts';

const SECRET = 'canary-5b0e12';

function logging(options: Partial<LoggerOptions> = {}): {
  log: Logger;
  lines: () => Record<string, unknown>[];
} {
  const written: string[] = [];
  const redactor = new Redactor();
  redactor.register(SECRET);
  const log = createLogger({
    level: 'info',
    scrub: redactor.scrubJson,
    sink: { write: (line) => void written.push(line) },
    service: 'shortfactory-server',
    version: 'abc',
    ...options,
  });
  return { log, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('the logger', () => {
  it("writes Cloud Logging's fields", () => {
    const { log, lines } = logging({ projectId: 'my-project' });
    const trace = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', sampled: true };
    log.warn('A request was slow.', {
      trace,
      requestId: 'r1',
      httpRequest: { requestMethod: 'GET', status: 200, latency: '1.5s' },
    });
    const [line] = lines();
    expect(Date.parse(String(line?.['time']))).to.be.closeTo(Date.now(), 5000);
    expect(line).to.deep.include({
      severity: 'WARNING',
      message: 'A request was slow.',
      serviceContext: { service: 'shortfactory-server', version: 'abc' },
      requestId: 'r1',
      httpRequest: { requestMethod: 'GET', status: 200, latency: '1.5s' },
      'logging.googleapis.com/trace': 'projects/my-project/traces/0af7651916cd43dd8448eb211c80319c',
      'logging.googleapis.com/spanId': 'b7ad6b7169203331',
      'logging.googleapis.com/trace_sampled': true,
    });
    expect(line).not.to.have.property('trace');
  });

  it('has a severity for every level', () => {
    const { log, lines } = logging({ level: 'debug' });
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    log.fatal('e');
    expect(lines().map((line) => line['severity'])).to.deep.equal([
      'DEBUG',
      'INFO',
      'WARNING',
      'ERROR',
      'CRITICAL',
    ]);
  });

  it('writes an error with its class, its causes and one stack', () => {
    const { log, lines } = logging();
    log.error('It broke.', { error: new TypeError('outer', { cause: new RangeError('inner') }) });
    const [line] = lines();
    expect(line?.['error']).to.deep.equal({
      name: 'TypeError',
      message: 'outer',
      causes: ['RangeError: inner'],
    });
    expect(line?.['stack_trace']).to.match(
      /^TypeError: outer\n\s+at [^]*caused by RangeError: inner\n\s+at /,
    );
  });

  it('takes anything that was thrown, and causes that go in a circle', () => {
    const { log, lines } = logging();
    const circle = new Error('round');
    circle.cause = circle;
    for (const error of ['text', 42, null, Symbol('s'), circle]) log.error('It broke.', { error });
    expect(lines()).to.have.length(5);
  });

  it('adds the facts of a child to each of its lines', () => {
    const { log, lines } = logging();
    log.with({ jobId: 'j1' }).with({ stage: 'compose' }).info('Composed.');
    expect(lines()[0]).to.deep.include({ jobId: 'j1', stage: 'compose', message: 'Composed.' });
  });

  it('scrubs a secret wherever it stands: message, fields, keys, error, stack, cause, facts of a child', () => {
    const { log, lines } = logging();
    const error = new Error(`refused ${SECRET}`, { cause: new Error(`GET /?key=${SECRET}`) });
    log
      .with({ requestId: SECRET })
      .error(`Key ${SECRET}`, { error, [SECRET]: 1, deep: [{ header: `Bearer ${SECRET}` }] });
    expect(JSON.stringify(lines())).not.to.include(SECRET);
    expect(JSON.stringify(lines()).split('[redacted]').length).to.be.greaterThan(7);
  });

  it('says nothing below its level', () => {
    const { log, lines } = logging({ level: 'warn' });
    log.info('quiet');
    log.debug('quiet');
    expect(lines()).to.deep.equal([]);
  });
});

describe('the crash guard', () => {
  const run = (body: string): { status: number | null; stdout: string; stderr: string } => {
    const source = `
      import { createLogger, stdoutSink } from './logger.ts';
      import { Redactor } from './redaction.ts';
      import { guardCrashes } from './crash-guard.ts';
      const redactor = new Redactor();
      redactor.register('${SECRET}');
      const log = createLogger({ level: 'info', scrub: redactor.scrubJson, sink: stdoutSink(), service: 's', version: 'v' });
      guardCrashes(log, redactor, process.exit);
      ${body}`;
    return spawnSync(process.execPath, ['--import=tsx', '--input-type=module', '-e', source], {
      cwd: new URL('../', import.meta.url),
      encoding: 'utf8',
    });
  };

  for (const [name, body] of [
    ['an uncaught error', `setTimeout(() => { throw new Error('died of ${SECRET}'); }, 1);`],
    ['a rejected promise that is not awaited', `void Promise.reject(new Error('died of ${SECRET}'));`],
  ] as const) {
    it(`logs ${name}, scrubbed, and exits 1`, () => {
      const { status, stdout, stderr } = run(body);
      expect(status).to.equal(1);
      expect(stderr).to.equal('');
      const line = JSON.parse(stdout) as Record<string, { message: string }>;
      expect(line['severity']).to.equal('CRITICAL');
      expect(line['error']?.message).to.equal('died of [redacted]');
    });
  }

  it('scrubs what a dependency prints, and logs what Node warns of', () => {
    const { status, stdout, stderr } = run(`
      console.log('printed ${SECRET}');
      console.error(Buffer.from('${SECRET}').toString('base64'));
      process.emitWarning('old ${SECRET}');`);
    expect(status).to.equal(0);
    expect(stdout).to.include('printed [redacted]').and.include('old [redacted]').and.not.include(SECRET);
    expect(stderr).to.equal('[redacted]\n');
  });
});

describe('standard output', () => {
  for (const [what, reader] of [
    ['a pipe that is read late', '(sleep 3; cat)'],
    ['a pipe whose reader has gone', 'true'],
  ] as const) {
    it(`as ${what} stops nothing`, () => {
      const source = `
        import { stdoutSink } from './logger.ts';
        const sink = stdoutSink();
        const began = performance.now();
        for (let line = 0; line < 2000; line++) sink.write(line + ' '.repeat(100) + String.fromCharCode(10));
        setTimeout(() => {
          process.stderr.write(String(performance.now() - began));
          setTimeout(() => undefined, 3500);
        }, 1);`;
      const { stdout, stderr } = spawnSync(
        'sh',
        ['-c', `"$0" --import=tsx --input-type=module -e "$1" | ${reader}`, process.execPath, source],
        { cwd: new URL('../', import.meta.url), encoding: 'utf8' },
      );
      // A blocking write would have waited for the rest of the reader’s three seconds.
      expect(Number(stderr)).to.be.lessThan(700);
      const lines = stdout.split('\n').filter(Boolean);
      expect(lines).to.have.length(what.endsWith('late') ? 2000 : 0);
    });
  }
});
