import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigInvalid, SECRET_NAMES } from '@shortfactory/core';
import { expect } from 'chai';
import { maskedConfig } from '../masked.ts';
import { envSchema } from '@shortfactory/ui/environment';
import { configSchema, loadConfig } from '../config.ts';
import type { Config } from '../config.ts';

type Env = Record<string, string>;

function problems(env: Env): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    expect(error).to.be.instanceOf(ConfigInvalid);
    const [first, ...lines] = (error as Error).message.split('\n');
    expect(first).to.equal('Invalid environment:');
    return lines.map((line) => line.trim());
  }
}

const KEY32 = 'k'.repeat(32);
const HASH = 'ab'.repeat(32);
const GCS = { STORAGE: 'gcs', GCS_BUCKET_NAME: 'b' };

const ACCEPTED: [env: Env, expected: Partial<Config>][] = [
  [{}, { APP_ENV: 'local', ROLE: 'all', PORT: 8000, METRICS_PORT: 9464, STORAGE: 'fs', QUEUE: 'inline' }],
  [{ PORT: '' }, { PORT: 8000 }],
  [{}, { RENDER_SKIP: 'on' }],
  [{ RENDER_SKIP: 'off' }, { RENDER_SKIP: 'off' }],
  [{ PORT: '1' }, { PORT: 1 }],
  [{ PORT: '65535' }, { PORT: 65535 }],
  [{ TRUSTED_PROXIES: '0' }, { TRUSTED_PROXIES: 0 }],
  [{ USE_REAL_LLM: 'false' }, { USE_REAL_LLM: false }],
  [
    { CORS_ORIGINS: ' https://a.example , ,https://b.example' },
    { CORS_ORIGINS: ['https://a.example', 'https://b.example'] },
  ],
  [{ VOICE_PROVIDERS: 'offline' }, { VOICE_PROVIDERS: ['offline'] }],
  [{ MAX_COST_PER_VIDEO_USD: '0.5' }, { MAX_COST_PER_VIDEO_USD: 0.5 }],
  [{ QUOTA_PEOPLE: ' usd=2.50  videos=20 ' }, { QUOTA_PEOPLE: { usd: 2.5, videos: 20 } }],
  [{ QUOTA_VISITORS: '' }, {}],
  [{ SECRET_VERSION: '3' }, { SECRET_VERSION: { otherwise: '3', byId: {} } }],
  [
    { SECRET_VERSION: 'latest,gemini-api-key=7' },
    { SECRET_VERSION: { otherwise: 'latest', byId: { 'gemini-api-key': '7' } } },
  ],
  [{ API_KEYS: `ci:${HASH},web:${HASH}` }, { API_KEYS: `ci:${HASH},web:${HASH}` }],
  [
    { APP_ENV: 'prod', SIGNING_KEY: KEY32, ...GCS },
    { APP_ENV: 'prod', STORAGE: 'gcs' },
  ],
  [
    { APP_ENV: 'prod', SECRETS: 'secret-manager', GCP_PROJECT_ID: 'p', ...GCS },
    { SECRETS: 'secret-manager' },
  ],
  [{ ROLE: 'worker', QUEUE: 'cloud-tasks' }, { ROLE: 'worker' }],
  [
    { USE_REAL_LLM: 'true', LLM_PROVIDERS: 'ollama:qwen3:8b, http://127.0.0.1:1234/v1#qwen3, offline' },
    { LLM_PROVIDERS: ['ollama:qwen3:8b', 'http://127.0.0.1:1234/v1#qwen3', 'offline'] },
  ],
  [{ UNKNOWN_VARIABLE: 'is not ours' }, {}],
  [{ APP_ENV: 'dev', AUTH: 'iap', VISITOR_KEY: KEY32 }, { AUTH: 'iap' }],
  [
    { AUTH: 'oidc', VISITOR_KEY: KEY32, OIDC_VISITORS: 'false' },
    { AUTH: 'oidc', OIDC_VISITORS: false },
  ],
];

const NO_QUOTA =
  'limits of a day such as videos=20 minutes=15 usd=2.50 were expected, each above zero and named once';

