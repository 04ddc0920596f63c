import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import type { CreateAnswer } from '../create/answer.ts';
import { sendCreate } from '../create/client-action.ts';
import { problemOfFailure } from '../create/failed.server.ts';
import { valuesOf } from '../create/fields.ts';
import { languageOf } from '../create/language-of.ts';
import { scriptFor } from '../create/make.server.ts';
import { seedOf } from '../drafts/seed.server.ts';

export async function action({ request, context: { api } }: ActionFunctionArgs) {
  const values = valuesOf(await request.formData());
  try {
    const options = await api.options();
    const written = await scriptFor(values, options, api);
    if ('problems' in written)
      return data<CreateAnswer>({ problems: written.problems, values }, { status: 400 });
    return data<CreateAnswer>({ draft: seedOf(written.script, values, languageOf(values, options)) });
  } catch (error) {
    const [problem, status] = problemOfFailure(error);
    return data<CreateAnswer>({ problems: [problem], values }, { status });
  }
}

export const clientAction = sendCreate;

export default function NewScript() {
  return null;
}
