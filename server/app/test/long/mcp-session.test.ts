import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLIENT_LINES } from '@shortfactory/testing/support/mcp-clients';
import type { McpClient, ToolResult } from '@shortfactory/testing/support/mcp-clients';
import { freePort } from '@shortfactory/testing/support/free-port';
import { StartedServer } from '@shortfactory/testing/started-server';
import { expect } from 'chai';

interface Video {
  readonly id: string;
  readonly status: string;
  readonly percent: number;
  readonly outputs: readonly { readonly url: string; readonly bytes: number }[];
  readonly kit: string;
  readonly project: string;
}

const contentOf = ({ isError, content, structuredContent }: ToolResult): Record<string, unknown> => {
  expect(isError, content[0]?.text).not.to.equal(true);
  return structuredContent ?? {};
};

describe('agents over POST /mcp, with the official clients of two lines', function () {
  // A lease of a worker that was killed is taken over after 75 s.
  this.timeout(300_000);
  let folder: string;
  let server: StartedServer;
  const clients: McpClient[] = [];

  afterEach(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it('get their videos once, though the server is killed in between', async () => {
    folder = await mkdtemp(join(tmpdir(), 'shortfactory-mcp-'));
    const env = { DATA_DIR: join(folder, 'data'), PORT: String(await freePort()) };
    server = await StartedServer.start(env);
    const asked: {
      readonly client: McpClient;
      readonly id: string;
      readonly request: Record<string, unknown>;
    }[] = [];
    for (const { line, overHttp } of CLIENT_LINES) {
      const client = await overHttp(`${server.url}/mcp`);
      clients.push(client);
      const topic = `Why the sky is blue, asked in ${line}`;
      const { script } = contentOf(await client.call('write_script', { topic, seconds: 10 }));
      const request = { script, aspects: ['9:16'] };
      const { id } = contentOf(await client.call('create_video', request)) as unknown as Video;
      asked.push({ client, id, request });
    }
    const [first] = asked;
    const before = await waited(first?.client as McpClient, first?.id ?? '', {
      seconds: 1,
      until: isUnderWay,
    });
    expect(before.status).to.equal('running');

    // SIGKILL, to the API and to what makes videos beside it.
    await server.stop();
    server = await StartedServer.start(env);
    await Promise.all(
      asked.map(async ({ client, id, request }) => {
        // A client of 2025 has no session to lose, and neither has one of 2026.
        expect(contentOf(await client.call('create_video', request))).to.include({ id });
        const progress: number[] = [];
        const done = await waited(client, id, { seconds: 50, until: isDone, progress });
        expect(done.status).to.equal('done');
        expect(progress.at(-1)).to.equal(100);
        const [output] = done.outputs;
        const file = await fetch(output?.url ?? '');
        expect((await file.arrayBuffer()).byteLength).to.equal(output?.bytes);
        const kit = (await (await fetch(done.kit)).json()) as { title: string; altText: string };
        expect(kit.title).not.to.equal('');
        expect(kit.altText).not.to.equal('');
        const project = Buffer.from(await (await fetch(done.project)).arrayBuffer());
        expect(project.includes('project.otio')).to.equal(true);
      }),
    );
    const { videos } = contentOf(await (clients[0] as McpClient).call('list_videos')) as unknown as {
      videos: Video[];
    };
    expect(videos.map((each) => [each.id, each.status])).to.have.deep.members(
      asked.map(({ id }) => [id, 'done']),
    );
  });
});

interface Waiting {
  readonly seconds: number;
  readonly until: (video: Video) => boolean;
  readonly progress?: number[];
}

const isUnderWay = ({ percent }: Video): boolean => percent > 5;
const isDone = ({ status }: Video): boolean => status === 'done';

/** Asks again and again, as an agent does, until something holds of the video; gives up when it has ended. */
async function waited(
  client: McpClient,
  id: string,
  { seconds, until, progress = [] }: Waiting,
): Promise<Video> {
  for (;;) {
    const onprogress = (each: { progress: number }): void => void progress.push(each.progress);
    const result = await client.call('get_video', { id, waitSeconds: seconds }, { onprogress });
    const video = contentOf(result) as unknown as Video;
    if (until(video) || ['done', 'failed', 'cancelled'].includes(video.status)) return video;
  }
}
