import { expect } from 'chai';
import { browsing } from '../support/browsing.ts';
import { openEditor } from '../support/open.ts';

describe('recording a scene in the browser', () => {
  const { api, newPage } = browsing('nothing is recorded', {
    args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });

  it('records with the keyboard, says which words were not found, and keeps it until the words change', async () => {
    api.notSaid = ['hearts'];
    const page = await newPage({ permissions: ['microphone'] });
    await openEditor(page);
    const row = page.locator('.scene-recording').first();
    await row.getByRole('button', { name: 'Record it yourself, scene 1' }).focus();
    await page.keyboard.press('Space');
    // The fake microphone beeps.
    await page.waitForFunction(() => (document.querySelector('meter')?.value ?? 0) > 0.05);
    await page.keyboard.press('Space');
    await row.getByText('“hearts” was not found in the recording').waitFor();
    const [sound] = [...api.uploads.values()].filter(({ type }) => type.startsWith('audio/'));
    expect(sound?.type).to.equal('audio/webm');
    expect([...(sound?.bytes.subarray(0, 4) ?? [])]).to.deep.equal([0x1a, 0x45, 0xdf, 0xa3]);
    await row.getByRole('button', { name: 'Hear your recording' }).waitFor();
    await page.reload();
    await row.getByRole('button', { name: 'Hear your recording' }).waitFor();
    await page.locator('.narration__field').first().fill('Other words.');
    await row.getByText('The words changed since you recorded them.').waitFor();
    await row.getByRole('button', { name: 'Use the voice instead' }).click();
    await row.getByRole('button', { name: 'Record it yourself, scene 1' }).waitFor();
  });

  it('takes one recording of the whole script, and says what the server has against it', async () => {
    const page = await newPage();
    await openEditor(page, { query: '?settings=1' });
    const dialog = page.getByRole('dialog', { name: 'Settings' });
    await dialog.locator('.whole-recording input[type=file]').setInputFiles({
      ...{ name: 'me.wav', mimeType: 'audio/wav', buffer: Buffer.from('my voice') },
    });
    await dialog.getByRole('button', { name: 'Speak with the voice in place of your own' }).waitFor();
    const detail = 'is not a recording of this script: its first word that was not found is “Octopuses”';
    api.failures.set('POST /api/videos', { status: 422, detail, pointer: '/narration' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Make the video' }).click();
    await page.getByRole('alert').getByText(`The recording ${detail}.`).waitFor();
    api.failures.delete('POST /api/videos');
    await page.getByRole('button', { name: 'Make the video' }).click();
    await page.waitForURL('**/videos/job_made_*');
    const [upload] = [...api.uploads].filter(([, { type }]) => type === 'audio/wav').map(([name]) => name);
    expect(api.made[0]).to.include({ narration: upload });
  });

  it('says so where the microphone is denied, and where pages cannot have one', async () => {
    const page = await newPage();
    // A browser without windows asks nobody: what one answers that was told no, by the standard.
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await openEditor(page);
    const row = page.locator('.scene-recording').first();
    await row.getByRole('button', { name: 'Record it yourself, scene 1' }).click();
    await row.getByText('The browser was not allowed to use the microphone.').waitFor();
    await page.evaluate(() => Reflect.deleteProperty(window, 'MediaRecorder'));
    await row.getByRole('button', { name: 'Record it yourself, scene 1' }).click();
    await row.getByText('This browser cannot record. A sound file works here.').waitFor();
  });
});
