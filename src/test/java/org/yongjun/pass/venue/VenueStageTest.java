package org.yongjun.pass.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VenueStageTest {
  /** From which stages a step is legal, written down from the life cycle and not from the code. */
  private static final Map<VenueEventKind, String> FROM =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(VenueEventKind.REGISTERED, "NEW"),
              Map.entry(
                  VenueEventKind.APPLIED, "NEW REJECTED DELISTED LISTED RECTIFYING SUSPENDED"),
              Map.entry(VenueEventKind.APPROVED, "RECRUITED LISTED RECTIFYING SUSPENDED"),
              Map.entry(VenueEventKind.REJECTED, "RECRUITED LISTED RECTIFYING SUSPENDED"),
              Map.entry(
                  VenueEventKind.AGREEMENT_SIGNED, "APPROVED AGREED LISTED RECTIFYING SUSPENDED"),
              Map.entry(VenueEventKind.LISTED, "AGREED"),
              Map.entry(VenueEventKind.PLAQUE_AWARDED, "AGREED LISTED RECTIFYING"),
              Map.entry(VenueEventKind.PLAQUE_REMOVED, "LISTED RECTIFYING SUSPENDED"),
              Map.entry(VenueEventKind.REVIEW_PASSED, "LISTED"),
              Map.entry(VenueEventKind.RECTIFICATION_ORDERED, "LISTED RECTIFYING SUSPENDED"),
              Map.entry(VenueEventKind.RECTIFIED, "RECTIFYING SUSPENDED"),
              Map.entry(VenueEventKind.SUSPENDED, "LISTED RECTIFYING"),
              Map.entry(VenueEventKind.REINSTATED, "SUSPENDED"),
              Map.entry(VenueEventKind.DELISTED, "APPROVED AGREED LISTED RECTIFYING SUSPENDED")));

  @Test
  void everyStepIsLegalFromExactlyTheseStages() {
    FROM.forEach(
        (step, stages) ->
            assertEquals(
                Stream.of(stages.split(" ")).map(VenueStage::valueOf).collect(Collectors.toSet()),
                legal(step),
                step.name()));
    for (VenueEventKind step : EnumSet.complementOf(EnumSet.copyOf(FROM.keySet()))) {
      assertEquals(EnumSet.complementOf(EnumSet.of(VenueStage.NEW)), legal(step), step.name());
    }
  }

  @Test
  void onlyTheseStepsPutAVenueOnTheListOrTakeItOff() {
    Set<VenueEventKind> on = EnumSet.noneOf(VenueEventKind.class);
    Set<VenueEventKind> off = EnumSet.noneOf(VenueEventKind.class);
    for (VenueStage stage : VenueStage.values()) {
      for (VenueEventKind step : VenueEventKind.values()) {
        stage
            .after(step)
            .filter(next -> next.isOnList() != stage.isOnList())
            .ifPresent(next -> (next.isOnList() ? on : off).add(step));
      }
    }
    assertEquals(
        EnumSet.of(VenueEventKind.REGISTERED, VenueEventKind.LISTED, VenueEventKind.PLAQUE_AWARDED),
        on);
    assertEquals(EnumSet.of(VenueEventKind.DELISTED), off);
    assertTrue(VenueStage.LISTED.after(VenueEventKind.DELISTED).isPresent());
  }

  private static Set<VenueStage> legal(VenueEventKind step) {
    return Stream.of(VenueStage.values())
        .filter(stage -> stage.after(step).isPresent())
        .collect(Collectors.toSet());
  }
}
