package org.yongjun.pass.journal.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code journal_entry}, which only ever grows. */
@MappedEntity("journal_entry")
record JournalRow(
    @Id String id,
    String kind,
    String subjectId,
    int region,
    String actor,
    String requestId,
    Instant at,
    String content,
    byte[] rowMac) {}
