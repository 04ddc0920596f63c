import { isMutable } from '../images.ts';
import { containers, shown, violation } from '../values/violation.ts';
import type { Policy, Violation } from '../values/violation.ts';

const ENDPOINT = 'OTEL_EXPORTER_OTLP_ENDPOINT';
const SHARE = 'OTEL_TRACES_SAMPLER_ARG';
const COLLECTOR = /(^|\/)(otelcol|opentelemetry-collector)[\w-]*([:@]|$)/;

/** Spans that are sent to the instance itself find a collector there, which is pinned, and of a share that there can be. */
export const tracing: Policy = (service) => {
  const all = containers(service);
  const collectors = all.filter(({ container }) => COLLECTOR.test(container.image ?? ''));
  const found: Violation[] = collectors
    .filter(({ container }) => isMutable(container.image ?? ''))
    .map(({ container, path }) =>
      violation(
        `${path}.image`,
        `${container.image ?? ''} can mean another collector tomorrow; a digest or a version was expected`,
      ),
    );
  for (const { container, path } of all) {
    for (const [index, { name, value }] of (container.env ?? []).entries()) {
      const at = `${path}.env[${index}].value`;
      if (name === ENDPOINT && isHere(value) && collectors.length === 0) {
        found.push(violation(at, `${name} is ${shown(value)}, and no collector runs beside the program`));
      }
      if (name === SHARE && !(Number(value) >= 0 && Number(value) <= 1 && value !== '')) {
        found.push(violation(at, `${name} is ${shown(value)}; a share from 0 to 1 was expected`));
      }
    }
  }
  return found;
};

function isHere(address: string | undefined): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(address ?? '');
}
