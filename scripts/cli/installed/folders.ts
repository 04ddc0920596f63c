import { homedir } from 'node:os';
import { join } from 'node:path';

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
