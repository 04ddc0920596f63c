import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { WRONG_KEY, connections } from '../double/connections.ts';
import { browsing } from '../support/browsing.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';
import { startRealServer } from '../support/real-server.ts';
import type { RealServer } from '../support/real-server.ts';

const writer = (page: Page) => page.getByRole('region', { name: 'Writer' });

describe('Connections', () => {
  const { api, newPage } = browsing('connections are not tried');

  it('a key is tested and kept only when it works; a wrong one is said at its field and shown nowhere', async () => {
    const page = await newPage();
    await page.goto('/status');
    await page.getByRole('link', { name: 'Connections' }).click();
    await page.waitForURL('**/connections');
    await writer(page).getByText('Add a writer').click();
    const form = writer(page).getByRole('form', { name: 'Add a writer' });
    await form.getByLabel('Service').selectOption('openrouter');
    expect(await form.getByLabel('Address').inputValue()).to.equal('https://openrouter.ai/api/v1');
    await form.getByLabel('Key').fill(WRONG_KEY);
    await form.getByLabel('Model').fill('qwen/qwen3-235b-a22b');
    await form.getByRole('button', { name: 'Test and keep' }).click();
    const alert = form.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText())
      .to.include('did not accept the key')
      .and.include('It was not kept.');
    const key = form.getByLabel('Key');
    expect(await key.getAttribute('aria-invalid')).to.equal('true');
    expect(await key.evaluate((field) => field === document.activeElement)).to.equal(true);
    expect(await page.content()).not.to.include(WRONG_KEY);
    await key.fill('sk-a-key-that-works');
    await form.getByRole('button', { name: 'Test and keep' }).click();
    await page.getByText('OpenRouter answers and is asked first from now on.').waitFor();
    expect(await writer(page).locator('.conn__name').first().innerText()).to.include('OpenRouter');
    expect(await page.content()).not.to.include('sk-a-key-that-works');
    expect(page.url()).not.to.include('sk-');
  });

  it('what is found is used when it is pressed and not before, a list is ordered, and a key removed after a question', async () => {
    const page = await newPage();
    await page.goto('/connections');
    await page.getByText('One program answers on 127.0.0.1.').waitFor();
    expect(api.connected).to.deep.equal([]);
    await page.getByLabel('Model of Ollama').selectOption('llama3.2:3b');
    await page.getByRole('button', { name: 'Use it to write: Ollama' }).click();
    await page.getByText('llama3.2:3b', { exact: true }).nth(1).waitFor();
    expect(api.connected[0]?.body).to.deep.equal({ part: 'llm', service: 'ollama', model: 'llama3.2:3b' });

    await writer(page)
      .getByRole('button', { name: /^Gemini is asked 2/ })
      .press('Alt+ArrowUp');
    await writer(page)
      .getByRole('button', { name: /^Gemini is asked 1/ })
      .waitFor();
    await writer(page).getByRole('button', { name: 'Test Gemini' }).click();
    await writer(page).getByText('Gemini gets too many requests.').waitFor();

    await writer(page).getByRole('link', { name: 'Remove the key of Gemini' }).click();
    const question = page.getByRole('alertdialog', { name: 'Remove the key of Gemini?' });
    await question.waitFor();
    await question.getByRole('button', { name: 'Keep it' }).click();
    await question.waitFor({ state: 'hidden' });
    await writer(page).getByRole('link', { name: 'Remove the key of Gemini' }).click();
    await question.getByRole('button', { name: 'Remove it' }).click();
    await question.waitFor({ state: 'hidden' });
    await writer(page).locator('.conn__name').filter({ hasText: 'Gemini' }).waitFor({ state: 'detached' });
    expect(api.connected.at(-1)?.path).to.equal('DELETE /keys/GEMINI_API_KEY');
  });

  it('elsewhere it only tells what the environment set', async () => {
    api.connections = connections(false);
    const page = await newPage();
    await page.goto('/connections');
    await page.getByRole('heading', { name: 'Set by the environment of this server' }).waitFor();
    await writer(page).getByText('GEMINI_API_KEY').waitFor();
    expect(await page.locator('main input, main select, main button').count()).to.equal(0);
  });
});

