package org.yongjun.pass.offline.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.offline.bundle.TestBundles.DAY;
import static org.yongjun.pass.offline.bundle.TestBundles.ISSUER;
import static org.yongjun.pass.offline.bundle.TestBundles.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yongjun.pass.offline.verify.StatusView.Status;

class BundleFileTest {
  private static final BundleSections NO_CHANGE =
      new BundleSections(null, null, null, null, null, null);

  @TempDir Path folder;

  private final TestBundles bundles = new TestBundles();

  @Test
  void whatWasTakenHoldsAfterARestart() throws IOException {
    BundleFile file = open();
    assertTrue(file.current().isEmpty());
    assertEquals(OptionalLong.empty(), file.since());
    take(file, bundles.whole(NOW, NOW, TestBundles.sections(), bundles.status(9, NOW, 80)), NOW);
    StatusPart change = bundles.statusChange(9, 10, NOW + 60, List.of(7L), List.of());
    take(file, bundles.change(NOW, NOW + 60, NOW + 60, NO_CHANGE, change), NOW + 60);

    BundleFile again = open();
    GateBundle bundle = again.current().orElseThrow();
    assertEquals(NOW + 60, bundle.version());
    assertEquals(Status.REVOKED, bundle.statuses().ask(ISSUER, 7, NOW, NOW));
    assertEquals(OptionalLong.of(NOW + 60), again.since());
  }

  @Test
  void whatIsRefusedChangesNothing() throws IOException {
    BundleFile file = open();
    take(file, bundles.whole(NOW, NOW, TestBundles.sections()), NOW);
    byte[] before = Files.readAllBytes(path());
    BundleReading older = file.take(bundles.whole(NOW - 1, NOW - 1, TestBundles.sections()), NOW);
    assertInstanceOf(BundleReading.Refused.class, older);
    assertEquals(NOW, file.current().orElseThrow().version());
    assertEquals(new String(before), Files.readString(path()));
  }

  @Test
  void ofADamagedFileThePartThatHoldsCounts() throws IOException {
    BundleFile file = open();
    take(file, bundles.whole(NOW, NOW, TestBundles.sections()), NOW);
    take(file, bundles.change(NOW, NOW + 60, NOW + 60, NO_CHANGE), NOW + 60);
    String text = Files.readString(path());
    Files.writeString(path(), text.substring(0, text.length() - 5));
    assertEquals(NOW, open().current().orElseThrow().version());
    Files.writeString(path(), "nothing of ours");
    assertTrue(open().current().isEmpty());
    Files.writeString(path(), "");
    assertTrue(open().current().isEmpty());
  }

  @Test
  void aWholeBundleIsAskedForAfterADayOfChanges() throws IOException {
    BundleFile file = open();
    take(file, bundles.whole(NOW, NOW, TestBundles.sections()), NOW);
    take(file, bundles.change(NOW, NOW, NOW + DAY, NO_CHANGE), NOW + DAY);
    assertEquals(OptionalLong.of(NOW), file.since());
    take(file, bundles.change(NOW, NOW, NOW + DAY + 1, NO_CHANGE), NOW + DAY + 1);
    assertEquals(OptionalLong.empty(), file.since());
    take(file, bundles.whole(NOW, NOW + DAY + 2, TestBundles.sections()), NOW + DAY + 2);
    assertEquals(OptionalLong.of(NOW), file.since());
  }

  /** A key that a newer list no longer has is not believed after a restart either. */
  @Test
  void theNewestKeyListSurvivesAWholeBundleThatBringsAnOlderOne() throws IOException {
    BundleFile file = open();
    bundles.keyListVersion = NOW;
    take(file, bundles.whole(NOW, NOW, TestBundles.sections()), NOW);
    bundles.keyListVersion = NOW - DAY;
    take(file, bundles.whole(NOW + 1, NOW + 1, TestBundles.sections()), NOW + 1);
    assertEquals(NOW, open().current().orElseThrow().readKeyList().version());
  }

  @Test
  void aBundleThatCannotBeKeptDoesNotHold() throws IOException {
    BundleFile file = open();
    take(file, bundles.whole(NOW, NOW, TestBundles.sections()), NOW);
    Files.createDirectory(folder.resolve("bundle.new"));
    byte[] next = bundles.whole(NOW + 1, NOW + 1, TestBundles.sections());
    assertThrows(IOException.class, () -> file.take(next, NOW + 1));
    assertEquals(NOW, file.current().orElseThrow().version());
  }

  private Path path() {
    return folder.resolve("bundle");
  }

  private BundleFile open() throws IOException {
    return BundleFile.open(path(), bundles.reader());
  }

  private static void take(BundleFile file, byte[] jws, long now) throws IOException {
    assertInstanceOf(BundleReading.Accepted.class, file.take(jws, now));
  }
}
