import type { keyRequest } from '@shortfactory/contract';
import type { KeyJson, KeyWithTextJson } from '@shortfactory/contract';
import type { z } from 'zod';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A person's keys, as the API keeps them. */
export class KeysDouble {
  list: KeyJson[] = [];

  make({ name, scopes, days = 90 }: z.output<typeof keyRequest>): KeyWithTextJson {
    const key = keyOf({ id: String(this.list.length + 1).padStart(16, '0'), name, scopes, days });
    this.list.push(key);
    return { ...key, key: `${key.prefix}${'0'.repeat(74)}` };
  }

  renew(id: string): KeyJson | undefined {
    this.#change(id, { state: 'live', endsAt: new Date(Date.now() + 90 * DAY_MS).toISOString() });
    return this.list.find((each) => each.id === id);
  }

  revoke(id: string): void {
    this.#change(id, { state: 'revoked', revokedAt: new Date().toISOString() });
  }

  #change(id: string, change: Partial<KeyJson>): void {
    this.list = this.list.map((each) => (each.id === id ? { ...each, ...change } : each));
  }
}

/** A key that was made a moment ago. */
export function keyOf({
  days,
  ...given
}: Pick<KeyJson, 'id' | 'name' | 'scopes'> & { readonly days: number }): KeyJson {
  const nowMs = Date.now();
  return {
    ...given,
    prefix: `sfk_9v${given.id.slice(-2)}`,
    state: 'live',
    createdAt: new Date(nowMs).toISOString(),
    endsAt: new Date(nowMs + days * DAY_MS).toISOString(),
  };
}
