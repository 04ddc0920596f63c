import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { unlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Scratch folders bear the name of their process, and each process listens on a socket of that name for as long as it
 * lives. The system closes it however the process ends, so a socket that refuses is the proof that its process is gone:
 * across containers too, where process ids say nothing. The name holds the running system as well, because a folder
 * may be shared with other machines, whose sockets refuse from here.
 */
interface Owner {
  /** Of this process, with the running system. */
  readonly prefix: string;
  /** Open as long as the socket is, which is known by it. */
  readonly folder: FileHandle;
}

const MOST_SWEPT = 1000;
const ANSWER_MS = 1000;
const owners = new Map<string, Promise<Owner | undefined>>();

declare const scratchFolder: unique symbol;
/** The path of a folder that holds files of one piece of work; no other text can be passed for it. */
export type ScratchFolder = string & { readonly [scratchFolder]: true };

/** A new folder of this process in `scratchDir`. Throws what the system says. */
export async function makeScratch(scratchDir: string): Promise<ScratchFolder> {
  const owner = owners.get(scratchDir) ?? own(scratchDir);
  owners.set(scratchDir, owner);
  // Where sockets are unsupported (a mounted bucket), it cannot be known later whether the folder is in use.
  const path = await mkdtemp(join(scratchDir, `shortfactory-${(await owner)?.prefix ?? ''}`));
  return path as ScratchFolder;
}

/** A new folder in a scratch folder, which is removed with it. */
export async function subfolder(scratch: ScratchFolder, name: string): Promise<ScratchFolder> {
  const path = join(scratch, name);
  await mkdir(path);
  return path as ScratchFolder;
}

/**
 * Removes the scratch folders in `scratchDir` that processes of this user on this running system left behind, and gives
 * their number. A folder whose process may be alive, or is not known, stays. Rejects when the folder cannot be read.
 */
export async function sweepScratch(scratchDir: string): Promise<number> {
  const names = await readdir(scratchDir);
  const pattern = new RegExp(`^\\.shortfactory-(${await systemId()}-[0-9a-f]{12}-)$`);
  const locks = names.filter((name) => pattern.test(name)).slice(0, MOST_SWEPT);
  let removed = 0;
  for (const lock of locks) {
    if (!(await isOurs(join(scratchDir, lock))) || !(await isGone(scratchDir, lock))) continue;
    for (const name of names.filter((each) => each.startsWith(lock.slice(1)))) {
      if (!(await isOurs(join(scratchDir, name)))) continue;
      await rm(join(scratchDir, name), { recursive: true, force: true });
      removed += 1;
    }
    await rm(join(scratchDir, lock), { force: true });
  }
  return removed;
}

async function own(scratchDir: string): Promise<Owner | undefined> {
  const prefix = `${await systemId()}-${randomBytes(6).toString('hex')}-`;
  const lock = `.shortfactory-${prefix}`;
  try {
    const folder = await open(scratchDir, 'r');
    const server = createServer((socket) => socket.destroy()).unref();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(inside(folder, scratchDir, `${lock}new`), resolve);
    });
    // Under its name only once it listens: until then it would refuse.
    await rename(join(scratchDir, `${lock}new`), join(scratchDir, lock));
    process.on('exit', () => {
      try {
        unlinkSync(join(scratchDir, lock));
      } catch {
        // The folder went first.
      }
    });
    return { prefix, folder };
  } catch {
    return undefined;
  }
}

/** A socket's path may have some 100 characters only; by an open folder it is short however deep that lies. */
function inside(folder: FileHandle, path: string, name: string): string {
  return process.platform === 'linux' ? `/proc/self/fd/${folder.fd}/${name}` : join(path, name);
}

async function isGone(scratchDir: string, lock: string): Promise<boolean> {
  const folder = await open(scratchDir, 'r');
  try {
    return await new Promise((resolve) => {
      const socket = connect(inside(folder, scratchDir, lock));
      socket.setTimeout(ANSWER_MS, () => socket.destroy());
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
      socket.once('connect', () => socket.destroy()).once('close', () => resolve(false));
    });
  } finally {
    await folder.close();
  }
}

/** In a folder for everybody, others may use any name. */
async function isOurs(path: string): Promise<boolean> {
  const info = await lstat(path).catch(() => undefined);
  return info !== undefined && !info.isSymbolicLink() && info.uid === process.getuid?.();
}

/** Different for each machine, and on Linux for each time that it was started. */
async function systemId(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => hostname());
  return createHash('sha256').update(boot).digest('hex').slice(0, 8);
}
