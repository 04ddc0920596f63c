import type { Logger } from './logger.ts';

/** Warnings and errors with one message that are written in a minute; the others are counted. */
export const SAME_LINES_PER_MINUTE = 20;
const MINUTE_MS = 60_000;

interface Window {
  written: number;
  dropped: number;
}

/**
 * A logger whose warnings and errors cannot fill a disk: of each message SAME_LINES_PER_MINUTE lines a minute, then one
 * that says how many were left out. Messages are constants, so there are few of them.
 */
export function boundedLogger(logger: Logger): Logger {
  const windows = new Map<string, Window>();
  const bounded =
    (level: 'warn' | 'error'): Logger['warn'] =>
    (message, fields) => {
      const window = windows.get(message) ?? open(message, level);
      if (window.written < SAME_LINES_PER_MINUTE) {
        window.written += 1;
        logger[level](message, fields);
      } else window.dropped += 1;
    };
  const open = (message: string, level: 'warn' | 'error'): Window => {
    const window: Window = { written: 0, dropped: 0 };
    windows.set(message, window);
    setTimeout(() => {
      windows.delete(message);
      if (window.dropped > 0) logger[level](message, { leftOut: window.dropped });
    }, MINUTE_MS).unref();
    return window;
  };
  return { ...logger, warn: bounded('warn'), error: bounded('error') };
}
