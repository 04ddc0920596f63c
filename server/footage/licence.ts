import type { FootageLicence } from '@shortfactory/core';

const VERSIONS = /^[1-4]\.[0-9]$/;
const HOUSES = {
  pexels: { id: 'Pexels', url: 'https://www.pexels.com/license/' },
  pixabay: { id: 'Pixabay', url: 'https://pixabay.com/service/license-summary/' },
} as const satisfies Record<string, FootageLicence>;
export const { pexels: PEXELS_LICENCE, pixabay: PIXABAY_LICENCE } = HOUSES;

const CC = 'https://creativecommons.org';

/**
 * The licence that a source names, such as `cc0`, `pdm`, `by`, `by-sa`; undefined for one that forbids what a video does
 * (NC, ND), asks for more, or is not known.
 */
export function ccLicence(code: string, version: string | undefined): FootageLicence | undefined {
  const known = version !== undefined && VERSIONS.test(version) ? version : undefined;
  switch (code.toLowerCase()) {
    case 'cc0':
      return { id: 'CC0', version: '1.0', url: `${CC}/publicdomain/zero/1.0/` };
    case 'pdm':
      return { id: 'PDM', version: '1.0', url: `${CC}/publicdomain/mark/1.0/` };
    case 'by':
    case 'by-sa': {
      if (known === undefined) return undefined;
      const short = code.toLowerCase() as 'by' | 'by-sa';
      return {
        id: short === 'by' ? 'CC BY' : 'CC BY-SA',
        version: known,
        url: `${CC}/licenses/${short}/${known}/`,
      };
    }
    default:
      return undefined;
  }
}

/**
 * The licence of a file on Wikimedia Commons by its extmetadata `License`: `cc0`, `pd`, `cc-by-4.0`, `cc-by-sa-3.0,2.5`
 * (the first counts). Versions for one country (`cc-by-2.0-de`) are texts of their own and are not taken.
 */
export function commonsLicence(code: string): FootageLicence | undefined {
  const text = code.trim().toLowerCase();
  if (text === 'cc0' || text === 'cc-zero') return ccLicence('cc0', undefined);
  if (text === 'pd' || text === 'pdm' || text === 'cc-pd') return ccLicence('pdm', undefined);
  const [, short, version] = /^cc-(by(?:-sa)?)-(\d\.\d)(?:,[\d.,]+)?$/.exec(text) ?? [];
  return short === undefined ? undefined : ccLicence(short, version);
}

/** As people write it: `CC BY-SA 4.0`. */
export function licenceName({ id, version }: FootageLicence): string {
  if (id === 'PDM') return 'public domain';
  return version === undefined ? id : `${id} ${version}`;
}
