import { createRequire } from 'node:module';

/** What runs the models, of package.json; another version may round otherwise, so it is in the narrator's id. */
export const RUNTIME = 'onnxruntime-node@1.30.0';

/** Whether it is installed: it is optional, and not built for every machine. */
export function hasRuntime(): boolean {
  try {
    createRequire(import.meta.url).resolve('onnxruntime-node');
    return true;
  } catch {
    return false;
  }
}
