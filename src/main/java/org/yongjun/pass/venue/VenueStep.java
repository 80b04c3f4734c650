package org.yongjun.pass.venue;

import java.time.LocalDate;
import java.util.Optional;

/** One step of a partner's life with what belongs to it. */
public sealed interface VenueStep {
  VenueEventKind kind();

  /** A step that says all by its name. */
  record Plain(VenueEventKind kind, Optional<String> subject) implements VenueStep {
    public static Plain of(VenueEventKind kind) {
      return new Plain(kind, Optional.empty());
    }
  }

  /** An existing partner is entered as listed. */
  record Registration(Optional<Plaque> plaque) implements VenueStep {
    @Override
    public VenueEventKind kind() {
      return VenueEventKind.REGISTERED;
    }
  }

  /**
   * An agreement, from the day of the step.
   *
   * @param until its last day; empty where it has none
   * @param catalogue code of the offer catalogue that holds its terms
   */
  record Agreement(Optional<LocalDate> until, Optional<String> catalogue) implements VenueStep {
    @Override
    public VenueEventKind kind() {
      return VenueEventKind.AGREEMENT_SIGNED;
    }
  }

  record Award(Plaque plaque) implements VenueStep {
    @Override
    public VenueEventKind kind() {
      return VenueEventKind.PLAQUE_AWARDED;
    }
  }

  record Removal(String partnerClass) implements VenueStep {
    @Override
    public VenueEventKind kind() {
      return VenueEventKind.PLAQUE_REMOVED;
    }
  }

  /**
   * @param deadline the last day to rectify
   * @param inspectionId the campaign that found it
   */
  record RectificationOrder(LocalDate deadline, Optional<String> inspectionId)
      implements VenueStep {
    @Override
    public VenueEventKind kind() {
      return VenueEventKind.RECTIFICATION_ORDERED;
    }
  }

  record Rating(int aLevel) implements VenueStep {
    @Override
    public VenueEventKind kind() {
      return VenueEventKind.RATED;
    }
  }

  record OwnershipChange(Ownership ownership) implements VenueStep {
    @Override
    public VenueEventKind kind() {
      return VenueEventKind.OWNERSHIP_CHANGED;
    }
  }

  record Joining(VenueGroup group) implements VenueStep {
    @Override
    public VenueEventKind kind() {
      return VenueEventKind.GROUP_JOINED;
    }
  }

  record Leaving(VenueGroup group) implements VenueStep {
    @Override
    public VenueEventKind kind() {
      return VenueEventKind.GROUP_LEFT;
    }
  }
}
