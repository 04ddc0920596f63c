import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PublisherFailed } from '@shortfactory/core';
import { startYouTube } from '@shortfactory/testing/fakes/youtube';
import { expect } from 'chai';
import { GoogleSignIn, YouTube, createAsk } from '../index.ts';
import { nextPacificMidnight } from '../youtube/pacific.ts';
import { POST } from './support/simulated-senders.ts';

const NEVER = new AbortController().signal;
const PART = 256 * 1024;
const FILM = Buffer.alloc(PART + 1000, 'film');

describe('YouTube over HTTP', () => {
  let google: Awaited<ReturnType<typeof startYouTube>>;
  let youtube: YouTube;
  let token: string;
  beforeEach(async () => {
    google = await startYouTube();
    const { id: clientId, secret } = google.youtube.client;
    const ask = createAsk('YouTube', { short: 2000, upload: 2000 });
    youtube = new YouTube({ ask, baseUrl: google.base, nowMs: Date.now });
    const signIn = new GoogleSignIn({
      ask,
      clientId,
      clientSecret: async () => secret,
      baseUrl: google.base,
    });
    // @see https://www.rfc-editor.org/rfc/rfc7636#appendix-B
    const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    const redirectUri = 'http://127.0.0.1/callback';
    const back = google.youtube.consent(signIn.address({ state: 'a state', challenge, redirectUri }));
    expect(back.searchParams.get('state')).to.equal('a state');
    const code = back.searchParams.get('code') ?? '';
    const tokens = await signIn.redeem({ code, verifier, redirectUri }, NEVER);
    token = tokens.access.token;
    const again = await signIn
      .redeem({ code, verifier, redirectUri }, NEVER)
      .catch((error: unknown) => error);
    expect(again).to.be.instanceOf(PublisherFailed).with.property('failure', 'access');
  });
  afterEach(() => google.stop());

  const begin = () =>
    youtube.begin(token, POST, 'a-marker', { bytes: FILM.length, mediaType: 'video/mp4' }, NEVER);
  const send = (upload: string, firstByte: number, endByte = FILM.length) =>
    youtube.send(
      token,
      upload,
      { bytes: FILM.subarray(firstByte, endByte), firstByte, totalBytes: FILM.length },
      NEVER,
    );

  it('sends parts, asks what is there, and finds the video by its marker', async () => {
    const upload = await begin();
    expect(await youtube.ask(token, upload, FILM.length, NEVER)).to.deep.equal({
      state: 'open',
      keptBytes: 0,
    });
    expect(await send(upload, 0, PART)).to.deep.equal({ state: 'open', keptBytes: PART });
    const done = await send(upload, PART);
    expect(done).to.deep.equal({ state: 'done', video: await youtube.find(token, 'a-marker', NEVER) });
    expect(await youtube.ask(token, upload, FILM.length, NEVER)).to.deep.equal(done);
    expect(await youtube.find(token, 'another', NEVER)).to.equal(undefined);
    expect(google.youtube.violations).to.deep.equal([]);
  });

  it('fails as “away” when an answer breaks off, also that to the last byte, of which one video comes', async () => {
    const upload = await begin();
    google.youtube.fault = ({ method }) => (method === 'PUT' ? 'lost after' : undefined);
    const error = await send(upload, 0).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(PublisherFailed).with.property('failure', 'away');
    expect(error).to.have.property('message', 'YouTube cannot be reached.');
    google.youtube.fault = () => undefined;
    expect(await youtube.ask(token, upload, FILM.length, NEVER)).to.have.property('state', 'done');
    expect(google.youtube.videos).to.have.length(1);
  });

  it('follows no redirect, with neither the film nor the token', async () => {
    const elsewhere: string[] = [];
    const other = createServer(({ url = '' }, answer) => void (elsewhere.push(url), answer.end()));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/private`;
    const upload = await begin();
    google.youtube.fault = () => ({ status: 307, headers: { location } });
    const calls = [begin, () => send(upload, 0, PART), () => youtube.channel(token, NEVER)];
    for (const call of calls) {
      const error = await call().catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(PublisherFailed).with.property('failure', 'away');
    }
    expect(elsewhere).to.deep.equal([]);
    await new Promise((resolve) => other.close(resolve));
  });

  for (const [status, reason, failure, message] of [
    [403, 'quotaExceeded', 'quota', /^YouTube takes no more from here today\.$/],
    [400, 'uploadLimitExceeded', 'quota', /^YouTube takes no more videos of this channel for now\.$/],
    [403, 'rateLimitExceeded', 'away', /too many requests/],
    [401, 'authError', 'token', /did not accept/],
    [403, 'youtubeSignupRequired', 'refused', /has no YouTube channel/],
    [400, 'invalidDescription', 'refused', /^YouTube did not take the description\.$/],
    [400, 'somethingNew', 'refused', /^YouTube refused it: Not this one\.$/],
    [503, '', 'away', /fault of its own at the moment \(HTTP 503\)/],
  ] as const) {
    it(`takes ${status} ${reason} for “${failure}”`, async () => {
      const error = { errors: [{ reason }], message: 'Not <b>this</b> one' };
      google.youtube.fault = () => ({ status, json: { error } });
      const failed = await begin().catch((reason: unknown) => reason);
      expect(failed).to.be.instanceOf(PublisherFailed).with.property('failure', failure);
      expect(failed).to.have.property('message').that.matches(message);
    });
  }
});

describe('the next midnight of Pacific Time', () => {
  for (const [now, midnight] of [
    ['2026-12-01T03:00:00Z', '2026-12-01T08:00:00Z'],
    ['2026-12-01T08:00:00Z', '2026-12-02T08:00:00Z'],
    ['2026-07-01T06:59:59.999Z', '2026-07-01T07:00:00Z'],
    // Clocks go forward on 8 March 2026, and back on 1 November.
    ['2026-03-08T09:30:00Z', '2026-03-09T07:00:00Z'],
    ['2026-11-01T08:30:00Z', '2026-11-02T08:00:00Z'],
  ] as const) {
    it(`is ${midnight} at ${now}`, () => {
      expect(new Date(nextPacificMidnight(Date.parse(now))).toISOString()).to.equal(
        new Date(midnight).toISOString(),
      );
    });
  }
});
