/** A browser as far as signing in goes: cookies of each origin, and redirects that it follows one by one. */
export class CookieJar {
  readonly #cookies = new Map<string, Map<string, string>>();

  async get(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(address);
    const answer = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), cookie: this.header(origin) },
    });
    for (const line of answer.headers.getSetCookie()) this.#keep(origin, line);
    return answer;
  }

  /** Goes where it is sent; the addresses that it was at, and the last answer. */
  async follow(
    address: string | URL,
    init?: RequestInit,
  ): Promise<{ readonly way: readonly string[]; readonly answer: Response }> {
    const way = [String(address)];
    let answer = await this.get(address, init);
    while (answer.status >= 300 && answer.status < 400) {
      const next = new URL(answer.headers.get('location') ?? '', way.at(-1));
      way.push(next.href);
      if (way.length > 12) throw new Error(`Round in circles: ${way.join(' ')}`);
      answer = await this.get(next);
    }
    return { way, answer };
  }

  header(origin: string): string {
    return [...(this.#cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Of the origin's cookies by name. */
  of(origin: string): Map<string, string> {
    const known = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, known);
    return known;
  }

  #keep(origin: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const [name = '', ...value] = pair.split('=');
    const isGone = attributes.some((each) => /max-age=0|expires=Thu, 01 Jan 1970/i.test(each.trim()));
    if (isGone) this.of(origin).delete(name);
    else this.of(origin).set(name, value.join('='));
  }
}
