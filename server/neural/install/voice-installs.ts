import { resolve } from 'node:path';
import { Conflict, InputInvalid, NotFound, ProviderFailed, StorageUnwritable } from '@shortfactory/core';
import type { Log } from '@shortfactory/core';
import { NO_RUNTIME, runtimeHere } from '../speech/runtime.ts';
import { installedVoices } from '../voices/installed.ts';
import { VOICES, filesOf } from '../voices/table.ts';
import type { NaturalVoice } from '../voices/table.ts';
import { addVoice } from './add.ts';

/** How far a voice is: of what is fetched, how many bytes are there; `detail` says why it failed. */
export interface VoiceInstall {
  readonly voice: string;
  readonly state: 'absent' | 'adding' | 'installed' | 'failed';
  readonly bytes: number;
  readonly of: number;
  readonly detail?: string;
}

export interface VoiceInstallsDeps {
  /** Where voices are installed. */
  readonly folder: string;
  readonly log: Log;
  /** The table of voices, unless it is the product's own. */
  readonly voices?: readonly NaturalVoice[];
  readonly pauseMs?: number;
  /** Aborted when the server closes: what is downloaded in part is kept. */
  readonly closing: AbortSignal;
}

interface UnderWay {
  readonly voice: NaturalVoice;
  readonly stop: AbortController;
  /** Of each file that is fetched, how much is there. */
  readonly arrived: Map<string, number>;
  readonly of: number;
}

/** Natural voices that a person at the machine adds while the server runs, one at a time; it goes on when nobody looks. */
export class VoiceInstalls {
  readonly #deps: VoiceInstallsDeps;
  readonly #folder: string;
  readonly #voices: readonly NaturalVoice[];
  readonly #failed = new Map<string, string>();
  #underWay: UnderWay | undefined;
  /** One that was stopped may still be closing its files. */
  #turn: Promise<void> = Promise.resolve();

  constructor(deps: VoiceInstallsDeps) {
    this.#deps = deps;
    this.#folder = resolve(deps.folder);
    this.#voices = deps.voices ?? VOICES;
  }

  /** How far a voice is. Throws NotFound for a name that the table does not have. */
  state(name: string): VoiceInstall {
    const voice = this.#named(name);
    const { id } = voice;
    const underWay = this.#underWay;
    if (underWay?.voice.id === id) {
      const bytes = [...underWay.arrived.values()].reduce((sum, each) => sum + each, 0);
      return { voice: id, state: 'adding', bytes: Math.min(bytes, underWay.of), of: underWay.of };
    }
    const installed = installedVoices(this.#folder, this.#voices);
    const of = neededBytes(voice, installed);
    if (installed.some((each) => each.id === id)) return { voice: id, state: 'installed', bytes: 0, of: 0 };
    const detail = this.#failed.get(id);
    return detail === undefined
      ? { voice: id, state: 'absent', bytes: 0, of }
      : { voice: id, state: 'failed', bytes: 0, of, detail };
  }

  /** Begins to add a voice; one that is being added or installed stays as it is. Throws NotFound and Conflict. */
  begin(name: string): VoiceInstall {
    const now = this.state(name);
    if (now.state === 'installed' || now.state === 'adding') return now;
    if (this.#underWay)
      throw new Conflict(`${this.#underWay.voice.id} is being added; one voice is added at a time.`);
    if (!runtimeHere()) throw new Conflict(`${NO_RUNTIME}.`);
    const voice = this.#named(name);
    const underWay = { voice, stop: new AbortController(), arrived: new Map<string, number>(), of: now.of };
    this.#failed.delete(voice.id);
    this.#underWay = underWay;
    this.#turn = this.#turn.then(() => this.#add(underWay));
    return this.state(name);
  }

  /** Stops adding a voice; what has arrived is kept for the next time. Throws NotFound. */
  stop(name: string): VoiceInstall {
    const { id } = this.#named(name);
    if (this.#underWay?.voice.id === id) {
      this.#underWay.stop.abort();
      this.#underWay = undefined;
    }
    this.#failed.delete(id);
    return this.state(id);
  }

  async #add(underWay: UnderWay): Promise<void> {
    const { voice, stop, arrived } = underWay;
    try {
      await addVoice(voice, {
        folder: this.#folder,
        signal: AbortSignal.any([stop.signal, this.#deps.closing]),
        onProgress: ({ name }, bytes) => arrived.set(name, bytes),
        ...(this.#deps.pauseMs === undefined ? {} : { pauseMs: this.#deps.pauseMs }),
      });
      this.#deps.log.info(`The voice ${voice.id} was added.`, { voice: voice.id });
    } catch (error) {
      if (stop.signal.aborted || this.#deps.closing.aborted) return;
      const isSaid = [InputInvalid, ProviderFailed, StorageUnwritable].some((kind) => error instanceof kind);
      this.#failed.set(
        voice.id,
        isSaid ? (error as Error).message : 'It could not be installed; the log of the server says why.',
      );
      this.#deps.log.warn(`The voice ${voice.id} could not be added.`, { voice: voice.id, error });
    } finally {
      if (this.#underWay === underWay) this.#underWay = undefined;
    }
  }

  #named(name: string): NaturalVoice {
    const voice = this.#voices.find(({ id }) => id === name.toLowerCase());
    if (!voice)
      throw new NotFound('There is no such natural voice; `addable` of GET /api/voices lists them.');
    return voice;
  }
}

function neededBytes(voice: NaturalVoice, installed: readonly NaturalVoice[]): number {
  const there = new Set(installed.flatMap((each) => filesOf(each).map(({ name }) => name)));
  return filesOf(voice).reduce((sum, { name, bytes }) => sum + (there.has(name) ? 0 : bytes), 0);
}
