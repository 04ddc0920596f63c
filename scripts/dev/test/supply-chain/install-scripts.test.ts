import { expect } from 'chai';
import { read } from '../support/tree.ts';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly hasInstallScript?: boolean; readonly optional?: boolean }>
  >;
}

describe('package-lock.json', () => {
  it('runs no install script of the voices’ runtime, which would download 200 MB', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as Lock;
    const runtime = packages['node_modules/onnxruntime-node'];
    expect(runtime?.optional, 'optional').to.equal(true);
    expect(
      runtime?.hasInstallScript,
      'take "hasInstallScript" out of the lock file: docs/decisions/0098',
    ).to.equal(undefined);
  });
});
