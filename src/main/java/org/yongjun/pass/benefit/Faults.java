package org.yongjun.pass.benefit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

/** Collects what is wrong with a document, so that an office can mend everything at once. */
public final class Faults {
  /** The most faults that one answer lists. */
  public static final int FAULTS_MAX = 100;

  private final Lines lines;
  private final List<Problem.FieldError> errors = new ArrayList<>();

  public Faults(Lines lines) {
    this.lines = lines;
  }

  public void add(String pointer, String zh, String en) {
    if (errors.size() < FAULTS_MAX) {
      OptionalInt line = lines.lineOf(pointer);
      errors.add(
          new Problem.FieldError(
              pointer, new Text(zh, en), line.isPresent() ? line.getAsInt() : null));
    }
  }

  void add(DocumentNode node, String zh, String en) {
    add(node.pointer(), zh, en);
  }

  public int count() {
    return errors.size();
  }

  /** Refuses the document; its detail is the first fault. */
  public Problem problem() {
    Problem.FieldError first = errors.get(0);
    boolean isWhole = first.pointer().isEmpty();
    Integer line = first.line();
    String zhLine = line == null ? "" : "第 " + line + " 行 ";
    String enLine = line == null ? "" : "in line " + line + ", ";
    String zhPlace = isWhole ? "" : "第一处在" + zhLine + " " + first.pointer() + "：";
    String enPlace = isWhole ? "" : "the first " + enLine + "at " + first.pointer() + ": ";
    return new Problem(
        ProblemCode.INVALID_CATALOGUE,
        new Text(
            "目录清单有 " + errors.size() + " 处问题，" + zhPlace + first.detail().zh(),
            "The catalogue has " + errors.size() + " fault(s), " + enPlace + first.detail().en()),
        errors);
  }
}
