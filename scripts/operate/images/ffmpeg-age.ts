import { execa } from 'execa';
import { z } from 'zod';

/**
 * Says whether the server's image was built with the ffmpeg that its distribution has now, its security updates
 * included; exit code 1 when it is older. Called with the image. Needs the distribution's server.
 */
const [image = 'shortfactory-server'] = process.argv.slice(2);
const bill = z.object({ components: z.array(z.object({ name: z.string(), version: z.string() })) });

/** Runs a line of shell in the image, as root, and removes what it made. */
async function inImage(line: string): Promise<string> {
  const options = ['--rm', '--user', '0:0', '--entrypoint', 'sh'];
  return (await execa('docker', ['run', ...options, image, '-c', line])).stdout.trim();
}

const { components } = bill.parse(JSON.parse(await inImage('cat /app/ffmpeg.cdx.json')));
const built = components.find(({ name }) => name === 'ffmpeg')?.version ?? '';
const current = await inImage(
  "mkdir -p /var/lib/apt/lists/partial /var/cache/apt/archives/partial && apt-get update -qq && apt-cache policy ffmpeg | sed -n 's/^ *Candidate: //p'",
);
if (built === '' || !/^\d/.test(current))
  throw new Error(`${image}: the versions of ffmpeg could not be read.`);
const older = await inImage(`dpkg --compare-versions '${built}' lt '${current}' && echo older || true`);
process.stdout.write(`${image}: ffmpeg ${built}, the distribution has ${current}\n`);
if (older === 'older') {
  process.stderr.write(
    `${image}: its ffmpeg is older than its distribution's; build it anew without the cache.\n`,
  );
  process.exitCode = 1;
}
