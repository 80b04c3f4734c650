package org.yongjun.pass.certificate.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.offline.token.CodeText;

class QrReaderTest {
  private static final int CODES = 300;
  private static final int CODE_BYTES = 203;

  /** A reader that looks for a symbol as in a photo misses some of these. */
  @Test
  void everyDrawnCodeIsRead() {
    Random random = new Random(20261122);
    for (int i = 0; i < CODES; i++) {
      byte[] code = new byte[CODE_BYTES];
      random.nextBytes(code);
      String text = CodeText.encode(code);
      assertEquals(
          Optional.of(text), new QrReader().read(new QrImages().png(text, 6)), "code " + i);
    }
  }

  @Test
  void whatIsNoPictureIsNoCode() {
    assertEquals(Optional.empty(), new QrReader().read(new byte[] {1, 2, 3}));
  }
}
