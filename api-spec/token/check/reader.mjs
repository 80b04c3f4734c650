// A gate's reader: the thirteen checks of SPEC section 6 and the state that some of them need.

import { keyOfJwk, verify } from './signatures.mjs';
import { CLASSES, parse } from './token.mjs';

/** The reasons in their order; `card` is false where a static card has no such check. */
export const CHECKS = [
  { reason: 'MALFORMED', retryable: false, card: true },
  { reason: 'UNKNOWN_KEY', retryable: false, card: true },
  { reason: 'BAD_ISSUER_SIGNATURE', retryable: false, card: true },
  { reason: 'NOT_YET_VALID', retryable: true, card: true },
  { reason: 'EXPIRED', retryable: false, card: true },
  { reason: 'CLOCK_AHEAD', retryable: true, card: false },
  { reason: 'STALE_CODE', retryable: false, card: false },
  { reason: 'BAD_DEVICE_SIGNATURE', retryable: false, card: false },
  { reason: 'REVOKED', retryable: false, card: true },
  { reason: 'STATUS_TOO_OLD', retryable: true, card: true },
  { reason: 'REPLAYED', retryable: false, card: false },
  { reason: 'TOO_SOON', retryable: true, card: true },
  { reason: 'STAFF_CHECK_REQUIRED', retryable: false, card: true },
];

const TOLERANCE = 15;
const REPEAT_SECONDS = 5;
const HOUR = 3600;

export class Reader {
  #keys;
  #statusLists;
  #attended;
  #interval;
  #plates;
  #seen;
  #admitted;
  #latest = 0;
  #recent = new Map();

  /** `keyList` and `state` as a vector has them. */
  constructor(keyList, state) {
    this.#keys = keyList.keys;
    this.#statusLists = state.statusLists;
    this.#attended = state.attended;
    this.#interval = state.antiPassbackSeconds;
    this.#plates = state.plates;
    this.#seen = new Set(state.seen.map((each) => replayKey(each)));
    this.#admitted = new Map(state.admitted.map((each) => [person(each), each.at]));
  }

  /** What is on the disk stays; what is in memory is gone. */
  restart() {
    this.#recent.clear();
  }

  /** A newer signed bundle: the only thing that may set the reader's time, back or forth. */
  sync({ signedTime, keyList, statusLists }) {
    this.#latest = signedTime;
    this.#keys = keyList?.keys ?? this.#keys;
    this.#statusLists = statusLists ?? this.#statusLists;
  }

  /** Decides one reading; `clock` is what the machine says. */
  show(text, clock) {
    const now = Math.max(clock, this.#latest);
    const first = this.#recent.get(text);
    if (first !== undefined && now - first.time <= REPEAT_SECONDS) {
      return { ...first, time: now, repeat: true };
    }
    const token = parse(text);
    const reason = this.#firstFault(token, now);
    const decision = this.#decision(token, reason, now);
    if (reason === undefined) this.#remember(token.fields, now);
    this.#latest = now;
    this.#recent.set(text, decision);
    return decision;
  }

  #remember(fields, now) {
    if (fields.type === 'DEVICE_BOUND') this.#seen.add(replayKey(fields));
    this.#admitted.set(person(fields), now);
  }

