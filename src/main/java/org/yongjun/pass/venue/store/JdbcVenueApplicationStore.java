package org.yongjun.pass.venue.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.venue.VenueApplication;
import org.yongjun.pass.venue.VenueApplicationStore;
import org.yongjun.pass.venue.VenueCall;

@Singleton
final class JdbcVenueApplicationStore implements VenueApplicationStore {
  private final VenueCallRows calls;
  private final VenueApplicationRows applications;

  JdbcVenueApplicationStore(VenueCallRows calls, VenueApplicationRows applications) {
    this.calls = calls;
    this.applications = applications;
  }

  @Override
  public void insert(VenueCall call, String openedBy, Instant openedAt) {
    calls.save(
        new VenueCallRow(
            call.id(),
            call.region().value(),
            call.title(),
            call.document().orElse(null),
            call.batch(),
            call.partnerClass(),
            call.opensOn(),
            call.closesOn(),
            openedBy,
            openedAt));
  }

  @Override
  public Optional<VenueCall> findCall(String callId) {
    return calls.findById(callId).map(VenueCallRow::toCall);
  }

  @Override
  public List<VenueCall> listCalls(RegionCode region, String afterId, int limit) {
    return calls.list(region.value(), region.last().value(), afterId, limit).stream()
        .map(VenueCallRow::toCall)
        .toList();
  }

  @Override
  public boolean insert(VenueApplication application) {
    return Races.inserted(() -> applications.save(VenueApplicationRow.of(application)));
  }

  @Override
  public Set<String> listApproved(String venueId) {
    return Set.copyOf(applications.listApproved(venueId));
  }

  @Override
  public boolean hasUndecided(String venueId, String partnerClass) {
    return applications.countOpen(venueId, partnerClass) > 0;
  }

  @Override
  public Optional<VenueApplication> find(String applicationId) {
    return applications.findById(applicationId).map(VenueApplicationRow::toApplication);
  }

  @Override
  public boolean decide(
      String applicationId, VenueApplication.State state, VenueApplication.Decision decision) {
    return applications.decide(
            applicationId,
            state.name(),
            decision.decidedBy(),
            decision.decidedAt(),
            decision.reason())
        == 1;
  }

  @Override
  public List<VenueApplication> list(Search search, String afterId, int limit) {
    return applications
        .list(
            search.region().value(),
            search.region().last().value(),
            search.venueId().orElse(""),
            search.state().map(Enum::name).orElse(""),
            afterId,
            limit)
        .stream()
        .map(VenueApplicationRow::toApplication)
        .toList();
  }
}
