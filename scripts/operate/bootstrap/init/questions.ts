import type { SettingPath } from '@shortfactory/manifests';
import type { OVERRIDE_FLAGS } from '../../environment/flags.ts';

/** What an environment has to be told by somebody, and the option that answers it without asking. */
export interface Question {
  readonly option: keyof typeof OVERRIDE_FLAGS;
  readonly path: SettingPath;
  readonly ask: string;
  /** There is no answer that is right for everybody. */
  readonly needed?: true;
  readonly number?: true;
  /** Answers with commas between. */
  readonly list?: true;
}

export const QUESTIONS: Readonly<Record<'cloud-run' | 'knative', readonly Question[]>> = {
  'cloud-run': [
    { option: 'project', path: ['project'], ask: 'Google Cloud project', needed: true },
    {
      option: 'project-number',
      path: ['projectNumber'],
      ask: "Its number, 12 digits (gcloud projects describe PROJECT --format='value(projectNumber)')",
    },
    { option: 'region', path: ['region'], ask: 'Region' },
    {
      option: 'ui-domain',
      path: ['domains', 'ui'],
      ask: 'A host name of your own for the web interface, if any',
    },
    { option: 'api-domain', path: ['domains', 'api'], ask: 'Another for the API, if any' },
    { option: 'edge', path: ['edge'], ask: 'What is in front: run.app, or load-balancer (needs both names)' },
    { option: 'budget-usd', path: ['budgetUsd'], ask: 'Budget in USD a month', number: true },
  ],
  knative: [
    { option: 'registry', path: ['registry'], ask: 'Registry of the images' },
    {
      option: 'image-pull-secret',
      path: ['imagePullSecrets'],
      ask: 'Secrets of the namespace that open it, if any',
      list: true,
    },
    {
      option: 'ui-origin',
      path: ['origins', 'ui'],
      ask: 'Where browsers outside find the web interface, if they do',
    },
    { option: 'api-origin', path: ['origins', 'api'], ask: 'Where they find the API, if they do' },
    { option: 'media-origin', path: ['origins', 'media'], ask: 'Where they send uploads, if they do' },
  ],
};
