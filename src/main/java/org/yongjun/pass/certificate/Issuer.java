package org.yongjun.pass.certificate;

import org.yongjun.pass.kernel.RegionCode;

/**
 * Who issues here.
 *
 * @param number 16 bits, assigned; part of every code
 * @param region the certificates' home regions lie inside it
 */
public record Issuer(int number, String name, RegionCode region) {}
