package org.yongjun.pass.verification;

import java.util.List;
import java.util.Optional;
import org.yongjun.pass.certificate.Certificates;
import org.yongjun.pass.holder.Vehicles;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.Plate;
import org.yongjun.pass.offline.verify.PlateView;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.VenueKind;

/** Compares the plate that a terminal saw with those filed; it keeps nothing and tells nobody. */
public final class Plates {
  private static final HolderClasses VEHICLE_ONLY = HolderClasses.of(HolderClass.VEHICLE);

  private final Vehicles vehicles;
  private final Certificates certificates;

  public Plates(Vehicles vehicles, Certificates certificates) {
    this.vehicles = vehicles;
    this.certificates = certificates;
  }

  /** Whether plates are any business of the terminals there. */
  static boolean areReadAt(Venue venue) {
    return venue.kind() == VenueKind.PARKING
        || venue.tariff().stream().anyMatch(line -> line.timed().isPresent());
  }

  PlateView viewOf(Optional<Plate> seen) {
    return (issuer, index) ->
        seen.isPresent()
            && certificates
                .findHolderId(issuer, index)
                .filter(holderId -> vehicles.isPlateOf(holderId, seen.get()))
                .isPresent();
  }

  /** Whether a vehicle's card is shown for another vehicle than the one that stands there. */
  boolean isAnother(ShownCode code, Optional<Plate> seen) {
    return seen.isPresent()
        && code.classes().equals(VEHICLE_ONLY)
        && !viewOf(seen).matches(code.issuer(), code.bindingIndex());
  }

  /** The same with the plate's keyed hash in every stay, which is all that is kept of it. */
  Presented identified(Presented presented) {
    Optional<Plate> plate = presented.plate();
    if (plate.isEmpty()) {
      return presented;
    }
    String index = vehicles.indexOf(plate.get());
    List<BillLine> bill = presented.bill().stream().map(line -> line.parkedBy(index)).toList();
    return presented.withBill(bill);
  }
}
