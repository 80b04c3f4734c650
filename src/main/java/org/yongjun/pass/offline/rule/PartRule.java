package org.yongjun.pass.offline.rule;

/**
 * The price rule for one part of the bill.
 *
 * @param label the bill part that it applies to, e.g. {@code ADMISSION}
 */
public record PartRule(String label, PriceRule rule) {}
