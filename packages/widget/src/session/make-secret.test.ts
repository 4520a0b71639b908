import { CustomerSecret } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { makeSecret } from './make-secret.js';

describe('a secret', () => {
  it('has the form the server takes', () => {
    for (let i = 0; i < 200; i++) expect(CustomerSecret.safeParse(makeSecret()).success).to.equal(true);
  });

  it('is another one every time', () => {
    expect(new Set(Array.from({ length: 200 }, makeSecret)).size).to.equal(200);
  });
});
