/**
 * Lets a command finish when nobody reads what it says any more, as behind `| head`: what it does is not stopped by it.
 * Any other error of a stream is thrown.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    if (!stream.listeners('error').includes(ignoreGone)) stream.on('error', ignoreGone);
  }
}

function ignoreGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
