import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { beep } from '../double/sound.ts';
import { octopusJob } from '../double/jobs.ts';
import { browsing } from '../support/browsing.ts';

describe('with JavaScript off', () => {
  const { api, newPage } = browsing('pages without scripts are not tried', { scripts: false });
  let page: Page;
  beforeEach(async () => {
    page = await newPage();
  });

  it('a topic becomes a video: choose, send, wait on a page that refreshes itself, watch', async () => {
    await page.goto('/');
    await page.fill('#topic', 'Why the sea is salty');
    await page.selectOption('select#style', 'ink');
    await page.selectOption('select#look', { label: 'Midnight' });
    await page.getByText('Choose its kind, or its last words').click();
    await page.getByLabel('Kind').selectOption('Instructions');
    await page.getByLabel('Said at the end').fill('Try it at home.');
    await page.selectOption('select#seconds', '20');
    await page.getByRole('button', { name: 'Make the video' }).click();
    await page.waitForURL('**/videos/job_made_*');
    expect(api.made[0]).to.include({ topic: 'Why the sea is salty', imageStyle: 'ink', seconds: 20 });
    expect(api.made[0]).to.include({ kind: 'how-to', callToAction: 'Try it at home.', track: 'lamplight' });
    expect(api.made[0]?.look).to.include({ name: 'Midnight', transition: 'fade' });
    // Playwright's own search leaves out what stands in noscript; a reader does not.
    expect(await page.locator('body').innerText()).to.include('This page refreshes itself.');
    const [made] = api.videos;
    api.videos = [{ ...octopusJob('done', Date.now()), id: made?.id ?? '' }];
    await page.getByRole('link', { name: 'Download Vertical, 9:16' }).waitFor();
    expect(await page.locator('video[controls]').count()).to.equal(1);
  });

  it('says what needs a change, and keeps what was typed', async () => {
    await page.goto('/');
    await page.fill('#topic', 'Bread');
    await page.getByRole('button', { name: 'Make the video' }).click();
    await page.getByText('Write a topic of at least three words').waitFor();
    expect(await page.inputValue('#topic')).to.equal('Bread');
  });

  it('a pasted script is made scene by scene', async () => {
    await page.goto('/');
    await page.getByRole('tab', { name: 'Script' }).click();
    await page.fill('#script', 'Octopuses have three hearts.\n\nOne of them stops when they swim.');
    await page.getByRole('button', { name: 'Make the video' }).click();
    await page.waitForURL('**/videos/job_made_*');
    const [made] = api.made;
    expect(made && 'script' in made && made.script.scenes.map(({ narration }) => narration)).to.deep.equal([
      'Octopuses have three hearts.',
      'One of them stops when they swim.',
    ]);
  });

  it('the script is written first, changed, put in order, and made', async () => {
    await page.goto('/');
    await page.fill('#topic', 'Why octopuses have three hearts');
    await page.getByRole('button', { name: 'Write the script first' }).click();
    await page.getByRole('heading', { name: 'Scene 6' }).waitFor();
    await page.locator('textarea[name=narration]').nth(1).fill('Two hearts do one job.');
    await page.getByRole('button', { name: 'Move up' }).nth(1).click();
    expect(await page.locator('textarea[name=narration]').first().inputValue()).to.equal(
      'Two hearts do one job.',
    );
    await page.getByRole('button', { name: 'Make the video' }).click();
    await page.waitForURL('**/videos/job_made_*');
    const [made] = api.made;
    expect(made && 'script' in made && made.script.scenes[0]?.narration).to.equal('Two hearts do one job.');
  });

  it('a recorded scene stays recorded while the script is put in order, until its words change', async () => {
    const done = octopusJob('done', Date.now());
    if (!done.script) throw new Error('A finished video has its script');
    const scenes = done.script.scenes.map((scene, at) =>
      at < 2 ? { ...scene, recording: `uploads/${String(at).repeat(32)}` } : scene,
    );
    api.videos = [{ ...done, script: { ...done.script, scenes } }];
    await page.goto(`/scripts/new?from=${done.id}`);
    await page.getByText('Your own voice speaks this scene').nth(1).waitFor();
    expect(await page.locator('audio[controls]').count()).to.equal(2);
    await page.getByRole('button', { name: 'Move down' }).first().click();
    await page.locator('textarea[name=narration]').first().fill('Other words.');
    await page.getByRole('button', { name: 'Make the video' }).click();
    await page.waitForURL('**/videos/job_made_*');
    const [made] = api.made;
    expect(made && 'script' in made && made.script.scenes.map(({ recording }) => recording)).to.deep.equal([
      undefined,
      scenes[0]?.recording,
      ...scenes.slice(2).map(() => undefined),
    ]);
  });

  it('a recording of the whole script is sent with the form, kept through other buttons, and made', async () => {
    const done = octopusJob('done', Date.now());
    api.videos = [done];
    await page.goto(`/scripts/new?from=${done.id}`);
    const field = page.getByLabel('Your own voice');
    await field.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('none') });
    await page.getByRole('button', { name: 'Keep these changes' }).last().click();
    await page.getByRole('alert').getByText('The recording is no sound that is read here').waitFor();
    const buffer = beep(2);
    await field.setInputFiles({ name: 'voice.wav', mimeType: 'audio/wav', buffer });
    await page.getByRole('button', { name: 'Move down' }).first().click();
    const src = (await page.locator('.plain-editor__field audio').getAttribute('src')) ?? '';
    const upload = src.replace(/^\/api\//, '');
    expect(api.uploads.get(upload)).to.deep.include({ type: 'audio/wav', bytes: buffer });
    await page.getByRole('button', { name: 'Make the video' }).click();
    await page.waitForURL('**/videos/job_made_*');
    expect(api.made.at(-1)).to.include({ narration: upload });
  });

  it('voices are heard, and one is chosen for a video', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Hear the voices' }).click();
    await page.getByLabel('Language').selectOption('Icelandic');
    await page.getByRole('button', { name: 'Show' }).click();
    const sample = page.getByRole('region', { name: 'Built in' }).locator('audio[controls]');
    expect(await sample.getAttribute('src')).to.equal('/api/voices/gudrun/sample?language=is');
    await page.getByText('Every natural voice of this language').waitFor();
    await page.getByRole('link', { name: 'Use Gudrun' }).click();
    expect(await page.inputValue('select#voice')).to.equal('gudrun');
    await page.goto('/voices?language=fr');
    await page.getByText('npm run voices -- add siwis').waitFor();
  });

  it('a video is stopped after a question', async () => {
    const running = octopusJob('running', Date.now());
    api.videos = [running];
    await page.goto(`/videos/${running.id}`);
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Stop it' }).click();
    await page.getByText('You stopped this video').waitFor();
  });

  it('the library is searched, and the colours are changed', async () => {
    await page.goto('/videos');
    await page.getByRole('searchbox').fill('moon');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/videos?q=moon');
    expect(await page.locator('.video-card').count()).to.equal(1);
    await page.getByRole('button', { name: /^Colours/ }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    expect(await page.getAttribute('html', 'data-theme')).to.equal('dark');
  });
});
