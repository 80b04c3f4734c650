package org.yongjun.pass.offline.token;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed code whose signatures nobody has checked. Nothing of it may be shown or stored;
 * {@code offline.verify} turns it into a verified one.
 */
public final class UnverifiedCode implements Parsed {
  private final CertificateBlock block;
  private final @Nullable DynamicPart dynamicPart;

  UnverifiedCode(CertificateBlock block, @Nullable DynamicPart dynamicPart) {
    this.block = block;
    this.dynamicPart = dynamicPart;
  }

  public CertificateBlock unverifiedBlock() {
    return block;
  }

  /** Empty exactly for a static card. */
  public Optional<DynamicPart> unverifiedDynamicPart() {
    return Optional.ofNullable(dynamicPart);
  }

  /** Prints nothing of the content. */
  @Override
  public String toString() {
    return "UnverifiedCode";
  }
}
