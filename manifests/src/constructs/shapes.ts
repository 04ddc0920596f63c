import type { IService } from '@kubernetes-models/knative/serving.knative.dev/v1/Service';

/** Parts of a Knative Service, named after what the CRD's own types call them. */
export type ServiceSpec = NonNullable<IService['spec']>;
export type RevisionTemplate = NonNullable<ServiceSpec['template']>;
export type RevisionSpec = NonNullable<RevisionTemplate['spec']>;
export type TrafficTarget = NonNullable<ServiceSpec['traffic']>[number];
export type Container = RevisionSpec['containers'][number];
export type EnvVariable = NonNullable<Container['env']>[number];
export type Probe = NonNullable<Container['startupProbe']>;
export type Volume = NonNullable<RevisionSpec['volumes']>[number];
export type { IService as Service };
