// node --test api-spec/token/phone/: the phone's half against the vectors, and its promises.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { MemoryStorage, QueueLocks } from './memory.mjs';
import {
  CodeMaker,
  CounterLostError,
  CounterStore,
  ServerClock,
  base64Url,
  codeMessage,
  codeText,
  makeKey,
  rawPublicKey,
  requireOwnBlock,
  signCode,
  unsignedCode,
} from './phone.mjs';

const { subtle } = globalThis.crypto;
const FOLDER = fileURLToPath(new URL('../vectors/v1/', import.meta.url));
const SPKI = bytes('3039301306072a8648ce3d020106082a8648ce3d030107032200');

function bytes(hex) {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

/** Every dynamic code of the valid vectors whose phone signs with P-256. */
function codes() {
  return readdirSync(FOLDER + 'valid')
    .flatMap((name) => JSON.parse(readFileSync(`${FOLDER}valid/${name}`, 'utf8')).codes)
    .filter((code) => code.fields?.deviceAlgorithm === 'P256');
}

/** A block for a key, with an issuer's signature of zeroes that nothing here looks at. */
function blockFor(rawKey) {
  const block = new Uint8Array(130);
  block.set([0x11, 0x32]);
  block.set(rawKey, 32);
  return block;
}

test('the message and the text are those of the vectors', () => {
  assert.ok(codes().length > 80);
  for (const { fields, blockHex, codeMessageHex, codeHex, text } of codes()) {
    const unsigned = unsignedCode(bytes(blockHex), fields.time, fields.counter);
    assert.deepEqual(codeMessage(unsigned), bytes(codeMessageHex));
    assert.equal(codeText(bytes(codeHex)), text);
  }
});

test("WebCrypto takes the vectors' signatures as they are", async () => {
  for (const { fields, codeMessageHex } of codes()) {
    const spki = Uint8Array.from([...SPKI, ...bytes(fields.deviceKeyHex)]);
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    const key = await subtle.importKey('spki', spki, algorithm, true, ['verify']);
    assert.deepEqual(await rawPublicKey(subtle, key), bytes(fields.deviceKeyHex));
    const holds = await subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      key,
      bytes(fields.deviceSignatureHex),
      bytes(codeMessageHex),
    );
    assert.ok(holds);
  }
});

test('nobody can take the private key out', async () => {
  const { privateKey } = await makeKey(subtle);
  assert.equal(privateKey.extractable, false);
  for (const form of ['pkcs8', 'jwk']) await assert.rejects(subtle.exportKey(form, privateKey));
});

test('a code is 203 + n bytes and its text 309 characters without an extension', async () => {
  const { privateKey, publicKey } = await makeKey(subtle);
  const raw = await rawPublicKey(subtle, publicKey);
  const code = await signCode(subtle, privateKey, blockFor(raw), 1772326800, 17);
  assert.equal(code.length, 203);
  assert.equal(codeText(code).length, 309);
  assert.equal(base64Url(raw).length, 44);
});

test('a block of another key or of another form is refused', async () => {
  const { publicKey } = await makeKey(subtle);
  const raw = await rawPublicKey(subtle, publicKey);
  const own = blockFor(raw);
  requireOwnBlock(own, raw);
  for (const offset of [0, 1, 32, 40, 64, 65]) {
    const other = own.slice();
    other[offset] ^= 1;
    assert.throws(() => requireOwnBlock(other, raw), `byte ${offset}`);
  }
  assert.throws(() => requireOwnBlock(own.slice(0, 129), raw));
});

test('a hundred codes asked for at once have a hundred counters', async () => {
  const locks = new QueueLocks();
  const storage = new MemoryStorage();
  const tabs = [1, 2, 3].map(() => new CounterStore(storage, locks, 'key'));
  await tabs[0].begin();
  const asked = Array.from({ length: 100 }, (_, i) => tabs[i % 3].take());
  const counters = await Promise.all(asked);
  assert.deepEqual(
    counters.sort((a, b) => a - b),
    Array.from({ length: 100 }, (_, i) => i),
  );
});

test('the next counter is on the disk before a code exists', async () => {
  const storage = new MemoryStorage();
  const counters = new CounterStore(storage, new QueueLocks(), 'key');
  await counters.begin();
  assert.equal(await counters.take(), 0);
  assert.equal(storage.values.get('counter of key'), 1);
  storage.isFull = true;
  await assert.rejects(counters.take(), /no room/);
  storage.isFull = false;
  assert.equal(await counters.take(), 1);
});

test('a lost or used-up counter makes no code, and a key counts from 0 only once', async () => {
  const storage = new MemoryStorage();
  const counters = new CounterStore(storage, new QueueLocks(), 'key');
  await assert.rejects(counters.take(), CounterLostError);
  await counters.begin();
  await assert.rejects(counters.begin());
  storage.values.set('counter of key', 2 ** 32 - 1);
  assert.equal(await counters.take(), 2 ** 32 - 1);
  await assert.rejects(counters.take(), CounterLostError);
});

test("the clock follows the server over sleep and over a wall clock that is set back", () => {
  let wall = 1_000_000;
  let monotonic = 50;
  const clock = new ServerClock(
    () => wall,
    () => monotonic,
  );
  assert.equal(clock.nowSeconds(), 1_000);
  // Sent at 50, received at 250; the server's 5,000,000 was true at 150.
  wall += 200;
  monotonic += 200;
  clock.synchronise(5_000_000, 50, 250);
  assert.equal(clock.offsetMillis(), 5_000_100 - 1_000_200);
  assert.equal(clock.nowSeconds(), 5_000);
  wall += 900;
  monotonic += 900;
  assert.equal(clock.nowSeconds(), 5_001);
  // Asleep for a minute: the monotonic clock stood still.
  wall += 60_000;
  assert.equal(clock.nowSeconds(), 5_061);
  // Set back by an hour: the monotonic clock goes on.
  wall -= 3_600_000;
  monotonic += 70_000;
  assert.equal(clock.nowSeconds(), 5_071);
  const offset = clock.offsetMillis();
  const restarted = new ServerClock(
    () => 1_100_200,
    () => 0,
  );
  restarted.restore(offset);
  assert.equal(restarted.nowSeconds(), 5_100);
});

test('a maker spends a counter for each code and refuses a block of another key', async () => {
  const keyPair = await makeKey(subtle);
  const block = blockFor(await rawPublicKey(subtle, keyPair.publicKey));
  const counters = new CounterStore(new MemoryStorage(), new QueueLocks(), 'key');
  await counters.begin();
  const clock = { nowSeconds: () => 1772326800 };
  const maker = await CodeMaker.of({ subtle, keyPair, block, counters, clock });
  const texts = [await maker.next(), await maker.next()];
  assert.equal(new Set(texts).size, 2);
  assert.equal(await counters.take(), 2);
  const other = await makeKey(subtle);
  await assert.rejects(CodeMaker.of({ subtle, keyPair: other, block, counters, clock }));
});
