package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keeps which content each version of a venue's bundle had; writes in the caller's transaction. */
public interface GateBundleStore {
  /**
   * A version of a venue's bundle.
   *
   * @param version Unix seconds
   * @param marks a mark of the content per section; equal marks mean equal content
   */
  record Version(long version, Map<String, String> marks) {
    public Version {
      marks = Map.copyOf(marks);
    }
  }

  Optional<Version> findNewest(String venueId);

  /** A version as long as it is kept. */
  Optional<Version> find(String venueId, long version);

  /** The venue's first version; false where another instance made one. */
  boolean insertFirst(String venueId, Version first);

  /** The next version; false where {@code before} is not the newest any more. */
  boolean replace(String venueId, long before, Version next);

  /** Forgets versions that were followed by another one before that time; returns how many. */
  int deleteBefore(Instant time, int most);
}
