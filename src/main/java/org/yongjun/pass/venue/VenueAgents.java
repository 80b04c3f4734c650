package org.yongjun.pass.venue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yongjun.pass.access.Accounts;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Credential;
import org.yongjun.pass.access.Terminals;
import org.yongjun.pass.platform.Outcome;

/** Who and what acts for a venue: its owners and its terminals, with how they stand. */
public final class VenueAgents {
  private final Venues venues;
  private final VenueStore store;
  private final Terminals credentials;
  private final Accounts accounts;

  public VenueAgents(Venues venues, VenueStore store, Terminals credentials, Accounts accounts) {
    this.venues = venues;
    this.store = store;
    this.credentials = credentials;
    this.accounts = accounts;
  }

  /** A terminal and what it signs in with. */
  public record StandingTerminal(Terminal terminal, Credential credential) {}

  /** The venue's terminals, revoked ones too, oldest first; NOT_FOUND to strangers. */
  public Outcome<List<StandingTerminal>> listTerminals(Caller caller, String venueId) {
    return venues.findForManager(caller, venueId).map(venue -> terminalsOf(venueId));
  }

  /** Invites an owner of the venue; NOT_FOUND to an office that does not answer for it. */
  public Outcome<Accounts.Invitation> inviteOwner(
      Caller caller, String venueId, String login, String name) {
    return venues
        .findForOffice(caller, venueId)
        .then(venue -> accounts.inviteOwner(caller, login, name, venueId, venue.region()));
  }

  private List<StandingTerminal> terminalsOf(String venueId) {
    Map<String, Credential> byId =
        credentials.listByVenue(venueId).stream()
            .collect(Collectors.toMap(Credential::id, Function.identity()));
    return store.listTerminals(venueId).stream()
        .filter(terminal -> byId.containsKey(terminal.id()))
        .map(terminal -> new StandingTerminal(terminal, byId.get(terminal.id())))
        .toList();
  }
}
