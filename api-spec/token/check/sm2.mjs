// Verification of SM2 signatures, written from GB/T 32918.2 with the curve of GB/T 32918.5.
// It handles public values only and takes no care to run in constant time: never sign with it.

import { sm3 } from './sm3.mjs';

const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const A = P - 3n;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const G = {
  x: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  y: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};
const USER_ID = new TextEncoder().encode('1234567812345678');

const mod = (value, modulus) => ((value % modulus) + modulus) % modulus;

/** A point from 02 or 03 ‖ x, or null when x is too large or no point has it. */
export function decompress(bytes) {
  const x = toNumber(bytes.subarray(1));
  if (x >= P) return null;
  const square = mod(x * x * x + A * x + B, P);
  // p is 3 modulo 4, so this power is a root wherever there is one.
  const root = power(square, (P + 1n) / 4n);
  if (mod(root * root, P) !== square) return null;
  const isOdd = bytes[0] === 3;
  if (root === 0n && isOdd) return null;
  return { x, y: (root & 1n) === (isOdd ? 1n : 0n) ? root : P - root };
}

/** Whether r ‖ s is the signature of the key 02/03 ‖ x over the message. */
export function verify(key, message, signature) {
  const point = decompress(key);
  if (point === null || signature.length !== 64) return false;
  const r = toNumber(signature.subarray(0, 32));
  const s = toNumber(signature.subarray(32));
  if (r < 1n || r >= N || s < 1n || s >= N) return false;
  const t = mod(r + s, N);
  if (t === 0n) return false;
  const e = toNumber(sm3(concat(identity(point), message)));
  const sum = combine(s, point, t);
  return sum !== null && mod(e + sum.x, N) === r;
}

/** Z: the hash of user id, curve and key that stands before the message. */
function identity(point) {
  const bits = USER_ID.length * 8;
  const numbers = [A, B, G.x, G.y, point.x, point.y].map(toBytes);
  return sm3(concat(Uint8Array.of(bits >> 8, bits & 255), USER_ID, ...numbers));
}

/**
 * one × G + other × point by doubling and adding along both factors at once, in coordinates
 * x = X / Z², y = Y / Z³ that need a single inverse in the end; null is the point at infinity.
 */
function combine(one, point, other) {
  const first = { ...G, z: 1n };
  const second = { ...point, z: 1n };
  const choices = [null, first, second, add(first, second)];
  let sum = null;
  for (let bit = 255n; bit >= 0n; bit--) {
    sum = add(sum, sum);
    const choice = choices[Number(((one >> bit) & 1n) | (((other >> bit) & 1n) << 1n))];
    sum = add(sum, choice);
  }
  if (sum === null) return null;
  const inverse = power(sum.z, P - 2n);
  return { x: mod(sum.x * inverse * inverse, P) };
}

function add(one, other) {
  if (one === null) return other;
  if (other === null) return one;
  const z1 = (one.z * one.z) % P;
  const z2 = (other.z * other.z) % P;
  const u1 = (one.x * z2) % P;
  const s1 = (((one.y * z2) % P) * other.z) % P;
  const h = mod(other.x * z1 - u1, P);
  const r = mod(((other.y * z1) % P) * one.z - s1, P);
  if (h === 0n) return r === 0n ? double(one) : null;
  const h2 = (h * h) % P;
  const h3 = (h2 * h) % P;
  const v = (u1 * h2) % P;
  const x = mod(r * r - h3 - 2n * v, P);
  return { x, y: mod(r * (v - x) - s1 * h3, P), z: (((one.z * other.z) % P) * h) % P };
}

function double({ x, y, z }) {
  if (y === 0n) return null;
  const y2 = (y * y) % P;
  const z2 = (z * z) % P;
  const s = (4n * x * y2) % P;
  const m = mod(3n * x * x + A * ((z2 * z2) % P), P);
  const x3 = mod(m * m - 2n * s, P);
  return { x: x3, y: mod(m * (s - x3) - 8n * y2 * y2, P), z: (2n * y * z) % P };
}

function power(base, exponent) {
  let result = 1n;
  let factor = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % P;
    factor = (factor * factor) % P;
  }
  return result;
}

function toNumber(bytes) {
  return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function toBytes(number) {
  return Uint8Array.from(number.toString(16).padStart(64, '0').match(/../g), (hex) =>
    parseInt(hex, 16),
  );
}

function concat(...parts) {
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}
