import { brokenRules, imageFacts, megabytes } from './images/check.ts';
import type { ImageRules } from './images/check.ts';
import { runCommand } from './operate/command.ts';
import { readFlags, textFlag } from './operate/options.ts';

const USAGE = `Looks into both images in the local Docker engine: size, user, first process, labels, and that nothing is in them
that does not run there.

  npm run check:images -- [--server shortfactory-server] [--ui shortfactory-ui]

Exit codes: 0 both are as they should be, 1 a rule is broken, 2 bad input.`;

const RULES: Record<'server' | 'ui', ImageRules> = {
  server: {
    maxBytes: 450e6,
    needs: ['app/main.js', 'app/picture-child.mjs', 'usr/local/bin/ffmpeg', 'app/ffmpeg.cdx.json'],
    home: 'app',
    media: true,
  },
  ui: { maxBytes: 300e6, needs: ['app/server.js'], home: 'app', media: false },
};

process.exitCode = await runCommand(process.argv.slice(2), process.env, async ({ args, say }) => {
  const given = readFlags(args, { server: { type: 'string' }, ui: { type: 'string' } });
  if (given['help']) return say(USAGE);
  const problems: string[] = [];
  for (const name of ['server', 'ui'] as const) {
    const image = textFlag(given, name) ?? `shortfactory-${name}`;
    const facts = await imageFacts(image);
    const broken = brokenRules(facts, RULES[name]);
    say(
      `${image}: ${megabytes(facts.bytes)} MB, user ${facts.user}, ${broken.length === 0 ? 'as it should be' : 'not as it should be'}`,
    );
    problems.push(...broken.map((problem) => `${image}: ${problem}.`));
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
});
