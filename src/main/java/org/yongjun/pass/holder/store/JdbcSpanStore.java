package org.yongjun.pass.holder.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.Period;
import org.yongjun.pass.holder.SpanStore;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Statements;

/** {@link SpanStore} in the database; whoever changes spans holds the lock of the holder's row. */
@Singleton
final class JdbcSpanStore implements SpanStore {
  private static final String WITHIN =
      " WHERE holder_id = ? AND from_day >= ? AND from_day < ? AND class_bits & ? = ?";

  private final Statements statements;

  JdbcSpanStore(Statements statements) {
    this.statements = statements;
  }

  private record Span(Period period, int homeRegion, int classBits) {
    static Span of(ResultSet row) throws SQLException {
      return new Span(
          new Period(
              row.getObject("from_day", LocalDate.class),
              row.getObject("until_day", LocalDate.class)),
          row.getInt("home_region"),
          row.getInt("class_bits"));
    }
  }

  /** A new record counts on every day of its entitlement. */
  void begin(HolderRecord holder) {
    insert(
        holder.id(),
        new Period(holder.validFrom(), holder.validUntil()),
        holder.homeRegion().value(),
        holder.classes().bits());
  }

  /** What the office changed counts from {@code day} on; the dead stay out of the count. */
  void change(HolderRecord holder, LocalDate day) {
    end(holder.id(), day);
    boolean isDead =
        !statements
            .query(
                "SELECT cause FROM holder_hold WHERE holder_id = ? AND cause = 'DECEASED'"
                    + " FOR UPDATE",
                row -> row.getString("cause"),
                holder.id())
            .isEmpty();
    if (!isDead) {
      restore(holder, day);
    }
  }

  @Override
  public boolean addClass(String holderId, Reach reach, HolderClass added) {
    int bit = HolderClasses.of(added).bits();
    LocalDate before = split(holderId, reach);
    return statements.update(
            "UPDATE holder_span SET class_bits = class_bits + ?" + WITHIN,
            bit,
            holderId,
            reach.from(),
            before,
            bit,
            0)
        > 0;
  }

  @Override
  public boolean removeClass(String holderId, Reach reach, HolderClass removed) {
    int bit = HolderClasses.of(removed).bits();
    LocalDate before = split(holderId, reach);
    return statements.update(
            "UPDATE holder_span SET class_bits = class_bits - ?" + WITHIN,
            bit,
            holderId,
            reach.from(),
            before,
            bit,
            bit)
        > 0;
  }

  @Override
  public void move(String holderId, Reach reach, RegionCode home) {
    LocalDate before = split(holderId, reach);
    statements.update(
        "UPDATE holder_span SET home_region = ? WHERE holder_id = ?"
            + " AND from_day >= ? AND from_day < ?",
        home.value(),
        holderId,
        reach.from(),
        before);
  }

  @Override
  public void end(String holderId, LocalDate day) {
    splitAt(holderId, day);
    statements.update(
        "DELETE FROM holder_span WHERE holder_id = ? AND from_day >= ?", holderId, day);
  }

  @Override
  public Optional<Facts> findOn(String holderId, LocalDate day) {
    return statements
        .query(
            "SELECT * FROM holder_span WHERE holder_id = ? AND from_day <= ? AND until_day >= ?"
                + " FOR UPDATE",
            Span::of,
            holderId,
            day,
            day)
        .stream()
        .findFirst()
        .map(
            span ->
                new Facts(new RegionCode(span.homeRegion()), new HolderClasses(span.classBits())));
  }

  @Override
  public void put(String holderId, Period days, Facts facts) {
    insert(holderId, days, facts.home().value(), facts.classes().bits());
  }

  private void restore(HolderRecord holder, LocalDate day) {
    LocalDate from = day.isBefore(holder.validFrom()) ? holder.validFrom() : day;
    insert(
        holder.id(),
        new Period(from, holder.validUntil()),
        holder.homeRegion().value(),
        holder.classes().bits());
  }

  /** Makes spans begin where the reach begins and where it is over; returns the latter. */
  private LocalDate split(String holderId, Reach reach) {
    LocalDate before = reach.before().orElse(Period.MAX.plusDays(1));
    splitAt(holderId, reach.from());
    splitAt(holderId, before);
    return before;
  }

  private void splitAt(String holderId, LocalDate day) {
    statements
        .query(
            "SELECT * FROM holder_span WHERE holder_id = ? AND from_day < ? AND until_day >= ?"
                + " FOR UPDATE",
            Span::of,
            holderId,
            day,
            day)
        .forEach(
            span -> {
              statements.update(
                  "UPDATE holder_span SET until_day = ? WHERE holder_id = ? AND from_day = ?",
                  day.minusDays(1),
                  holderId,
                  span.period().from());
              insert(
                  holderId,
                  new Period(day, span.period().until()),
                  span.homeRegion(),
                  span.classBits());
            });
  }

  private void insert(String holderId, Period period, int homeRegion, int classBits) {
    if (!period.until().isBefore(period.from())) {
      statements.update(
          "INSERT INTO holder_span (holder_id, from_day, until_day, home_region, class_bits)"
              + " VALUES (?, ?, ?, ?, ?)",
          holderId,
          period.from(),
          period.until(),
          homeRegion,
          classBits);
    }
  }
}
