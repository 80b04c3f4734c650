package org.yongjun.pass.venue;

import java.util.Optional;

/**
 * One class of partner at one venue.
 *
 * @param batch such as 第一批; empty where it was in none
 * @param redeems as the class says
 */
public record Plaque(String partnerClass, String batch, Optional<String> number, boolean redeems) {
  /** A batch or number as it is written on the plaque. */
  public static final int WORD_LENGTH_MAX = 40;
}
