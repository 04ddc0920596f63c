import { InputInvalid } from '@shortfactory/core/errors';
import type { CommandContext } from '@shortfactory/command-line';
import { regionsOf } from '@shortfactory/manifests';
import { cloudEnvironment } from '../environment/cloud-environment.ts';
import type { PlaceValues } from '../environment/cloud-environment.ts';
import { Gcloud } from '../gcloud/gcloud.ts';
import { CloudRunService } from '../gcloud/service-driver.ts';
import { LiveService } from '../services/live-service.ts';
import { direct } from '../smoke/door.ts';
import { CLUSTER_FLAGS } from './flags.ts';
import type { TargetValues } from './flags.ts';
import type { Target, TargetOptions } from './target.ts';

/** Cloud Run, by the real gcloud: each region of the environment, or the one that is named. Throws InputInvalid. */
export function openCloudRun(
  values: TargetValues,
  options: TargetOptions,
  context: CommandContext,
): readonly Target[] {
  const place = placeOf(values);
  const regions = place.region === undefined ? regionsOf(cloudEnvironment(place)) : [place.region];
  return regions.map((region) => targetIn({ ...place, region }, options, context));
}

function targetIn(
  place: PlaceValues & { readonly region: string },
  { patience, dryRun }: TargetOptions,
  { env, say }: CommandContext,
): Target {
  const { region } = place;
  const { project } = cloudEnvironment(place);
  const gcloud = new Gcloud({ env, project, dryRun, say });
  return {
    name: place.env,
    region,
    environment: (overrides) => cloudEnvironment(place, overrides),
    service: (name) => {
      const full = `shortfactory-${name}`;
      return new LiveService(full, new CloudRunService(full, region, gcloud), patience, say);
    },
    preflight: async () => undefined,
    reach: (_name, url) => url,
    door: direct,
    // A token lives for an hour and a deploy may take longer: each question asks for its own.
    monitoring: async () => ({
      url: `https://monitoring.googleapis.com/v1/projects/${project}/location/global/prometheus`,
      token: await gcloud.text(['auth', 'print-access-token']),
    }),
  };
}

function placeOf(values: TargetValues): PlaceValues {
  for (const option of Object.keys(CLUSTER_FLAGS) as (keyof typeof CLUSTER_FLAGS)[]) {
    if (values[option] !== undefined)
      throw new InputInvalid(`--${option}`, 'is for clusters; --target knative was expected with it.');
  }
  const { env } = values;
  if (env !== undefined) return { ...values, env };
  throw new InputInvalid('--env', 'is missing; the name of an environment was expected.');
}
