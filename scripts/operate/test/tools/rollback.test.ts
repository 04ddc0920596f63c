import { needs } from '@shortfactory/manifests/run-api';
import { CloudRunStage } from '../support/rollout/cloud-run-stage.ts';
import { rollbacks } from '../support/rollout/rollbacks.ts';

describe('npm run rollback, with the real gcloud', function () {
  this.timeout(240_000);
  needs('gcloud', 'nothing was tried with it');
  rollbacks(() => CloudRunStage.start());
});
