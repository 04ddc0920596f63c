import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { KeyWithTextJson } from '@shortfactory/contract';
import type { KeyScope } from '@shortfactory/core';
import { isApiProblem, isApiUnreachable } from '../../../shared/api/api-errors.ts';
import type { VisitorApi } from '../../../shared/api/api.server.ts';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { textOf, textsOf } from '../../../shared/format/form-text.ts';
import { words } from '../model/key-words.ts';
import { signedInOr } from './signed-in.server.ts';

const PAGE = '/account/keys';

/** What was wrong with a form, and what stood in it. */
export interface RefusedKey {
  /** Of the name, of the scopes, or of neither. */
  readonly where: 'name' | 'scopes' | undefined;
  readonly refused: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: string;
}
export type KeysAnswer = { readonly made: KeyWithTextJson } | RefusedKey;

/** One's keys, and the one that the address asks about. */
export async function loadKeysPage({ request, context }: LoaderFunctionArgs) {
  signedInOr(context, PAGE);
  const { keys } = await orFailure(context.api.keys());
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('revoke');
  return {
    keys,
    revoke: keys.find(({ id, state }) => id === asked && state !== 'revoked'),
    renewed: searchParams.has('renewed'),
  };
}

/** Every form of the page: make, renew, revoke. */
export async function changeKeys({ request, context }: ActionFunctionArgs) {
  signedInOr(context, PAGE);
  const form = await request.formData();
  try {
    switch (textOf(form, 'do')) {
      case 'make':
        return await makeKey(context.api, form);
      case 'renew':
        await context.api.renewKey(textOf(form, 'id'));
        return redirect(`${PAGE}?renewed=1`);
      default:
        await context.api.revokeKey(textOf(form, 'intent'));
        return redirect(PAGE);
    }
  } catch (error) {
    if (!isApiProblem(error) && !isApiUnreachable(error)) throw error;
    const problem = isApiProblem(error) ? error.problem : undefined;
    const refused = (problem?.detail || words.unanswered).replace(/^\/\w+(: | )/, '');
    return refusal(form, undefined, refused, problem && problem.status < 500 ? problem.status : 503);
  }
}

async function makeKey(api: VisitorApi, form: FormData) {
  const name = textOf(form, 'name').trim();
  const scopes = textsOf(form, 'scope') as KeyScope[];
  if (name === '') return refusal(form, 'name', words.nameMissing);
  if (scopes.length === 0) return refusal(form, 'scopes', words.scopeMissing);
  const made = await api.makeKey({ name, scopes, days: Number(textOf(form, 'days')) });
  return data<KeysAnswer>({ made }, { headers: { 'Cache-Control': 'no-store' } });
}

function refusal(form: FormData, where: RefusedKey['where'], refused: string, status = 400) {
  return data<KeysAnswer>(
    {
      ...{ where, refused },
      name: textOf(form, 'name'),
      scopes: textsOf(form, 'scope'),
      days: textOf(form, 'days'),
    },
    { status },
  );
}
