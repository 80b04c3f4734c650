package org.yongjun.pass.offline.bundle;

/**
 * An issuer's status list in a bundle.
 *
 * @param isDelta whether it says only what changed
 * @param jws as the issuer's status endpoint gives it, signed by the issuer itself
 */
public record StatusPart(int issuer, boolean isDelta, String jws) {}
