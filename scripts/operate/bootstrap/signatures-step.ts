import type { CloudResources } from './cloud-resources.ts';
import type { Step } from './step.ts';
import { command } from './step.ts';

/** Binary Authorization is switched on; what its policy says is a person's to decide, and is not touched. */
export function signatures({ binaryAuthorization: policy }: CloudResources): Step[] {
  if (policy === undefined) return [];
  const shown =
    policy === 'default'
      ? 'gcloud container binauthz policy export'
      : `gcloud beta container binauthz policy describe ${policy}`;
  return [
    {
      id: 'signatures',
      title: 'Images are checked before they run',
      parts: [
        {
          always: [command('services', 'enable', 'binaryauthorization.googleapis.com')],
          note: `Which images may run says the policy that “${shown}” prints; a new project's allows every one.`,
        },
      ],
    },
  ];
}
