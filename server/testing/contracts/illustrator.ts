import { IMAGE_STYLES, SpendAccount } from '@shortfactory/core';
import type { Illustrator } from '@shortfactory/core';
import { expect } from 'chai';
import sharp from 'sharp';
import { expectId, faultOf, givesUp } from './port.ts';

const never = new AbortController().signal;

/** The contract of every illustrator. */
export function illustratorContract(name: string, make: () => Illustrator, paid: boolean): void {
  describe(`${name} as an illustrator`, () => {
    const request = {
      visual: 'a girl in a yellow raincoat looks at the sky',
      imageStyle: 'flat',
      characters: [{ name: 'Mira', appearance: 'a girl of nine in a yellow raincoat' }],
      widthPx: 540,
      heightPx: 960,
    } as const;

    it('says who it is', () => expectId(make().id, paid));

    for (const imageStyle of IMAGE_STYLES) {
      it(`draws exactly the size asked for, in ${imageStyle}, and says where to look`, async () => {
        const { bytes, focus } = await make().illustrate({ ...request, imageStyle }, never);
        const { width, height, format } = await sharp(bytes).metadata();
        expect([width, height]).to.deep.equal([540, 960]);
        expect(format).to.be.oneOf(['png', 'jpeg']);
        for (const part of [focus.x, focus.y]) expect(part).to.be.within(0, 1);
      });
    }

    it(paid ? 'charges the account' : 'costs nothing', async () => {
      const account = new SpendAccount();
      await make().illustrate(request, never, account);
      expect(account.usd > 0).to.equal(paid);
    });

    it('stops for a signal that is aborted, with its reason', async () => {
      const reason = new Error('given up');
      expect(await faultOf(make().illustrate(request, AbortSignal.abort(reason)))).to.equal(reason);
      await givesUp((signal) => make().illustrate(request, signal));
    });
  });
}
