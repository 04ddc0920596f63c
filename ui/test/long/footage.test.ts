import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { OPTIONS } from '../double/service.ts';
import { browsing } from '../support/browsing.ts';
import { openCreate, openEditor, openVideo } from '../support/open.ts';

describe('photos and clips of others', () => {
  const { api, newPage } = browsing('nothing is searched for a scene');
  /** The sheet of the fourth scene, with what is found by the words. */
  async function open(words: string): Promise<{ page: Page; scene: Locator; dialog: Locator }> {
    const page = await newPage();
    await openEditor(page);
    const scene = page.locator('.scene-edit').nth(3);
    await scene.getByRole('button', { name: 'Find a clip or photo' }).click();
    const dialog = page.getByRole('dialog', { name: 'Visual of scene 4' });
    await dialog.getByRole('searchbox').fill(words);
    await page.keyboard.press('Enter');
    return { page, scene, dialog };
  }

  it('are found, cut and shown in a scene by the keyboard alone, and the video is made so', async () => {
    const { page, scene, dialog } = await open('octopus');
    const first = dialog.getByRole('radio', {
      name: /^Octopus swims off, Clip, 24\ss, Maria Oliveira, Pexels/,
    });
    await first.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('/');
    await dialog.locator('input[type=search]:focus').waitFor();
    const from = dialog.getByRole('slider', { name: 'It begins at' });
    await from.press('Shift+ArrowRight');
    await from.press('ArrowRight');
    await dialog.getByRole('slider', { name: 'It ends at' }).press('Home');
    await dialog.getByText('1.1 s to 1.6 s').waitFor();
    await dialog.getByText('0.5 s, 5.3 s short').waitFor();
    await dialog.getByRole('radio', { name: 'Under the voice' }).check({ force: true });
    await dialog.getByRole('button', { name: 'Use this clip' }).press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    // The focus is where it was, whatever the button is called now.
    await scene.getByRole('button', { name: 'Find another' }).and(page.locator(':focus')).waitFor();
    await page.reload();
    await scene.getByText('by Maria Oliveira').waitFor();
    await scene.getByText('from 1.1 s, to 1.6 s, heard under the voice').waitFor();
    await page.getByRole('button', { name: 'Make the video' }).click();
    await page.waitForURL('**/videos/job_made_*');
    const made = api.made[0];
    const shown = made && 'script' in made ? made.script.scenes[3] : undefined;
    expect(shown?.footage).to.deep.equal({ source: 'pexels', id: 'clip-0', licence: 'Pexels' });
    expect(shown?.clip).to.deep.equal({ fromSeconds: 1.1, toSeconds: 1.6, sound: 'under' });
  });

  it('keep in the frame what is chosen, and give way to a drawing', async () => {
    const { page, scene, dialog } = await open('den');
    await dialog.getByRole('radio', { name: 'Photos' }).check({ force: true });
    await dialog
      .getByRole('radio', { name: /^Octopus in its den/ })
      .first()
      .check({ force: true });
    await dialog.getByText('It asks for a credit, which is written for you.').waitFor();
    const ring = dialog.getByRole('slider', { name: 'What stays in the frame' });
    await ring.press('ArrowUp');
    await ring.press('Shift+ArrowLeft');
    expect(await ring.getAttribute('aria-valuetext')).to.equal('focus 40 % across, 49 % down');
    const pad = (await dialog.locator('.crop__pad').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.click(pad.x + pad.width / 4, pad.y + pad.height / 2);
    expect(await ring.getAttribute('aria-valuetext')).to.equal('focus 25 % across, 50 % down');
    await dialog.getByRole('button', { name: 'Use this photo' }).click();
    await scene.getByText('focus 25 % across').waitFor();
    await scene.getByRole('link', { name: 'CC BY 2.0' }).waitFor();
    await scene.getByRole('button', { name: 'Crop' }).click();
    await page
      .getByRole('dialog', { name: 'Picture of scene 4' })
      .getByRole('radio', { name: 'Fit' })
      .check({ force: true });
    await page.getByRole('button', { name: 'Use it so' }).click();
    await scene.getByText('all of it in the frame').waitFor();
    await scene.getByRole('button', { name: 'Draw it instead' }).click();
    await scene.getByRole('button', { name: 'Find a clip or photo' }).waitFor();
  });

  it('say what there is, page by page, and why there is nothing', async () => {
    const { page, dialog } = await open('octopus');
    await dialog.getByText('12 and more found').waitFor();
    await dialog.getByRole('button', { name: 'Show more' }).click();
    await dialog.getByText('18 found').waitFor();
    expect(await dialog.locator('.hit').count()).to.equal(18);
    await dialog.getByRole('searchbox').fill('zebra');
    api.footageFailures = ['Pexels has had too many requests for now.'];
    await page.keyboard.press('Enter');
    await dialog.getByText('Nothing found for “zebra”').waitFor();
    await dialog.getByText('Pexels has had too many requests for now.').waitFor();
    const detail = 'More than 20 requests of this kind in a minute; try again in 40 s.';
    api.failures.set('GET /api/footage', { status: 429, detail });
    await dialog.getByRole('button', { name: 'Openverse' }).click();
    await dialog.getByRole('alert').getByText(detail).waitFor();
    api.failures.set('GET /api/footage', { status: 503, detail: 'Away.' });
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.getByText('The search did not come through').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('are found for every scene of a topic where that is asked for, and credited with the text to post', async () => {
    const page = await newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    await openCreate(page);
    await page.fill('#topic', 'Why the sea is salty');
    await page.getByRole('radio', { name: 'Clips' }).check({ force: true });
    await page.getByText('Clips from Pexels, Openverse and Wikimedia Commons').waitFor();
    await page.click('#make');
    await page.waitForURL('**/videos/job_made_*');
    expect(api.made[0]).to.include({ visuals: 'clips' });
    await openVideo(page, api, 'done');
    await page.getByText('Scenes 1 and 6').waitFor();
    await page.getByRole('button', { name: 'Copy the description and credits' }).click();
    await page.getByText('Description and credits copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n').slice(-3)).to.deep.equal([
      ...['', 'Octopus in its den by H. Krisp', 'Octopus swims off by Maria Oliveira'],
    ]);
  });
});

describe('several pictures of a scene', () => {
  const { api, newPage } = browsing('a scene shows one picture');

  it('come in at words that are chosen, and are made so', async () => {
    const page = await newPage();
    await openEditor(page);
    const scene = page.locator('.scene-edit').first();
    const add = scene.getByRole('button', { name: 'Show something else from a word on' });
    await add.click();
    await add.click();
    const third = scene.getByRole('group', { name: 'Picture 3 of scene 1' });
    await third.getByRole('combobox', { name: 'From the word' }).selectOption('three');
    const second = scene.getByRole('group', { name: 'Picture 2 of scene 1' });
    const chooser = page.waitForEvent('filechooser');
    await second.getByRole('button', { name: 'Use my own' }).click();
    await (await chooser).setFiles({ name: 'own.png', mimeType: 'image/png', buffer: Buffer.from('png') });
    await second.getByText('Yours', { exact: true }).waitFor();
    await third.getByRole('textbox', { name: 'Picture' }).fill('a chart');
    await page.reload();
    await scene.getByRole('button', { name: 'Picture 3 of scene 1: Remove it' }).waitFor();
    await page.getByRole('button', { name: 'Make the video' }).click();
    await page.waitForURL('**/videos/job_made_*');
    const made = api.made[0];
    const cuts = made && 'script' in made ? made.script.scenes[0]?.cuts : undefined;
    expect(cuts?.map(({ at, visual, upload }) => [at, visual, upload !== undefined])).to.deep.equal([
      ['heart', 'heart', true],
      ['three', 'a chart', false],
    ]);
  });

  it('say which of their words is not said any more, and go', async () => {
    const page = await newPage();
    await openEditor(page);
    const scene = page.locator('.scene-edit').first();
    await scene.getByRole('button', { name: 'Show something else from a word on' }).click();
    await scene.locator('.narration__field').fill('Only this.');
    await scene.getByText('Choose a word of the scene, or remove this picture.').waitFor();
    await scene.getByRole('button', { name: 'Picture 2 of scene 1: Remove it' }).click();
    await scene.getByRole('group', { name: 'Picture 2 of scene 1' }).waitFor({ state: 'detached' });
  });
});

describe('photos and clips of others, where none are searched', () => {
  const { api, newPage } = browsing('nobody reads why nothing can be searched');
  beforeEach(() => {
    api.options = { ...OPTIONS, footage: { sources: [] } };
  });

  it('leave one’s own files and drawings, and say so', async () => {
    const page = await newPage();
    await openEditor(page);
    const scene = page.locator('.scene-edit').first();
    await scene.getByRole('button', { name: 'Find a clip or photo' }).click();
    const dialog = page.getByRole('dialog', { name: 'Visual of scene 1' });
    await dialog.getByText('Nothing can be searched from here').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Your own' }).click();
    await (await chooser).setFiles({ name: 'own.png', mimeType: 'image/png', buffer: Buffer.from('png') });
    await scene.getByText('Yours', { exact: true }).waitFor();
  });

  it('leave a clip of one’s own that the browser does not play, which is said', async () => {
    const page = await newPage();
    await openEditor(page);
    const scene = page.locator('.scene-edit').first();
    const chooser = page.waitForEvent('filechooser');
    await scene.getByRole('button', { name: 'Use my own' }).click();
    const film = { name: 'wave.mov', mimeType: 'video/quicktime', buffer: Buffer.from('a film') };
    await (await chooser).setFiles(film);
    await scene.locator('.frame').getByRole('img').waitFor();
    await scene.getByRole('button', { name: 'Trim' }).click();
    await page.getByText('This browser cannot play it').waitFor();
  });

  it('cannot be chosen on Create, which says why', async () => {
    const page = await newPage();
    await openCreate(page);
    await page.getByText('none is switched on here').waitFor();
    expect(await page.getByRole('radio', { name: 'Mixed' }).isDisabled()).to.equal(true);
  });
});
