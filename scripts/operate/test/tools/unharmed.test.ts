import { needs } from '@shortfactory/manifests/run-api';
import { CloudRunStage } from '../support/rollout/cloud-run-stage.ts';
import { unharmed } from '../support/rollout/unharmed.ts';

describe('npm run deploy harms nothing that it did not make, with the real gcloud', function () {
  this.timeout(240_000);
  needs('gcloud', 'nothing was tried with it');
  unharmed(() => CloudRunStage.start());
});
