package org.yongjun.pass.verification.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.yongjun.pass.offline.bundle.GateSettings;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.platform.store.Statements;
import org.yongjun.pass.verification.GateSettingsStore;

/** Rows of {@code gate_settings}; yes and no are 1 and 0. */
@Singleton
final class JdbcGateSettingsStore implements GateSettingsStore {
  private static final String FIND = "SELECT * FROM gate_settings WHERE venue_id = ?";
  private static final String INSERT =
      "INSERT INTO gate_settings (venue_id, anti_passback_seconds, fail_open,"
          + " daily_limit_per_gate, daily_limit_per_holder, exit_required, online_budget_millis,"
          + " passage_label, filed_by, filed_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
  private static final String REPLACE =
      "UPDATE gate_settings SET anti_passback_seconds = ?, fail_open = ?, daily_limit_per_gate = ?,"
          + " daily_limit_per_holder = ?, exit_required = ?, online_budget_millis = ?,"
          + " passage_label = ?, filed_by = ?, filed_at = ?, version = version + 1"
          + " WHERE venue_id = ? AND version = ?";

  private final Statements statements;

  JdbcGateSettingsStore(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Optional<Filed> find(String venueId) {
    return statements.query(FIND, JdbcGateSettingsStore::read, venueId).stream().findFirst();
  }

  private static Filed read(ResultSet row) throws SQLException {
    return new Filed(
        new GateSettings(
            row.getInt("anti_passback_seconds"),
            row.getInt("fail_open") == 1,
            row.getInt("daily_limit_per_gate"),
            row.getInt("daily_limit_per_holder"),
            row.getInt("exit_required") == 1,
            row.getInt("online_budget_millis"),
            row.getString("passage_label")),
        row.getInt("version"));
  }

  @Override
  public boolean insert(String venueId, GateSettings settings, String filedBy, Instant at) {
    return Races.inserted(
        () ->
            statements.update(
                INSERT,
                venueId,
                settings.antiPassbackSeconds(),
                settings.failOpen() ? 1 : 0,
                settings.dailyLimitPerGate(),
                settings.dailyLimitPerHolder(),
                settings.exitRequired() ? 1 : 0,
                settings.onlineBudgetMillis(),
                settings.passageLabel(),
                filedBy,
                at));
  }

  @Override
  public boolean replace(
      String venueId, int version, GateSettings settings, String filedBy, Instant at) {
    return statements.update(
            REPLACE,
            settings.antiPassbackSeconds(),
            settings.failOpen() ? 1 : 0,
            settings.dailyLimitPerGate(),
            settings.dailyLimitPerHolder(),
            settings.exitRequired() ? 1 : 0,
            settings.onlineBudgetMillis(),
            settings.passageLabel(),
            filedBy,
            at,
            venueId,
            version)
        == 1;
  }
}
