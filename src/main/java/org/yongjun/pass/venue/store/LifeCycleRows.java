package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a step reads and changes beside the events themselves. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface LifeCycleRows extends GenericRepository<PlaceRow, String> {
  @Query(
      """
      SELECT stage, region, kind, ownership, a_level, event_seq, event_on
      FROM venue WHERE id = :venueId
      """)
  Optional<PlaceRow> findPlace(String venueId);

  @Query(
      """
      SELECT p.partner_class, p.batch, p.number, c.redeems
      FROM venue_plaque p JOIN partner_class c ON c.code = p.partner_class
      WHERE p.venue_id = :venueId AND p.removed_on IS NULL ORDER BY p.seq
      """)
  List<PlaqueRow> listPlaques(String venueId);

  @Query(
      """
      SELECT group_id FROM venue_group_member WHERE venue_id = :venueId AND left_on IS NULL
      ORDER BY group_id
      """)
  List<String> listGroups(String venueId);

  @Query(
      """
      UPDATE venue SET stage = :stage, state = :state, a_level = :aLevel, ownership = :ownership,
        event_seq = event_seq + 1, event_on = :eventOn, version = version + 1
      WHERE id = :venueId AND event_seq = :seenSeq
      """)
  int advance(
      String venueId,
      int seenSeq,
      String stage,
      String state,
      int aLevel,
      String ownership,
      LocalDate eventOn);

  @Query("SELECT tags FROM venue WHERE id = :venueId")
  String tags(String venueId);

  @Query("SELECT own_tags FROM venue WHERE id = :venueId")
  String ownTags(String venueId);

  @Query(
      """
      SELECT COUNT(*) FROM venue_group_member m JOIN venue_group g ON g.id = m.group_id
      WHERE m.venue_id = :venueId AND m.left_on IS NULL AND g.tag = :tag
      """)
  int countGroupsOfTag(String venueId, String tag);

  /** What nobody has decided ends with the partnership that it was meant for. */
  @Query(
      """
      UPDATE venue_application SET state = 'LAPSED', open_class = NULL
      WHERE venue_id = :venueId AND state = 'SUBMITTED'
      """)
  int lapseApplications(String venueId);

  @Query("UPDATE venue SET tags = :tags WHERE id = :venueId")
  int replaceTags(String venueId, String tags);

  @Query(
      """
      INSERT INTO venue_agreement (venue_id, seq, region, signed_on, until_on, catalogue, evidence)
      VALUES (:venueId, :seq, :region, :signedOn, :untilOn, :catalogue, :evidence)
      """)
  void addAgreement(
      String venueId,
      int seq,
      int region,
      LocalDate signedOn,
      @Nullable LocalDate untilOn,
      @Nullable String catalogue,
      @Nullable String evidence);

  /** A new agreement takes the place of the old one, and none outlives the listing. */
  @Query(
      """
      UPDATE venue_agreement SET ended_on = :endedOn
      WHERE venue_id = :venueId AND ended_on IS NULL AND (until_on IS NULL OR until_on >= :endedOn)
      """)
  int endAgreements(String venueId, LocalDate endedOn);

  @Query(
      """
      SELECT venue_id FROM venue_agreement
      WHERE venue_id IN (:venueIds) AND signed_on <= :day
      GROUP BY venue_id
      HAVING SUM(CASE WHEN (until_on IS NULL OR until_on >= :day)
        AND (ended_on IS NULL OR ended_on > :day) THEN 1 ELSE 0 END) = 0
      """)
  List<String> listLapsed(Collection<String> venueIds, LocalDate day);

  @Query(
      """
      INSERT INTO venue_plaque (venue_id, seq, partner_class, batch, number, awarded_on)
      VALUES (:venueId, :seq, :partnerClass, :batch, :number, :awardedOn)
      """)
  void addPlaque(
      String venueId,
      int seq,
      String partnerClass,
      String batch,
      @Nullable String number,
      LocalDate awardedOn);

  @Query(
      """
      UPDATE venue_plaque SET removed_on = :removedOn
      WHERE venue_id = :venueId AND partner_class = :partnerClass AND removed_on IS NULL
      """)
  int removePlaque(String venueId, String partnerClass, LocalDate removedOn);

  @Query(
      """
      UPDATE venue_plaque SET removed_on = :removedOn
      WHERE venue_id = :venueId AND removed_on IS NULL
      """)
  int removePlaques(String venueId, LocalDate removedOn);

  @Query(
      """
      INSERT INTO venue_group_member (venue_id, seq, group_id, joined_on)
      VALUES (:venueId, :seq, :groupId, :joinedOn)
      """)
  void join(String venueId, int seq, String groupId, LocalDate joinedOn);

  @Query(
      """
      UPDATE venue_group_member SET left_on = :leftOn
      WHERE venue_id = :venueId AND group_id = :groupId AND left_on IS NULL
      """)
  int leave(String venueId, String groupId, LocalDate leftOn);
}
