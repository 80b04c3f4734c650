package org.yongjun.pass.redemption;

import java.util.List;

/**
 * What one person has saved, reversals taken off.
 *
 * @param years the newest first
 */
public record Savings(List<OfYear> years) {
  /** A calendar year of Asia/Shanghai, by the day on which the benefits were used. */
  public record OfYear(int year, long visits, long uses, long benefitValueFen) {}

  public Savings {
    years = List.copyOf(years);
  }

  public long visits() {
    return years.stream().mapToLong(OfYear::visits).sum();
  }

  public long uses() {
    return years.stream().mapToLong(OfYear::uses).sum();
  }

  public long benefitValueFen() {
    return years.stream().mapToLong(OfYear::benefitValueFen).sum();
  }
}
