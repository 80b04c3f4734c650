package org.yongjun.pass.offline.verify;

/**
 * The identity of one dynamic code. It is never a hash of the signature, because whoever holds an
 * ECDSA signature can make a second valid one of the same message.
 *
 * @param issuer issuer number
 * @param bindingIndex number of the holder × device at the issuer
 * @param counter never repeats for one binding
 */
public record ReplayKey(int issuer, long bindingIndex, long counter) {}
