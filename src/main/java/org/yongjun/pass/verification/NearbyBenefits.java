package org.yongjun.pass.verification;

import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.venue.Venue;

/**
 * What one holder gets around a position at this moment, the best saving first, then the nearest.
 *
 * @param hasMore whether the circle holds more venues than were looked at
 */
public record NearbyBenefits(List<AtVenue> venues, boolean hasMore) {
  /**
   * A venue with what is offered there.
   *
   * @param openNow empty where the venue states no hours
   * @param benefits what the holder gets, in the order of the bill parts
   * @param others what the holder does not get, the nearest fix first
   */
  public record AtVenue(
      Venue venue,
      long distanceMetres,
      Optional<Boolean> openNow,
      List<Benefit> benefits,
      List<Other> others) {
    public AtVenue {
      benefits = List.copyOf(benefits);
      others = List.copyOf(others);
    }

    /** What the filed prices save altogether; 0 where none is filed. */
    public long savingFen() {
      return benefits.stream()
          .flatMap(each -> each.price().stream())
          .mapToLong(price -> price.referenceFen() - price.payableFen())
          .sum();
    }
  }

  /**
   * An item that the holder gets for a bill part.
   *
   * @param used the class of the holder under which it is granted, the best where there are several
   * @param terms the rule in words
   * @param price empty where the venue has filed no price for the part
   */
  public record Benefit(
      String label,
      String itemId,
      int version,
      Text title,
      HolderClass used,
      Text terms,
      Optional<Price> price) {}

  /** By the filed tariff. */
  public record Price(long listFen, long referenceFen, long payableFen, boolean synthetic) {}

  /**
   * An item that the holder does not get here and now.
   *
   * @param fix what would have to be different, in a sentence
   */
  public record Other(String itemId, int version, Text title, Text fix) {}
}
