package org.yongjun.pass.venue.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.venue.InspectedVenue;
import org.yongjun.pass.venue.Inspection;
import org.yongjun.pass.venue.InspectionStore;

@Singleton
final class JdbcInspectionStore implements InspectionStore {
  private final InspectionRows inspections;
  private final InspectedVenueRows venues;
  private final InspectionNoteRows notes;

  JdbcInspectionStore(
      InspectionRows inspections, InspectedVenueRows venues, InspectionNoteRows notes) {
    this.inspections = inspections;
    this.venues = venues;
    this.notes = notes;
  }

  @Override
  public void insert(Inspection inspection, String createdBy) {
    inspections.save(InspectionRow.of(inspection, createdBy));
  }

  @Override
  public Optional<Inspection> find(String inspectionId) {
    return inspections.findById(inspectionId).map(InspectionRow::toInspection);
  }

  @Override
  public List<Inspection> list(RegionCode region, String afterId, int limit) {
    return inspections.list(region.value(), region.last().value(), afterId, limit).stream()
        .map(InspectionRow::toInspection)
        .toList();
  }

  @Override
  public List<String> listPopulation(Inspection.Notice notice, int limit) {
    return inspections.listPopulation(
        notice.region().value(),
        notice.region().last().value(),
        notice.kind().map(Enum::name).orElse(""),
        notice.partnerClass().orElse(""),
        limit);
  }

  @Override
  public boolean draw(String inspectionId, Inspection.Draw draw, List<String> venueIds) {
    int moved =
        inspections.draw(
            inspectionId,
            draw.seed(),
            draw.population(),
            draw.populationHash(),
            draw.drawn(),
            draw.drawnAt());
    if (moved != 1) {
      return false;
    }
    List<InspectedVenueRow> rows = new ArrayList<>();
    for (String venueId : venueIds) {
      rows.add(
          new InspectedVenueRow(
              inspectionId,
              venueId,
              rows.size() + 1,
              InspectedVenue.State.TO_CHECK.name(),
              false,
              null));
    }
    if (!rows.isEmpty()) {
      venues.saveAll(rows);
    }
    return true;
  }

  @Override
  public List<InspectedVenue> listVenues(String inspectionId, int afterPlace, int limit) {
    return venues.list(inspectionId, afterPlace, limit).stream()
        .map(InspectedVenueRow::toVenue)
        .toList();
  }

  @Override
  public Optional<InspectedVenue> findVenue(String inspectionId, String venueId) {
    return venues.find(inspectionId, venueId).map(InspectedVenueRow::toVenue);
  }

  @Override
  public boolean move(
      InspectedVenue.Note note, Set<InspectedVenue.State> from, Optional<LocalDate> deadline) {
    int moved =
        venues.move(
            note.inspectionId(),
            note.venueId(),
            note.stateAfter().name(),
            deadline.orElse(null),
            from.stream().map(Enum::name).toList());
    if (moved != 1) {
      return false;
    }
    notes.save(InspectionNoteRow.of(note));
    return true;
  }

  @Override
  public boolean isOrderedByAnother(String inspectionId, String venueId) {
    return venues.lockOrders(venueId).stream().anyMatch(each -> !each.equals(inspectionId));
  }

  @Override
  public List<InspectedVenue.Note> listNotes(String inspectionId, String venueId, int limit) {
    return notes.list(inspectionId, venueId, limit).stream()
        .map(InspectionNoteRow::toNote)
        .toList();
  }

  @Override
  public Inspection.Result result(String inspectionId) {
    return inspections.result(inspectionId).toResult();
  }

  @Override
  public boolean close(String inspectionId, String report, Instant closedAt) {
    return inspections.close(inspectionId, report, closedAt) == 1;
  }
}