  #firstFault(token, now) {
    if (token === null) return 'MALFORMED';
    const tests = [
      () => this.#issuerFault(token, now),
      () => timeFault(token, now),
      () => this.#deviceFault(token),
      () => this.#statusFault(token.fields, now),
      () => this.#useFault(token, now),
    ];
    for (const test of tests) {
      const reason = test();
      if (reason !== undefined) return reason;
    }
    return undefined;
  }

  #issuerFault(token, now) {
    const { fields } = token;
    const listed = this.#keys.find((key) => key.kid === fields.keyId);
    if (listed === undefined || !covers(listed, token, now)) return 'UNKNOWN_KEY';
    const { algorithm, key } = keyOfJwk(listed);
    const holds =
      algorithm === fields.issuerAlgorithm &&
      verify(algorithm, key, token.certificateMessage, token.issuerSignature);
    return holds ? undefined : 'BAD_ISSUER_SIGNATURE';
  }

  #deviceFault({ fields, isCard, deviceKey, codeMessage, deviceSignature }) {
    if (isCard || verify(fields.deviceAlgorithm, deviceKey, codeMessage, deviceSignature)) {
      return undefined;
    }
    return 'BAD_DEVICE_SIGNATURE';
  }

  #statusFault(fields, now) {
    const list = this.#statusLists.find((each) => each.issuer === fields.issuer);
    if (list === undefined) return 'STATUS_TOO_OLD';
    if (list.set.includes(fields.bindingIndex)) return 'REVOKED';
    const isYoung = now - fields.issuedAt < 48 * HOUR;
    return now - list.issuedAt > 72 * HOUR && !isYoung ? 'STATUS_TOO_OLD' : undefined;
  }

  #isAged(fields, now) {
    const list = this.#statusLists.find((each) => each.issuer === fields.issuer);
    return now - list.issuedAt > 24 * HOUR;
  }

  #useFault(token, now) {
    const { fields, isCard } = token;
    if (!isCard && this.#seen.has(replayKey(fields))) return 'REPLAYED';
    const before = this.#admitted.get(person(fields));
    if (before <= now && now - before < this.#interval) return 'TOO_SOON';
    return this.#attended || !needsStaff(token) || this.#isPlateSeen(token)
      ? undefined
      : 'STAFF_CHECK_REQUIRED';
  }

  #isPlateSeen({ fields, isCard }) {
    const isVehicleOnly = isCard && !fields.photoCheck && fields.classes.join() === 'VEHICLE';
    return (
      isVehicleOnly &&
      this.#plates.some(
        (each) => each.issuer === fields.issuer && each.bindingIndex === fields.bindingIndex,
      )
    );
  }

  #decision(token, reason, now) {
    const isAdmitted = reason === undefined;
    const isAged = isAdmitted && this.#isAged(token.fields, now);
    const number = CHECKS.findIndex((check) => check.reason === reason) + 1;
    return {
      time: now,
      outcome: isAdmitted ? 'ADMITTED' : 'REFUSED',
      ...(isAdmitted ? {} : { reason, number, retryable: CHECKS[number - 1].retryable }),
      repeat: false,
      flags: isAged ? ['AGED_LIST'] : [],
      staffCheck: isAdmitted && this.#attended && needsStaff(token),
      checks: Object.fromEntries(
        CHECKS.map((check, i) => [check.reason, result(check, i + 1, number, token)]),
      ),
    };
  }
}

function result(check, number, failed, token) {
  if (failed !== 0 && number > failed) return 'NOT_REACHED';
  if (number === failed) return 'FAIL';
  return token.isCard && !check.card ? 'SKIPPED' : 'PASS';
}

function covers(key, { fields, isCard, classBits }, now) {
  const allowed = key.classes.reduce((bits, name) => bits | (1 << CLASSES.indexOf(name)), 0);
  return (
    key.purpose === (isCard ? 'STATIC' : 'DYNAMIC') &&
    now >= key.nbf &&
    now <= key.exp &&
    fields.issuedAt >= key.nbf &&
    fields.issuedAt <= key.signUntil &&
    fields.homeRegion.startsWith(key.region.replace(/^000000$|0000$|00$/, '')) &&
    (classBits & ~allowed) === 0
  );
}

function timeFault({ fields, isCard }, now) {
  if (fields.issuedAt > now + TOLERANCE) return 'NOT_YET_VALID';
  if (now >= fields.issuedAt + fields.lifetimeHours * HOUR) return 'EXPIRED';
  if (isCard) return undefined;
  if (fields.time > now + TOLERANCE) return 'CLOCK_AHEAD';
  return now > fields.time + fields.window ? 'STALE_CODE' : undefined;
}

const needsStaff = ({ fields, isCard }) => isCard || fields.photoCheck;
const replayKey = ({ issuer, bindingIndex, counter }) => `${issuer}/${bindingIndex}/${counter}`;
const person = ({ issuer, holderTag }) => `${issuer}/${holderTag}`;
