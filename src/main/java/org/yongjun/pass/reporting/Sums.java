package org.yongjun.pass.reporting;

/**
 * What is counted. Uses and visits (人次) and amounts may be negative where reversals of earlier days
 * outweigh; persons (人) are another figure and never added to visits.
 *
 * @param uses bill parts to which a benefit applied
 * @param visits visits, each once however many parts it had
 * @param benefitValueFen reference − payable
 */
public record Sums(
    long uses,
    long visits,
    long listFen,
    long referenceFen,
    long payableFen,
    long benefitValueFen) {
  public static final Sums ZERO = new Sums(0, 0, 0, 0, 0, 0);

  public Sums plus(Sums other) {
    return new Sums(
        uses + other.uses,
        visits + other.visits,
        listFen + other.listFen,
        referenceFen + other.referenceFen,
        payableFen + other.payableFen,
        benefitValueFen + other.benefitValueFen);
  }
}
