import { isIP } from 'node:net';
import type { Quota, QuotaName } from '@shortfactory/core';
import { z } from 'zod';

/** Where the programs run. The first needs no cloud; each of the others is a project of its own. */
export const ENVIRONMENT_NAMES = ['local', 'dev', 'staging', 'prod'] as const;

/** Who owns what is made: each browser, or the person whom an OpenID provider or Google's Identity-Aware Proxy signed in. */
export const AUTH_NAMES = ['visitors', 'oidc', 'iap'] as const;

/** For whom Google's Identity-Aware Proxy signs: a Service of Cloud Run, or a backend of the load balancer. */
export const iapAudience = z
  .string()
  .regex(
    /^\/projects\/\d{12}\/(locations\/[a-z]+-[a-z]+\d{1,2}\/services\/[a-z][a-z0-9-]{0,62}|global\/backendServices\/\d{1,20})$/,
    {
      error:
        '/projects/NUMBER/locations/REGION/services/NAME or /projects/NUMBER/global/backendServices/ID was expected',
    },
  );

/** Exactly 'true' or 'false': a typo must not switch a paid service on. */
export const flag = z
  .enum(['true', 'false'], { error: 'true or false was expected' })
  .transform((value) => value === 'true');

/** A whole number, written in digits. */
export function count(most: number, least = 1): z.ZodType<number> {
  const error = `a whole number from ${least} to ${most} was expected`;
  return z
    .string({ error })
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error });
}

/** A share of all. */
export const share = z
  .string()
  .regex(/^(0|1|0?\.\d{1,6}|1\.0{1,6})$/, { error: 'a share from 0 to 1 was expected, such as 0.1' })
  .transform(Number);

export const money = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,4})?$/, { error: 'dollars such as 0.50 were expected' })
  .transform(Number);

/** What an owner may have in a day, such as `videos=20 minutes=15 usd=2.50`; what is left out is not limited. */
export const quota = z.string().transform((text, context): Quota => {
  const found: Partial<Record<QuotaName, number>> = {};
  for (const part of text.trim().split(/\s+/)) {
    const [, name, amount] = /^(videos|minutes|usd)=(\d{1,6}(?:\.\d{1,2})?)$/.exec(part) ?? [];
    const isUsable =
      name !== undefined && Number(amount) > 0 && (name !== 'videos' || /^\d+$/.test(amount ?? ''));
    if (!isUsable || found[name as QuotaName] !== undefined) {
      const message = `limits of a day such as videos=20 minutes=15 usd=2.50 were expected, each above zero and named once`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    found[name as QuotaName] = Number(amount);
  }
  return found;
});

/** An address of http, https or redis. The message never repeats it: it may hold a password. */
export const url = z
  .string()
  .refine((value) => URL.canParse(value) && /^(https?|rediss?):$/.test(new URL(value).protocol), {
    error: 'an address such as https://example.org was expected',
  });

/** An address to write to, as it stands in a User-Agent. */
export const contact = z
  .string()
  .max(200)
  .regex(/^(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https:\/\/[\w./~#%-]+)$/, {
    error: 'an e-mail or https address such as you@example.org was expected',
  });

export const redisUrl = z
  .string()
  .refine((value) => URL.canParse(value) && /^rediss?:$/.test(new URL(value).protocol), {
    error: 'an address such as redis://host:6379 was expected',
  });

/** Addresses of a network: `10.1.0.0/16`, or one alone. */
export const network = z.string().refine(isNetwork, {
  error: 'networks such as 10.1.0.0/16 were expected, with commas between',
});

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  if (most === undefined || more.length > 0 || address.includes('%')) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= most);
}

export const hostAndPort = z
  .string()
  .regex(/^[A-Za-z0-9.-]+:\d{1,5}$/, { error: 'host:port was expected, such as localhost:8123' });

/** A name of a machine, in small letters. */
export const hostName = z
  .string()
  .regex(/^[a-z0-9_]([a-z0-9_.-]*[a-z0-9])?$/i, {
    error: 'names of machines such as nas.example.lan were expected, without port',
  })
  .transform((name) => name.toLowerCase());

/** A secret; a shorter value is not valid and could not be redacted from a log. */
export function secret(leastChars: number): z.ZodString {
  return z.string().min(leastChars, { error: `at least ${leastChars} characters were expected` });
}

export interface SecretVersions {
  readonly otherwise: string;
  /** By the secret's id, such as gemini-api-key. */
  readonly byId: Readonly<Record<string, string>>;
}

export const secretVersions = z
  .string()
  .regex(/^([a-z][a-z0-9-]*=)?(latest|[1-9]\d*)(,([a-z][a-z0-9-]*=)?(latest|[1-9]\d*))*$/, {
    error: 'latest, a number, or a list such as latest,gemini-api-key=7 was expected',
  })
  .transform((value): SecretVersions => {
    const given = value.split(',').map((part) => part.split('=') as [string, string?]);
    return {
      otherwise: given.find(([, version]) => version === undefined)?.[0] ?? 'latest',
      byId: Object.fromEntries(given.filter(([, version]) => version !== undefined)) as Record<
        string,
        string
      >,
    };
  });

export function oneOf<const T extends readonly [string, ...string[]]>(
  names: T,
): z.ZodEnum<{ [K in T[number]]: K }> {
  return z.enum(names, { error: `one of ${names.join(', ')} was expected` });
}

/** Values separated by commas; blanks around them do not count, and neither do empty ones. */
export function list<T>(each: z.ZodType<T, string>) {
  return z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(each));
}

/** `name:hex` pairs. The message never repeats them. */
export const apiKeys = z
  .string()
  .refine((value) => value.split(',').every((pair) => /^\s*[\w.-]{1,64}:[0-9a-f]{64}\s*$/i.test(pair)), {
    error: 'pairs such as name:hex were expected, hex being the SHA-256 of a key in 64 digits',
  });

export const keyName = z
  .string()
  .regex(/^[\w.-]{1,64}$/, { error: 'names of API_KEYS were expected, such as ops,night-shift' });

/** `name:voice id` pairs; names differ in more than case. */
export const namedVoices = z
  .string()
  .transform((value) => value.split(',').map((pair) => pair.trim().split(':')))
  .refine(
    (pairs) =>
      pairs.every(
        (pair) =>
          pair.length === 2 && /^[\w-]{1,40}$/.test(pair[0] ?? '') && /^\w{8,40}$/.test(pair[1] ?? ''),
      ) && new Set(pairs.map(([name = '']) => name.toLowerCase())).size === pairs.length,
    { error: 'pairs of different names such as George:JBFqnCBsd6RMkjVDRZzb were expected' },
  )
  .transform((pairs) => pairs.map(([name = '', voiceId = '']) => ({ name, voiceId })));

const SAID = z.string().trim().min(1).max(80);
/** Words and how they are said; below a language's tag, those that hold for it alone. */
const pronunciationList = z.record(SAID, z.union([SAID, z.record(SAID, SAID)]));

/** The pronunciations in a JSON text, or undefined when they are none. */
export function pronunciationsOf(json: string): z.output<typeof pronunciationList> | undefined {
  try {
    const parsed = pronunciationList.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export const PRONUNCIATIONS_EXPECTED =
  'words and how they are said, as JSON such as {"Nguyen": "win", "de": {"Chef": "Scheff"}}';

/** JSON, or the name of a file: whether it is there is found out when it is read. */
export const pronunciationsOrFile = z
  .string()
  .refine((value) => !value.trimStart().startsWith('{') || pronunciationsOf(value) !== undefined, {
    error: `${PRONUNCIATIONS_EXPECTED} were expected, or the path of such a file`,
  });
