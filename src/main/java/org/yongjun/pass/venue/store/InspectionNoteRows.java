package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface InspectionNoteRows extends GenericRepository<InspectionNoteRow, String> {
  InspectionNoteRow save(InspectionNoteRow row);

  @Query(
      """
      SELECT * FROM inspection_note WHERE inspection_id = :inspectionId AND venue_id = :venueId
      ORDER BY id LIMIT :limit
      """)
  List<InspectionNoteRow> list(String inspectionId, String venueId, int limit);
}
