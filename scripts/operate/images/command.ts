import { command, text } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { brokenRules, imageFacts, megabytes } from './check.ts';
import type { ImageRules } from './check.ts';

const FLAGS = {
  server: text('IMAGE', "the server's image", 'shortfactory-server'),
  ui: text('IMAGE', "the UI's image", 'shortfactory-ui'),
};

export const checkImages = command({
  summary:
    'Looks into both images in the local Docker engine: size, user, first process, labels, and that nothing is in them that does not run there.',
  usage: ['npm run check:images -- [--server shortfactory-server] [--ui shortfactory-ui]'],
  flags: FLAGS,
  notes: 'Exit codes: 0 both are as they should be, 1 a rule is broken, 2 bad input.',
  run: checkBoth,
});

const RULES: Record<'server' | 'ui', ImageRules> = {
  server: {
    maxBytes: 480e6,
    needs: [
      ...['app/main.js', 'app/picture-child.mjs', 'usr/local/bin/ffmpeg', 'app/ffmpeg.cdx.json'],
      // Tables that only some languages and topics ask for.
      // What signs; its native module is for x64.
      ...(process.arch === 'x64' ? ['app/node_modules/@contentauth/c2pa-node/dist/index.node'] : []),
      ...['app/kinds.txt', 'app/names.jsonl', 'app/emoji-names.jsonl'],
    ],
    home: 'app',
    media: true,
  },
  ui: { maxBytes: 300e6, needs: ['app/server.js'], home: 'app', media: false },
};

async function checkBoth(images: Values<typeof FLAGS>, { say }: CommandContext): Promise<void> {
  const problems: string[] = [];
  for (const name of ['server', 'ui'] as const) {
    const image = images[name];
    const facts = await imageFacts(image);
    const broken = brokenRules(facts, RULES[name]);
    say(
      `${image}: ${megabytes(facts.bytes)} MB, user ${facts.user}, ${broken.length === 0 ? 'as it should be' : 'not as it should be'}`,
    );
    problems.push(...broken.map((problem) => `${image}: ${problem}.`));
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
