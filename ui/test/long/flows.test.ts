import { LOOKS } from '@shortfactory/contract';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { lookAskedIn, lookText } from '../../app/shared/drafts/looks.ts';
import { octopusJob } from '../double/jobs.ts';
import { browsing } from '../support/browsing.ts';
import { forgetAll, octopusDraft, openCreate, openEditor } from '../support/open.ts';

describe('what a visitor does', () => {
  const { api, newPage } = browsing('nothing is clicked');
  let page: Page;
  before(async () => {
    page = await newPage();
  });
  beforeEach(() => forgetAll(page));

  describe('creating', () => {
    it('makes a video of a topic with what was chosen', async () => {
      await page.goto('/');
      await page.fill('#topic', 'Why bread rises in the oven');
      await page.click('button#style');
      await page.getByRole('radio', { name: 'Paper' }).click();
      await page.click('button#seconds');
      await page.getByRole('radio', { name: '60' }).click();
      await page.getByRole('checkbox', { name: 'Square, 1:1' }).check({ force: true });
      await page.click('#make');
      await page.waitForURL('**/videos/job_made_*');
      expect(api.made).to.deep.equal([
        {
          topic: 'Why bread rises in the oven',
          language: 'en-GB',
          imageStyle: 'paper',
          seconds: 60,
          aspects: ['9:16', '1:1'],
        },
      ]);
    });

    it('makes a video in a look that was chosen by keyboard, with what comes with it', async () => {
      await openCreate(page);
      await page.fill('#topic', 'Why bread rises in the oven');
      await page.focus('button#look');
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowDown');
      expect(await page.getByRole('radio', { name: 'Midnight' }).isChecked()).to.equal(true);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Look Midnight' }).waitFor();
      await page.click('#make');
      await page.waitForURL('**/videos/job_made_*');
      const [made] = api.made;
      expect(made).to.deep.include({ track: 'lamplight', look: lookAskedIn(lookText(LOOKS.midnight)).look });
    });

    it('writes a topic as the kind that was chosen, from notes, with its last words', async () => {
      await openCreate(page);
      await page.fill('#topic', 'Five tips to save money');
      await page.getByText('Choose its kind, or its last words').press('Enter');
      await page.getByLabel('Kind').selectOption('Story');
      const last = 'Follow for more. '.repeat(10);
      await page.getByLabel('Said at the end').fill(last);
      await page.getByText('Tell it from a text of yours').press('Enter');
      await page.getByLabel('Notes, an article').fill('A jar holds more than a plan.');
      await page.click('#make');
      await page.getByRole('alert').getByRole('link', { name: 'Shorten the last words' }).click();
      expect(await page.evaluate(() => document.activeElement?.id)).to.equal('callToAction');
      expect(await page.inputValue('#callToAction'), 'nothing is cut').to.equal(last);
      expect(api.made).to.have.lengthOf(0);
      await page.fill('#callToAction', ' Follow for more. ');
      await page.reload();
      await page.locator('button#style').waitFor();
      await page.getByText('Choose its kind, or its last words: Story').waitFor();
      await page.click('#make');
      await page.waitForURL('**/videos/job_made_*');
      expect(api.made[0]).to.deep.include({
        kind: 'story',
        callToAction: 'Follow for more.',
        sources: [{ text: 'A jar holds more than a plan.' }],
      });
    });

    it('takes the language of the text until one is chosen', async () => {
      await page.goto('/');
      await page.fill('#topic', '为什么天空是蓝色的');
      await page.getByRole('button', { name: 'Language Chinese' }).waitFor();
      await page.getByRole('button', { name: 'Voice Mei, warm' }).waitFor();
    });

    it('sends focus to what needs a change, and offers a voice that speaks the language', async () => {
      await page.goto('/');
      await page.click('button#voice');
      await page.getByRole('radio', { name: /Nora/ }).click();
      await page.getByRole('button', { name: 'Use Nora' }).click();
      await page.click('button#language');
      await page.getByRole('radio', { name: /Icelandic/ }).click();
      // A chosen language takes a voice of its own; one that is chosen after it may not speak it.
      await page.getByRole('button', { name: 'Voice Gudrun, warm' }).waitFor();
      await page.click('button#voice');
      await page.getByRole('combobox', { name: 'Language' }).selectOption('');
      await page.getByRole('radio', { name: /Nora/ }).click();
      await page.getByText('Nora doesn’t speak Icelandic.').waitFor();
      await page.getByRole('button', { name: 'Use Nora' }).click();
      await page.click('#make');
      const summary = page.getByRole('alert');
      await summary.waitFor();
      expect(await summary.innerText()).to.include('Two things need a change');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).to.equal('alert');
      await summary.getByRole('link', { name: 'Say what the video is about' }).click();
      expect(await page.evaluate(() => document.activeElement?.id)).to.equal('topic');
      expect(await page.getAttribute('#topic', 'aria-describedby')).to.match(/^topic-error\b/);
      await page.getByRole('button', { name: 'Use Gudrun instead' }).click();
      await page.getByRole('button', { name: 'Voice Gudrun, warm' }).waitFor();
    });

    it('keeps what was typed over a reload and over a server that fails', async () => {
      await page.goto('/');
      await page.fill('#topic', 'Why the sea is salty');
      api.failures.set('POST /api/videos', { status: 503, detail: 'Not now.' });
      await page.click('#make');
      await page.getByRole('alert').getByText('the server does not answer', { exact: false }).waitFor();
      expect(await page.inputValue('#topic')).to.equal('Why the sea is salty');
      await page.reload();
      await page.locator('button#style').waitFor();
      expect(await page.inputValue('#topic')).to.equal('Why the sea is salty');
    });

    it('sends a form twice and makes one video', async () => {
      await page.goto('/');
      await page.fill('#topic', 'Why the sea is salty');
      const form = await page.evaluate(() => {
        const fields = new FormData(document.querySelector('form.composer') as HTMLFormElement);
        fields.set('intent', 'make');
        return new URLSearchParams([...fields].map(([name, value]) => [name, String(value)])).toString();
      });
      for (let times = 0; times < 2; times += 1) {
        await page.request.post('/?index', {
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          data: form,
          maxRedirects: 0,
        });
      }
      expect(api.made).to.have.lengthOf(1);
    });

    it('uses own pictures and clips in the script’s scenes, and a song', async () => {
      await page.goto('/');
      await page.click('#tab-media');
      await page.fill('#topic', 'Our week at the tide pools');
      await page.setInputFiles('input[type=file]', [
        { name: 'pool.png', mimeType: 'image/png', buffer: Buffer.from('a picture') },
        { name: 'song.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('a song') },
        { name: 'wave.mp4', mimeType: 'video/mp4', buffer: Buffer.from('a film') },
      ]);
      await page.locator('.upload--sent').nth(2).waitFor();
      await page.click('#make');
      await page.waitForURL('**/videos/job_made_*');
      const [made] = api.made;
      expect(made && 'script' in made && made.script.scenes[0]?.upload).to.match(/^uploads\//);
      const second = made && 'script' in made ? made.script.scenes[1]?.upload : undefined;
      expect(api.uploads.get(second ?? '')?.type).to.equal('video/mp4');
      expect(made?.music).to.match(/^uploads\//);
    });

    it('moves between its tabs with arrow keys', async () => {
      await openCreate(page);
      await page.focus('#tab-topic');
      await page.keyboard.press('ArrowRight');
      expect(await page.getAttribute('#tab-script', 'aria-selected')).to.equal('true');
      expect(await page.evaluate(() => document.activeElement?.id)).to.equal('tab-script');
    });
  });

  describe('waiting', () => {
    const running = octopusJob('running', Date.now());

    it('shows progress as it comes, and the finished video without loading again', async () => {
      api.videos = [running];
      await page.goto(`/videos/${running.id}`);
      await page.getByText('Drawing pictures,', { exact: true }).waitFor();
      api.push({ ...running, percent: 55, updatedAt: new Date(Date.now() + 1000).toISOString() });
      await page.locator('[role=progressbar][aria-valuenow="55"]').waitFor();
      api.push({
        ...octopusJob('done', Date.now()),
        id: running.id,
        updatedAt: new Date(Date.now() + 2000).toISOString(),
      });
      await page.getByRole('link', { name: 'Download Vertical, 9:16' }).waitFor();
    });

    it('goes on after a connection that broke', async () => {
      api.videos = [running];
      await page.goto(`/videos/${running.id}`);
      await page.getByText('Drawing pictures,', { exact: true }).waitFor();
      api.dropWatchers();
      api.push({ ...running, percent: 61, updatedAt: new Date(Date.now() + 1000).toISOString() });
      await page.locator('[role=progressbar][aria-valuenow="61"]').waitFor();
    });

    it('asks before it stops, with the focus on going on', async () => {
      api.videos = [running];
      await page.goto(`/videos/${running.id}`);
      await page.getByRole('link', { name: 'Cancel' }).click();
      await page.getByRole('alertdialog').waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal('Keep going');
      await page.keyboard.press('Escape');
      await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
      await page.getByRole('link', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Stop it' }).click();
      await page.getByText('You stopped this video').waitFor();
    });

    it('says why it failed, with focus on it, and tries again', async () => {
      api.videos = [running];
      await page.goto(`/videos/${running.id}`);
      await page.getByText('Drawing pictures,', { exact: true }).waitFor();
      api.push({
        ...octopusJob('failed', Date.now()),
        id: running.id,
        updatedAt: new Date(Date.now() + 1000).toISOString(),
      });
      const title = page.getByRole('heading', { name: 'The voice service stopped answering' });
      await title.waitFor();
      expect(await title.evaluate((heading) => heading === document.activeElement)).to.equal(true);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('link', { name: 'Cancel' }).waitFor();
    });
  });

  describe('a finished video', () => {
    it('is deleted after a question', async () => {
      const done = octopusJob('done', Date.now());
      api.videos = [done];
      await page.goto(`/videos/${done.id}`);
      await page.getByRole('link', { name: 'Delete' }).click();
      await page.getByRole('button', { name: 'Delete it' }).click();
      await page.waitForURL('**/videos');
      await page.getByText('The line is quiet').waitFor();
    });

    it('is made in one more format', async () => {
      const done = octopusJob('done', Date.now());
      api.videos = [done];
      await page.goto(`/videos/${done.id}`);
      await page.getByRole('button', { name: 'Make it: Wide, 16:9' }).click();
      await page.waitForURL('**/videos/job_made_*');
      expect(api.made[0]?.aspects).to.deep.equal(['9:16', '1:1', '16:9']);
    });

    it('cannot be changed by another visitor', async () => {
      const done = { ...octopusJob('done', Date.now()), mine: false };
      api.videos = [done];
      await page.goto(`/videos/${done.id}`);
      await page.getByText('Another person made this video').waitFor();
      expect(await page.getByRole('link', { name: 'Delete' }).count()).to.equal(0);
      expect(await page.getByRole('link', { name: 'Edit and remake' }).count()).to.equal(0);
    });
  });

  describe('the library', () => {
    it('searches titles and scripts during typing, and counts', async () => {
      await page.goto('/videos');
      await page.getByRole('searchbox').fill('moon');
      await page.waitForURL('**/videos?q=moon');
      await page.waitForFunction(() => document.querySelectorAll('.video-card').length === 1);
      await page.getByText('What the Moon smells like').waitFor();
      await page.getByRole('link', { name: /^Stopped 1/ }).waitFor();
    });

    it('shows what was asked for while it is on its way', async () => {
      await page.goto('/videos');
      await page.waitForLoadState('networkidle');
      api.delayMs = 1_500;
      await page.getByRole('link', { name: /^Stopped/ }).click();
      await page.locator('[aria-busy=true]').waitFor();
      expect(await page.locator('.filter[aria-current]').innerText()).to.equal('Stopped');
      await page.getByText('What your brain does at').waitFor();
    });

    it('shows one kind, and pages through more than a page', async () => {
      api.videos = Array.from({ length: 80 }, (_, index) => ({
        ...octopusJob('done', Date.now() - index * 60_000),
        id: `job_${String(index).padStart(20, '0')}`,
        title: `Video ${index}`,
      }));
      await page.goto('/videos');
      await page.getByText('Video 35', { exact: true }).waitFor();
      // The API, which has them all, does not look into scripts.
      await page.getByRole('searchbox', { name: 'Search titles and topics' }).waitFor();
      await page.getByRole('link', { name: 'Older videos' }).click();
      await page.getByText('Video 36', { exact: true }).waitFor();
      await page.getByRole('link', { name: 'Stopped' }).click();
      await page.getByText('Nothing has stopped').waitFor();
    });
  });

  describe('the script editor', () => {
    beforeEach(async () => {
      await openEditor(page);
      await page.getByText('Too long to read as captions').waitFor();
    });
    const narrations = (): Promise<string[]> =>
      page
        .locator('.narration__field')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));

    it('keeps a word that was changed over a reload', async () => {
      await page.locator('.narration__field').first().fill('Octopuses have three hearts.');
      await page.reload();
      await page.locator('.narration__field').first().waitFor();
      expect((await narrations())[0]).to.equal('Octopuses have three hearts.');
    });

    it('moves a scene with Alt and an arrow, says so, and keeps the focus on it', async () => {
      await page.getByRole('button', { name: 'Move scene 2 of 6' }).focus();
      await page.keyboard.press('Alt+ArrowUp');
      await page.getByText('Scene 2 is now scene 1 of 6').waitFor({ state: 'attached' });
      expect((await narrations())[0]).to.match(/^Two of them/);
      await page.waitForFunction(
        () => document.activeElement?.getAttribute('aria-label') === 'Move scene 1 of 6',
      );
    });

    it('moves a scene that is dragged by its grip', async () => {
      const grip = await page.getByRole('button', { name: 'Move scene 1 of 6' }).boundingBox();
      const target = await page.getByRole('button', { name: 'Move scene 2 of 6' }).boundingBox();
      if (!grip || !target) throw new Error('A grip is not on the page');
      await page.mouse.move(grip.x + 10, grip.y + 10);
      await page.mouse.down();
      await page.mouse.move(grip.x + 10, grip.y + 60, { steps: 4 });
      await page.mouse.move(grip.x + 10, target.y + 60, { steps: 8 });
      await page.mouse.up();
      await page.getByText('Scene 1 is now scene 2 of 6').waitFor({ state: 'attached' });
      expect((await narrations())[1]).to.match(/^Octopuses don’t/);
    });

    it('takes back what was removed', async () => {
      await page.getByRole('button', { name: 'More for scene 1' }).click();
      await page.getByRole('button', { name: 'Remove scene' }).click();
      await page.getByText('Scene 1 removed').waitFor();
      expect(await narrations()).to.have.lengthOf(5);
      await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
      expect(await narrations()).to.have.lengthOf(6);
    });

    it('splits a scene that is too long where the server says', async () => {
      await page.getByRole('button', { name: 'Split after “eight arms”' }).click();
      const now = await narrations();
      expect(now).to.have.lengthOf(7);
      expect(now[2]).to.match(/eight arms,$/);
      expect(now[3]).to.match(/^three quarters/);
    });

    it('warns of a sign that no caption font has', async () => {
      await page.locator('.narration__field').nth(4).fill('Its blood carries Cu²⁺, not iron.');
      await page.getByText('The caption font has no').waitFor();
    });

    it('draws a scene anew, and uses a file of the visitor', async () => {
      await page.getByRole('button', { name: 'Draw it now' }).first().click();
      await page.locator('.scene-edit').first().getByRole('button', { name: 'Redraw' }).waitFor();
      await page
        .locator('.scene-edit')
        .nth(1)
        .locator('input[type=file][accept*="image/"]')
        .setInputFiles({ name: 'own.png', mimeType: 'image/png', buffer: Buffer.from('a picture') });
      await page.locator('.scene-edit').nth(1).getByText('Yours', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Make the video' }).click();
      await page.waitForURL('**/videos/job_made_*');
      const [made] = api.made;
      const uploads =
        made && 'script' in made ? made.script.scenes.map(({ upload }) => upload !== undefined) : [];
      expect(uploads).to.deep.equal([true, true, false, false, false, false]);
    });

    it('takes a clip, and says which part of it is shown and how', async () => {
      const scene = page.locator('.scene-edit').nth(1);
      await scene
        .locator('input[type=file][accept*="video/mp4"]')
        .setInputFiles({ name: 'own.mov', mimeType: '', buffer: Buffer.from('a film') });
      await scene.getByRole('button', { name: 'Trim' }).click();
      const dialog = page.getByRole('dialog', { name: 'Clip of scene 2' });
      // This film is none that a browser plays.
      await dialog.getByLabel('From second').fill('5');
      await dialog.getByLabel('to second').fill('4');
      await dialog.getByText('The end comes after the beginning.').waitFor();
      await dialog.getByLabel('From second').fill('1.5');
      await dialog.getByRole('radio', { name: 'Fit' }).check({ force: true });
      await dialog.getByRole('radio', { name: 'Under the voice' }).check({ force: true });
      await dialog.getByRole('button', { name: 'Use it so' }).click();
      // It is kept, as what was written is.
      await page.reload();
      await scene.getByText('from 1.5 s, to 4.0 s, all of it in the frame, heard under the voice').waitFor();
      expect([...api.uploads.values()].map(({ type }) => type)).to.include('video/quicktime');
      await page.getByRole('button', { name: 'Make the video' }).click();
      await page.waitForURL('**/videos/job_made_*');
      const made = api.made.at(-1);
      const second = made && 'script' in made ? made.script.scenes[1] : undefined;
      expect(second?.upload).to.match(/^uploads\//);
      expect(second?.clip).to.deep.equal({ fromSeconds: 1.5, toSeconds: 4, fit: 'fit', sound: 'under' });
    });

    it('knows what it drew from what is the visitor’s own, also when the video is remade', async () => {
      await page.getByRole('button', { name: 'Draw it now' }).first().click();
      const first = page.locator('.scene-edit').first();
      await first.getByRole('button', { name: 'Redraw' }).waitFor();
      await page
        .locator('.scene-edit')
        .nth(1)
        .locator('input[type=file][accept*="image/"]')
        .setInputFiles({ name: 'own.png', mimeType: 'image/png', buffer: Buffer.from('a picture') });
      await page.getByText('Yours', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Make the video' }).click();
      await page.waitForURL('**/videos/job_made_*');
      const made = page.url().split('/').at(-1);
      await page.goto(`/scripts/new?from=${made}`);
      await page.locator('.scene-edit').nth(1).getByText('Yours', { exact: true }).waitFor();
      expect(await first.getByText('Yours', { exact: true }).count()).to.equal(0);
      await first.getByRole('button', { name: 'Redraw' }).waitFor();
    });

    it('opens the settings beside what opens them, also at once', async () => {
      for (const [width, opener] of [
        [1440, 'settings-change'],
        [820, 'settings-open'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto('/scripts/octopus?settings=1');
        const dialog = page.getByRole('dialog', { name: 'Settings' });
        await dialog.waitFor();
        await page.waitForFunction(() => document.getAnimations().length === 0);
        const sheet = await dialog.boundingBox();
        const anchor = await page.locator(`#${opener}`).boundingBox();
        if (!sheet || !anchor) throw new Error('The settings are not on the page');
        expect(sheet.y).to.equal(anchor.y + anchor.height + 8);
        expect(sheet.x + sheet.width).to.be.above(anchor.x);
      }
    });

    it('gives each speaker a voice, and the video a speed, with the keyboard', async () => {
      const [first, ...others] = octopusDraft().scenes;
      if (!first) throw new Error('The draft has no scene');
      const narration = 'MIA: Three hearts? [pause 1s]\nTOM: Three hearts.\nMIA: Well.';
      await openEditor(page, { query: '?settings=1', scenes: [{ ...first, narration }, ...others] });
      const dialog = page.getByRole('dialog', { name: 'Settings' });
      await dialog.getByLabel('Voice of TOM').focus();
      await page.keyboard.type('Idris');
      await dialog.getByLabel('Speed').selectOption('1.2');
      await dialog.getByLabel('Pitch').selectOption('2 semitones lower');
      await dialog.getByLabel('Emoji').selectOption('Said by their names');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Make the video' }).click();
      await page.waitForURL('**/videos/job_made_*');
      const [made] = api.made;
      expect(made).to.include({ speed: 1.2, pitch: -2, emoji: 'spoken' });
      expect(made && 'script' in made && made.script.voices).to.deep.equal({ TOM: 'idris' });
    });

    it('names the scene that the server refuses, and keeps the script', async () => {
      api.failures.set('POST /api/videos', {
        status: 400,
        detail: 'It does not fit.',
        pointer: '/script/scenes/2/narration',
      });
      await page.getByRole('button', { name: 'Make the video' }).click();
      await page.getByRole('alert').getByText('Scene 3', { exact: false }).waitFor();
      expect(await narrations()).to.have.lengthOf(6);
    });
  });
});
