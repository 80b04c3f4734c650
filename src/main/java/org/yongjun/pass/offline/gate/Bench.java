package org.yongjun.pass.offline.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.CertificateBlock;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.DynamicCode;
import org.yongjun.pass.offline.token.DynamicPart;
import org.yongjun.pass.offline.token.Extension;
import org.yongjun.pass.offline.token.KeyCustody;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.offline.token.TokenParser;
import org.yongjun.pass.offline.token.TokenType;
import org.yongjun.pass.offline.token.UnverifiedCode;
import org.yongjun.pass.offline.verify.CodeVerdict;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.offline.verify.Reader;
import org.yongjun.pass.offline.verify.ReplayKey;
import org.yongjun.pass.offline.verify.StatusView;
import org.yongjun.pass.offline.verify.VerifiedCode;
import org.yongjun.pass.offline.verify.Views;

/**
 * Decisions per second of one thread, beside the same provider's bare signature verifications in
 * the same run: parse, verify, remember and journal (group flush), without the rules of a venue.
 * Cold is a new issuer block each time, warm a phone that was here before.
 */
final class Bench {
  private static final long NOW = 1_772_326_800L;
  private static final long DAY = 86_400;
  private static final int PHONES = 400;
  private static final int ROUNDS = 6;
  private static final KeyId KEY_ID = new KeyId(1, 1);

  private final Signatures signatures = new Signatures();
  private final SecureRandom random = new SecureRandom();
  private final Duration each;
  private final KeyPair issuer = signatures.keys().generate(Algorithm.SM2, random);
  private final RawPublicKey issuerKey = signatures.keys().rawOf(Algorithm.SM2, issuer.getPublic());
  private final List<String> codes = new ArrayList<>();
  private final List<UnverifiedCode> parsed = new ArrayList<>();

  /**
   * @param each how long to measure each figure
   */
  Bench(Duration each) {
    this.each = each;
  }

  /** One line per figure. */
  List<String> run() throws IOException {
    for (int i = 0; i < PHONES; i++) {
      byte[] code = code(i);
      codes.add(CodeText.encode(code));
      if (TokenParser.parse(code) instanceof UnverifiedCode read) {
        parsed.add(read);
      }
    }
    Path folder = Files.createTempDirectory("gate-bench");
    try (GateJournal journal = GateJournal.open(folder, Flush.GROUP)) {
      Figure issuers = new Figure(i -> requireTrue(issuerHolds(parsed.get((int) (i % PHONES)))));
      Figure devices = new Figure(i -> requireTrue(deviceHolds(parsed.get((int) (i % PHONES)))));
      Figure cold = decisions(journal, 0);
      Figure warm = decisions(journal, CodeVerifier.REMEMBERED_BLOCKS);
      // In turns, so that whatever else the machine does meets all of them alike.
      List<Figure> all = List.of(issuers, devices, cold, warm);
      all.forEach(figure -> figure.go(each.toNanos() / ROUNDS));
      all.forEach(Figure::reset);
      for (int round = 0; round < ROUNDS; round++) {
        all.forEach(figure -> figure.go(each.toNanos() / ROUNDS));
      }
      double bareCold = 1 / (1 / issuers.perSecond() + 1 / devices.perSecond());
      return List.of(
          line("bare SM2 verifications per second", issuers.perSecond()),
          line("bare P-256 verifications per second", devices.perSecond()),
          line("cold decisions per second", cold.perSecond()),
          line("  of what two bare verifications allow", cold.perSecond() / bareCold),
          line("warm decisions per second", warm.perSecond()),
          line("  of what one bare verification allows", warm.perSecond() / devices.perSecond()));
    } finally {
      delete(folder);
    }
  }

  /** How often something can be done in a second. */
  private static final class Figure {
    private final LongConsumer work;
    private long count;
    private long nanos;

    Figure(LongConsumer work) {
      this.work = work;
    }

    void go(long forNanos) {
      long begin = System.nanoTime();
      while (System.nanoTime() - begin < forNanos) {
        work.accept(count++);
      }
      nanos += System.nanoTime() - begin;
    }

