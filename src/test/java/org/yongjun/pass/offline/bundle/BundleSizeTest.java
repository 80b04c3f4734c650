package org.yongjun.pass.offline.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.offline.bundle.TestBundles.ISSUER;
import static org.yongjun.pass.offline.bundle.TestBundles.NOW;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.offline.verify.StatusView.Status;

/** How large bundles become; one bindings' bit is revoked in a hundred. */
class BundleSizeTest {
  private final TestBundles bundles = new TestBundles();

  /** 125,000 bytes of bits; at 1 % about 13 kB compressed, base64 in a JWS in a JWS. */
  @Test
  void aMillionBindingsAreSomeTensOfKilobytes() {
    byte[] bundle = bundleOf(1_000_000, 10_000);
    assertTrue(bundle.length > 15_000 && bundle.length < 60_000, bundle.length + " bytes");
  }

  /** 12.5 MB of memory. */
  @Test
  void aHundredMillionBindingsAreReadAndFitTheBound() {
    byte[] bundle = bundleOf(100_000_000, 1_000_000);
    assertTrue(bundle.length < 4 << 20, bundle.length + " bytes");
  }

  private byte[] bundleOf(int bindings, int revoked) {
    byte[] bits = new byte[bindings / 8];
    Random random = new Random(5);
    for (int i = 0; i < revoked; i++) {
      int index = random.nextInt(bindings);
      bits[index / 8] |= (byte) (1 << index % 8);
    }
    byte[] bundle =
        bundles.whole(NOW, NOW, TestBundles.sections(), bundles.statusOfBits(NOW, NOW, bits));
    GateBundle read =
        assertInstanceOf(BundleReading.Accepted.class, bundles.reader().read(bundle, null, NOW))
            .bundle();
    for (int i = 0; i < 10_000; i++) {
      int index = random.nextInt(bindings);
      boolean isSet = (bits[index / 8] >> index % 8 & 1) == 1;
      assertEquals(
          isSet ? Status.REVOKED : Status.GOOD, read.statuses().ask(ISSUER, index, NOW, NOW));
    }
    return bundle;
  }
}
