import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createCanvas } from '@napi-rs/canvas';
import type { JobJson, ProblemJson } from '@shortfactory/contract';
import { encodeWav } from '@shortfactory/core';
import { Ffmpeg } from '@shortfactory/renderer';
import { expect } from 'chai';
import { announcedBy, newUploadName } from '../../http/uploads/upload-name.ts';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

interface Announced {
  readonly upload: string;
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly expiresAt: string;
}

/** A PNG whose header claims a size; its pixels are never reached. */
function pngOf(width: number, height: number): Buffer {
  const png = createCanvas(8, 8).toBuffer('image/png');
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

const RATE = 8000;
function wavOf(seconds: number, sample: (at: number) => number): Buffer {
  return Buffer.from(
    encodeWav(
      Int16Array.from({ length: seconds * RATE }, (_, at) => sample(at)),
      RATE,
    ),
  );
}

describe('uploads over HTTP', () => {
  let app: ServedApp;
  const token = visitorToken();
  const png = createCanvas(64, 48).toBuffer('image/png');
  const jpeg = createCanvas(64, 48).toBuffer('image/jpeg');
  const wav = wavOf(2, (at) => Math.sin((2 * Math.PI * 440 * at) / RATE) * 8000);
  before(async () => {
    app = await serveApp({ deps: { limits: { uploadWindowMs: 300, uploadBytesPerSecond: 1000 } } });
  });
  after(() => app.stop());

  const announce = async (contentType: string, bytes: number): Promise<Announced> => {
    const answer = await app.fetch('/api/uploads', { json: { filename: 'a', contentType, bytes }, token });
    expect(answer.status).to.equal(201);
    const json = (await answer.json()) as Announced;
    expect(answer.headers.get('location')).to.equal(`/api/${json.upload}`);
    return json;
  };
  const send = (
    place: Announced,
    body: Uint8Array,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    app.fetch(place.url, { method: place.method, headers: { ...place.headers, ...headers }, body });

  describe('of music', () => {
    const noSound: readonly [what: string, bytes: Buffer, detail: string][] = [
      [
        'twelve minutes of zeros behind a WAV head',
        wavOf(720, () => 0),
        'The upload is silent; music that can be heard was expected.',
      ],
      [
        'zeros where the WAV head describes its samples',
        Buffer.concat([wav.subarray(0, 12), Buffer.alloc(100_000)]),
        'The upload begins like WAV but cannot be decoded; the file is damaged or cut short.',
      ],
      [
        'a WAV head and nothing after it',
        wavOf(0, () => 0),
        'The upload is silent; music that can be heard was expected.',
      ],
    ];
    for (const [what, bytes, detail] of noSound) {
      it(`is refused when it is ${what}, and nothing of it is stored`, async () => {
        const place = await announce('audio/wav', bytes.length);
        const answer = await send(place, bytes);
        expect(answer.status).to.equal(400);
        expect(((await answer.json()) as ProblemJson).detail).to.equal(detail);
        expect((await app.fetch(place.url)).status).to.equal(404);
      });
    }

    it('is taken when it begins with silence and is heard later', async () => {
      const late = wavOf(30, (at) => (at < 20 * RATE ? 0 : Math.sin((2 * Math.PI * 440 * at) / RATE) * 8000));
      expect((await send(await announce('audio/wav', late.length), late)).status).to.equal(204);
    });

    it('is decoded when a video names it, where its bytes did not pass the API', async () => {
      const silent = wavOf(20, () => 0);
      const { upload } = await announce('audio/wav', silent.length);
      await app.store.create(upload, { bytes: silent });
      const answer = await app.fetch('/api/videos', { json: { topic: 'bees', music: upload }, token });
      expect(answer.status).to.equal(400);
      expect(((await answer.json()) as ProblemJson).errors).to.deep.equal([
        {
          in: 'body',
          pointer: '/music',
          detail: 'names an upload that is silent; music that can be heard was expected',
        },
      ]);
    });
  });

  describe('in a day', () => {
    const limited = async (env: Record<string, string>, act: (limitedApp: ServedApp) => Promise<void>) => {
      const limitedApp = await serveApp({ env });
      try {
        await act(limitedApp);
      } finally {
        await limitedApp.stop();
      }
    };
    const announceTo = (to: ServedApp, bytes: number, as = visitorToken()): Promise<Response> =>
      to.fetch('/api/uploads', { json: { filename: 'a', contentType: 'image/png', bytes }, token: as });

    it('are limited for an owner and for a client address, with any token', () =>
      limited({ MAX_UPLOADS_PER_DAY: '3' }, async (to) => {
        for (let i = 0; i < 3; i++) expect((await announceTo(to, 100)).status).to.equal(201);
        const refused = await announceTo(to, 100);
        expect(refused.status).to.equal(429);
        expect(Number(refused.headers.get('retry-after'))).to.be.within(86_000, 86_400);
        const { type, detail } = (await refused.json()) as ProblemJson;
        expect(type).to.equal('urn:shortfactory:problem:limit-reached');
        expect(detail).to.match(/^More than 3 uploads in 24 hours are not taken; /);
      }));

    it('have so many bytes, and one that is too large leaves room for a smaller one', () =>
      limited({ MAX_UPLOAD_MB_PER_DAY: '10' }, async (to) => {
        expect((await announceTo(to, 8_000_000, token)).status).to.equal(201);
        expect((await announceTo(to, 3_000_000, token)).status).to.equal(429);
        expect((await announceTo(to, 2_000_000, token)).status).to.equal(201);
        expect((await announceTo(to, 1, token)).status).to.equal(429);
      }));
  });

  it('are announced, sent, looked at and named in a video', async () => {
    const picture = await announce('image/png', png.length);
    const music = await announce('audio/x-wav', wav.length);
    expect(Date.parse(picture.expiresAt)).to.be.within(Date.now() + 3_500_000, Date.now() + 3_700_000);
    const sent = await send(picture, png);
    expect(sent.status).to.equal(204);
    expect((await send(music, wav)).status).to.equal(204);
    const seen = await app.fetch(sent.headers.get('location') as string);
    expect(seen.headers.get('content-type')).to.equal('image/png');
    expect(seen.headers.get('cache-control')).to.contain('immutable');
    expect(Buffer.from(await seen.arrayBuffer()).equals(png)).to.equal(true);
    const scene = { narration: 'x', visual: 'y', upload: picture.upload };
    const script = { title: 'T', language: 'en', scenes: [scene, scene] };
    const made = await app.fetch('/api/videos', { json: { script, music: music.upload }, token });
    expect(made.status).to.equal(202);
    const job = (await made.json()) as JobJson;
    expect(job.script?.scenes[0]?.upload).to.equal(picture.upload);
    expect(job.settings.music).to.equal(music.upload);
    const swapped = await app.fetch('/api/videos', {
      json: { script: { ...script, scenes: [{ ...scene, upload: music.upload }] }, music: picture.upload },
      token,
    });
    expect(((await swapped.json()) as ProblemJson).errors).to.deep.equal([
      {
        in: 'body',
        pointer: '/script/scenes/0/upload',
        detail: 'names an upload that is audio/wav; a picture or a clip was expected',
      },
    ]);
  });

  it('may be shown by cuts, where what is wrong is named at its place', async () => {
    const { path } = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '');
    const film = '-v error -f lavfi -i testsrc2=s=160x90:r=10:d=1 -c:v libx264 -movflags empty_moov -f mp4 -';
    const { stdout: clip } = await promisify(execFile)(path, film.split(' '), { encoding: 'buffer' });
    const { upload, ...place } = await announce('video/mp4', clip.length);
    expect((await send({ upload, ...place }, clip)).status).to.equal(204);
    const post = async (cut: object): Promise<Response> => {
      const scenes = [{ narration: 'One, two, three.', visual: 'x', cuts: [{ at: 'two', upload, ...cut }] }];
      const json = { script: { title: 'T', language: 'en', scenes } };
      return app.fetch('/api/videos', { json, token });
    };
    const { script } = (await (await post({ clip: { speed: 2 } })).json()) as JobJson;
    expect(script?.scenes[0]?.cuts).to.deep.equal([{ at: 'two', upload, clip: { speed: 2 }, visual: 'two' }]);
    for (const [cut, pointer, detail] of [
      [{ at: 'four' }, 'at', 'is not a word or phrase that the narration of its scene says'],
      [{ upload: 'a.png' }, 'upload', 'is not the name of an upload'],
      [{ upload: upload.replace(/.{4}$/, 'AAAA') }, 'upload', 'names an upload that is not there'],
      [
        { clip: { fromSeconds: 3 } },
        'clip/fromSeconds',
        'is behind the end of the clip, which is 1.0 s long',
      ],
      [
        { upload: undefined, visual: 'y', clip: { speed: 2 } },
        'clip',
        'says how an upload or footage is shown, and neither stands beside it',
      ],
    ] as const) {
      const [error] = ((await (await post(cut)).json()) as ProblemJson).errors ?? [];
      expect(error?.pointer).to.equal(`/script/scenes/0/cuts/0/${pointer}`);
      expect(error?.detail).to.contain(detail);
    }
  });

  it('may be clips, which are named in a video with what of them is shown', async () => {
    const { path } = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '');
    const film = '-v error -f lavfi -i testsrc2=s=160x90:r=10:d=1 -c:v libx264 -movflags empty_moov -f mp4 -';
    const { stdout: clip } = await promisify(execFile)(path, film.split(' '), { encoding: 'buffer' });
    const place = await announce('video/mp4', clip.length);
    expect((await send(place, clip)).status).to.equal(204);
    const scene = { narration: 'x', upload: place.upload, clip: { fromSeconds: 0.2, speed: 2, fit: 'fit' } };
    const post = (given: object): Promise<Response> =>
      app.fetch('/api/videos', {
        json: { script: { title: 'T', language: 'en', scenes: [{ ...scene, clip: given }] } },
        token,
      });
    const made = await post(scene.clip);
    expect(made.status).to.equal(202);
    expect(((await made.json()) as JobJson).script?.scenes[0]?.clip).to.deep.equal(scene.clip);
    for (const [given, error] of [
      [
        { fromSeconds: 3 },
        {
          pointer: '/script/scenes/0/clip/fromSeconds',
          detail: 'is behind the end of the clip, which is 1.0 s long',
        },
      ],
      [
        { fromSeconds: 0.5, toSeconds: 0.2 },
        { pointer: '/script/scenes/0/clip/toSeconds', detail: 'is not after fromSeconds' },
      ],
    ] as const) {
      const refused = (await (await post(given)).json()) as ProblemJson;
      expect(refused.errors).to.deep.equal([{ in: 'body', ...error }]);
    }
  });

  it('are stored once', async () => {
    const place = await announce('image/png', png.length);
    expect((await send(place, png)).status).to.equal(204);
    expect((await send(place, png)).status).to.equal(409);
  });

  const refusals: readonly [
    string,
    string,
    number | undefined,
    Buffer,
    Record<string, string>,
    number,
    RegExp,
  ][] = [
    [
      'a JPEG that was announced as PNG',
      'image/png',
      undefined,
      jpeg,
      {},
      400,
      /is image\/jpeg; image\/png was announced/,
    ],
    [
      'a program',
      'image/png',
      undefined,
      Buffer.from('#!/bin/sh\nrm -rf /\n'),
      {},
      400,
      /an SVG drawing, which is not read|neither a picture, a clip nor sound/,
    ],
    [
      'a page',
      'image/png',
      undefined,
      Buffer.from('<svg onload="alert(1)">'),
      {},
      400,
      /an SVG drawing, which is not read|neither a picture nor sound/,
    ],
    [
      'a picture of 400 million pixels',
      'image/png',
      undefined,
      pngOf(20_000, 20_000),
      {},
      400,
      /20000 × 20000 pixels; at most 40 million/,
    ],
    ['a picture without height', 'image/png', undefined, pngOf(10, 0), {}, 400, /an image whose size/],
    [
      'a picture that is cut short',
      'image/png',
      undefined,
      png.subarray(0, 12),
      {},
      400,
      /size cannot be read/,
    ],
    [
      'fewer bytes than announced',
      'image/png',
      png.length + 5,
      png,
      {},
      400,
      /has \d+ bytes; \d+ were announced/,
    ],
    ['more bytes than announced', 'image/png', 50, png, {}, 413, /announced with 50 bytes/],
    [
      'another type',
      'image/png',
      undefined,
      png,
      { 'content-type': 'image/jpeg' },
      415,
      /announced as image\/png/,
    ],
    [
      'a clip that is none',
      'video/mp4',
      undefined,
      Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42 and no film behind it'),
      {},
      400,
      /^The upload begins like MP4 but cannot be read; the file is damaged or cut short\.$/,
    ],
    ['a coding', 'image/png', undefined, png, { 'content-encoding': 'gzip' }, 415, /compressed/],
    ['nothing', 'image/png', 1, Buffer.alloc(0), {}, 400, /empty/],
  ];
  for (const [what, type, bytes, body, headers, status, sentence] of refusals) {
    it(`refuse ${what} and store nothing of it`, async () => {
      const place = await announce(type, bytes ?? body.length);
      const answer = await send(place, body, headers);
      expect(answer.status).to.equal(status);
      expect(((await answer.json()) as ProblemJson).detail).to.match(sentence);
      expect((await app.fetch(place.url)).status).to.equal(404);
      expect(await app.store.head(place.upload)).to.equal(undefined);
    });
  }

  it('refuse more bytes than announced where the length is not said before', async () => {
    const place = await announce('image/png', 50);
    const body = new ReadableStream({
      start(controller) {
        for (let index = 0; index < 50; index++) controller.enqueue(png);
        controller.close();
      },
    });
    const answer = await app.fetch(place.url, {
      method: 'PUT',
      headers: place.headers,
      body,
      duplex: 'half',
    } as RequestInit & { duplex: 'half' });
    expect(answer.status).to.equal(400);
    expect(await app.store.head(place.upload)).to.equal(undefined);
  });

  it('are refused when announced too large or of a type that is not taken', async () => {
    for (const [contentType, bytes, pointer] of [
      ['image/png', 30_000_001, '/bytes'],
      ['audio/mpeg', 100_000_001, '/bytes'],
      ['image/svg+xml', 10, '/contentType'],
      ['image/png', 0, '/bytes'],
      ['image/png', 1.5, '/bytes'],
      ['image/png', -1, '/bytes'],
    ] as const) {
      const answer = await app.fetch('/api/uploads', { json: { filename: 'a', contentType, bytes }, token });
      expect(answer.status).to.equal(400);
      expect(((await answer.json()) as ProblemJson).errors?.map((each) => each.pointer)).to.deep.equal([
        pointer,
      ]);
    }
  });

  it('go nowhere without having been announced, or after the hour', async () => {
    const put = (id: string) =>
      app.fetch(`/api/uploads/${id}`, { method: 'PUT', headers: { 'content-type': 'image/png' }, body: png });
    const place = await announce('image/png', png.length);
    const id = place.upload.slice('uploads/'.length);
    const changed = (at: number): string =>
      `${id.slice(0, at)}${id[at] === 'A' ? 'B' : 'A'}${id.slice(at + 1)}`;
    const late = newUploadName('a signing key of a test, long enough', {
      contentType: 'image/png',
      bytes: png.length,
      expiresMs: Date.now() - 1000,
    }).slice('uploads/'.length);
    const foreign = newUploadName('another signing key, long enough', {
      contentType: 'image/png',
      bytes: png.length,
      expiresMs: Date.now() + 100_000,
    }).slice('uploads/'.length);
    for (const bad of ['a'.repeat(40), changed(0), changed(25), changed(40), `${id}A`, late, foreign]) {
      expect((await put(bad)).status, bad).to.equal(404);
    }
    expect((await put(id)).status).to.equal(204);
  });

  it('carry what was announced in their name, which cannot be guessed', () => {
    const announced = { contentType: 'audio/mpeg', bytes: 99_000_000, expiresMs: 1_800_000_000_000 };
    const names = Array.from({ length: 100 }, () => newUploadName('key', announced));
    expect(new Set(names).size).to.equal(100);
    for (const name of names) {
      expect(name).to.match(/^uploads\/[A-Za-z0-9_-]{50,80}$/);
      expect(announcedBy('key', name.slice('uploads/'.length))).to.deep.equal(announced);
    }
  });

  it('end when they come too slowly', async () => {
    const place = await announce('image/png', png.length);
    const socket = await app.socket();
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.write(
      `PUT ${place.url} HTTP/1.1\r\nHost: a\r\nContent-Type: image/png\r\nContent-Length: ${png.length}\r\n\r\n`,
    );
    let at = 0;
    const drip = setInterval(() => void socket.write(png.subarray(at, ++at)), 50);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(drip);
    expect(text).to.match(/^HTTP\/1\.1 408 [\s\S]*urn:shortfactory:problem:too-slow/);
    expect(await app.store.head(place.upload)).to.equal(undefined);
  });

  it('are not called slow when it is the store that is', async () => {
    const receive = app.delivery.receive.bind(app.delivery);
    app.delivery.receive = async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      return receive(...args);
    };
    try {
      expect((await send(await announce('image/png', png.length), png)).status).to.equal(204);
    } finally {
      app.delivery.receive = receive;
    }
  });

  it('leave nothing behind when they break off', async () => {
    const place = await announce('image/png', png.length);
    const socket = await app.socket();
    socket.write(
      `PUT ${place.url} HTTP/1.1\r\nHost: a\r\nContent-Type: image/png\r\nContent-Length: ${png.length}\r\n\r\n`,
    );
    socket.write(png.subarray(0, 50));
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await app.store.head(place.upload)).to.equal(undefined);
    expect((await send(place, png)).status).to.equal(204);
  });

  it('are asked for only when their head was accepted', async () => {
    const place = await announce('image/png', png.length);
    const head = (type: string): string =>
      `PUT ${place.url} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Type: ${type}\r\nContent-Length: ${png.length}\r\n\r\n`;
    const refused = await app.raw(head('image/gif'), 300);
    expect(refused).to.match(/^HTTP\/1\.1 415 /);
    const socket = await app.socket();
    socket.write(head('image/png'));
    const asked = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
    expect(asked.toString()).to.match(/^HTTP\/1\.1 100 Continue/);
    socket.write(png);
    const done = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
    expect(done.toString()).to.match(/^HTTP\/1\.1 204 /);
    socket.destroy();
  });
});

describe('pictures that are drawn for a scene', () => {
  let app: ServedApp;
  before(async () => {
    app = await serveApp();
  });
  after(() => app.stop());
  const wish = {
    visual: 'a fox in the snow',
    narration: 'Foxes hear mice.',
    language: 'en',
    imageStyle: 'flat',
  };
  const draw = async (take: number): Promise<Buffer> => {
    const answer = await app.fetch('/api/illustrations', { json: { ...wish, take } });
    expect(answer.status).to.equal(201);
    const { upload, url } = (await answer.json()) as { upload: string; url: string };
    expect(url).to.equal(`/api/${upload}`);
    const scene = { narration: wish.narration, visual: wish.visual, upload };
    const video = { script: { title: 'T', language: 'en', scenes: [scene] } };
    expect((await app.fetch('/api/videos', { json: video })).status).to.equal(202);
    return Buffer.from(await (await app.fetch(url)).arrayBuffer());
  };

  it('are uploads that the scene can name, another one for another take', async () => {
    const [first, again, other] = [await draw(0), await draw(0), await draw(3)];
    expect(first.equals(again)).to.equal(true);
    expect(first.equals(other)).to.equal(false);
  });
});
