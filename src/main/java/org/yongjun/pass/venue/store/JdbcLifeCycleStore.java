package org.yongjun.pass.venue.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.venue.LifeCycleStore;
import org.yongjun.pass.venue.Ownership;
import org.yongjun.pass.venue.Plaque;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.VenueEvent;
import org.yongjun.pass.venue.VenueEventKind;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.venue.VenueStage;
import org.yongjun.pass.venue.VenueStanding;
import org.yongjun.pass.venue.VenueStep;

@Singleton
final class JdbcLifeCycleStore implements LifeCycleStore {
  private final LifeCycleRows rows;
  private final VenueEventRows events;
  private final StockEntryRows stock;

  JdbcLifeCycleStore(LifeCycleRows rows, VenueEventRows events, StockEntryRows stock) {
    this.rows = rows;
    this.events = events;
    this.stock = stock;
  }

  @Override
  public Optional<Place> findPlace(String venueId) {
    return rows.findPlace(venueId)
        .map(
            row ->
                new Place(
                    new VenueStanding(
                        VenueStage.valueOf(row.stage()),
                        new RegionCode(row.region()),
                        VenueKind.valueOf(row.kind()),
                        Ownership.valueOf(row.ownership()),
                        row.aLevel(),
                        rows.listPlaques(venueId).stream().map(PlaqueRow::toPlaque).toList(),
                        new TreeSet<>(rows.listGroups(venueId))),
                    row.eventSeq(),
                    Optional.ofNullable(row.eventOn())));
  }

  @Override
  public boolean advance(
      VenueStep step, VenueEvent event, VenueStanding next, List<VenueStanding.Entry> entries) {
    int moved =
        rows.advance(
            event.venueId(),
            event.seq() - 1,
            next.stage().name(),
            next.state().name(),
            next.aLevel(),
            next.ownership().name(),
            event.said().on());
    if (moved != 1) {
      return false;
    }
    events.save(VenueEventRow.of(event));
    List<StockEntryRow> lines = new ArrayList<>();
    entries.forEach(each -> lines.add(StockEntryRow.of(event, lines.size() + 1, each)));
    if (!lines.isEmpty()) {
      stock.saveAll(lines);
    }
    keep(step, event, next);
    return true;
  }

  private void keep(VenueStep step, VenueEvent event, VenueStanding next) {
    String venueId = event.venueId();
    LocalDate on = event.said().on();
    switch (step) {
      case VenueStep.Registration registration ->
          registration.plaque().ifPresent(plaque -> hang(event, plaque));
      case VenueStep.Award award -> hang(event, award.plaque());
      case VenueStep.Removal removal -> rows.removePlaque(venueId, removal.partnerClass(), on);
      case VenueStep.Agreement agreement -> {
        rows.endAgreements(venueId, on);
        rows.addAgreement(
            venueId,
            event.seq(),
            next.region().value(),
            on,
            agreement.until().orElse(null),
            agreement.catalogue().orElse(null),
            event.said().evidence().orElse(null));
      }
      case VenueStep.Joining joining -> {
        rows.join(venueId, event.seq(), joining.group().id(), on);
        addTag(venueId, joining.group().tag());
      }
      case VenueStep.Leaving leaving -> {
        rows.leave(venueId, leaving.group().id(), on);
        removeTag(venueId, leaving.group().tag());
      }
      case VenueStep.Plain plain when plain.kind() == VenueEventKind.DELISTED -> {
        rows.endAgreements(venueId, on);
        rows.removePlaques(venueId, on);
        rows.lapseApplications(venueId);
      }
      case VenueStep.Plain _,
          VenueStep.RectificationOrder _,
          VenueStep.Rating _,
          VenueStep.OwnershipChange _ -> {}
    }
  }

  private void hang(VenueEvent event, Plaque plaque) {
    rows.addPlaque(
        event.venueId(),
        event.seq(),
        plaque.partnerClass(),
        plaque.batch(),
        plaque.number().orElse(null),
        event.said().on());
  }

  /** The venue's row is locked since it was moved on. */
  private void addTag(String venueId, String tag) {
    SortedSet<String> tags = new TreeSet<>(VenueMapping.readTags(rows.tags(venueId)));
    if (tags.add(tag)) {
      rows.replaceTags(venueId, VenueMapping.writeTags(tags));
    }
  }

  /** It stays where the venue, or a group that it is still in, brought it as well. */
  private void removeTag(String venueId, String tag) {
    boolean stays =
        VenueMapping.readTags(rows.ownTags(venueId)).contains(tag)
            || rows.countGroupsOfTag(venueId, tag) > 0;
    SortedSet<String> tags = new TreeSet<>(VenueMapping.readTags(rows.tags(venueId)));
    if (!stays && tags.remove(tag)) {
      rows.replaceTags(venueId, VenueMapping.writeTags(tags));
    }
  }

  @Override
  public List<VenueEvent> listEvents(String venueId, int afterSeq, int limit) {
    return events.list(venueId, afterSeq, limit).stream().map(VenueEventRow::toEvent).toList();
  }

  @Override
  public Set<String> listLapsed(Set<String> venueIds, LocalDate day) {
    return Set.copyOf(rows.listLapsed(venueIds, day));
  }

  @Override
  public Optional<Venue.State> findStateAt(String venueId, Instant at) {
    return events.findLastAt(venueId, at).map(VenueEventRow::stateAfter).map(Venue.State::valueOf);
  }
}
