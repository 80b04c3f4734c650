package org.yongjun.pass.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.limit.LimitItems.fen;
import static org.yongjun.pass.limit.LimitItems.item;
import static org.yongjun.pass.limit.LimitItems.uses;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.offline.rule.Limit.Period;
import org.yongjun.pass.offline.rule.Limit.Subject;
import org.yongjun.pass.platform.Transactions;

/**
 * Limits under races on the real database, a hundred seeds: threads use, fail for other reasons,
 * and give back. What the counters say must equal what was committed, and never exceed a limit.
 */
class LimitRaceTest {
  private static final int SEEDS = 100;
  private static final int THREADS = 8;
  private static final int USES_PER_THREAD = 4;
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

  private final Limits limits = PassServer.context().getBean(Limits.class);
  private final Transactions transactions = PassServer.context().getBean(Transactions.class);

  /** Rolls a transaction back. */
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What one thread has committed and not given back. */
  private record Committed(long uses, long fen) {
    Committed plus(Committed other) {
      return new Committed(uses + other.uses, fen + other.fen);
    }
  }

  @Test
  void theCountersHoldExactlyWhatWasCommitted() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int seed = 0; seed < SEEDS; seed++) {
        race(threads, seed);
      }
    }
  }

  private void race(ExecutorService threads, int seed) throws Exception {
    Random random = new Random(seed);
    long maxUses = 1 + random.nextInt(10);
    long maxFen = 1 + random.nextInt(2000);
    boolean isQuiet = seed % 2 == 0;
    Limit count = uses(Subject.ITEM, Period.DAY, maxUses);
    Limit sum = fen(Subject.PROGRAMME, Period.MONTH, maxFen);
    Item item = item("race-" + UUID.randomUUID() + "/1", 1, sum, count);

    List<Callable<Committed>> users =
        IntStream.range(0, THREADS)
            .<Callable<Committed>>mapToObj(
                i -> {
                  Random own = new Random(seed * 1000L + i);
                  return () -> useSeveralTimes(item, own, isQuiet);
                })
            .toList();
    Committed all = new Committed(0, 0);
    for (Future<Committed> each : threads.invokeAll(users)) {
      all = all.plus(each.get());
    }

    CountedUsage counted = limits.usage(List.of(item), new Subjects("any", "any"), NOW);
    String name = "seed " + seed;
    assertEquals(all.uses(), counted.used(item, count), name);
    assertEquals(all.fen(), counted.used(item, sum), name);
    assertTrue(all.uses() <= maxUses && all.fen() <= maxFen, name);
    if (isQuiet) {
      // Nobody gave up before one of the limits was used up to the last.
      assertTrue(all.uses() == maxUses || all.fen() == maxFen, name);
    }
  }

  private Committed useSeveralTimes(Item item, Random random, boolean isQuiet) {
    Committed mine = new Committed(0, 0);
    for (int i = 0; i < USES_PER_THREAD * (isQuiet ? 20 : 1); i++) {
      Subjects subjects = new Subjects("person-" + random.nextInt(3), "V" + random.nextInt(3));
      long fen = amount(item, subjects, 1 + random.nextInt(400));
      if (fen == 0) {
        break;
      }
      List<Charge> charges =
          Charge.listOf(List.of(new Charge.Use(item, fen)), subjects, "visit", NOW);
      boolean fails = !isQuiet && random.nextInt(4) == 0;
      if (take(charges, fails)) {
        boolean returns = !isQuiet && random.nextInt(4) == 0;
        if (returns) {
          transactions.writeOnly(() -> limits.giveBack(charges));
        } else {
          mine = mine.plus(new Committed(1, fen));
        }
      }
    }
    return mine;
  }

  /** As much as wanted, or what is left; 0 where a limit is reached. */
  private long amount(Item item, Subjects subjects, long wantedFen) {
    CountedUsage usage = limits.usage(List.of(item), subjects, NOW);
    Limit sum = item.limits().get(0);
    Limit count = item.limits().get(1);
    return usage.used(item, count) >= count.max()
        ? 0
        : Math.min(wantedFen, sum.max() - usage.used(item, sum));
  }

  private boolean take(List<Charge> charges, boolean fails) {
    limits.prepare(charges);
    try {
      transactions.writeOnly(
          () -> {
            if (!limits.take(charges) || fails) {
              throw new Undo();
            }
          });
      return true;
    } catch (Undo undo) {
      return false;
    }
  }

  /** Rows that many wait for are locked in one order, whatever order a catalogue has. */
  @Test
  void itemsThatShareSeveralCountersDoNotDeadlock() throws Exception {
    long deadlocksBefore = countDeadlocks();
    String programme = "cross-" + UUID.randomUUID();
    Limit one = uses(Subject.ITEM, Period.DAY, 1_000);
    Limit other = uses(Subject.PROGRAMME, Period.DAY, 1_000);
    Limit budget = fen(Subject.PROGRAMME, Period.EVER, 1_000_000);
    List<Item> items =
        List.of(
            item(programme + "/1", 1, one, other, budget),
            item(programme + "/2", 1, budget, other, one));
    List<Callable<Integer>> users = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      List<Item> order = i % 2 == 0 ? items : items.reversed();
      users.add(
          () -> {
            List<Charge.Use> uses = order.stream().map(each -> new Charge.Use(each, 5)).toList();
            int taken = 0;
            for (int n = 0; n < 25; n++) {
              List<Charge> charges = Charge.listOf(uses, new Subjects("p", "v"), "visit", NOW);
              taken += take(charges, false) ? 1 : 0;
            }
            return taken;
          });
    }
    int taken = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Integer> each : threads.invokeAll(users)) {
        taken += each.get();
      }
    }
    assertEquals(THREADS * 25, taken);
    CountedUsage counted = limits.usage(items, new Subjects("p", "v"), NOW);
    assertEquals(taken, counted.used(items.get(0), one));
    assertEquals(taken, counted.used(items.get(1), one));
    assertEquals(taken, counted.used(items.get(0), other));
    assertEquals(taken * 10L, counted.used(items.get(0), budget));
    assertEquals(deadlocksBefore, countDeadlocks());
  }

  /**
   * The server's own count since its start. MariaDB tells it everybody; MySQL tells it, as a
   * metric, those who may see all processes, which the user who migrates may in tests.
   */
  private long countDeadlocks() throws SQLException {
    try (Connection connection = connection("datasources.default");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'")) {
      if (row.next()) {
        return row.getLong(2);
      }
    }
    try (Connection connection = connection("flyway.datasources.default");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count FROM information_schema.innodb_metrics"
                    + " WHERE name = 'lock_deadlocks' AND status = 'enabled'")) {
      assertTrue(row.next());
      return row.getLong(1);
    }
  }

  private static Connection connection(String prefix) throws SQLException {
    return DriverManager.getConnection(
        PassServer.property(prefix + ".url"),
        PassServer.property(prefix + ".username"),
        PassServer.property(prefix + ".password"));
  }
}
