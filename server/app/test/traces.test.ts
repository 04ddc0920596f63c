import { expect } from 'chai';
import { SpanReceiver } from '@shortfactory/testing/support/span-receiver';
import { openTraces } from '@shortfactory/observability/traces';

const OPTIONS = {
  ratio: 1,
  service: 'shortfactory-server',
  version: 'abc',
  environment: 'local',
  log: { warn: () => undefined },
};
const CALLER = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('traces', () => {
  it('does the work and nothing else without a collector', async () => {
    const { traces, close } = await openTraces({ ...OPTIONS, endpoint: undefined });
    expect(await traces.span('job run', {}, async () => traces.headers())).to.deep.equal({});
    await close();
  });

  it('sends spans of a caller’s trace, and of a failure the error’s name alone', async () => {
    const receiver = await SpanReceiver.start();
    const { traces, close } = await openTraces({ ...OPTIONS, endpoint: receiver.url });
    const inside = await traces.span('outer', {}, () =>
      traces.continued({ traceparent: CALLER }, () =>
        traces.span('job run', { 'shortfactory.job.id': 'x' }, async (span) => {
          span.add({ 'shortfactory.job.outcome': 'finished' });
          await traces
            .span('provider narrate', {}, () => Promise.reject(new TypeError('what a person wrote')))
            .catch(() => undefined);
          return traces.headers();
        }),
      ),
    );
    expect(inside['traceparent']).to.match(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
    await close();
    receiver.stop();
    const ours = receiver.spans.filter(({ traceId }) => CALLER.includes(traceId));
    expect(ours.map(({ name }) => name)).to.deep.equal(['provider narrate', 'job run']);
    expect(ours[0]?.parentSpanId).to.equal(ours[1]?.spanId);
    expect(ours[1]?.facts).to.include({
      'shortfactory.job.id': 'x',
      'shortfactory.job.outcome': 'finished',
    });
    expect(ours[0]?.facts).to.deep.equal({ 'error.type': 'TypeError' });
    expect(receiver.text).not.to.include('what a person wrote');
  });
});
