import { expect } from 'chai';
import { chooseContext } from '../../kubernetes/context.ts';

const CONTEXTS = [
  { name: 'kind-a', cluster: 'kind-a', server: 'https://127.0.0.1:6443' },
  { name: 'shop', cluster: 'eu-prod', server: 'https://10.0.0.1' },
  { name: 'work', cluster: 'work', server: 'https://k8s.live.example.com' },
  { name: 'alive', cluster: 'reproducible', server: 'https://olive.example.com' },
];
type Asked = Partial<Record<'current' | 'given' | 'declared', string>>;

describe('the context of a command', () => {
  const choose = ({ current, given, declared }: Asked): string =>
    chooseContext({ contexts: CONTEXTS, current, given, declared, environment: 'local' }).name;

  for (const [asked, expected] of [
    [{ current: 'kind-a' }, 'kind-a'],
    [{ current: 'alive' }, 'alive'],
    [{ current: 'kind-a', given: 'shop' }, 'shop'],
    [{ current: 'kind-a', declared: 'kind-a' }, 'kind-a'],
    [{ declared: 'kind-a' }, 'kind-a'],
    [{ current: 'alive', declared: 'kind-a', given: 'alive' }, 'alive'],
    [{ current: 'shop' }, /looks like production \(eu-prod\); --context shop was expected, given explicitly/],
    [{ current: 'work' }, /looks like production \(https:\/\/k8s\.live\.example\.com\)/],
    [
      { current: 'alive', declared: 'kind-a' },
      /declared for the context kind-a, and the current one is alive/,
    ],
    [{ declared: 'gone', current: 'kind-a' }, /the environment local names context “gone”/],
    [{ given: 'gone' }, /there is no context “gone” in the kubeconfig; it has kind-a, shop, work, alive/],
    [{}, /is missing, and the kubeconfig has no current one/],
  ] as readonly (readonly [Asked, string | RegExp])[]) {
    it(`${JSON.stringify(asked)}: ${String(expected)}`, () => {
      if (typeof expected === 'string') expect(choose(asked)).to.equal(expected);
      else expect(() => choose(asked)).to.throw(expected);
    });
  }
});
