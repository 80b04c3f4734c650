package org.yongjun.pass.holder;

import io.micronaut.serde.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.holder.adapter.TinkPersonVault;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.KeyDerivation;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.platform.adapter.CommonsCsvReader;

/** The whole capability over an in-memory store, with the real reader and the real vault. */
final class HolderFixture {
  static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  static final String HEADER = "姓名,身份证号,手机号,类别,属地,优待证号,立功等级,残疾等级,生效日期,有效期\n";

  final InMemoryHolderStore store = new InMemoryHolderStore();
  final List<JournalEntry> journal = new ArrayList<>();
  final AtomicInteger transactions = new AtomicInteger();
  final PersonVault vault = new TinkPersonVault(keys(), ObjectMapper.getDefault());
  final Holders holders = holders(store);

  Holders holders(HolderStore over) {
    AtomicInteger last = new AtomicInteger();
    Ids ids = () -> "%026d".formatted(last.incrementAndGet());
    HolderRegistrar registrar =
        new HolderRegistrar(over, vault, new PersonDigester(keys()), journal::add, ids);
    HolderImporter importer =
        new HolderImporter(
            new CommonsCsvReader(),
            registrar,
            Regions.standard(),
            new CountingTransactions(),
            ids,
            Clock.fixed(NOW, ZoneOffset.UTC));
    return new HolderService(importer, over, vault);
  }

  /** Keys that depend on the label only; no secret is needed here. */
  static KeyDerivation keys() {
    return (label, lengthBytes) -> {
      try {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        return Arrays.copyOf(sha.digest(label.getBytes(StandardCharsets.UTF_8)), lengthBytes);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  static Caller clerk(String region) {
    return new Caller("clerk-1", Role.CLERK, RegionCode.of(region), null, "request-1");
  }

  ImportReport importRows(Caller caller, String rows) {
    return report(
        holders.importCsv(
            caller, (HEADER + rows).getBytes(StandardCharsets.UTF_8), Optional.empty()));
  }

  static ImportReport report(Outcome<ImportReport> outcome) {
    return switch (outcome) {
      case Outcome.Done<ImportReport>(ImportReport report) -> report;
      case Outcome.Refused<ImportReport>(Problem problem) ->
          throw new AssertionError(problem.toString());
    };
  }

  static Problem problem(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?>(Problem problem)) {
      return problem;
    }
    throw new AssertionError("not refused");
  }

  private final class CountingTransactions implements Transactions {
    @Override
    public <T> T write(Supplier<T> work) {
      transactions.incrementAndGet();
      return work.get();
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return work.get();
    }
  }
}
