package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.MappedEntity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.venue.Plaque;

/** A plaque that hangs, with what its class says of redeeming. */
@MappedEntity("venue_plaque")
record PlaqueRow(String partnerClass, String batch, @Nullable String number, boolean redeems) {
  Plaque toPlaque() {
    return new Plaque(partnerClass, batch, Optional.ofNullable(number), redeems);
  }
}
