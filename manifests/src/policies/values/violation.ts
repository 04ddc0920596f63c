import type { Container, RevisionSpec, Service } from '../../constructs/shapes.ts';

/** A place in a document and what is wrong with it, as a sentence without a full stop. */
export interface Violation {
  readonly path: string;
  readonly message: string;
}

export type PlatformName = 'cloud-run' | 'knative';

/** Looks at one Service document as it will be written. Pure; says nothing when all is well. */
export type Policy = (service: Service, platform: PlatformName) => readonly Violation[];

export const violation = (path: string, message: string): Violation => ({ path, message });

export const POD = 'spec.template.spec';

export function revisionSpec(service: Service): RevisionSpec {
  return service.spec?.template?.spec ?? { containers: [] };
}

/** Each container with its path, for messages that a person can follow. */
export function containers(service: Service): { readonly container: Container; readonly path: string }[] {
  return revisionSpec(service).containers.map((container, index) => ({
    container,
    path: `${POD}.containers[${index}]`,
  }));
}

/** The container that takes the requests. */
export function servingContainer(service: Service): Container | undefined {
  return revisionSpec(service).containers.find(({ ports }) => (ports ?? []).length > 0);
}

/** A value as a person would want to see it in a message. */
export function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
