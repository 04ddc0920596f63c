import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { ConfigInvalid, RenderFailed, sourceTypeAddress } from '@shortfactory/core';
import type { ContentClaim, ContentSigner } from '@shortfactory/core';
import { outOfTime, readSigningMaterial } from './signing-material.ts';
import type { Algorithm, SigningMaterial, SigningPems } from './signing-material.ts';

const PACKAGE = '@contentauth/c2pa-node';
/** Carries its native module; package.json has the same. */
const VERSION = '0.5.5';
const NO_PACKAGE = `C2PA_CERTIFICATE: ${PACKAGE} cannot be loaded, which signs; npm install --no-save --ignore-scripts ${PACKAGE}@${VERSION} brings it for Linux on x64`;
/** A picture of one pixel, to sign at the start. */
const TRIAL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVQI12NgAAAAAgAB4iG8MwAAAABJRU5ErkJggg==',
  'base64',
);

type Asset = { readonly path: string } | { buffer: Buffer | null; readonly mimeType: string };

/** What is used of the package, which need not be there. */
interface C2pa {
  readonly LocalSigner: { newSigner(chain: Buffer, key: Buffer, algorithm: Algorithm): unknown };
  readonly Builder: { withJson(manifest: object): { sign(signer: unknown, from: Asset, to: Asset): Buffer } };
}

/**
 * Reads certificate and key and looks whether there is something that signs, without loading it. Returns when the
 * certificate ends, in ms. Throws ConfigInvalid.
 */
export function checkContentSigning(pems: SigningPems, nowMs: number): number {
  const { leaf } = readSigningMaterial(pems, nowMs);
  packageFile();
  return Date.parse(leaf.validTo);
}

/**
 * Signs by C2PA: a manifest in the file says how it was made and who made which scene. Throws ConfigInvalid with one
 * sentence for a certificate, a key or a machine with which it cannot be done; a picture is signed to find out.
 * @see https://spec.c2pa.org/specifications/specifications/2.2/specs/C2PA_Specification.html
 */
export async function openContentSigner(
  pems: SigningPems,
  clock: { nowMs(): number },
  version: string,
): Promise<ContentSigner> {
  const material = readSigningMaterial(pems, clock.nowMs());
  const c2pa = await load();
  const signer = new C2paSigner(c2pa, material, clock, version);
  signer.tryOut();
  return signer;
}

class C2paSigner implements ContentSigner {
  readonly id: string;
  readonly #c2pa: C2pa;
  readonly #material: SigningMaterial;
  readonly #clock: { nowMs(): number };
  readonly #version: string;

  constructor(c2pa: C2pa, material: SigningMaterial, clock: { nowMs(): number }, version: string) {
    this.id = `c2pa-node@${VERSION}+${material.leaf.fingerprint256.replaceAll(':', '').toLowerCase()}`;
    [this.#c2pa, this.#material, this.#clock, this.#version] = [c2pa, material, clock, version];
  }

  refusal(): string | undefined {
    const why = outOfTime(this.#material.leaf, this.#clock.nowMs());
    return why === undefined
      ? undefined
      : `The video is not signed: the certificate of C2PA_CERTIFICATE ${why}.`;
  }

  async sign(file: string, to: string, kind: 'video' | 'poster', claim: ContentClaim): Promise<void> {
    const format = kind === 'video' ? 'video/mp4' : 'image/jpeg';
    const made =
      kind === 'video'
        ? claim.made
        : claim.made.filter(({ what, scene }) => what === 'picture' && scene === 1);
    try {
      this.#sign({ ...claim, made }, claim.origin[kind], format, { path: file }, { path: to });
    } catch (error) {
      throw new RenderFailed(`The ${kind} could not be signed (${said(error)}).`, { cause: error });
    }
  }

  /** Throws ConfigInvalid where the certificate is none for this use. */
  tryOut(): void {
    const origin = { video: 'digitalCreation', poster: 'digitalCreation' } as const;
    const mimeType = 'image/png';
    try {
      this.#sign(
        { title: 'Trial', origin, made: [] },
        origin.poster,
        mimeType,
        { buffer: TRIAL, mimeType },
        { buffer: null, mimeType },
      );
    } catch (error) {
      throw new ConfigInvalid(`C2PA_CERTIFICATE: nothing can be signed with it (${said(error)})`);
    }
  }

  #sign(
    { title, made }: ContentClaim,
    type: ContentClaim['origin']['video'],
    format: string,
    from: Asset,
    to: Asset,
  ): void {
    const { chain, key, algorithm } = this.#material;
    const program = { name: 'ShortFactory', version: this.#version };
    const created = {
      action: 'c2pa.created',
      digitalSourceType: sourceTypeAddress(type),
      softwareAgent: program,
    };
    const manifest = {
      claim_generator_info: [program],
      ...{ title, format },
      assertions: [
        { label: 'c2pa.actions', data: { actions: [created] } },
        { label: 'com.github.shortfactory.makers', data: { made } },
      ],
    };
    const signer = this.#c2pa.LocalSigner.newSigner(Buffer.from(chain), Buffer.from(key), algorithm);
    this.#c2pa.Builder.withJson(manifest).sign(signer, from, to);
  }
}

function packageFile(): string {
  try {
    return createRequire(import.meta.url).resolve(PACKAGE);
  } catch {
    throw new ConfigInvalid(NO_PACKAGE);
  }
}

async function load(): Promise<C2pa> {
  const file = packageFile();
  try {
    return (await import(pathToFileURL(file).href)) as C2pa;
  } catch {
    // Its native module is not built for this machine.
    throw new ConfigInvalid(NO_PACKAGE);
  }
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
