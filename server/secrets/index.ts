export { EnvSecrets } from './env.ts';
export { openSecrets } from './open-secrets.ts';
