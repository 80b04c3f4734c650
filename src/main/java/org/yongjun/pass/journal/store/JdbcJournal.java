package org.yongjun.pass.journal.store;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.KeyDerivation;

/**
 * Writes each entry with a MAC under a key that the database does not have, so that until it is
 * sealed an entry cannot be changed or forged by whoever can write to the database alone.
 */
@Singleton
final class JdbcJournal implements Journal {
  private static final String MAC_ALGORITHM = "HmacSHA256";
  private static final int MAC_KEY_BYTES = 32;

  private final JournalRows rows;
  private final Ids ids;
  private final ObjectMapper mapper;
  private final SecretKeySpec macKey;

  JdbcJournal(JournalRows rows, Ids ids, ObjectMapper mapper, KeyDerivation keys) {
    this.rows = rows;
    this.ids = ids;
    this.mapper = mapper;
    this.macKey = new SecretKeySpec(keys.derive("journal/row-mac", MAC_KEY_BYTES), MAC_ALGORITHM);
  }

  @Override
  public void append(JournalEntry entry) {
    rows.save(toRow(entry));
  }

  @Override
  public void appendAll(List<JournalEntry> entries) {
    rows.saveAll(entries.stream().map(this::toRow).toList());
  }

  private JournalRow toRow(JournalEntry entry) {
    JournalRow open =
        new JournalRow(
            ids.next(),
            entry.kind().name(),
            entry.subjectId(),
            entry.region().value(),
            entry.actor(),
            entry.requestId(),
            entry.at().truncatedTo(ChronoUnit.MICROS),
            json(entry),
            new byte[0]);
    return new JournalRow(
        open.id(),
        open.kind(),
        open.subjectId(),
        open.region(),
        open.actor(),
        open.requestId(),
        open.at(),
        open.content(),
        mac(open));
  }

  private String json(JournalEntry entry) {
    try {
      return mapper.writeValueAsString(entry.content());
    } catch (IOException e) {
      throw new UncheckedIOException("a map of strings is JSON", e);
    }
  }

  /** Over every field, each preceded by its length, so that no two rows give the same bytes. */
  private byte[] mac(JournalRow row) {
    try {
      Mac mac = Mac.getInstance(MAC_ALGORITHM);
      mac.init(macKey);
      for (String field :
          new String[] {
            row.id(),
            row.kind(),
            row.subjectId(),
            Integer.toString(row.region()),
            row.actor(),
            row.requestId(),
            row.at().toString(),
            row.content()
          }) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        mac.update(bytes);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