const REFUSED: [env: Env, ...lines: string[]][] = [
  ...[
    'NaN',
    'videos=NaN',
    'videos=-1',
    'videos=0',
    'videos=1.5',
    'videos=2,usd=1',
    'usd=1 usd=2',
    'gb=3',
  ].map((quota): [Env, string] => [{ QUOTA_VISITORS: quota }, `QUOTA_VISITORS: ${NO_QUOTA}`]),
  [
    { LLM_PROVIDERS: 'olama:qwen3,offline' },
    "LLM_PROVIDERS: olama is no endpoint that is known; ENDPOINTS says where one's own are",
  ],
  [
    { USE_REAL_LLM: 'true', LLM_PROVIDERS: 'openrouter:some/model,offline' },
    'OPENROUTER_API_KEY: is needed with LLM_PROVIDERS=openrouter:some/model',
  ],
  ...['http://models.example.org/v1', 'https://me:secret@models.example.org/v1', 'file:///v1', 'models'].map(
    (url): [Env, string] => [
      { ENDPOINTS: JSON.stringify({ studio: { url } }) },
      'ENDPOINTS: /studio/url: https, or http of this machine, without a name, password, query or fragment, was expected',
    ],
  ),
  [
    { ENDPOINTS: '{"gemini": {"url": "https://a.example/v1"}}' },
    'ENDPOINTS: “gemini” cannot be a name; small letters, digits and hyphens were expected',
  ],
  [
    { ENDPOINTS: 'https://a.example/v1' },
    'ENDPOINTS: a JSON object such as {"studio": {"url": "https://models.example.org/v1"}} was expected',
  ],
  [{ APP_ENV: 'production' }, 'APP_ENV: one of local, dev, staging, prod was expected'],
  [{ ROLE: 'API' }, 'ROLE: one of all, api, worker was expected'],
  ...['0', '65536', '-1', '8000.5', '8e3', '0x10', ' 80', '999999999999'].map((value): [Env, string] => [
    { PORT: value },
    'PORT: a whole number from 1 to 65535 was expected',
  ]),
  [{ METRICS_PORT: '8000' }, "METRICS_PORT: 8000 is PORT's too; another was expected"],
  [{ TRUSTED_PROXIES: '6' }, 'TRUSTED_PROXIES: a whole number from 0 to 5 was expected'],
  ...['yes', '1', 'TRUE', 'on'].map((value): [Env, string] => [
    { USE_REAL_LLM: value },
    'USE_REAL_LLM: true or false was expected',
  ]),
  [{ CORS_ORIGINS: 'example.org' }, 'CORS_ORIGINS: an address such as https://example.org was expected'],
  [{ WORKER_URL: 'file:///etc/passwd' }, 'WORKER_URL: an address such as https://example.org was expected'],
  [{ REDIS_URL: 'https://redis' }, 'REDIS_URL: an address such as redis://host:6379 was expected'],
  [
    { TASKS_EMULATOR_HOST: 'localhost' },
    'TASKS_EMULATOR_HOST: host:port was expected, such as localhost:8123',
  ],
  [{ MAX_COST_PER_DAY_USD: '5 $' }, 'MAX_COST_PER_DAY_USD: dollars such as 0.50 were expected'],
  [
    { VOICE_PROVIDERS: 'gemini,siri' },
    'VOICE_PROVIDERS: gemini, elevenlabs, google, neural, offline, an endpoint with its model such as ollama:qwen3:8b, or an address such as http://127.0.0.1:1234/v1#qwen3 was expected',
  ],
  [{ SIGNING_KEY: 'short' }, 'SIGNING_KEY: at least 32 characters were expected'],
  [{ GEMINI_API_KEY: 'short' }, 'GEMINI_API_KEY: at least 8 characters were expected'],
  [
    { API_KEYS: 'a-plain-key' },
    'API_KEYS: pairs such as name:hex were expected, hex being the SHA-256 of a key in 64 digits',
  ],
  [
    { SECRET_VERSION: 'newest' },
    'SECRET_VERSION: latest, a number, or a list such as latest,gemini-api-key=7 was expected',
  ],
  [{ AUTH: 'google' }, 'AUTH: one of visitors, oidc, iap was expected'],
  [{ AUTH: 'oidc' }, 'VISITOR_KEY: is needed with AUTH=oidc'],
  [{ APP_ENV: 'dev', AUTH: 'iap' }, 'VISITOR_KEY: is needed with AUTH=iap'],
  [
    { AUTH: 'iap', VISITOR_KEY: KEY32 },
    'AUTH: visitors or oidc was expected with APP_ENV=local, where no proxy is in front',
  ],
  [{ STORAGE: 'gcs' }, 'GCS_BUCKET_NAME: is needed with STORAGE=gcs'],
  [{ SECRETS: 'secret-manager' }, 'GCP_PROJECT_ID: is needed with SECRETS=secret-manager'],
  [{ QUEUE: 'http' }, 'WORKER_URL: is needed with QUEUE=http', 'WORKER_TOKEN: is needed with QUEUE=http'],
  [
    { QUEUE: 'cloud-tasks', GCP_PROJECT_ID: 'p' },
    'GCP_REGION: is needed with QUEUE=cloud-tasks',
    'TASKS_QUEUE: is needed with QUEUE=cloud-tasks',
    'WORKER_URL: is needed with QUEUE=cloud-tasks',
    'TASKS_SERVICE_ACCOUNT: is needed with QUEUE=cloud-tasks',
  ],
  [
    { ROLE: 'api' },
    'QUEUE: inline runs jobs in this process, which ROLE=api does not; http or cloud-tasks was expected',
  ],
  [
    { APP_ENV: 'prod' },
    'STORAGE: fs loses everything with the instance; gcs was expected with APP_ENV=prod',
    'SIGNING_KEY: is needed with APP_ENV=prod',
  ],
  [{ USE_REAL_LLM: 'true' }, 'GEMINI_API_KEY: is needed with USE_REAL_LLM=true'],
  [{ USE_REAL_IMAGE: 'true' }, 'GEMINI_API_KEY: is needed with USE_REAL_IMAGE=true'],
  [
    { USE_REAL_VOICE: 'true' },
    'GEMINI_API_KEY or ELEVENLABS_API_KEY or GCP_PROJECT_ID: is needed with USE_REAL_VOICE=true',
  ],
  [
    { USE_REAL_VOICE: 'true', VOICE_PROVIDERS: 'elevenlabs', GEMINI_API_KEY: 'a-gemini-key' },
    'ELEVENLABS_API_KEY: is needed with USE_REAL_VOICE=true',
  ],
  [
    { PRONUNCIATIONS: '{"Nguyen": ""}' },
    'PRONUNCIATIONS: words and how they are said, as JSON such as {"Nguyen": "win", "de": {"Chef": "Scheff"}} were expected, or the path of such a file',
  ],
  [
    { FOOTAGE: 'pexels,wikimedia' },
    'PEXELS_API_KEY: is needed with FOOTAGE=pexels',
    'FOOTAGE_CONTACT: is needed with FOOTAGE=wikimedia',
  ],
  [
    { FOOTAGE: 'flickr', FOOTAGE_CONTACT: 'me (at) home' },
    'FOOTAGE: one of pexels, pixabay, openverse, wikimedia was expected',
    'FOOTAGE_CONTACT: an e-mail or https address such as you@example.org was expected',
  ],
  [
    { ELEVENLABS_VOICES: 'George' },
    'ELEVENLABS_VOICES: pairs of different names such as George:JBFqnCBsd6RMkjVDRZzb were expected',
  ],
  [
    { PORT: 'x', ROLE: 'y', LOG_LEVEL: 'z' },
    'ROLE: one of all, api, worker was expected',
    'PORT: a whole number from 1 to 65535 was expected',
    'LOG_LEVEL: one of trace, debug, info, warn, error, fatal, silent was expected',
  ],
];

