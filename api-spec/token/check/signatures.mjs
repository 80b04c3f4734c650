// The three algorithms of SPEC section 2 over raw keys of 33 bytes and signatures of 64.

import { createPublicKey, verify as verifyWithOpenssl } from 'node:crypto';
import * as sm2 from './sm2.mjs';

export const ALGORITHMS = { 1: 'ED25519', 2: 'P256', 3: 'SM2' };

// SubjectPublicKeyInfo up to the key itself (RFC 8410, RFC 5480).
const ED25519_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const P256_HEAD = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex');

/** Whether the signature is that key's over the message; a key that is no point signs nothing. */
export function verify(algorithm, key, message, signature) {
  if (algorithm === 'SM2') return sm2.verify(key, message, signature);
  const isEdwards = algorithm === 'ED25519';
  const der = isEdwards
    ? Buffer.concat([ED25519_HEAD, key.subarray(1)])
    : Buffer.concat([P256_HEAD, key]);
  let publicKey;
  try {
    publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    return false;
  }
  return isEdwards
    ? verifyWithOpenssl(null, message, publicKey, signature)
    : verifyWithOpenssl('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
}

/** Algorithm and raw key of an entry of the key list. */
export function keyOfJwk(jwk) {
  const x = Buffer.from(jwk.x, 'base64url');
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') {
    return { algorithm: 'ED25519', key: Buffer.concat([Buffer.of(0), x]) };
  }
  const isOdd = Buffer.from(jwk.y, 'base64url')[31] & 1;
  const key = Buffer.concat([Buffer.of(2 + isOdd), x]);
  return { algorithm: jwk.crv === 'SM2' ? 'SM2' : 'P256', key };
}
