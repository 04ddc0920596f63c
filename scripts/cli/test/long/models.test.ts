import { chmod, readFile } from 'node:fs/promises';
import { runCommand } from '@shortfactory/command-line';
import { ConnectionsFile } from '@shortfactory/config';
import { expect } from 'chai';
import { OpenAiServer } from '@shortfactory/testing/fakes/providers/openai';
import { short, workplace } from '../command.ts';

const KEY = 'canary-endpoint-key-3Vb5';
/** `npm run providers -- check`, with nothing in the environment but the data folder. */
async function checked(DATA_DIR: string): Promise<{ code: number; out: string; err: string }> {
  const { providers } = await import('../../providers/command.ts');
  const said: Record<'out' | 'err', string[]> = { out: [], err: [] };
  const code = await runCommand(
    providers,
    ['check'],
    { DATA_DIR },
    {
      say: (line) => said.out.push(line),
      warn: (line) => said.err.push(line),
    },
  );
  return { code, out: said.out.join('\n'), err: said.err.join('\n') };
}

const TOPIC = '5 tips to save money';

describe('npm run short, with a model of an endpoint', function () {
  this.timeout(120_000);
  const server = new OpenAiServer(KEY);
  let env: Record<string, string>;
  before(async () => {
    await server.listen();
    const studio = { url: `${server.url}/v1`, key: 'ENDPOINT_API_KEY' };
    env = { ENDPOINTS: JSON.stringify({ studio }), ENDPOINT_API_KEY: KEY };
  });
  after(() => server.close());
  afterEach(() => server.reset());

  it('--writer lets it write, and no offline outline is told in its place', async () => {
    const { code, stdout, stderr } = await short(
      workplace(),
      [TOPIC, '--writer', 'studio:writer', '--seconds', '15', '--aspect', '1:1', '--json'],
      { env },
    );
    expect(code, stderr).to.equal(0);
    const made = JSON.parse(stdout) as Record<'title' | 'path' | 'poster', string> & Record<string, unknown>;
    expect(made.title).to.equal('Why the sky is blue');
    expect(made.kind).to.equal(undefined);
    expect(made.digitalSourceType).to.equal('compositeWithTrainedAlgorithmicMedia');
    expect(made.disclosure).to.equal('Made with AI: text (studio).');
    expect(await readFile(made.path, 'latin1')).to.include(
      'digitalsourcetype/compositeWithTrainedAlgorithmicMedia',
    );
    expect(await readFile(made.poster, 'latin1')).to.include('digitalsourcetype/digitalCreation');
    expect(stdout + stderr).not.to.include(KEY);
  });

  it('a writer that fails is stood in for, and said so; the key is nowhere', async () => {
    server.fault = () => 'unauthorized';
    const { code, stdout, stderr } = await short(
      workplace(),
      [TOPIC, '--writer', 'studio:writer', '--seconds', '10', '--aspect', '1:1', '--json'],
      { env },
    );
    expect(code, stderr).to.equal(0);
    expect(stdout).to.match(/studio did not accept the key in ENDPOINT_API_KEY/);
    expect(stdout + stderr).not.to.include(KEY);
  });

  it('what was entered on the page Connections writes, below the environment; the key is nowhere', async () => {
    const place = workplace();
    const file = new ConnectionsFile(place.dataDir);
    await file.write({
      variables: { ...env, LLM_PROVIDERS: 'studio:writer,offline', USE_REAL_LLM: 'true' },
      setAt: {},
    });
    const args = [TOPIC, '--seconds', '10', '--aspect', '1:1', '--json'];
    const entered = await short(place, args);
    expect(entered.code, entered.stderr).to.equal(0);
    expect((JSON.parse(entered.stdout) as { title: string }).title).to.equal('Why the sky is blue');
    const listed = await checked(place.dataDir);
    expect(listed.out).to.match(/^llm +studio:writer +ok /m);

    const own = await short(place, args, { env: { USE_REAL_LLM: 'false' } });
    expect(own.code, own.stderr).to.equal(0);
    expect((JSON.parse(own.stdout) as { title: string }).title).not.to.equal('Why the sky is blue');

    await chmod(file.path, 0o644);
    const open = await checked(place.dataDir);
    expect(open.code).to.equal(0);
    expect(open.err).to.match(/may be read by others .* Nothing that was entered there is used\.$/m);
    expect(open.out).to.match(/^llm +offline +ok /m);
    const said = [entered, own].flatMap(({ stdout, stderr }) => [stdout, stderr]);
    expect([...said, listed.out, listed.err, open.out, open.err].join('')).not.to.include(KEY);
  });

  it('a model that cannot be is bad input, named with its option', async () => {
    for (const [option, entry] of [
      ['--writer', 'olama:qwen3'],
      ['--pictures', 'http://models.example.org/v1#flux'],
      ['--narrator', 'kokoro'],
    ] as const) {
      const { code, stderr } = await short(workplace(), [TOPIC, option, entry], { env });
      expect(code).to.equal(2);
      expect(stderr).to.include(`${option}: “${entry}” is no model that is known;`);
    }
  });
});
