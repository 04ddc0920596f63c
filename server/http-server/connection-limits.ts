import { processLimit } from '@shortfactory/child-process';

/** How many connections a server keeps open. */
export interface ConnectionLimits {
  readonly connections: number;
  /** Of one client address, where the addresses of sockets are those of clients. */
  readonly connectionsPerAddress: number;
}

/** Descriptors of a process where the system does not report its limit. */
const ASSUMED_DESCRIPTORS = 1024;
/**
 * A connection takes up to two descriptors (a socket and the file or the upstream socket behind it); a third of them
 * for connections leaves as many again for the store, child processes and logs.
 */
const DESCRIPTOR_SHARE = 1 / 3;
/** Bounds the memory that idle sockets take, however many descriptors there are. */
const MOST_CONNECTIONS = 4000;
const LEAST_CONNECTIONS = 16;
/** One address can take at most half, so that other clients can always connect. */
const ADDRESS_SHARE = 1 / 2;

/** The limits that fit this process's own limit on open files. */
export function connectionLimits(
  descriptors = processLimit('Max open files')?.soft ?? ASSUMED_DESCRIPTORS,
): ConnectionLimits {
  const share = Math.floor(descriptors * DESCRIPTOR_SHARE);
  const connections = Math.max(LEAST_CONNECTIONS, Math.min(MOST_CONNECTIONS, share));
  return { connections, connectionsPerAddress: Math.ceil(connections * ADDRESS_SHARE) };
}
