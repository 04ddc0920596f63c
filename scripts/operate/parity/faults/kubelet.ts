import { parse } from 'yaml';
import type { Scene } from '../scene.ts';
import { CannotBeTried } from '../scene.ts';

type OnNode = NonNullable<Scene['onNode']>;

/** Beside a kubelet's configuration while it has another one: what it was, and the words that it was started with. */
const KEPT = 'before-parity';

/**
 * Starts the kubelet anew: by systemd where that runs it, else by the words, into the log and beside the mounts that it
 * had (those of the container runtime, which a shell on the node need not share). Where somebody keeps its number in
 * `pids/` beside its configuration, the new one stands there then. Containers go on meanwhile.
 */
const RESTART = `if systemctl is-active --quiet kubelet 2>/dev/null; then systemctl restart kubelet; else
  set --; log=
  while IFS= read -r word; do if [ -z "$log" ]; then log=$word; else set -- "$@" "$word"; fi; done <"$kept.words"
  enter="nsenter --target $pid --mount --net"; $enter true 2>/dev/null || enter=
  setsid $enter sh -c 'kill "$0" 2>/dev/null; tries=0
    while grep -q "^State:.[^Z]" "/proc/$0/status" 2>/dev/null; do
      tries=$((tries + 1)); if [ $tries = 100 ]; then kill -9 "$0"; fi; sleep 0.2
    done
    exec "$@"' "\${pid:-none}" "$@" </dev/null >>"$log" 2>&1 &
  started=$!
  for file in $(grep -lx "$pid" "\${config%/*}"/pids/* 2>/dev/null); do echo $started >"$file"; done
fi`;
const KEEP = `if ! [ -f "$kept" ]; then
  { readlink /proc/$pid/fd/2; tr '\\0' '\\n' </proc/$pid/cmdline; } >"$kept.words"; cp -p "$config" "$kept"
fi`;

/** The kubelet of the node that `onNode` leads to. */
export class Kubelet {
  readonly #onNode: OnNode;
  readonly #config: string;
  readonly #settings: Readonly<Record<string, unknown>>;

  private constructor(onNode: OnNode, config: string, settings: Readonly<Record<string, unknown>>) {
    this.#onNode = onNode;
    this.#config = config;
    this.#settings = settings;
  }

  /** Rejects with CannotBeTried where it is not found, or takes no configuration from a file. */
  static async find(onNode: OnNode): Promise<Kubelet> {
    const words = await onNode(`tr '\\0' '\\n' </proc/$(pidof -s kubelet)/cmdline`).catch(() => '');
    const config = /^--config=(\S+)$/m.exec(words)?.[1];
    if (config === undefined)
      throw new CannotBeTried('no kubelet with a --config file runs where --node-shell leads');
    const settings: unknown = parse(await onNode(`cat ${config}`));
    return new Kubelet(onNode, config, settings as Readonly<Record<string, unknown>>);
  }

  /**
   * From now on less memory than this on the node is pressure: it evicts Pods. A soft threshold, because a hard one is
   * taken from what the node has to give, and Pods that are there would not be taken again.
   */
  async evictBelow(bytes: number): Promise<void> {
    const settings = {
      ...this.#settings,
      evictionSoft: { 'memory.available': String(Math.round(bytes)) },
      evictionSoftGracePeriod: { 'memory.available': '0s' },
    };
    const text = Buffer.from(JSON.stringify(settings)).toString('base64');
    await this.#onNode(`set -e; ${this.#names()}; ${KEEP}; echo ${text} | base64 -d >"$config"; ${RESTART}`);
  }

  /** As it was before; also after an interruption. */
  async asBefore(): Promise<void> {
    const restore = `if [ -f "$kept" ]; then mv "$kept" "$config"; ${RESTART}; rm "$kept.words"; fi`;
    await this.#onNode(`${this.#names()}; ${restore}`, true);
  }

  #names(): string {
    return `config=${this.#config}; kept=$config.${KEPT}; pid=$(pidof -s kubelet || true)`;
  }
}
