// Runs the vectors: node run.mjs [FOLDER]. Exit status 1 when one of them does not agree.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { encode } from './base45.mjs';
import { Reader } from './reader.mjs';
import { bytesOf, parse } from './token.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));

const folder = process.argv[2] ?? join(HERE, '..', 'vectors', 'v1');
const counts = { files: 0, codes: 0, readings: 0, faults: 0 };
const perReason = new Map();

for (const kind of ['valid', 'invalid']) {
  for (const name of readdirSync(join(folder, kind)).sort()) {
    const vector = JSON.parse(readFileSync(join(folder, kind, name), 'utf8'));
    counts.files++;
    run(vector, (what, expected, found) => {
      counts.faults++;
      console.log(`${kind}/${name}: ${what}`);
      console.log(`  expected ${JSON.stringify(expected)}\n  found    ${JSON.stringify(found)}`);
    });
  }
}
for (const [reason, count] of [...perReason].sort()) console.log(`${reason} ${count}`);
console.log(
  `${counts.files} vectors, ${counts.codes} codes, ${counts.readings} readings, ${counts.faults} disagreements`,
);
process.exitCode = counts.faults === 0 && counts.files > 0 ? 0 : 1;

function run(vector, report) {
  for (const code of vector.codes) {
    counts.codes++;
    compareForms(code, report);
  }
  const texts = new Map(vector.codes.map((code) => [code.id, code.text]));
  const reader = new Reader(vector.keyList, vector.reader);
  vector.events.forEach((event, i) => {
    if (event.kind === 'RESTART') reader.restart();
    else if (event.kind === 'SYNC') reader.sync(event);
    else {
      counts.readings++;
      const found = reader.show(texts.get(event.code), event.clock);
      const said = found.reason ?? found.outcome;
      perReason.set(said, (perReason.get(said) ?? 0) + 1);
      if (!isDeepStrictEqual(found, event.expected)) report(`event ${i}`, event.expected, found);
    }
  });
}

/** Every form that the vector gives, beside the one that this reader comes to. */
function compareForms(code, report) {
  const token = parse(code.text);
  const forms = {
    fields: token?.fields,
    blockHex: token?.block.toString('hex'),
    certificateMessageHex: token?.certificateMessage.toString('hex'),
    codeMessageHex: token?.codeMessage?.toString('hex'),
  };
  for (const [name, found] of Object.entries(forms)) {
    if (!isDeepStrictEqual(found, code[name])) report(`code ${code.id}, ${name}`, code[name], found);
  }
  const bytes = bytesOf(code.text);
  const hex = bytes === null ? undefined : Buffer.from(bytes).toString('hex');
  if (hex !== code.codeHex) report(`code ${code.id}, codeHex`, code.codeHex, hex);
  if (bytes !== null && 'YJ1:' + encode(bytes) !== code.text) {
    report(`code ${code.id}, text`, code.text, encode(bytes));
  }
}
