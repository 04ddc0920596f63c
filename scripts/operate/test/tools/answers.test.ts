import { needs } from '@shortfactory/manifests/run-api';
import { CloudRunStage } from '../support/rollout/cloud-run-stage.ts';
import { answers } from '../support/rollout/answers.ts';

describe('npm run deploy through lost and refused answers, with the real gcloud', function () {
  this.timeout(240_000);
  needs('gcloud', 'nothing was tried with it');
  answers(() => CloudRunStage.start());
});
