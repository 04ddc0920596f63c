import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '@shortfactory/command-line';
import { startYouTube } from '@shortfactory/testing/fakes/youtube';
import { expect } from 'chai';
import { publish } from '../publish/command.ts';

const FILM = Buffer.alloc(1_300_000, 'film');
const KIT = {
  ...{ title: 'Three hearts', text: 'Two for the gills.', language: 'en', hashtags: ['#octopus'] },
  ...{ disclosure: 'Made with AI.', videos: ['film.mp4'], altText: '' },
};

describe('npm run publish-video', () => {
  let folder: string;
  let google: Awaited<ReturnType<typeof startYouTube>>;
  beforeEach(async () => {
    google = await startYouTube();
    folder = await mkdtemp(join(tmpdir(), 'shortfactory-publish-'));
    await writeFile(join(folder, 'film.mp4'), FILM);
    await writeFile(join(folder, 'film.kit.json'), JSON.stringify(KIT));
  });
  afterEach(async () => {
    await google.stop();
    await rm(folder, { recursive: true });
  });

  async function run(args: readonly string[], more: Record<string, string> = {}) {
    const [said, warned]: [string[], string[]] = [[], []];
    const { id, secret } = google.youtube.client;
    const env = {
      ...{ DATA_DIR: join(folder, 'data'), INIT_CWD: folder },
      ...{ YOUTUBE_CLIENT_ID: id, YOUTUBE_CLIENT_SECRET: secret, YOUTUBE_BASE_URL: google.base },
      ...more,
    };
    const say = (line: string): void => {
      said.push(line);
      // The browser of its owner, who says yes.
      const page = /^http:.*\/o\/oauth2\/.*$/m.exec(line)?.[0];
      if (page !== undefined) void fetch(google.youtube.consent(page));
    };
    const own = { say, warn: (line: string) => void warned.push(line) };
    const code = await runCommand(publish, args, env, own);
    return { code, said: said.join('\n'), warned: warned.join('\n') };
  }

  it('connects a channel by a browser that comes back, sends a file once, lists it, and disconnects', async () => {
    const connected = await run(['connect']);
    expect([connected.code, connected.warned]).to.deep.equal([0, '']);
    expect(connected.said).to.match(/\nMarine Minute is connected\.$/);
    for (const _ of [1, 2]) {
      const sent = await run(['send', 'film.mp4', '--title', 'Three <hearts>'.replace(/[<>]/g, '')]);
      expect(sent.code, sent.warned).to.equal(0);
      expect(sent.said).to.match(
        /^file-[0-9a-f]{40}\.[0-9a-f]{32} {2}sent {5}Three hearts {2}https:\/\/youtu\.be\//,
      );
    }
    const [video, ...others] = google.youtube.videos;
    expect([others, google.youtube.violations]).to.deep.equal([[], []]);
    expect(video?.bytes.equals(FILM)).to.equal(true);
    expect(video?.snippet).to.include({ title: 'Three hearts', description: 'Two for the gills.' });
    expect(video?.status).to.include({ privacyStatus: 'private', containsSyntheticMedia: true });
    expect((await run(['list'])).said).to.match(/^Marine Minute is connected\.\nfile-.* sent /);
    expect((await run(['disconnect'])).said).to.equal('The channel is disconnected.');
    expect(google.youtube.isConnected).to.equal(false);
    expect((await run(['send', 'film.mp4', '--title', 'Another'])).warned).to.equal(
      'YouTube is not connected; connect it first.',
    );
  });

  it('keeps what has to wait, and says until when', async () => {
    await run(['connect']);
    google.youtube.quota = 0;
    const kept = await run(['send', 'film.mp4']);
    expect([kept.code, google.youtube.videos.length]).to.deep.equal([0, 0]);
    expect(kept.said).to.match(/^YouTube takes no more from here today\. It goes on at 20/);
  });

  const BAD: readonly [string[], Record<string, string>, RegExp][] = [
    [[], {}, /^connect, send FILE or ID, list, .* was expected/],
    [['send'], {}, /was expected/],
    [['list', 'all'], {}, /was expected/],
    [['send', 'film.mp4', '--privacy', 'friends'], {}, /^--privacy: is “friends”; one of private, /],
    [['send', 'film.mp4', '--at', 'soon'], {}, /^--at: “soon” is not a time such as/],
    [['send', 'nowhere.mp4'], {}, /^There is neither a file “nowhere\.mp4” nor a finished video/],
    [['send', 'film.kit.json'], {}, /^“film\.kit\.json” is no \.mp4 file\.$/],
    [['list'], { YOUTUBE_CLIENT_ID: '' }, /^YOUTUBE_CLIENT_ID: is needed to send videos/],
  ];
  for (const [args, env, sentence] of BAD) {
    it(`refuses ${args.join(' ') || 'nothing'}${Object.keys(env).join()} with one sentence`, async () => {
      const { code, said, warned } = await run(args, env);
      expect(warned).to.match(sentence);
      // What a command imports later the tests' loader loads once more, with classes of its own: 1 there, else 2.
      expect(code).to.be.oneOf([1, 2]);
      expect(said).to.equal('');
    });
  }
});
