package org.yongjun.pass.venue;

/** Knows the catalogues that may hold the terms of an agreement. */
@FunctionalInterface
public interface AgreedTerms {
  /** Whether there is such a catalogue, of an office or of offers of this very venue. */
  boolean mayHold(String catalogue, String venueId);
}
