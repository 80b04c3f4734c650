package org.yongjun.pass.programmes;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.yongjun.pass.contract.Witness;

/**
 * Holds a test that {@link Covers} rows to what it did over HTTP, and keeps how it ended for the
 * coverage page.
 */
public final class CoverageRecorder
    implements BeforeTestExecutionCallback, AfterTestExecutionCallback, TestWatcher {

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    Witness.begin();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      return;
    }
    Covers covers = covers(context);
    require(
        covers.value().length >= 1 && covers.value().length <= Covers.ROWS_MAX,
        "a test covers one to " + Covers.ROWS_MAX + " rows");
    for (String operation : covers.by()) {
      require(Witness.succeeded(operation), "the test did not see " + operation + " succeed");
    }
    for (String id : covers.value()) {
      CoreRow row = CoreRow.find(id).orElseThrow(() -> new AssertionError("there is no row " + id));
      if (row.isBenefit()) {
        require(
            Witness.redeemedReferences().contains(id),
            "nothing was redeemed by an item that refers to " + id);
      } else {
        require(covers.by().length > 0, id + " is no benefit: say by which operation it is shown");
      }
    }
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    record(context, true);
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    record(context, false);
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    record(context, false);
  }

  private static void record(ExtensionContext context, boolean passed) {
    Covers covers = covers(context);
    CoveragePage.record(
        new CoveragePage.Shown(
            context.getRequiredTestClass().getSimpleName(),
            sourceOf(context.getRequiredTestClass()),
            context.getRequiredTestMethod().getName(),
            List.of(covers.value()),
            Arrays.asList(covers.by())),
        passed);
  }

  private static String sourceOf(Class<?> test) {
    return "src/test/java/" + test.getName().replace('.', '/').replaceAll("\\$.*", "") + ".java";
  }

  private static Covers covers(ExtensionContext context) {
    return context.getRequiredTestMethod().getAnnotation(Covers.class);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
