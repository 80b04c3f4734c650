package org.yongjun.pass.benefit;

import java.util.Optional;
import org.yongjun.pass.offline.rule.VenueFacts;

/** Knows the venues that offers are of; the packages above implement it. */
@FunctionalInterface
public interface OfferVenues {
  Optional<VenueFacts> find(String venueId);
}
