import { setTimeout as sleep } from 'node:timers/promises';
import { command, converted, number, text, toggle, word } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { loadConfig, withEntered } from '@shortfactory/config';
import { InputInvalid, PRIVACIES, PublisherFailed, StorageFailed } from '@shortfactory/core';
import type { OpenPublishing } from '@shortfactory/app/publishing';
import type { PublicationRecord } from '@shortfactory/publishing';
import { openLoopback } from './loopback.ts';

const FLAGS = {
  privacy: word('WHO', 'with send: who can see it', PRIVACIES, 'private'),
  title: text('TEXT', 'with send: its title, in place of the kit’s'),
  'publish-at': converted(
    'TIME',
    'with send: when YouTube shows it to everybody; with --privacy private',
    timeOf,
  ),
  at: converted(
    'TIME',
    'with send: when it is sent, by a server that runs then on the same DATA_DIR',
    timeOf,
  ),
  'made-for-kids': toggle('with send: it is made for children'),
  port: number(
    'N',
    'with connect: where the browser comes back to',
    { least: 0, most: 65_535, whole: true },
    0,
  ),
};

export const publish = command({
  summary:
    'Sends videos to your YouTube channel: those of DATA_DIR by their id, or files. Private unless you say so.',
  usage: [
    'npm run publish-video -- connect',
    'npm run publish-video -- send out/why-the-sky-is-blue.mp4',
    'npm run publish-video -- send ID --privacy unlisted',
    'npm run publish-video -- send ID --publish-at 2026-11-30T18:00:00Z',
    'npm run publish-video -- list',
    'npm run publish-video -- retry ID',
    'npm run publish-video -- disconnect',
  ],
  flags: FLAGS,
  takesPositionals: true,
  notes: `It needs YOUTUBE_CLIENT_ID and YOUTUBE_CLIENT_SECRET of a client of the type “Desktop app” (docs/PUBLISHING.md). A file goes with the words of NAME.kit.json beside it. The same file, or video, is sent to a channel once; a sending that was interrupted goes on with the same command.
Exit codes: 0 done, 1 it was not sent, 2 bad input, 130 interrupted.`,
  async run(values: Values<typeof FLAGS>, context: CommandContext): Promise<void> {
    const [verb, id, ...more] = context.positionals;
    const act = verb === undefined ? undefined : VERBS[verb];
    if (!act || more.length > 0 || (id !== undefined) !== act.takesId)
      throw new InputInvalid(
        '',
        'connect, send FILE or ID, list, stop ID, retry ID or disconnect was expected; --help says more.',
      );
    const { env, problem } = await withEntered(context.env);
    if (problem !== undefined) context.warn(problem);
    const { openPublishing } = await import('@shortfactory/app/publishing');
    const open = await openPublishing(loadConfig(env));
    try {
      await act.run(open, values, context, id ?? '');
    } finally {
      await open.close();
    }
  },
});

type Act = (
  open: OpenPublishing,
  values: Values<typeof FLAGS>,
  context: CommandContext,
  id: string,
) => Promise<void>;

const VERBS: Readonly<Record<string, { readonly takesId: boolean; readonly run: Act }>> = {
  connect: { takesId: false, run: connect },
  send: { takesId: true, run: send },
  list: { takesId: false, run: list },
  stop: {
    takesId: true,
    run: async (open, _, { say }, id) => say(lineOf(await open.publications.stop(id))),
  },
  retry: {
    takesId: true,
    run: async (open, _, context, id) => watch(open, await open.publications.retry(id), context),
  },
  disconnect: {
    takesId: false,
    run: async ({ publications, owner }, _, { say, signal }) => {
      const isRevoked = await publications.disconnect(owner, signal);
      say(
        isRevoked
          ? 'The channel is disconnected.'
          : 'The channel is forgotten here. Google could not be told; take the access back at myaccount.google.com/permissions.',
      );
    },
  },
};

async function connect(
  { publications, owner }: OpenPublishing,
  { port }: Values<typeof FLAGS>,
  { say, signal }: CommandContext,
): Promise<void> {
  const loopback = await openLoopback(port);
  try {
    const { redirectUri } = loopback;
    say(
      `Open this page in a browser on this machine, and say yes:\n${publications.connectAddress(owner, { redirectUri })}`,
    );
    const brought = await loopback.brought(signal);
    if (!brought) throw new PublisherFailed('access', 'It was not allowed at Google. Nothing was changed.');
    const { account } = await publications.connect(owner, brought, signal);
    say(`${account.channel.name} is connected.`);
  } finally {
    loopback.close();
  }
}

async function send(
  open: OpenPublishing,
  values: Values<typeof FLAGS>,
  context: CommandContext,
  id: string,
): Promise<void> {
  const { wantedFrom } = await import('./wanted.ts');
  const { privacy, title, at, 'publish-at': publishAt, 'made-for-kids': madeForKids } = values;
  const asked = {
    ...{ privacy, madeForKids },
    ...(title !== undefined && { title }),
    ...(at !== undefined && { at }),
    ...(publishAt !== undefined && { publishAt }),
  };
  const wanted = await wantedFrom(id, context.env['INIT_CWD'] ?? '.', asked, open);
  await watch(open, await open.publications.publish(open.owner, wanted), context);
}

async function list(
  { publications, owner }: OpenPublishing,
  _: unknown,
  { say }: CommandContext,
): Promise<void> {
  const account = await publications.account(owner);
  say(account ? `${account.channel.name} is connected.` : 'No channel is connected.');
  for (const publication of await publications.ofOwner(owner)) say(lineOf(publication));
}

/** Shows how far it is until it has ended, or has to wait. Throws where it was not sent. */
async function watch(
  { publications, store }: OpenPublishing,
  begun: PublicationRecord,
  { say, warn, signal }: CommandContext,
): Promise<void> {
  const { idOf } = await import('@shortfactory/publishing');
  publications.start();
  let shown = '';
  for (let now = begun; ; now = await publications.get(idOf(begun))) {
    const { state, problem, dueMs, file } = now;
    if (state === 'sent') {
      if (begun.videoId.startsWith('file-')) await store.remove(file.name);
      return say(lineOf(now));
    }
    if (state !== 'waiting' && state !== 'sending') throw new StorageFailed(lineOf(now));
    const isLater = state === 'waiting' && dueMs > Date.now() + 60_000;
    if (isLater)
      return say(
        `${problem?.sentence ?? 'It is kept.'} It goes on at ${new Date(dueMs).toISOString()} where a server runs on this DATA_DIR, or with the same command then.`,
      );
    const percent = `${Math.floor((100 * now.keptBytes) / file.bytes)} %`;
    if (percent !== shown) warn(percent);
    shown = percent;
    await sleep(250, undefined, { signal });
  }
}

function lineOf({ videoId, hash, state, post, problem, sent }: PublicationRecord): string {
  const what = sent?.url ?? problem?.sentence ?? '';
  return `${videoId}.${hash}  ${state.padEnd(8)} ${post.title}  ${what}`.trimEnd();
}

function timeOf(given: string, option: string): string {
  const atMs = Date.parse(given);
  if (Number.isNaN(atMs))
    throw new InputInvalid(option, `“${given}” is not a time such as 2026-11-30T18:00:00Z.`);
  return new Date(atMs).toISOString();
}
