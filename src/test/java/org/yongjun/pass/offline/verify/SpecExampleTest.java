package org.yongjun.pass.offline.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.RawPublicKey;

/** The worked example that gate vendors begin with, read from their document itself. */
class SpecExampleTest {
  private static final long TIME = 1_772_326_800L;

  private final List<String> lines = Files.readAllLines(Path.of("api-spec/token/SPEC.md"));
  private final TestReader reader = new TestReader();

  SpecExampleTest() throws IOException {
    list(new KeyId(3301, 7), KeyPurpose.DYNAMIC);
    list(new KeyId(3301, 8), KeyPurpose.STATIC);
  }

  @ParameterizedTest
  @CsvSource({
    "1772326784, CLOCK_AHEAD",
    "1772326785, ACCEPTED",
    "1772326860, ACCEPTED",
    "1772326861, STALE_CODE"
  })
  void theDynamicCodeIsAcceptedInTheSecondsThatTheDocumentSays(long now, String outcome) {
    assertEquals(outcome, TestReader.outcome(reader.verify(exampleText(0), now)));
  }

  @Test
  void theDynamicCodeSaysWhatTheDocumentSays() {
    CodeVerdict verdict = reader.verify(exampleText(0), TIME);
    VerifiedCode code = assertInstanceOf(CodeVerdict.Accepted.class, verdict).code();
    assertEquals(new ReplayKey(3301, 1_000_042, 17), code.replayKey().orElseThrow());
    assertEquals(HolderClasses.of(HolderClass.VETERAN), code.fields().classes());
    assertEquals("5be1c0de00c0ffee", code.fields().holderTag().hex());
    assertEquals(TIME, code.timeSeconds().orElseThrow());
  }

  @Test
  void theCardIsAcceptedByStaff() {
    CodeVerdict verdict = reader.verify(exampleText(1), TIME);
    VerifiedCode code = assertInstanceOf(CodeVerdict.Accepted.class, verdict).code();
    assertEquals(1_000_043, code.fields().bindingIndex());
    assertEquals(HolderClasses.of(HolderClass.MARTYR_SURVIVOR), code.fields().classes());
  }

  private String exampleText(int index) {
    return lines.stream().filter(line -> line.startsWith("YJ1:")).toList().get(index);
  }

  private void list(KeyId id, KeyPurpose purpose) {
    String hex = lines.stream().filter(line -> line.matches("[0-9a-f]{66}")).findFirst().get();
    RawPublicKey key = new RawPublicKey(Algorithm.SM2, HexFormat.of().parseHex(hex));
    HolderClasses all = HolderClasses.of(HolderClass.values());
    reader.keys.put(
        id,
        new ListedKey(
            id, key, purpose, all, RegionCode.NATION, TIME - 86_400, TIME, TIME + 86_400));
  }
}
