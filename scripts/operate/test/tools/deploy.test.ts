import { needs } from '@shortfactory/manifests/run-api';
import { CloudRunStage } from '../support/rollout/cloud-run-stage.ts';
import { outcomes } from '../support/rollout/outcomes.ts';

describe('npm run deploy, with the real gcloud', function () {
  this.timeout(240_000);
  needs('gcloud', 'nothing was tried with it');
  outcomes(() => CloudRunStage.start());
});
