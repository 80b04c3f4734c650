package org.yongjun.pass.programmes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * This test shows these rows of {@code programmes/core-rows.json}: at most {@link #ROWS_MAX}. A
 * test of a benefit must redeem an item that refers to the row; any other must have {@link #by}
 * answered.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag(Covers.TAG)
@ExtendWith(CoverageRecorder.class)
public @interface Covers {
  String TAG = "programmes";
  int ROWS_MAX = 5;

  /** Ids of rows. */
  String[] value();

  /**
   * The operations of the contract that the rows rest on, for example {@code GET /v1/figures}; the
   * test must see each of them succeed. Empty where all rows are benefits.
   */
  String[] by() default {};
}
