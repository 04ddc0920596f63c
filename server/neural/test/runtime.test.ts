import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { isLoadable, runtimeHere } from '../speech/runtime.ts';

describe('what runs the models of natural voices', () => {
  const of = (...names: string[]) => runtimeHere((name) => names.includes(name));

  it('is the native program where it loads, and the one in WebAssembly where only that does', () => {
    expect(of('onnxruntime-node', 'onnxruntime-web')?.id).to.match(/^onnxruntime-node@/);
    expect(of('onnxruntime-node')?.slower).to.equal(undefined);
    expect(of('onnxruntime-web')?.id).to.match(/^onnxruntime-web@/);
    expect(of()).to.equal(undefined);
  });

  it('says in words when the slower one speaks', () => {
    expect(of('onnxruntime-web')?.slower).to.match(/cannot be loaded on this machine.* slower$/);
  });

  it('does not count as loaded when its library is for another machine, is missing, or ends the process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shortfactory-runtime-'));
    const file = async (name: string, text: string): Promise<string> => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    try {
      await writeFile(join(folder, 'binding.node'), 'a program of another machine');
      const cases: readonly [string, boolean][] = [
        [await file('whole.cjs', 'exports.InferenceSession = class {};'), true],
        [await file('other.cjs', "require('./binding.node');"), false],
        [await file('missing.cjs', "require('./nowhere.node');"), false],
        [await file('ending.cjs', "process.kill(process.pid, 'SIGILL');"), false],
      ];
      for (const [path, loads] of cases) expect(isLoadable(path), path).to.equal(loads);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
