import { z } from 'zod';
import { CallFailed } from '../services/service-driver.ts';
import type { FailureKind } from '../services/service-driver.ts';

/** What Kubernetes answers instead of an object (kind Status of v1). */
const status = z.object({
  kind: z.literal('Status'),
  message: z.string().optional(),
  reason: z.string().optional(),
  details: z.object({ name: z.string().optional(), kind: z.string().optional() }).optional(),
});
export type Status = z.infer<typeof status>;

/** A call to the cluster that failed; `code` is the answer's, undefined when there was none. */
export class KubernetesFailed extends CallFailed {
  override readonly name = 'KubernetesFailed';
  readonly code: number | undefined;
  readonly status: Status | undefined;
  constructor(doing: string, answer: Answer, kind: FailureKind) {
    const { code, status: said, text } = answer;
    const words = said?.message ?? text.trim().split('\n')[0] ?? '';
    const number = code === undefined ? '' : ` (${[code, said?.reason].filter(Boolean).join(' ')})`;
    super(`${doing} failed: ${words === '' ? 'no reason was given' : words.slice(0, 400)}${number}`, kind);
    this.code = code;
    this.status = said;
  }
}

interface Answer {
  readonly code: number | undefined;
  readonly status: Status | undefined;
  readonly text: string;
}

/**
 * Makes one call; what it throws becomes a KubernetesFailed.
 * @param object plural and name of what is asked for: only a Status that names it says that it is absent
 */
export async function called<T>(
  doing: string,
  object: { readonly plural: string; readonly name: string } | undefined,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const answer = answerOf(error);
    throw new KubernetesFailed(doing, answer, kindOf(answer, object));
  }
}

function kindOf(
  { code, status: said }: Answer,
  object: { plural: string; name: string } | undefined,
): FailureKind {
  // No answer at all: the connection, the name, the time.
  if (code === undefined) return 'passing';
  if (code === 401 || code === 403) return 'refused';
  if (code === 408 || code === 409 || code === 429 || code >= 500) return 'passing';
  const named = said?.details?.name === object?.name && said?.details?.kind === object?.plural;
  return code === 404 && said?.reason === 'NotFound' && object !== undefined && named ? 'absent' : 'unknown';
}

/** The client throws its ApiException for an answer, and whatever the connection threw. */
function answerOf(error: unknown): Answer {
  if (typeof error !== 'object' || error === null || !('body' in error) || !('code' in error))
    return {
      code: undefined,
      status: undefined,
      text: error instanceof Error ? error.message : String(error),
    };
  const { code, body } = error;
  const text = typeof body === 'string' ? body : '';
  const parsed = status.safeParse(typeof body === 'string' ? json(body) : body);
  return { code: typeof code === 'number' ? code : undefined, status: parsed.data, text };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