    void reset() {
      count = 0;
      nanos = 0;
    }

    double perSecond() {
      return count * 1e9 / nanos;
    }
  }

  private Figure decisions(GateJournal journal, int rememberedBlocks) {
    ListedKey listed =
        new ListedKey(
            KEY_ID,
            issuerKey,
            KeyPurpose.DYNAMIC,
            HolderClasses.of(HolderClass.values()),
            RegionCode.NATION,
            NOW - DAY,
            NOW + DAY,
            NOW + DAY);
    CodeVerifier verifier =
        new CodeVerifier(
            signatures,
            id -> id.equals(KEY_ID) ? Optional.of(listed) : Optional.empty(),
            rememberedBlocks);
    GateMemory[] memory = {new GateMemory(NOW)};
    return new Figure(
        i -> {
          if (i % PHONES == 0) {
            memory[0] = new GateMemory(NOW);
          }
          decide(verifier, memory[0], journal, codes.get((int) (i % PHONES)));
        });
  }

  private void decide(CodeVerifier verifier, GateMemory memory, GateJournal journal, String text) {
    Views views =
        new Views(
            (index, binding, issuedAt, now) -> StatusView.Status.GOOD,
            (issuing, index, counter) -> memory.isSpent(new ReplayKey(issuing, index, counter)),
            (issuing, tag, now) -> memory.isTooSoon(issuing, tag, 1, now));
    CodeVerdict verdict = verifier.verify(text, Reader.UNATTENDED, views, NOW);
    if (!(verdict instanceof CodeVerdict.Accepted accepted)) {
      throw new IllegalStateException("the bench refuses its own code");
    }
    VerifiedCode code = accepted.code();
    GateEntry.Passed entry =
        new GateEntry.Passed(
            NOW,
            Direction.IN,
            UUID.randomUUID().toString(),
            "A",
            text,
            new GateEntry.Person(code.issuer(), code.fields().holderTag()),
            code.fields().bindingIndex(),
            code.replayKey().orElseThrow(),
            NOW + 60,
            new GateEntry.Grant("bench/1", 1, "FARE", 200, 0, 200),
            Set.of(),
            1,
            null);
    try {
      journal.append(entry);
    } catch (IOException e) {
      throw new IllegalStateException("the bench's journal fails", e);
    }
    memory.apply(entry);
  }

  private boolean issuerHolds(UnverifiedCode code) {
    return signatures.verify(
        Algorithm.SM2,
        issuer.getPublic(),
        code.unverifiedBlock().signedMessage(),
        code.unverifiedBlock().signature());
  }

  private boolean deviceHolds(UnverifiedCode code) {
    DynamicPart part = code.unverifiedDynamicPart().orElseThrow();
    RawPublicKey key = code.unverifiedBlock().unverifiedFields().deviceKey();
    return key != null && signatures.verify(key, part.signedMessage(), part.signature());
  }

  private byte[] code(int index) {
    KeyPair device = signatures.keys().generate(Algorithm.P256, random);
    CertificateFields fields =
        new CertificateFields(
            TokenType.DEVICE_BOUND,
            Algorithm.SM2,
            Algorithm.P256,
            KEY_ID,
            index,
            HolderClasses.of(HolderClass.VETERAN),
            0,
            0,
            RegionCode.NATION,
            NOW - 1,
            24,
            60,
            KeyCustody.SOFTWARE,
            false,
            new HolderTag(index),
            signatures.keys().rawOf(Algorithm.P256, device.getPublic()),
            Extension.NONE);
    CertificateBlock block =
        CertificateBlock.sign(fields, signatures.signer(Algorithm.SM2, issuer.getPrivate()));
    return DynamicCode.sign(
        block, NOW, index, signatures.signer(Algorithm.P256, device.getPrivate()));
  }

  private static void requireTrue(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("a signature of the bench does not hold");
    }
  }

  private static String line(String what, double figure) {
    return String.format(Locale.ROOT, "%-45s %12.2f", what, figure);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
