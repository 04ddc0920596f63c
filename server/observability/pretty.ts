import type { LogSink } from './logger.ts';

/**
 * Readable lines for a terminal. pino-pretty is a development dependency: it is loaded only here, and where it is not
 * installed the result is undefined and lines stay JSON.
 */
export async function prettySink(to: LogSink): Promise<LogSink | undefined> {
  try {
    const { prettyFactory } = await import('pino-pretty');
    const pretty = prettyFactory({
      messageKey: 'message',
      levelKey: 'severity',
      timestampKey: 'time',
      translateTime: 'HH:MM:ss',
      ignore: 'serviceContext',
      customLevels: 'DEBUG:20,INFO:30,WARNING:40,ERROR:50,CRITICAL:60',
      customColors: 'DEBUG:gray,INFO:green,WARNING:yellow,ERROR:red,CRITICAL:bgRed',
      useOnlyCustomProps: true,
    });
    return { write: (line) => to.write(pretty(line)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
