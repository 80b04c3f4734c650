package org.yongjun.pass.venue;

import java.util.List;

/**
 * A device at a venue: a shop's phone or till (attended) or a gate (unattended).
 *
 * @param channels those that it may state, a bank's device only its own; empty for any
 */
public record Terminal(String id, String venueId, String label, Kind kind, List<String> channels) {
  public static final int CHANNELS_MAX = 10;

  /** Decides the role that the device signs in with. */
  public enum Kind {
    COUNTER,
    GATE
  }

  public Terminal {
    channels = List.copyOf(channels);
  }
}
