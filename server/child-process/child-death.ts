import { constants } from 'node:os';

/** Signals of our own limits on CPU time and file size: a retry would end the same way. */
const OWN_LIMITS: readonly string[] = ['SIGXCPU', 'SIGXFSZ'];

/** A program that starts another exits with 128 plus the signal's number when the other one was killed. */
const BY_EXIT_CODE = new Map(
  (['SIGHUP', 'SIGABRT', 'SIGBUS', 'SIGKILL', 'SIGSEGV', 'SIGTERM'] as const).map((name) => [
    128 + constants.signals[name],
    name,
  ]),
);

/** The system cannot start another process at the moment. */
const NO_ROOM = ['EAGAIN', 'ENOMEM'];

export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * The signal with which another process ended ffmpeg, mostly the kernel's out-of-memory killer. Undefined when ffmpeg
 * exited by itself or because of one of our limits.
 * @param said its standard error: ffmpeg handles some signals with an orderly exit.
 */
export function killedFromOutside({ code, signal }: ChildEnd, said: string): string | undefined {
  if (signal !== null) return OWN_LIMITS.includes(signal) ? undefined : signal;
  if (code === null || code === 0) return undefined;
  const heeded = /^Exiting normally, received signal (\d{1,2})\.$/m.exec(said)?.[1];
  return BY_EXIT_CODE.get(heeded === undefined ? code : 128 + Number(heeded));
}

/** The error code when a process could not be started because of EAGAIN or ENOMEM, else undefined. */
export function noRoomToStart(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && NO_ROOM.includes(code) ? code : undefined;
}
