import { ScriptInvalid } from '@shortfactory/core';
import { unzipSync } from 'fflate';

/** A Word document of a few pages has 20 entries; one of a book with pictures some hundreds. */
const MOST_ENTRIES = 2000;
const MOST_UNPACKED_BYTES = 30_000_000;
/** Text packs to a tenth, and the dullest XML to a hundredth. */
const MOST_RATIO = 300;

export interface Zip {
  readonly names: readonly string[];
  /** One entry's bytes; undefined when it is not there. Throws ScriptInvalid for one that is larger than it may be. */
  read(name: string): Uint8Array | undefined;
}

/**
 * A ZIP archive of a stranger. Nothing is unpacked but what is asked for, and of that no more than it announces.
 * @throws ScriptInvalid for a damaged one, and for one with too many entries.
 */
export function openZip(bytes: Uint8Array): Zip {
  const names: string[] = [];
  unpacked(bytes, (name) => {
    names.push(name);
    if (names.length > MOST_ENTRIES)
      throw new ScriptInvalid('', `holds more than ${MOST_ENTRIES} files; a Word document was expected`);
    return false;
  });
  return {
    names,
    read(name) {
      const entries = unpacked(bytes, (found, packedBytes, fullBytes) => {
        if (found !== name) return false;
        if (fullBytes > MOST_UNPACKED_BYTES || fullBytes > Math.max(1, packedBytes) * MOST_RATIO) {
          throw new ScriptInvalid(
            '',
            `unpacks to ${fullBytes} bytes; at most ${MOST_UNPACKED_BYTES}, and ${MOST_RATIO} times what is packed, were expected`,
          );
        }
        return true;
      });
      return entries[name];
    },
  };
}

function unpacked(
  bytes: Uint8Array,
  wants: (name: string, packedBytes: number, fullBytes: number) => boolean,
): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => wants(name, size, originalSize),
    });
  } catch (error) {
    if (error instanceof ScriptInvalid) throw error;
    throw new ScriptInvalid('', 'is a damaged or incomplete archive; a Word document or a text was expected');
  }
}
