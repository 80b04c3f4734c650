package org.yongjun.pass.verification;

import java.util.Optional;

/** Finds visits; answered by whoever keeps them. */
@FunctionalInterface
public interface OpenVisits {
  Optional<OpenVisit> find(String visitId);
}
