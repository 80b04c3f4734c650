package org.yongjun.pass.limit;

import java.time.LocalDate;
import java.util.List;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.offline.rule.Limit.Period;
import org.yongjun.pass.offline.rule.Limit.Subject;
import org.yongjun.pass.offline.rule.Limit.Unit;
import org.yongjun.pass.offline.rule.Origin;
import org.yongjun.pass.offline.rule.PartRule;
import org.yongjun.pass.offline.rule.PriceRule;
import org.yongjun.pass.offline.rule.Proof;
import org.yongjun.pass.offline.rule.Source;
import org.yongjun.pass.offline.rule.When;
import org.yongjun.pass.offline.rule.Where;
import org.yongjun.pass.offline.rule.Who;

/** Items that differ in nothing but their limits. */
public final class LimitItems {
  private LimitItems() {}

  public static Item item(String id, int version, Limit... limits) {
    return new Item(
        id,
        version,
        new Text(id, id),
        new Who(HolderClasses.of(HolderClass.VETERAN), new Origin.Nationwide(), null),
        Where.in(RegionCode.NATION),
        When.from(LocalDate.of(2023, 1, 1)),
        List.of(new PartRule("GOODS", new PriceRule.Free())),
        List.of(limits),
        0,
        Proof.NONE,
        new Source("test", null, null, null, List.of()),
        true);
  }

  public static Limit uses(Subject subject, Period period, long max) {
    return new Limit(subject, period, Unit.USES, max);
  }

  public static Limit fen(Subject subject, Period period, long max) {
    return new Limit(subject, period, Unit.FEN, max);
  }
}
