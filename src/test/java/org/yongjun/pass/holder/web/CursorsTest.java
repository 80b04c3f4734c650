package org.yongjun.pass.holder.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.holder.HolderCursor;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Outcome;

class CursorsTest {
  private static final HolderCursor CURSOR =
      new HolderCursor(RegionCode.of("130400"), "01234567890123456789ABCDEF");

  @Test
  void aCursorComesBackAsItWent() {
    assertEquals(Outcome.done(Optional.of(CURSOR)), Cursors.decode(Cursors.encode(CURSOR)));
    assertEquals(Outcome.done(Optional.empty()), Cursors.decode(null));
  }

  @Test
  void whateverElseComesIsRefusedAndNeverThrows() {
    for (String text : new String[] {"", "A", "AAAAA", "MTMwNDAw", "!", "a".repeat(65), "é"}) {
      assertInstanceOf(Outcome.Refused.class, Cursors.decode(text), text);
    }
    Random random = new Random(130400);
    for (int i = 0; i < 5_000; i++) {
      char[] text = new char[random.nextInt(70)];
      for (int at = 0; at < text.length; at++) {
        text[at] = (char) (32 + random.nextInt(95));
      }
      assertInstanceOf(Outcome.Refused.class, Cursors.decode(new String(text)));
    }
  }
}
