import { execa } from 'execa';

/** What an image may be and hold; each broken rule is one sentence. */
export interface ImageRules {
  readonly maxBytes: number;
  /** Paths that must be there, without the leading slash. */
  readonly needs: readonly string[];
  /** Where the product lies; nothing else of ours is in the image. */
  readonly home: string;
  /** Whether fonts and ffmpeg belong in it. */
  readonly media: boolean;
}

export interface ImageFacts {
  readonly bytes: number;
  readonly user: string;
  readonly entry: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly env: readonly string[];
  readonly hasHealthcheck: boolean;
  readonly files: readonly string[];
}

const LABELS = ['version', 'revision', 'source', 'title', 'licenses'].map(
  (name) => `org.opencontainers.image.${name}`,
);
const SECRET_NAME = /(KEY|TOKEN|SECRET|PASSWORD)=./;
const FORBIDDEN: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /(^|\/)\.env($|\.)/, what: 'an environment file' },
  { pattern: /(^|\/)\.git($|\/)/, what: 'the git directory' },
  { pattern: /\.tsx?$/, what: 'source' },
  {
    pattern: /(^|\/)(mocha|typescript|eslint|prettier|tsx|esbuild|vite|playwright-core)\/package\.json$/,
    what: 'a development dependency',
  },
  { pattern: /(^|\/)(_cacache|\.npm)\//, what: "npm's cache" },
  { pattern: /(^|\/)(id_rsa|[^/]*\.pem|credentials\.json)$/, what: 'a key' },
];

/** Reads an image from the local engine; nothing of it is run. */
export async function imageFacts(image: string): Promise<ImageFacts> {
  const { stdout } = await execa('docker', ['image', 'inspect', image]);
  const [inspected] = JSON.parse(stdout) as [InspectedImage];
  const { stdout: container } = await execa('docker', ['create', image]);
  try {
    const { stdout: files } = await execa('tar', ['-t'], {
      input: execa('docker', ['export', container], { encoding: 'buffer', buffer: false }).stdout,
      maxBuffer: 256 * 2 ** 20,
    });
    return {
      bytes: inspected.Size,
      user: inspected.Config.User ?? '',
      entry: [...(inspected.Config.Entrypoint ?? []), ...(inspected.Config.Cmd ?? [])],
      labels: inspected.Config.Labels ?? {},
      env: inspected.Config.Env ?? [],
      hasHealthcheck: inspected.Config.Healthcheck !== undefined,
      files: files.split('\n'),
    };
  } finally {
    await execa('docker', ['rm', container]);
  }
}

interface InspectedImage {
  readonly Size: number;
  readonly Config: {
    readonly User?: string;
    readonly Entrypoint?: readonly string[] | null;
    readonly Cmd?: readonly string[] | null;
    readonly Labels?: Readonly<Record<string, string>> | null;
    readonly Env?: readonly string[];
    readonly Healthcheck?: unknown;
  };
}

/** Broken rules, each a sentence; none when the image is as it should be. */
export function brokenRules(facts: ImageFacts, rules: ImageRules): string[] {
  const broken: string[] = [];
  if (facts.bytes > rules.maxBytes) {
    broken.push(`it has ${megabytes(facts.bytes)} MB; at most ${megabytes(rules.maxBytes)} were expected`);
  }
  if (/^(|root|0)(:|$)/.test(facts.user))
    broken.push(`it runs as “${facts.user}”; a user other than root was expected`);
  if (facts.entry[0] !== 'node') broken.push('its first process is not node, so signals do not arrive');
  if (!facts.hasHealthcheck) broken.push('it has no HEALTHCHECK');
  for (const label of LABELS) if (!facts.labels[label]) broken.push(`it lacks the label ${label}`);
  for (const entry of facts.env.filter((line) => SECRET_NAME.test(line))) {
    broken.push(`it holds a secret in ${entry.split('=')[0]}`);
  }
  for (const path of rules.needs) if (!facts.files.includes(path)) broken.push(`${path} is missing`);
  const ours = facts.files.filter((path) => path.startsWith(`${rules.home}/`));
  for (const { pattern, what } of FORBIDDEN) {
    const found = ours.find((path) => pattern.test(path));
    if (found !== undefined) broken.push(`it holds ${what}: ${found}`);
  }
  const media = ours.find((path) => /\.(ttf|otf)$|\/ffmpeg$/.test(path));
  if (!rules.media && media !== undefined)
    broken.push(`it holds fonts or ffmpeg, which only the server needs: ${media}`);
  return broken;
}

export function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
