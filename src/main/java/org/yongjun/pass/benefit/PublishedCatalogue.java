package org.yongjun.pass.benefit;

import java.time.Instant;
import java.util.Map;

/**
 * A catalogue as it stands in the record.
 *
 * @param document the document itself, in the shape of the published schema
 * @param contentHash lower-case hex SHA-256 of the canonical document
 * @param publishedBy the officer's id
 */
public record PublishedCatalogue(
    Catalogue catalogue,
    Map<String, Object> document,
    String contentHash,
    Instant publishedAt,
    String publishedBy) {}
