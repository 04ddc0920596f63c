import { UPLOAD_TYPES } from '@shortfactory/contract';
import { expect } from 'chai';
import { MAX_UPLOAD_BYTES } from '../../server/proxy-limits.ts';

describe('what is passed on to the API', () => {
  for (const [kind, { maxBytes }] of Object.entries(UPLOAD_TYPES)) {
    it(`may be as large as the API takes an upload of the kind ${kind}`, () => {
      expect(MAX_UPLOAD_BYTES).to.be.at.least(maxBytes);
    });
  }
});
