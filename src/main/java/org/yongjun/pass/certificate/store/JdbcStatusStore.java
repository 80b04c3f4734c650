package org.yongjun.pass.certificate.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.certificate.Binding;
import org.yongjun.pass.certificate.StatusLists;
import org.yongjun.pass.certificate.StatusStore;
import org.yongjun.pass.platform.store.Races;

@Singleton
final class JdbcStatusStore implements StatusStore {
  private static final String BEGIN = "INSERT INTO status_head (issuer, version) VALUES (?, ?)";

  /** Unix seconds, but always more than before; the row stays locked until the transaction ends. */
  private static final String ADVANCE =
      "UPDATE status_head SET version = GREATEST(version + 1, ?) WHERE issuer = ?";

  private static final String VERSION = "SELECT version FROM status_head WHERE issuer = ?";
  private static final String SET =
      "INSERT INTO status_bit (issuer, binding_index, clear_at) VALUES (?, ?, ?)";
  private static final String CLEAR =
      "DELETE FROM status_bit WHERE issuer = ? AND binding_index = ?";
  private static final String LOG =
      "INSERT INTO status_change (issuer, version, binding_index, bit, at) VALUES (?, ?, ?, ?, ?)";
  private static final String LIST =
      "SELECT binding_index FROM status_bit WHERE issuer = ? ORDER BY binding_index";
  private static final String DUE =
      "SELECT binding_index FROM status_bit WHERE issuer = ? AND clear_at <= ?"
          + " ORDER BY clear_at, binding_index LIMIT ?";
  private static final String CHANGES =
      "SELECT version, binding_index, bit FROM status_change WHERE issuer = ? AND version > ?"
          + " ORDER BY version, binding_index LIMIT ?";

  private final JdbcOperations jdbc;

  JdbcStatusStore(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void begin(int issuer, Instant now) {
    Races.inserted(() -> update(BEGIN, issuer, now.getEpochSecond()));
  }

  @Override
  public void set(List<Binding> bindings, Instant now) {
    int issuer = bindings.getFirst().issuer();
    long version = advance(issuer, now);
    for (Binding each : bindings) {
      update(SET, issuer, each.index(), each.expiresAt().plus(StatusLists.CLEARED_AFTER));
      update(LOG, issuer, version, each.index(), 1, now);
    }
  }

  @Override
  public void clear(List<Binding> bindings, Instant now) {
    int issuer = bindings.getFirst().issuer();
    clear(issuer, bindings.stream().map(Binding::index).toList(), now);
  }

  @Override
  public int clearDue(int issuer, Instant now, int most) {
    return clear(issuer, longs(DUE, issuer, now, most), now);
  }

  @Override
  public Optional<Long> findVersion(int issuer) {
    return longs(VERSION, issuer).stream().findFirst();
  }

  @Override
  public List<Long> listSet(int issuer) {
    return longs(LIST, issuer);
  }

  @Override
  public List<Change> listChanges(int issuer, long since, int limit) {
    return query(
        CHANGES,
        rows -> new Change(rows.getLong(1), rows.getLong(2), rows.getInt(3) == 1),
        issuer,
        since,
        limit);
  }

  private int clear(int issuer, List<Long> indices, Instant now) {
    List<Long> cleared = new ArrayList<>();
    for (long index : indices) {
      if (update(CLEAR, issuer, index) == 1) {
        cleared.add(index);
      }
    }
    if (!cleared.isEmpty()) {
      long version = advance(issuer, now);
      cleared.forEach(index -> update(LOG, issuer, version, index, 0, now));
    }
    return cleared.size();
  }

  private long advance(int issuer, Instant now) {
    if (update(ADVANCE, now.getEpochSecond(), issuer) != 1) {
      throw new IllegalStateException("issuer " + issuer + " has no status list");
    }
    return findVersion(issuer).orElseThrow();
  }

  private List<Long> longs(String sql, Object... values) {
    return query(sql, rows -> rows.getLong(1), values);
  }

  private interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> List<T> query(String sql, Reader<T> reader, Object... values) {
    return jdbc.prepareStatement(
        sql,
        statement -> {
          bind(statement, values);
          List<T> found = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(reader.read(rows));
            }
          }
          return found;
        });
  }

  private int update(String sql, Object... values) {
    return jdbc.prepareStatement(
        sql,
        statement -> {
          bind(statement, values);
          return statement.executeUpdate();
        });
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i] instanceof Instant at ? Timestamp.from(at) : values[i];
      statement.setObject(i + 1, value);
    }
  }
}
