package org.yongjun.pass.offline.rule;

/**
 * What must be seen besides the code.
 *
 * @param photoCheck whether staff compare the person with a photo
 */
public record Proof(boolean photoCheck) {
  public static final Proof NONE = new Proof(false);
}
