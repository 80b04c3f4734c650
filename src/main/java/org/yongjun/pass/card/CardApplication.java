package org.yongjun.pass.card;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/**
 * An application for a card, where its last event led.
 *
 * @param region the holder's home when it was made
 * @param lastEvent the number of the last event, from 1
 * @param acceptedBy who accepted it last; null before
 */
public record CardApplication(
    String id,
    String type,
    String holderId,
    RegionCode region,
    CardChannel channel,
    CardStage stage,
    int lastEvent,
    LocalDate lastDay,
    @Nullable String acceptedBy) {
  @Override
  public String toString() {
    return "CardApplication[" + id + ", " + stage + "]";
  }
}
