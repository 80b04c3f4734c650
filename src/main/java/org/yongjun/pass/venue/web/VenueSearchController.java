package org.yongjun.pass.venue.web;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.yongjun.pass.venue.VenueSearch;
import org.yongjun.pass.venue.Venues;
import org.yongjun.pass.venue.web.VenueSearchWire.FoundPage;
import org.yongjun.pass.venue.web.VenueSearchWire.SearchRequest;

/** Venues around a position; a POST, so that no log and no proxy has where somebody stands. */
@Controller("/v1/venue-searches")
@ExecuteOn(TaskExecutors.BLOCKING)
class VenueSearchController {
  private final Venues venues;
  private final Clock clock;

  VenueSearchController(Venues venues, Clock clock) {
    this.venues = venues;
    this.clock = clock;
  }

  @Post
  @Secured(SecurityRule.IS_AUTHENTICATED)
  FoundPage search(@Body @Valid SearchRequest body) {
    int pageSize = body.pageSizeOrDefault();
    List<VenueSearch.Found> found =
        venues.listNear(body.search(), body.near(), body.after(), pageSize + 1);
    return FoundPage.of(found, pageSize, clock.instant());
  }
}
