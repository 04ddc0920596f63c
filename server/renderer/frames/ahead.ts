/** What each of a row of jobs needs, made before the job begins where somebody asks for that. Held until it is taken. */
export class Ahead<Job, Made> {
  readonly #jobs: readonly Job[];
  readonly #make: (job: Job) => Promise<Made>;
  readonly #made = new Map<number, Promise<Made>>();
  readonly #begun = new Set<number>();
  readonly #all: Promise<unknown>[] = [];

  constructor(jobs: readonly Job[], make: (job: Job) => Promise<Made>) {
    this.#jobs = jobs;
    this.#make = make;
  }

  /** Begins to make what the job at this place needs. Its failure is told to who takes it. */
  prepare(place: number): void {
    const job = this.#jobs[place];
    // One that was taken already is not made again.
    if (job === undefined || this.#begun.has(place)) return;
    this.#begun.add(place);
    const making = this.#make(job);
    this.#made.set(place, making);
    // Only that it has ended: what was made is not to be kept by it.
    const ended = (): undefined => undefined;
    this.#all.push(making.then(ended, ended));
  }

  /** What the job at this place needs; each is taken once. */
  async take(place: number): Promise<Made> {
    this.prepare(place);
    const made = this.#made.get(place) as Promise<Made>;
    try {
      return await made;
    } finally {
      this.#made.delete(place);
    }
  }

  /** When nothing is being made any more, also of what nobody took. */
  async settled(): Promise<void> {
    await Promise.all(this.#all);
  }
}