for (const scripts of [true, false])
  describe(`Connections in a narrow window, with scripts ${scripts ? 'on' : 'off'}`, () => {
    const { newPage } = browsing('connections in a narrow window are not tried', { scripts });

    it('fold their sections, and a link to one unfolds it', async () => {
      const page = await newPage({ viewport: { width: 390, height: 844 } });
      await page.goto('/connections');
      const summaryOf = (part: string) => page.locator('.fold__head').filter({ hasText: part });
      const add = page.locator('#voice .conn').first();
      await page.getByText('Add a writer').waitFor();
      expect(await add.isVisible()).to.equal(false);
      await summaryOf('Voices').getByText('set up').waitFor();
      await page
        .getByRole('navigation', { name: 'Connections' })
        .getByRole('link', { name: /Voices/ })
        .click();
      await add.waitFor();
      await summaryOf('Voices').click();
      await add.waitFor({ state: 'hidden' });
      await summaryOf('Voices').press('Enter');
      await add.waitFor();
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByText('Add a picture service').waitFor();
      expect(await summaryOf('Voices').getByText('set up').isVisible()).to.equal(false);
    });
  });

describe('Connections with JavaScript off', () => {
  const { api, newPage } = browsing('connections without scripts are not tried', { scripts: false });

  it('every way is a form', async () => {
    const page = await newPage();
    await page.goto('/connections');
    await writer(page).getByText('Add a writer').click();
    const form = writer(page).getByRole('form', { name: 'Add a writer' });
    await form.getByLabel('Service').selectOption('openrouter');
    await form.getByLabel('Key').fill(` ${WRONG_KEY} `);
    await form.getByLabel('Model').fill('qwen/qwen3-235b-a22b');
    await form.getByRole('button', { name: 'Test and keep' }).click();
    await form.getByRole('alert').waitFor();
    expect(await form.getByLabel('Model').inputValue()).to.equal('qwen/qwen3-235b-a22b');
    expect(await form.getByLabel('Key').inputValue()).to.equal('');
    expect(await page.content()).not.to.include(WRONG_KEY);
    await writer(page).getByRole('button', { name: 'Ask Gemini later' }).click();
    await writer(page).getByRole('button', { name: 'Ask Written here later' }).waitFor();
    await writer(page).getByRole('button', { name: 'Test Gemini' }).click();
    await writer(page).getByText('Gemini gets too many requests.').waitFor();
    await writer(page).getByRole('link', { name: 'Remove the key of Gemini' }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await writer(page).locator('.conn__name').filter({ hasText: 'Gemini' }).waitFor({ state: 'detached' });
    expect(api.connected.map(({ path }) => path)).to.deep.equal([
      'POST ',
      'PUT /lists/llm',
      'POST /test',
      'DELETE /keys/GEMINI_API_KEY',
    ]);
  });
});

describe('Connections of the real server', () => {
  let ui: RunningUi;
  let server: RealServer;
  before(async function () {
    this.timeout(120_000);
    server = await startRealServer();
    ui = await startUi(server.url);
  });
  after(async () => {
    await ui.stop();
    await server.stop();
  });
  const page = (headers: Record<string, string>): Promise<string> =>
    new Promise((resolve, reject) => {
      // fetch would not send another Host.
      const asked = request(`${ui.url}/connections`, { headers }, (answer) => {
        text(answer).then((body) => resolve(`${answer.statusCode} ${body}`), reject);
      });
      asked.once('error', reject).end();
    });

  it('take keys under a name of loopback only, over loopback on the whole way', async () => {
    const { port } = new URL(ui.url);
    expect(await page({ host: `localhost:${port}` })).to.include('Test and keep');
    for (const headers of [
      { host: `192.168.1.5:${port}` },
      { host: `localhost:${port}`, 'x-forwarded-for': '192.0.2.9' },
    ])
      expect(await page(headers), JSON.stringify(headers))
        .to.include('Set by the environment of this server')
        .and.not.include('Test and keep');
    expect(await page({ host: `films.example:${port}` })).to.match(/^421 /);
  });

  it('test what a form of the page sends, and nothing that another site sends', async () => {
    const post = async (headers: Record<string, string>): Promise<string> => {
      const answer = await fetch(`${ui.url}/connections`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({
          ...{ do: 'add', part: 'llm', service: 'other', address: 'http://127.0.0.1:9/v1', model: 'x' },
        }),
      });
      return `${answer.status} ${await answer.text()}`;
    };
    expect(await post({ origin: ui.url })).to.match(
      /^400 [^]*127\.0\.0\.1:9 cannot be reached\. It was not kept\./,
    );
    expect(await post({ origin: 'https://elsewhere.example' })).to.match(/^403 /);
    expect(await post({ 'sec-fetch-site': 'cross-site' })).to.match(/^403 /);
  });
});
