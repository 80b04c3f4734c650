// The hash SM3, written from GB/T 32905: 256 bits, blocks of 512 bits.

const START = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
];

const rotate = (word, by) => ((word << by % 32) | (word >>> (32 - (by % 32)) % 32)) >>> 0;
const p0 = (x) => x ^ rotate(x, 9) ^ rotate(x, 17);
const p1 = (x) => x ^ rotate(x, 15) ^ rotate(x, 23);

/** The 32 bytes of the hash of some bytes. */
export function sm3(message) {
  const bits = message.length * 8;
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const words = new DataView(padded.buffer);
  words.setUint32(padded.length - 8, Math.floor(bits / 2 ** 32));
  words.setUint32(padded.length - 4, bits >>> 0);
  let state = START;
  for (let at = 0; at < padded.length; at += 64) state = compress(state, words, at);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => digest.setUint32(4 * i, word));
  return new Uint8Array(digest.buffer);
}

function compress(state, words, at) {
  const w = Array.from({ length: 16 }, (_, j) => words.getUint32(at + 4 * j));
  for (let j = 16; j < 68; j++) {
    w[j] = (p1(w[j - 16] ^ w[j - 9] ^ rotate(w[j - 3], 15)) ^ rotate(w[j - 13], 7) ^ w[j - 6]) >>> 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let j = 0; j < 64; j++) {
    const isEarly = j < 16;
    const turned = rotate(a, 12);
    const ss1 = rotate((turned + e + rotate(isEarly ? 0x79cc4519 : 0x7a879d8a, j)) >>> 0, 7);
    const ff = isEarly ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = isEarly ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ turned) + (w[j] ^ w[j + 4])) >>> 0;
    const tt2 = (gg + h + ss1 + w[j]) >>> 0;
    [d, c, b, a] = [c, rotate(b, 9), a, tt1];
    [h, g, f, e] = [g, rotate(f, 19), e, p0(tt2) >>> 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word ^ state[i]) >>> 0);
}
