package org.yongjun.pass.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.TokenSamples;
import org.yongjun.pass.offline.token.TokenSamples.Fields;
import org.yongjun.pass.offline.verify.CodeVerdict;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.offline.verify.Reader;
import org.yongjun.pass.offline.verify.StatusView;
import org.yongjun.pass.offline.verify.Views;
import org.yongjun.pass.outside.OutsideTools;

/**
 * The phone's half of a code in JavaScript: its own tests, and its codes at the shared verifier.
 */
class PhoneModuleTest {
  private static final long TIME = TokenSamples.ISSUED_AT + 3_600;
  private static final int CODES = 50;

  @Test
  void thePhonesOwnTestsPass() {
    String said =
        OutsideTools.run(
                "node", "--test", "--test-reporter=tap", "api-spec/token/phone/phone.test.mjs")
            .text();
    assertTrue(said.contains("# fail 0\n") && said.contains("# pass 10\n"), said);
  }

  @Test
  void everyCodeOfThePhoneIsAcceptedWithACounterOfItsOwn() throws IOException {
    List<String> texts = codesOfAPhone();
    List<Long> counters = new ArrayList<>();
    CodeVerifier verifier = verifier();
    for (String text : texts) {
      CodeVerdict verdict = verifier.verify(text, Reader.UNATTENDED, views(), TIME);
      CodeVerdict.Accepted accepted = assertInstanceOf(CodeVerdict.Accepted.class, verdict);
      assertEquals(TIME, accepted.code().timeSeconds().orElseThrow());
      counters.add(accepted.code().counter().orElseThrow());
    }
    assertEquals(LongStream.range(0, CODES).boxed().toList(), counters);
  }

  /** A phone makes its key, has it bound, and shows codes. */
  private static List<String> codesOfAPhone() throws IOException {
    OutsideTools.requireTool("node");
    Process phone =
        new ProcessBuilder("node", "api-spec/token/phone/try.mjs", Long.toString(TIME), "" + CODES)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = phone.inputReader();
        BufferedWriter told = phone.outputWriter()) {
      Fields fields = Fields.deviceBound(Algorithm.SM2, Algorithm.P256);
      fields.deviceKey = new RawPublicKey(Algorithm.P256, HexFormat.of().parseHex(said.readLine()));
      told.write(HexFormat.of().formatHex(fields.sign().bytes()) + "\n");
      told.flush();
      return said.lines().limit(CODES).toList();
    } finally {
      phone.destroy();
    }
  }

  private static CodeVerifier verifier() {
    ListedKey listed =
        new ListedKey(
            TokenSamples.KEY_ID,
            TokenSamples.issuer(Algorithm.SM2).raw(),
            KeyPurpose.DYNAMIC,
            HolderClasses.of(HolderClass.values()),
            RegionCode.NATION,
            TokenSamples.ISSUED_AT,
            TIME,
            TIME);
    return new CodeVerifier(TokenSamples.SIGNATURES, id -> Optional.of(listed));
  }

  private static Views views() {
    return new Views(
        (issuer, index, issuedAt, now) -> StatusView.Status.GOOD,
        (issuer, index, counter) -> false,
        (issuer, tag, now) -> false);
  }
}
