import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { CONNECTION_PARTS } from '@shortfactory/contract';
import type { ConnectionRequest, ConnectionsJson, FoundJson } from '@shortfactory/contract';
import { isApiProblem, isApiUnreachable } from '../../../shared/api/api-errors.ts';
import type { VisitorApi } from '../../../shared/api/api.server.ts';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { textOf } from '../../../shared/format/form-text.ts';
import type { ConnectionsAnswer } from '../model/answer.ts';
import { words } from '../model/words.ts';
import type { Part } from '../model/words.ts';

const PAGE = '/connections';
const FIELDS = ['service', 'address', 'key', 'model'] as const;

/** Who is connected, what answers on this machine, and what the address asks about. */
export async function loadConnectionsPage({ request, context: { api } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const connections = await orFailure(api.connections());
  const [found, health] = await Promise.all([
    connections.editable ? api.foundConnections().catch((): FoundJson => ({ found: [] })) : { found: [] },
    api.health(),
  ]);
  return {
    connections,
    found: found.found,
    isLocal: 'health' in health && health.health.environment === 'local',
    remove: keyNamed(connections, searchParams.get('remove')),
    kept: nameOf(connections, searchParams.get('kept')),
  };
}

/** Every form of the page: add, test, order, take off, remove a key. What is refused is said at its field. */
export async function changeConnections({ request, context: { api } }: ActionFunctionArgs) {
  const form = await request.formData();
  const part = partOf(textOf(form, 'part'));
  try {
    switch (textOf(form, 'do')) {
      case 'add': {
        const added = additionOf(form, part);
        await api.addConnection(added);
        return redirect(`${PAGE}?kept=${encodeURIComponent(added.service)}#${part}`);
      }
      case 'test':
        await api.testConnection({ part, entry: textOf(form, 'entry') });
        return data(null);
      case 'earlier':
      case 'later':
      case 'drop': {
        await move(api, part, textOf(form, 'entry'), textOf(form, 'do'));
        return redirect(`${PAGE}#${part}`);
      }
      default:
        await api.removeKey(textOf(form, 'intent'));
        return redirect(PAGE);
    }
  } catch (error) {
    return refused(error, form, part);
  }
}

function additionOf(form: FormData, part: Part): ConnectionRequest {
  // What is pasted often brings a line end or a space along.
  const given = (name: string): string => textOf(form, name).trim();
  const [service, key, address, model] = [given('service'), given('key'), given('address'), given('model')];
  return {
    ...{ part, service },
    ...(key !== '' && { key }),
    ...(address !== '' && { address }),
    ...(model !== '' && { model }),
  };
}

async function move(api: VisitorApi, part: Part, entry: string, way: string): Promise<void> {
  const { parts } = await api.connections();
  const list = parts.find((each) => each.part === part)?.list.map((each) => each.entry) ?? [];
  const at = list.indexOf(entry);
  const rest = list.filter((each) => each !== entry);
  const to = way === 'earlier' ? at - 1 : at + 1;
  if (at < 0) return;
  await api.setConnectionList(part, way === 'drop' ? rest : rest.toSpliced(Math.max(0, to), 0, entry));
}

function refused(error: unknown, form: FormData, part: Part) {
  if (!isApiProblem(error) && !isApiUnreachable(error)) throw error;
  const problem = isApiProblem(error) ? error.problem : undefined;
  const [first] = problem?.errors ?? [];
  const field = FIELDS.find((name) => first?.pointer === `/${name}`) ?? '';
  const detail =
    first && field !== '' && !first.detail.endsWith('.')
      ? `${words[field]} ${first.detail}.`
      : (problem?.detail ?? words.unanswered);
  const values = {
    service: textOf(form, 'service'),
    address: textOf(form, 'address'),
    model: textOf(form, 'model'),
  };
  return data<ConnectionsAnswer>(
    { part, detail: detail.replace(/^\/\w+(: | )/, ''), field, values },
    { status: problem && problem.status < 500 ? problem.status : 503 },
  );
}

function partOf(text: string): Part {
  return CONNECTION_PARTS.find((part) => part === text) ?? 'llm';
}

/** The key that the address asks to remove, and whose it is; nothing else is taken from an address. */
function keyNamed(
  { editable, parts, services }: ConnectionsJson,
  name: string | null,
): { readonly variable: string; readonly label: string } | undefined {
  const all = [...parts.flatMap(({ list }) => list), ...services];
  const holder = all.find(({ key }) => key?.variable === name && key?.from === 'entered');
  return editable && holder?.key ? { variable: holder.key.variable, label: holder.label } : undefined;
}

function nameOf({ services }: ConnectionsJson, service: string | null): string | undefined {
  return services.find(({ name }) => name === service)?.label;
}
