package org.yongjun.pass.limit.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.limit.Reservation;
import org.yongjun.pass.limit.ReservationStore;
import org.yongjun.pass.platform.store.Races;

/** The tables {@code reservation} and {@code reservation_charge}. */
@Singleton
final class JdbcReservations implements ReservationStore {
  private final ReservationRows rows;
  private final JdbcOperations jdbc;

  JdbcReservations(ReservationRows rows, JdbcOperations jdbc) {
    this.rows = rows;
    this.jdbc = jdbc;
  }

  @Override
  public boolean insert(Reservation reservation) {
    if (!Races.inserted(() -> rows.save(ReservationRow.of(reservation)))) {
      return false;
    }
    reservation.charges().forEach(charge -> insert(reservation.id(), charge));
    return true;
  }

  private void insert(String reservationId, Charge charge) {
    String sql =
        "INSERT INTO reservation_charge (reservation_id, scope, subject, subject_value, period,"
            + " period_start, unit, member, amount, most) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    jdbc.prepareStatement(
        sql,
        statement -> {
          statement.setString(1, reservationId);
          int next = KeyColumns.bind(statement, 2, charge.key());
          statement.setString(next, charge.member());
          statement.setLong(next + 1, charge.amount());
          statement.setLong(next + 2, charge.max());
          return statement.executeUpdate();
        });
  }

  @Override
  public boolean end(String id, Reservation.State how, String redemptionId) {
    return rows.end(id, how.name(), redemptionId) == 1;
  }

  @Override
  public Optional<Reservation> findById(String id) {
    return rows.findById(id).map(this::withCharges);
  }

  @Override
  public Optional<Reservation> findByKey(String actor, String key) {
    return rows.findByKey(actor, key).map(this::withCharges);
  }

  @Override
  public List<Reservation> listHeld(String person) {
    return rows.listHeld(person).stream().map(this::withCharges).toList();
  }

  @Override
  public List<Reservation> listOfDay(String person, LocalDate day, int limit) {
    return rows.listOfDay(person, day, limit).stream().map(this::withCharges).toList();
  }

  @Override
  public int countOfDay(String person, String itemId, LocalDate day) {
    return rows.countOfDay(person, itemId, day);
  }

  @Override
  public List<String> listExpired(Instant now, int limit) {
    return rows.listExpired(now, limit);
  }

  private Reservation withCharges(ReservationRow row) {
    return jdbc.prepareStatement(
        "SELECT * FROM reservation_charge WHERE reservation_id = ?",
        statement -> {
          statement.setString(1, row.id());
          List<Charge> charges = new ArrayList<>();
          try (ResultSet charge = statement.executeQuery()) {
            while (charge.next()) {
              charges.add(
                  new Charge(
                      KeyColumns.keyOf(charge),
                      charge.getLong("amount"),
                      charge.getLong("most"),
                      charge.getString("member")));
            }
          }
          return row.toDomain(charges);
        });
  }
}
