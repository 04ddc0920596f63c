import { constants } from 'node:os';

/** Our own limits on time and file size end a program by these: the same work would end the same way again. */
const OWN_LIMITS: readonly string[] = ['SIGXCPU', 'SIGXFSZ'];

/** Programs that start others exit with 128 plus the signal's number when the other one was killed. */
const BY_EXIT_CODE = new Map(
  (['SIGHUP', 'SIGABRT', 'SIGBUS', 'SIGKILL', 'SIGSEGV', 'SIGTERM'] as const).map((name) => [
    128 + constants.signals[name],
    name,
  ]),
);

/** The system has no room for another process at the moment. */
const NO_ROOM = ['EAGAIN', 'ENOMEM'];

export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * The signal by which somebody else ended an ffmpeg: the kernel for want of memory, mostly. Undefined when it ended by
 * itself or by a limit of ours.
 * @param said its standard error: ffmpeg answers some signals by ending in order.
 */
export function killedFromOutside({ code, signal }: ChildEnd, said: string): string | undefined {
  if (signal !== null) return OWN_LIMITS.includes(signal) ? undefined : signal;
  if (code === null || code === 0) return undefined;
  const heeded = /^Exiting normally, received signal (\d{1,2})\.$/m.exec(said)?.[1];
  return BY_EXIT_CODE.get(heeded === undefined ? code : 128 + Number(heeded));
}

/** The code of a start that failed only because the machine had no room for it. */
export function noRoomToStart(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && NO_ROOM.includes(code) ? code : undefined;
}
