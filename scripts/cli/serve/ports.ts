import { createServer } from 'node:net';
import { InputInvalid } from '@shortfactory/core';

/** A port of this machine that a person may choose. */
export interface WantedPort {
  readonly variable: string;
  readonly port: number;
}

/** What the environment wants, or the default. Throws InputInvalid for what is not a port and for one that is wanted twice. */
export function wantedPorts(
  env: Readonly<Record<string, string | undefined>>,
): Record<'ui' | 'api' | 'metrics', WantedPort> {
  const ports = {
    ui: wanted(env, 'UI_PORT', 3000),
    api: wanted(env, 'PORT', 8000),
    metrics: wanted(env, 'METRICS_PORT', 9464),
  };
  const all = Object.values(ports);
  for (const { variable, port } of all) {
    const twin = all.find((other) => other.port === port && other.variable !== variable);
    if (twin) throw new InputInvalid(variable, `${port} is ${twin.variable}'s too; another was expected`);
  }
  return ports;
}

function wanted(
  env: Readonly<Record<string, string | undefined>>,
  variable: string,
  otherwise: number,
): WantedPort {
  const text = env[variable] || String(otherwise);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port >= 1 && port <= 65_535)) {
    throw new InputInvalid(variable, 'a whole number from 1 to 65535 was expected');
  }
  return { variable, port };
}

/** A sentence for each port that cannot be had on this machine's own address. */
export async function takenPorts(ports: readonly WantedPort[]): Promise<string[]> {
  const sentences = await Promise.all(ports.map(problemWith));
  return sentences.filter((sentence) => sentence !== undefined);
}

function problemWith({ variable, port }: WantedPort): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      resolve(
        error.code === 'EACCES'
          ? `Port ${port} may not be used by this user; set ${variable} to 1024 or more.`
          : `Port ${port} is taken by another program; stop it, or set ${variable} to another.`,
      );
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(undefined)));
  });
}
