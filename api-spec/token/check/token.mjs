// Reads the text of a QR code into its fields (SPEC sections 3 to 5); null is MALFORMED.

import { decode } from './base45.mjs';
import { ALGORITHMS } from './signatures.mjs';

const PREFIX = 'YJ1:';
const SIGNATURE = 64;
const DYNAMIC_PART = 1 + 4 + 4 + SIGNATURE;
const EXTENSION_MAX = 32;
const CUSTODIES = ['SOFTWARE', 'TEE', 'SECURE_ELEMENT'];
export const CLASSES = [
  'SERVICEPERSON',
  'VETERAN',
  'MARTYR_SURVIVOR',
  'LINE_OF_DUTY_SURVIVOR',
  'ILLNESS_SURVIVOR',
  'MILITARY_DEPENDENT',
  'DISABLED_SERVICEPERSON',
  'OTHER_BENEFICIARY',
  'RETIRED_CADRE',
  'FIREFIGHTER',
  'DISABLED_POLICE',
  'CONSCRIPT_DEPENDENT',
  'VISITING_DEPENDENT',
  'VEHICLE',
];

/** The bytes behind a text, or null. */
export function bytesOf(text) {
  return text.startsWith(PREFIX) ? decode(text.slice(PREFIX.length)) : null;
}

/** What the text says, unverified, or null when it is malformed. */
export function parse(text) {
  const bytes = bytesOf(text);
  return bytes === null ? null : parseBytes(Buffer.from(bytes));
}

function parseBytes(code) {
  const isCard = code[0] === 0x12;
  if (!isCard && code[0] !== 0x11) return null;
  const lengthAt = isCard ? 32 : 65;
  if (code.length <= lengthAt || code[lengthAt] > EXTENSION_MAX) return null;
  const signed = lengthAt + 1 + code[lengthAt];
  const blockLength = signed + SIGNATURE;
  if (code.length !== blockLength + (isCard ? 0 : DYNAMIC_PART)) return null;
  const head = parseHead(code, isCard);
  if (head === null) return null;
  const fields = {
    ...head,
    extensionHex: code.toString('hex', lengthAt + 1, signed),
    issuerSignatureHex: code.toString('hex', signed, blockLength),
  };
  const token = {
    fields,
    isCard,
    classBits: code.readUInt16BE(10),
    block: code.subarray(0, blockLength),
    certificateMessage: Buffer.concat([Buffer.from('YJ1cert'), code.subarray(0, signed)]),
    issuerSignature: code.subarray(signed, blockLength),
  };
  return isCard ? token : withDynamicPart(token, code, blockLength);
}

function parseHead(code, isCard) {
  const issuerAlgorithm = ALGORITHMS[code[1] >> 4];
  const classes = code.readUInt16BE(10);
  const grade = code[12] & 15;
  const region = code.readUIntBE(13, 3);
  const lifetimeHours = code.readUInt16BE(20);
  const window = code[22];
  const custody = CUSTODIES[code[23] & 3];
  const isSound =
    issuerAlgorithm !== undefined &&
    classes >> CLASSES.length === 0 &&
    code[12] >> 6 === 0 &&
    grade <= 10 &&
    region <= 999999 &&
    lifetimeHours > 0 &&
    custody !== undefined &&
    code[23] >> 3 === 0 &&
    (isCard ? window === 0 && (code[1] & 15) === 0 : window > 0);
  if (!isSound) return null;
  return {
    type: isCard ? 'STATIC_CARD' : 'DEVICE_BOUND',
    issuerAlgorithm,
    keyId: code.toString('hex', 2, 6),
    issuer: code.readUInt16BE(2),
    bindingIndex: code.readUInt32BE(6),
    classes: CLASSES.filter((_, bit) => (classes >> bit) & 1),
    disabilityGrade: grade,
    meritClass: code[12] >> 4,
    homeRegion: String(region).padStart(6, '0'),
    issuedAt: code.readUInt32BE(16),
    lifetimeHours,
    window,
    keyCustody: custody,
    photoCheck: (code[23] & 4) !== 0,
    holderTag: code.toString('hex', 24, 32),
  };
}

function withDynamicPart(token, code, blockLength) {
  const deviceAlgorithm = ALGORITHMS[code[1] & 15];
  const prefixes = deviceAlgorithm === 'ED25519' ? [0] : [2, 3];
  const isFlagged = code[blockLength] !== 0;
  if (deviceAlgorithm === undefined || !prefixes.includes(code[32]) || isFlagged) return null;
  const signed = code.length - SIGNATURE;
  Object.assign(token.fields, {
    deviceAlgorithm,
    deviceKeyHex: code.toString('hex', 32, 65),
    time: code.readUInt32BE(blockLength + 1),
    counter: code.readUInt32BE(blockLength + 5),
    deviceSignatureHex: code.toString('hex', signed),
  });
  return {
    ...token,
    deviceKey: code.subarray(32, 65),
    codeMessage: Buffer.concat([Buffer.from('YJ1code'), code.subarray(0, signed)]),
    deviceSignature: code.subarray(signed),
  };
}
