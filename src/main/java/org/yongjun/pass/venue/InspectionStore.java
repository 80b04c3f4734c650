package org.yongjun.pass.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps inspections, the venues drawn and the notes on them. */
public interface InspectionStore {
  void insert(Inspection inspection, String createdBy);

  Optional<Inspection> find(String inspectionId);

  /** Inspections of a region with an id after {@code afterId}, in the order of their ids. */
  List<Inspection> list(RegionCode region, String afterId, int limit);

  /** Ids of the venues on the list that a notice is about, at most {@code limit}. */
  List<String> listPopulation(Inspection.Notice notice, int limit);

  /** False where the venues were drawn before. */
  boolean draw(String inspectionId, Inspection.Draw draw, List<String> venueIds);

  /** Venues drawn after that place, in the order of the draw. */
  List<InspectedVenue> listVenues(String inspectionId, int afterPlace, int limit);

  Optional<InspectedVenue> findVenue(String inspectionId, String venueId);

  /** False where the venue is in none of these states any more. */
  boolean move(
      InspectedVenue.Note note, Set<InspectedVenue.State> from, Optional<LocalDate> deadline);

  /**
   * Whether the venue still has to rectify for another inspection, at this moment; stays so until
   * the caller's transaction ends.
   */
  boolean isOrderedByAnother(String inspectionId, String venueId);

  /** The notes on a venue, in the order in which they were recorded. */
  List<InspectedVenue.Note> listNotes(String inspectionId, String venueId, int limit);

  Inspection.Result result(String inspectionId);

  /** False where it is not drawn or closed already. */
  boolean close(String inspectionId, String report, Instant closedAt);
}
