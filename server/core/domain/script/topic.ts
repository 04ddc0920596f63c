/** Endings of host names that people paste without "https://"; "Node.js" and "setup.py" are no addresses. */
const HOST_ENDINGS =
  `com org net edu gov info biz io co dev app me tv ai eu uk de fr es it nl be ch at se no dk fi pt pl ru ua tr gr cz hu
  ro ie br mx ar cl ca us au nz za in jp cn kr id sg online site shop store blog news page link xyz`.split(
    /\s+/u,
  );

const SCHEME = /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|www\.)\S+$/iu;
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+([a-z]{2,})(?::\d+)?(?:[/?#]\S*)?$/iu;

/** Whether a topic is an address of a page and nothing else: "https://…", "www.…", or a bare host such as "example.com/a". */
export function isAddress(topic: string): boolean {
  const bare = topic.trim().replace(/^[<("'“]+|[>)"'”.,;]+$/gu, '');
  // "ASP.NET" is a name in capitals.
  const ending = HOST.exec(bare)?.[1] ?? '';
  return SCHEME.test(bare) || (HOST_ENDINGS.includes(ending.toLowerCase()) && bare !== bare.toUpperCase());
}

/** What is said of a topic that is an address; follows the name of the field. */
export const ADDRESS_REFUSED =
  'is the address of a page, which is not read; say what the short is about, or paste the text as a script';