function name(env: Env): string {
  return Object.entries(env)
    .map(([key, value]) => `${key}=${value.slice(0, 30)}`)
    .join(' ');
}

describe('the configuration', () => {
  for (const [env, expected] of ACCEPTED) {
    it(`takes ${name(env) || 'an empty environment'}`, () => {
      expect(loadConfig(env)).to.deep.include(expected);
    });
  }

  for (const [env, ...lines] of REFUSED) {
    it(`refuses ${name(env)}`, () => {
      expect(problems(env)).to.deep.equal(lines);
    });
  }

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(loadConfig({}))).to.equal(true);
  });

  it('never repeats the value of a secret, wrong or right', () => {
    const wrong = Object.fromEntries(SECRET_NAMES.map((secret) => [secret, 'canary!']));
    const lines = problems({ ...wrong, PORT: 'x' });
    expect(lines).to.have.length(SECRET_NAMES.length + 1);
    expect(lines.join('\n')).not.to.include('canary');
    const right: Env = {
      GEMINI_API_KEY: 'canary-value',
      REDIS_URL: 'redis://:canary-value@host',
      SIGNING_KEY: KEY32,
    };
    const masked = JSON.stringify(maskedConfig(loadConfig(right)));
    expect(masked).to.include('"GEMINI_API_KEY":"(set)"').and.include('"REDIS_URL":"(set)"');
    expect(masked).not.to.include('canary').and.not.include(KEY32);
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  const shown = parseEnv(text.replaceAll(/^#(?=[A-Z0-9_]+=)/gm, ''));

  it('shows every variable once, and no unused one', () => {
    // One file for all: the web interface reads some of the server's variables and two of its own.
    const all = new Set([...Object.keys(configSchema.shape), ...Object.keys(envSchema.shape)]);
    const read = [...all].filter((variable) => variable !== 'PATH');
    expect(Object.keys(shown)).to.have.members(read);
    expect(text.match(/^#[A-Z0-9_]+=/gm)).to.have.length(read.length);
  });

  it('shows values that are accepted', () => {
    // Storage and queue stay what a laptop uses; the values for Google Cloud beside them are read all the same.
    expect(problems(shown as Env)).to.deep.equal([]);
  });

  it('shows the defaults where it seems to', () => {
    const defaults = loadConfig({});
    const given = loadConfig(shown as Env);
    for (const variable of [
      'APP_ENV',
      'ROLE',
      'PORT',
      'METRICS_PORT',
      'STORAGE',
      'QUEUE',
      'SECRETS',
    ] as const) {
      expect(given[variable], variable).to.equal(defaults[variable]);
    }
    for (const variable of [
      'VOICE_PROVIDERS',
      'LLM_PROVIDERS',
      'GEMINI_TEXT_MODEL',
      'GEMINI_IMAGE_MODEL',
      'GEMINI_IMAGE_SIZE',
      'GEMINI_VOICE_MODEL',
      'ELEVENLABS_MODEL',
      'ELEVENLABS_VOICES',
      'PROVIDER_CONCURRENCY',
      'SECRET_VERSION',
      'MAX_JOBS_PER_OWNER',
    ] as const) {
      expect(given[variable], variable).to.deep.equal(defaults[variable]);
    }
  });
});
