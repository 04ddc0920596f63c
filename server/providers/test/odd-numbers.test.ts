import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProblemJson } from '@shortfactory/contract';
import { splitWords } from '@shortfactory/core';
import type { Narrator } from '@shortfactory/core';
import { expect } from 'chai';
import { retryAfterMs } from '../calls/retry-after.ts';
import { babble } from '@shortfactory/testing/fakes/providers/sounds';
import { CANARY, Services } from '@shortfactory/testing/fakes/providers/services';
import { suiteServers } from '@shortfactory/testing/started-server';
import type { StartedServer } from '@shortfactory/testing/started-server';

const services = new Services();
const { gemini, elevenLabs, google } = services;
before(() => services.listen());
after(() => services.close());
afterEach(() => services.all.forEach((server) => server.reset()));

describe('a server whose writing service states a use that cannot be', () => {
  const servers = suiteServers();
  const start = (more: Record<string, string> = {}): Promise<StartedServer> =>
    servers.start({
      ...{ USE_REAL_LLM: 'true', LLM_PROVIDERS: 'gemini', GEMINI_API_KEY: CANARY },
      ...{ GEMINI_BASE_URL: gemini.url, ...more },
    });
  const write = (server: StartedServer, topic: string): Promise<Response> =>
    fetch(`${server.url}/api/stories`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ topic, language: 'en' }),
    });
  const stating = (count: string): void => {
    gemini.alter = (json) =>
      json.replace(/"(candidates|thoughts|prompt)TokenCount":\d+/g, `"$1TokenCount":${count}`);
  };

  it('lives on, counts the calls as estimated, and says so once', async () => {
    const server = await start();
    const odd = ['-900000', '"12x"', '1e300', '0.5', '-1e999'];
    for (const [i, count] of odd.entries()) {
      stating(count);
      expect((await write(server, `topic ${i}`)).status, count).to.equal(200);
    }
    const metrics = await (await fetch(server.metricsUrl)).text();
    const cost = Number(/^shortfactory_estimated_cost_usd_total\{.*\} (\S+)$/m.exec(metrics)?.[1]);
    // An estimate is about half a cent.
    expect(cost).to.be.within(0.001 * odd.length, 0.05 * odd.length);
    expect((await fetch(`${server.url}/live`)).status).to.equal(200);
    const said = server.log.filter(({ message }) => /states a use that cannot be/.test(String(message)));
    expect(said).to.have.length(1);
  });

  for (const count of ['"12x"', '-900000']) {
    it(`still stops at the day’s limit (${count} tokens)`, async () => {
      stating(count);
      const server = await start({ MAX_COST_PER_DAY_USD: '0.03' });
      const answers: Response[] = [];
      for (let i = 0; i < 12; i++) answers.push(await write(server, `another topic ${i}`));
      const statuses = answers.map(({ status }) => status);
      expect(statuses[0]).to.equal(200);
      expect(statuses.at(-1)).to.equal(429);
      expect(((await answers.at(-1)?.json()) as ProblemJson).detail).to.match(
        /^Services have cost about \$0\.0\d today, and MAX_COST_PER_DAY_USD allows \$0\.03\./,
      );
    });
  }

  it('makes no paid call while the day’s ledger on the disk is damaged, and names the object', async () => {
    const server = await start({ MAX_COST_PER_DAY_USD: '5' });
    const day = new Date().toISOString().slice(0, 10);
    const folder = join(server.folder, 'data/spend', day);
    await mkdir(folder, { recursive: true });
    for (const [i, page] of [
      '{"takenUsd":null}',
      '{"takenUsd":-1000}',
      '{"taken',
      '',
      '{"takenUsd":1e999}',
    ].entries()) {
      await writeFile(join(folder, `g${i + 1}.json`), page);
      const answer = await write(server, `a topic for ledger ${i}`);
      expect(answer.status, page).to.equal(429);
      expect(((await answer.json()) as ProblemJson).detail).to.include(`spend/${day} in the store`);
    }
    expect(gemini.works).to.have.length(0);
  });
});

describe('a voice service that states rates and times that cannot be', () => {
  const never = new AbortController().signal;
  const TEXT = 'One two three four five.';
  /** 200 ms of silence before the first word become 40. */
  const CUT_MS = 160;
  const startsOf = async (narrator: Narrator, voice: string): Promise<number[]> => {
    const { marks } = await narrator.narrate({ text: TEXT, language: 'en', voice }, never);
    return splitWords(TEXT, 'en').map(
      ({ start, end }) => marks.find(({ offset }) => offset >= start && offset < end)?.ms ?? NaN,
    );
  };
  const expectInPlace = (starts: readonly number[]): void => {
    const truth = babble(TEXT).startsMs.map((ms) => ms - CUT_MS);
    starts.forEach((ms, i) => expect(ms).to.be.closeTo(truth[i] ?? 0, 350));
  };

  for (const time of ['-5', '1e999', '90000', '"12x"', 'null']) {
    it(`is heard all the same, its words found in the sound (${time} s)`, async () => {
      elevenLabs.alter = (json) =>
        json.replace(/"character_start_times_seconds":\[[^\]]*\]/g, (list) =>
          list.replace(/\[.*\]/, `[${[...TEXT].map(() => time).join(',')}]`),
        );
      google.alter = (json) => json.replace(/"timeSeconds":[\d.]+/g, `"timeSeconds":${time}`);
      expectInPlace(await startsOf(services.elevenLabsNarrator(), 'elevenlabs-sarah'));
      expectInPlace(await startsOf(services.googleNarrator(), 'google-en-us-wavenet-f'));
      expect(elevenLabs.works, 'asked and paid once').to.have.length(1);
    });
  }

  it('is taken at the usual rate when the stated one cannot be', async () => {
    gemini.speech = 'pcm';
    gemini.alter = (json) => json.replace(/rate=\d+/, 'rate=0000');
    expectInPlace(await startsOf(services.geminiNarrator(), 'gemini-sulafat'));
    gemini.speech = 'wav';
  });
});

describe('the pause that a provider asks for', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  for (const [header, ms] of [
    ['3', 3000],
    ['Tue, 24 Nov 2026 12:00:05 GMT', 5000],
    ['-5', undefined],
    ['12x', undefined],
    ['1e9', undefined],
    ['Infinity', undefined],
    ['9999999999', undefined],
  ] as const) {
    it(`is ${ms ?? 'not known'} for "${header}"`, () => {
      expect(retryAfterMs(header, undefined, now)).to.equal(ms);
    });
  }
});
