import type { Server } from 'node:http';
import { PortUnavailable } from '@shortfactory/core/errors';

/** Resolves when the server listens. Throws PortUnavailable. `variable` is the environment variable of the port. */
export async function listen(
  server: Server,
  { host, port, variable }: { host: string | undefined; port: number; variable: string },
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(explain(error, port, variable));
    server.once('error', fail);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

function explain(error: NodeJS.ErrnoException, port: number, variable: string): PortUnavailable {
  const cause = { cause: error };
  switch (error.code) {
    case 'EADDRINUSE':
      return new PortUnavailable(
        `Port ${port} is taken by another program; stop it, or set ${variable} to another.`,
        cause,
      );
    case 'EACCES':
      return new PortUnavailable(
        `Port ${port} may not be used by this user; set ${variable} to 1024 or more.`,
        cause,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new PortUnavailable(
        'HOST is not an address of this machine; set it to 127.0.0.1 or 0.0.0.0.',
        cause,
      );
    default:
      return new PortUnavailable(
        `Port ${port} cannot be listened on (${error.code ?? error.message}).`,
        cause,
      );
  }
}
