import { Zip, ZipPassThrough } from 'fflate';

/** A file of an archive; `open` is called when it is its turn. */
export interface ZipEntry {
  readonly path: string;
  readonly open: () => Promise<AsyncIterable<Uint8Array | string>>;
}

/** A ZIP archive as it is read, one file after the other: stored, not packed, as media is packed already. */
export async function* zipped(entries: readonly ZipEntry[], timeMs: number): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { path, open } of entries) {
    const file = new ZipPassThrough(path);
    file.mtime = timeMs;
    zip.add(file);
    for await (const chunk of await open()) {
      file.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
