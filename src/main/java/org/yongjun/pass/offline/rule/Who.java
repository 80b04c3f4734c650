package org.yongjun.pass.offline.rule;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.Text;

/**
 * For whom an item is.
 *
 * @param classes the holder has at least one of these; never empty
 * @param condition null where there is none
 */
public record Who(HolderClasses classes, Origin origin, @Nullable Condition condition) {
  public Who {
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("an item names at least one class");
    }
    if (condition != null && condition.depth() > Condition.DEPTH_MAX) {
      throw new IllegalArgumentException("conditions are nested too deep");
    }
  }

  Decision decideClass(HolderFacts holder) {
    Text wanted = new Text("此项优待面向" + names(classes, true), "Valid for: " + names(classes, false));
    if (!classes.and(holder.classes()).isEmpty()) {
      return Decision.held(wanted);
    }
    return Decision.failed(
        new Text(
            wanted.zh() + "；该凭证类别为" + names(holder.classes(), true),
            wanted.en() + "; this certificate says: " + names(holder.classes(), false)));
  }

  private static String names(HolderClasses classes, boolean chinese) {
    return classes.list().stream()
        .map(HolderClass::text)
        .map(text -> chinese ? text.zh() : text.en())
        .collect(Collectors.joining(chinese ? "、" : ", "));
  }
}
