import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** Deeper than any page is; the reader's time grows with the cube of it. */
const MOST_DEPTH = 80;

/**
 * The title and the article's text of a page, a paragraph a block; undefined where it has no text. Scripts do not run,
 * nothing is fetched. Throws for a page that no reader is for.
 */
export function articleOf(html: string): { readonly title?: string; readonly text: string } | undefined {
  const { document } = parseHTML(
    /<(?:html|body)\b/iu.test(html) ? html : `<html><body>${html}</body></html>`,
  );
  if (isDeeper(document.documentElement, MOST_DEPTH)) throw new Error('the page is too deep');
  const article = new Readability(document, { charThreshold: 0, maxElemsToParse: 50_000 }).parse();
  const root = article?.content
    ? parseHTML(`<html><body>${article.content}</body></html>`).document.body
    : document.body;
  const text = blocksOf(root).join('\n\n');
  if (text === '') return undefined;
  const title = article?.title?.replace(/\s+/gu, ' ').trim();
  return { text, ...(title && { title }) };
}

interface Element {
  readonly children: Iterable<Element>;
}

function isDeeper(root: Element, most: number): boolean {
  let level = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap(({ children }) => [...children]);
  }
  return false;
}

const BLOCKS = 'h1,h2,h3,h4,h5,h6,p,li,blockquote,pre,td,th,dd,dt,figcaption,div';

/** The texts of the innermost blocks, in order; a list's entries keep their mark. */
function blocksOf(root: {
  querySelectorAll(selector: string): Iterable<Block>;
  textContent: string | null;
}): string[] {
  const blocks = [...root.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector(BLOCKS));
  const texts = blocks.map((block) => {
    const text = spaced(block.textContent);
    const name = block.localName;
    return text === '' ? '' : name === 'li' ? `- ${text}` : /^h[1-6]$/u.test(name) ? `# ${text}` : text;
  });
  const found = texts.filter((text) => text !== '');
  const whole = spaced(root.textContent);
  return found.length > 0 || whole === '' ? found : [whole];
}

interface Block {
  readonly localName: string;
  readonly textContent: string | null;
  querySelector(selector: string): unknown;
}

function spaced(text: string | null): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim();
}
