import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { routes } from '@carillon/contract';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';

describe('the page of a link', () => {
  let bench: HttpBench;
  before(async () => (bench = await createHttpBench({ app: { brandName: 'Smith & <Sons> "Ltd"' } })));
  after(() => bench.close());

  it('is the same bytes for every code, so that nobody learns which one exists (E-16)', async () => {
    const code = await bench.newLink();
    const pages = await Promise.all([code, 'A'.repeat(22), 'x', "'%20OR%201=1"].map((c) => bench.ask(`/j/${c}`)));
    assert.deepEqual(new Set(pages.map(({ text }) => text)).size, 1);
    assert.deepEqual(new Set(pages.map(({ status }) => status)), new Set([200]));
  });

  it('holds the company’s name as text and nobody else’s', async () => {
    const code = await bench.newLink({ displayName: 'Marija Horvat' });
    const { text } = await bench.ask(routes.customerPage(code));
    assert.ok(text.includes('<title>Smith &amp; &lt;Sons&gt; &quot;Ltd&quot;</title>'));
    assert.ok(!text.includes('Marija') && !text.includes(code) && !text.includes('<Sons>'));
  });

  it('can be asked about by HEAD, which answers the same headers', async () => {
    const [get, head] = [await bench.ask('/j/x'), await bench.ask('/j/x', { method: 'HEAD' })];
    assert.equal(head.text, '');
    for (const name of ['content-type', 'content-security-policy', 'cache-control', 'x-robots-tag'])
      assert.equal(head.headers.get(name), get.headers.get(name));
  });

  it('has neither inline code nor inline style, and loads from itself only', async () => {
    const { text } = await bench.ask('/j/x');
    assert.ok(!/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i.test(text));
    // The page itself, which somebody may load again, is the only address that is not a file's.
    const [again, ...links] = text.match(/<a [^>]*>/g) ?? [];
    assert.deepEqual([again, links], ['<a href="">', []]);
    for (const [, url = ''] of text.replace('<a href="">', '').matchAll(/(?:src|href)="([^"]*)"/g))
      assert.match(url, /^(\/assets\/|data:,$)/);
    assert.match(text, /^<!doctype html>\n<html lang="en" dir="ltr">/);
    assert.match(text, /viewport-fit=cover/);
  });

  it('says in its policy what it may do (security.md §7.3)', async () => {
    const { headers } = await bench.ask('/j/x');
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split('; ').map((one) => {
        const [name = '', ...values] = one.split(' ');
        return [name, values.join(' ')];
      }),
    );
    assert.equal(policy.get('default-src'), "'none'");
    assert.equal(policy.get('script-src'), "'self' 'wasm-unsafe-eval'");
    assert.equal(policy.get('style-src'), "'self'");
    assert.equal(policy.get('connect-src'), "'self' https://media.example wss://media.example");
    assert.equal(policy.get('frame-ancestors'), "'none'");
    assert.equal(policy.get('require-trusted-types-for'), "'script'");
    assert.equal(policy.get('trusted-types'), 'lit-html cc');
    for (const name of ['base-uri', 'form-action']) assert.equal(policy.get(name), "'none'");
    assert.ok(!/unsafe-inline|'unsafe-eval'|\*/.test(headers.get('content-security-policy') ?? ''));
  });

  it('asks for no https where there is none, and for the media server as it is reached', async () => {
    const settings = { publicUrl: 'http://127.0.0.1:8787', livekitUrl: 'ws://127.0.0.1:7880' };
    const local = await createHttpBench({ settings });
    const { headers } = await local.ask('/j/x');
    assert.equal(headers.get('strict-transport-security'), null);
    assert.match(headers.get('content-security-policy') ?? '', /connect-src 'self' http:\/\/127\.0\.0\.1:7880 ws:/);
    await local.close();
  });

  it('asks to be neither indexed, nor kept, nor named to others', async () => {
    const { headers } = await bench.ask('/j/x');
    assert.equal(headers.get('x-robots-tag'), 'noindex, nofollow');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('set-cookie'), null);
    assert.match(headers.get('permissions-policy') ?? '', /camera=\(self\), microphone=\(self\)/);
    assert.match(headers.get('strict-transport-security') ?? '', /^max-age=31536000/);
    assert.match(headers.get('permissions-policy') ?? '', /geolocation=\(\)/);
  });
});
