import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Where an installed ShortFactory keeps what it makes, as each system has it: every folder from which it is called has
 * the same one. The repository keeps it beside itself.
 */
export function userFolder(env: Env, platform = process.platform, home = homedir()): string {
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'shortfactory');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'shortfactory');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'shortfactory');
}

/** DATA_DIR and VOICES_DIR as whole paths: programs that are started from another folder mean the same ones. */
export function ownFolders(env: Env, folder: string): Record<'DATA_DIR' | 'VOICES_DIR', string> {
  const own = userFolder(env);
  return {
    DATA_DIR: resolve(folder, env['DATA_DIR'] || join(own, 'data')),
    VOICES_DIR: resolve(folder, env['VOICES_DIR'] || join(own, 'voices')),
  };
}
