import { answers } from '../support/rollout/answers.ts';
import { KnativeStage } from '../support/rollout/knative-stage.ts';
import { outcomes } from '../support/rollout/outcomes.ts';
import { rollbacks } from '../support/rollout/rollbacks.ts';
import { unharmed } from '../support/rollout/unharmed.ts';

/** The very suite that the real gcloud is held to, at a cluster's API. */
describe('npm run deploy and rollback -- --target knative', () => {
  const start = (): Promise<KnativeStage> => KnativeStage.start();
  describe('what a deploy comes to', () => outcomes(start));
  describe('lost and refused answers', () => answers(start));
  describe('nothing that it did not make is harmed', () => unharmed(start));
  describe('rollbacks', () => rollbacks(start));
});
