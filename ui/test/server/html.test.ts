import { expect } from 'chai';
import { parse } from 'parse5';
import type { ParserError } from 'parse5';
import { pageBytes } from '../../app/shared/page/page-bytes.server.ts';
import { ApiDouble } from '../double/api.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';
import { batchPage } from '../double/batches.ts';
import { EVERY_PAGE, everyVideo } from '../support/every-page.ts';

/** What a parser says of a page, with the text that it is about. */
function errorsIn(html: string): string[] {
  const errors: string[] = [];
  const onParseError = ({ code, startOffset }: ParserError): void =>
    void errors.push(`${code} at “${html.slice(startOffset, startOffset + 80)}”`);
  // As a browser with scripts reads it, and as one without.
  for (const scriptingEnabled of [true, false]) parse(html, { onParseError, scriptingEnabled });
  return errors;
}

describe('the HTML of every page', () => {
  const api = new ApiDouble();
  let ui: RunningUi;
  before(async function () {
    this.timeout(120_000);
    api.videos = everyVideo(Date.now());
    api.batches.pages = [batchPage('running')];
    ui = await startUi(await api.listen());
  });
  after(async () => {
    await ui.stop();
    await api.close();
  });

  const valid = async (answer: Response): Promise<void> => {
    const html = await answer.text();
    expect(errorsIn(html)).to.deep.equal([]);
    expect(html)
      .to.match(/<\/script>(?:<!--.*?-->)*<\/body><\/html>$/s)
      .and.not.include('\0');
    expect(/<title>([^<]+)<\/title>/.exec(html)?.[1], 'title').to.include('ShortFactory');
  };
  for (const [name, path] of Object.entries(EVERY_PAGE)) {
    it(`is valid and has a title: ${name}`, async () => {
      await valid(await fetch(ui.url + path));
    });
  }

  it('is valid for robots, who get a page when all of it is there', async () => {
    for (const name of ['create', 'library', 'video-done']) {
      const headers = { 'user-agent': 'Googlebot/2.1' };
      await valid(await fetch(ui.url + String(EVERY_PAGE[name]), { headers }));
    }
  });

  it('is valid and says so in its title where there is no page', async () => {
    const answer = await fetch(`${ui.url}/nowhere`);
    expect(answer.status).to.equal(404);
    expect(await answer.text()).to.include('<title>There is no page here · ShortFactory</title>');
  });

  it('is valid where a form goes to a page that takes none', async () => {
    const answer = await fetch(`${ui.url}/status`, { method: 'POST', body: new URLSearchParams({ a: '1' }) });
    expect(answer.status).to.equal(405);
    await valid(answer);
  });

  it('is valid and says why in its title where the API does not answer', async () => {
    const alone = await startUi('http://127.0.0.1:9');
    try {
      const answer = await fetch(`${alone.url}/videos`);
      expect(answer.status).to.equal(503);
      await valid(answer.clone());
      expect(await answer.text()).to.include('<title>The server does not answer · ShortFactory</title>');
    } finally {
      await alone.stop();
    }
  });

  it('is the same however its bytes arrive', async () => {
    const sent = Buffer.from('<html><body>é三🐙</body></html><script>late()</script>');
    for (const size of [1, 2, 5, 13, 14, sent.length]) {
      const page = pageBytes();
      for (let at = 0; at < sent.length; at += size) page.write(sent.subarray(at, at + size));
      page.write(Buffer.from([0, 0]));
      page.end();
      const arrived = Buffer.concat(await page.toArray());
      expect(arrived.toString(), `${size} bytes at a time`).to.equal(
        '<html><body>é三🐙<script>late()</script></body></html>',
      );
    }
  });
});
