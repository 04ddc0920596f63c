import { readFileSync } from 'node:fs';

/** Names of rows in /proc/self/limits. Open files are counted, the others are in bytes or seconds. */
export type LimitName =
  | 'Max open files'
  | 'Max address space'
  | 'Max data size'
  | 'Max cpu time'
  | 'Max file size'
  | 'Max core file size';

/** What this process may use: `soft` now, `hard` at most. Infinity stands for "unlimited". */
export interface ProcessLimit {
  readonly soft: number;
  readonly hard: number;
}

/** A limit of this process, read anew each time. Undefined where the system does not show it (no /proc). */
export function processLimit(name: LimitName): ProcessLimit | undefined {
  const [, soft, hard] = new RegExp(`^${name} +(\\d+|unlimited) +(\\d+|unlimited)`, 'm').exec(limits()) ?? [];
  if (soft === undefined || hard === undefined) return undefined;
  return { soft: numberOf(soft), hard: numberOf(hard) };
}

function limits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return '';
  }
}

function numberOf(text: string): number {
  return text === 'unlimited' ? Infinity : Number(text);
}
