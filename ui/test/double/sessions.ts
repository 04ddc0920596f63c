import type { SessionJson, SessionRequestJson } from '@shortfactory/contract';

/** Where a person is signed in, as the API has it. */
export class SessionsDouble {
  list: SessionJson[] = [];
  readonly ended = new Set<string>();
  /** Answers nobody, as an API that is away. */
  isAway = false;

  note(id: string, { isNew: _, ...facts }: SessionRequestJson): boolean {
    if (this.ended.has(id)) return false;
    const others = this.list.filter((each) => each.id !== id);
    this.list = [{ id, ...facts, lastUsedAt: new Date().toISOString() }, ...others];
    return true;
  }

  end(over: (id: string) => boolean): void {
    for (const { id } of this.list.filter((each) => over(each.id))) this.ended.add(id);
    this.list = this.list.filter(({ id }) => !this.ended.has(id));
  }
}
