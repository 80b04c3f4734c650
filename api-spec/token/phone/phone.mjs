// The phone's half of a dynamic code (SPEC section 5): its key, its counter, its clock, its signature.
// A plain ES module without dependencies. Everything of the platform is handed in: in a browser
// crypto.subtle, navigator.locks, IndexedDB, performance and Date; in tests whatever stands for them.

const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' };

const DEVICE_BOUND = 0x11;
const P256_NIBBLE = 2;
const KEY_AT = 32;
const KEY_LENGTH = 33;
const EXTENSION_LENGTH_AT = 65;
const EXTENSION_MAX = 32;
const SIGNATURE_LENGTH = 64;
const COUNTER_MAX = 2 ** 32 - 1;
const BASE45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** The phone has no counter for its key any more: it needs a new key and a new index. */
export class CounterLostError extends Error {}

/**
 * A new key whose private half no script can read.
 *
 * @param subtle WebCrypto's SubtleCrypto
 * @return a CryptoKeyPair; IndexedDB stores it as it is
 */
export function makeKey(subtle) {
  return subtle.generateKey(P256, false, ['sign', 'verify']);
}

/** The public key in the 33 bytes of the format: 02 or 03 ‖ x. */
export async function rawPublicKey(subtle, publicKey) {
  const point = new Uint8Array(await subtle.exportKey('raw', publicKey));
  const raw = point.slice(0, KEY_LENGTH);
  raw[0] = 2 + (point[64] & 1);
  return raw;
}

/** Bytes as unpadded base64url, as the API takes a device key. */
export function base64Url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Every byte of a code before the phone's signature: block ‖ 00 ‖ time ‖ counter. */
export function unsignedCode(block, timeSeconds, counter) {
  const code = new Uint8Array(block.length + 9);
  code.set(block);
  const view = new DataView(code.buffer);
  view.setUint32(block.length + 1, requireUint32(timeSeconds));
  view.setUint32(block.length + 5, requireUint32(counter));
  return code;
}

/** What the phone signs: ASCII YJ1code ‖ every byte of the code before the signature. */
export function codeMessage(unsigned) {
  return concat(new TextEncoder().encode('YJ1code'), unsigned);
}

/**
 * The bytes of one code. WebCrypto gives ECDSA signatures as r ‖ s already.
 *
 * @param counter never used before with this key; see CounterStore
 */
export async function signCode(subtle, privateKey, block, timeSeconds, counter) {
  const unsigned = unsignedCode(block, timeSeconds, counter);
  const signature = await subtle.sign(SIGNING, privateKey, codeMessage(unsigned));
  return concat(unsigned, new Uint8Array(signature));
}

/** The text for the QR symbol: YJ1: ‖ Base45 (RFC 9285), alphanumeric mode, error correction M. */
export function codeText(code) {
  let text = 'YJ1:';
  for (let i = 0; i < code.length; i += 2) {
    const isPair = i + 1 < code.length;
    let value = isPair ? code[i] * 256 + code[i + 1] : code[i];
    for (let digit = 0; digit < (isPair ? 3 : 2); digit++) {
      text += BASE45[value % 45];
      value = Math.floor(value / 45);
    }
  }
  return text;
}

/**
 * Throws unless the block is device-bound, for P-256 and for this very key: a code signed with
 * another key would be refused at every gate.
 */
export function requireOwnBlock(block, rawKey) {
  const n = block[EXTENSION_LENGTH_AT];
  const isDeviceBound =
    block[0] === DEVICE_BOUND &&
    (block[1] & 15) === P256_NIBBLE &&
    n <= EXTENSION_MAX &&
    block.length === EXTENSION_LENGTH_AT + 1 + n + SIGNATURE_LENGTH;
  if (!isDeviceBound || rawKey.some((byte, i) => block[KEY_AT + i] !== byte)) {
    throw new Error('the block is not one for this key');
  }
}

/**
 * Counts codes. The next counter is stored before a code with the present one is shown, so a phone
 * that stops at any moment skips a number at worst and never shows one twice.
 */
export class CounterStore {
  #storage;
  #locks;
  #name;

  /**
   * @param storage async get(name) and set(name, value); set resolves when the value is durable
   * @param locks async request(name, work), as navigator.locks: one at a time over all tabs
   * @param name of the key; a new key takes a new name
   */
  constructor(storage, locks, name) {
    this.#storage = storage;
    this.#locks = locks;
    this.#name = `counter of ${name}`;
  }

