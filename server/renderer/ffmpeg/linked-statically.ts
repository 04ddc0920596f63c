import { closeSync, openSync, readSync } from 'node:fs';

/** Of a program header (ELF specification, figure 2-2): names the loader of shared libraries. */
const PT_INTERP = 3;
/** The ELF header and the program headers behind it are in here. */
const HEAD_BYTES = 4096;

/**
 * Whether a program is an ELF file that loads no shared libraries. An ffmpeg of that kind starts in 2 ms, where a
 * distribution's links some two hundred at each start. False for whatever is not certainly so: a script, another
 * system's program, a file that cannot be read.
 */
export function linkedStatically(file: string): boolean {
  const head = headOf(file);
  if (head === undefined || head.toString('latin1', 0, 4) !== '\x7fELF' || head[5] !== 1) return false;
  const wide = head[4] === 2;
  const first = wide ? Number(head.readBigUInt64LE(32)) : head.readUInt32LE(28);
  const [size, count] = wide
    ? [head.readUInt16LE(54), head.readUInt16LE(56)]
    : [head.readUInt16LE(42), head.readUInt16LE(44)];
  if (count === 0 || first + size * count > head.length) return false;
  for (let i = 0; i < count; i++) if (head.readUInt32LE(first + size * i) === PT_INTERP) return false;
  return true;
}

function headOf(file: string): Buffer | undefined {
  let open: number | undefined;
  try {
    open = openSync(file, 'r');
    const head = Buffer.alloc(HEAD_BYTES);
    const read = readSync(open, head);
    return read < 64 ? undefined : head.subarray(0, read);
  } catch {
    return undefined;
  } finally {
    if (open !== undefined) closeSync(open);
  }
}
