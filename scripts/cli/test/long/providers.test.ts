import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { ElevenLabsServer } from '@shortfactory/testing/fakes/providers/elevenlabs';
import { GeminiServer, scenesOf } from '@shortfactory/testing/fakes/providers/gemini';
import { put, short, workplace } from '../command.ts';

const KEY = 'canary-7f3kq9-do-not-show-me';
const COMMAND = fileURLToPath(new URL('../../providers.ts', import.meta.url));

const gemini = new GeminiServer(KEY);
const elevenLabs = new ElevenLabsServer(KEY);
before(() => Promise.all([gemini.listen(), elevenLabs.listen()]));
after(() => Promise.all([gemini.close(), elevenLabs.close()]));
afterEach(() => [gemini, elevenLabs].forEach((server) => server.reset()));

function environment(): Record<string, string> {
  return {
    ...{ USE_REAL_LLM: 'true', USE_REAL_IMAGE: 'true', USE_REAL_VOICE: 'true' },
    ...{ GEMINI_API_KEY: KEY, ELEVENLABS_API_KEY: KEY },
    ...{ GEMINI_BASE_URL: gemini.url, ELEVENLABS_BASE_URL: elevenLabs.url },
  };
}

async function check(args: readonly string[], env: Record<string, string>) {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', tsx, COMMAND, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], DATA_DIR: join(workplace().folder, 'data'), ...env },
  });
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { stdout, stderr, code };
}

describe('npm run providers -- check', () => {
  it('says that everything is made here when nothing is switched on', async () => {
    const { stdout, code } = await check(['check'], {});
    expect(code).to.equal(0);
    expect(stdout.match(/made here; needs no key/g)).to.have.length(3);
    expect(stdout).to.include('costs about $0.00');
  });

  it('asks each service for something free, and says what is not set up', async () => {
    const { stdout, stderr, code } = await check(['check'], environment());
    expect([code, stderr]).to.deep.equal([0, '']);
    const lines = stdout.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
    expect(lines).to.include.members([
      'llm gemini ok the key is accepted, and gemini-3.8-flash is there',
      'image gemini ok the key is accepted, and gemini-nano-banana-2.1 is there',
      'voice elevenlabs ok the key is accepted, and its voices are there',
      'voice google not set up there is no key for it',
    ]);
    expect(stdout).to.match(/A video of 30 s costs about \$0\.\d\d with the first of each\./);
    expect([...gemini.works, ...elevenLabs.works], 'nothing was paid for').to.deep.equal([]);
  });

  it('fails with the reason, and never shows a key', async () => {
    gemini.models = ['gemini-0.1'];
    elevenLabs.fault = () => 'unauthorized';
    const { stdout, stderr, code } = await check(['check', '--json'], environment());
    gemini.models = ['gemini-3.8-flash', 'gemini-nano-banana-2.1', 'gemini-3.8-flash-tts'];
    expect(code).to.equal(1);
    const { providers } = JSON.parse(stdout) as {
      providers: { provider: string; state: string; detail: string }[];
    };
    expect(providers.filter(({ state }) => state === 'failed').map(({ detail }) => detail)).to.deep.equal([
      'Gemini accepts the key, but does not list gemini-3.8-flash.',
      'Gemini accepts the key, but does not list gemini-nano-banana-2.1.',
      'Gemini accepts the key, but does not list gemini-3.8-flash-tts.',
      'ElevenLabs did not accept the key in ELEVENLABS_API_KEY, or does not allow it this service.',
    ]);
    expect(stderr).to.equal('4 of 9 cannot be used.\n');
    expect(stdout + stderr).not.to.include(KEY);
  });

  it('says what it takes', async () => {
    const { stderr, code } = await check(['chekc'], {});
    expect([code, stderr]).to.deep.equal([2, '“check” was expected; --help says what it does.\n']);
  });
});

describe('npm run short with services', () => {
  it('draws and speaks with them, says what they cost, and leaves no key behind', async () => {
    const place = workplace();
    await put(place, 'script.json', { title: 'Rain', language: 'en', scenes: scenesOf(2) });
    const env = { ...environment(), VOICE_PROVIDERS: 'elevenlabs' };
    const args = ['--script', 'script.json', '--aspect', '1:1', '--out', 'rain.mp4', '--json'];
    const { code, stdout, stderr } = await short(place, args, { env });
    expect(stderr).to.equal('');
    expect(code).to.equal(0);
    const report = JSON.parse(stdout) as Record<string, unknown>;
    expect(report).to.deep.include({ voice: 'elevenlabs-george', degraded: [], offline: [] });
    expect(report['costUsd']).to.be.greaterThan(0.1);
    const files = await readdir(place.folder, { recursive: true, withFileTypes: true });
    const contents = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
    );
    expect([stdout, stderr, ...contents].join('\n')).not.to.include(KEY);
  });

  it('ends with one sentence when a service refuses the key and no other may take its place', async () => {
    const place = workplace();
    await put(place, 'script.json', { title: 'Rain', language: 'en', scenes: scenesOf(1) });
    gemini.fault = () => 'unauthorized';
    const env = { ...environment(), IMAGE_PROVIDERS: 'gemini', VOICE_PROVIDERS: 'elevenlabs' };
    const { code, stderr } = await short(place, ['--script', 'script.json'], { env });
    expect(code).to.equal(1);
    expect(stderr.trim().split('\n').at(-1)).to.equal(
      'Gemini did not accept the key in NANOBANANA_API_KEY or GEMINI_API_KEY, or does not allow it this service.',
    );
    expect(stderr).not.to.include(KEY);
  });
});