  /** Called once, when the key has just been made. */
  begin() {
    return this.#locked(async () => {
      if ((await this.#storage.get(this.#name)) !== undefined) {
        throw new Error('this key counts already');
      }
      await this.#storage.set(this.#name, 0);
    });
  }

  /** The counter of the next code; rejects with CounterLostError when nothing is stored. */
  take() {
    return this.#locked(async () => {
      const counter = await this.#storage.get(this.#name);
      if (!Number.isInteger(counter) || counter < 0 || counter > COUNTER_MAX) {
        throw new CounterLostError('no counter is stored for this key');
      }
      await this.#storage.set(this.#name, counter + 1);
      return counter;
    });
  }

  #locked(work) {
    return this.#locks.request(this.#name, work);
  }
}

/**
 * The server's time without the server. Between synchronisations it follows whichever of two clocks
 * has gone further: the monotonic one, which nobody can set but which may stand still while a phone
 * sleeps, and the wall clock, which goes on but can be set back.
 */
export class ServerClock {
  #wall;
  #monotonic;
  #serverMillis;
  #wallAtSync;
  #monotonicAtSync;

  /**
   * @param wall milliseconds of the wall clock, as Date.now
   * @param monotonic milliseconds of a clock that nobody sets, as performance.now
   */
  constructor(wall, monotonic) {
    this.#wall = wall;
    this.#monotonic = monotonic;
    this.#anchor(wall());
  }

  /**
   * Takes the time of a server's answer, which is true for the middle of the exchange.
   *
   * @param serverMillis what the server said
   * @param sentAt, receivedAt readings of the monotonic clock around the exchange
   */
  synchronise(serverMillis, sentAt, receivedAt) {
    const sinceMiddle = this.#monotonic() - (sentAt + receivedAt) / 2;
    this.#anchor(serverMillis + sinceMiddle);
  }

  /** How far the server is ahead of the wall clock, in milliseconds: for keeping over a restart. */
  offsetMillis() {
    return this.#serverMillis - this.#wallAtSync;
  }

  /** Begins from an offset that was kept; the next synchronisation is better. */
  restore(offsetMillis) {
    this.#anchor(this.#wall() + offsetMillis);
  }

  /** Unix seconds. */
  nowSeconds() {
    const byMonotonic = this.#monotonic() - this.#monotonicAtSync;
    const byWall = this.#wall() - this.#wallAtSync;
    return Math.floor((this.#serverMillis + Math.max(byMonotonic, byWall)) / 1000);
  }

  #anchor(serverMillis) {
    this.#serverMillis = serverMillis;
    this.#wallAtSync = this.#wall();
    this.#monotonicAtSync = this.#monotonic();
  }
}

/** Shows codes of one block: counter, time and signature in the order that keeps the promise. */
export class CodeMaker {
  #subtle;
  #privateKey;
  #block;
  #counters;
  #clock;

  /** Rejects unless the block is for this key. */
  static async of({ subtle, keyPair, block, counters, clock }) {
    requireOwnBlock(block, await rawPublicKey(subtle, keyPair.publicKey));
    const maker = new CodeMaker();
    maker.#subtle = subtle;
    maker.#privateKey = keyPair.privateKey;
    maker.#block = block.slice();
    maker.#counters = counters;
    maker.#clock = clock;
    return maker;
  }

  /** The text of a new code; the counter is spent even if nobody ever scans it. */
  async next() {
    const counter = await this.#counters.take();
    const time = this.#clock.nowSeconds();
    return codeText(await signCode(this.#subtle, this.#privateKey, this.#block, time, counter));
  }
}

/** Storage in a browser: one object store of IndexedDB, written with strict durability. */
export class IndexedDbStorage {
  #open;

  constructor(indexedDB, name = 'yongjun-pass') {
    this.#open = new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore('values');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  async get(name) {
    const store = (await this.#open).transaction('values').objectStore('values');
    return new Promise((resolve, reject) => {
      const request = store.get(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  /** Resolves when the transaction is complete, which is when the value is on the disk. */
  async set(name, value) {
    const options = { durability: 'strict' };
    const transaction = (await this.#open).transaction('values', 'readwrite', options);
    transaction.objectStore('values').put(value, name);
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

function requireUint32(value) {
  if (!Number.isInteger(value) || value < 0 || value > COUNTER_MAX) {
    throw new RangeError('not an unsigned number of 32 bits');
  }
  return value;
}

function concat(one, other) {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
