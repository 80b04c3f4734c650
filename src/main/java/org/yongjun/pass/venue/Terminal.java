package org.yongjun.pass.venue;

/** A device at a venue: a shop's phone or till (attended) or a gate (unattended). */
public record Terminal(String id, String venueId, String label, Kind kind) {
  /** Decides the role that the device signs in with. */
  public enum Kind {
    COUNTER,
    GATE
  }
}
