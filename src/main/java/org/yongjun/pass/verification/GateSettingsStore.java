package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.Optional;
import org.yongjun.pass.offline.bundle.GateSettings;

/** Keeps how the gates of venues behave; writes in the caller's transaction. */
public interface GateSettingsStore {
  /**
   * What was decided for a venue.
   *
   * @param version 1 upwards
   */
  record Filed(GateSettings settings, int version) {}

  Optional<Filed> find(String venueId);

  /** The first settings of a venue; false where another call came first. */
  boolean insert(String venueId, GateSettings settings, String filedBy, Instant at);

  /** The next ones; false where {@code version} is not the newest any more. */
  boolean replace(String venueId, int version, GateSettings settings, String filedBy, Instant at);
}
