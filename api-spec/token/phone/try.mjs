// A phone on the command line: node try.mjs TIME COUNT
// Prints its public key in hex, reads its block in hex from one line of standard input, and prints
// COUNT codes of that time. The tests let the server's own verifier read them.

import { createInterface } from 'node:readline';
import { MemoryStorage, QueueLocks } from './memory.mjs';
import { CodeMaker, CounterStore, makeKey, rawPublicKey } from './phone.mjs';

const { subtle } = globalThis.crypto;
const [time, count] = process.argv.slice(2).map(Number);

const keyPair = await makeKey(subtle);
const counters = new CounterStore(new MemoryStorage(), new QueueLocks(), 'key');
await counters.begin();
console.log(Buffer.from(await rawPublicKey(subtle, keyPair.publicKey)).toString('hex'));
for await (const line of createInterface({ input: process.stdin })) {
  const block = Uint8Array.from(Buffer.from(line, 'hex'));
  const clock = { nowSeconds: () => time };
  const maker = await CodeMaker.of({ subtle, keyPair, block, counters, clock });
  for (let i = 0; i < count; i++) console.log(await maker.next());
}
