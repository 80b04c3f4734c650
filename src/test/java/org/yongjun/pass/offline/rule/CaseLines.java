package org.yongjun.pass.offline.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cases as the other evaluator reads them, and an evaluation as it writes it. */
final class CaseLines {
  private CaseLines() {}

  static String items(List<Item> items) {
    return "C" + array(items, CaseLines::item);
  }

  static String bill(Situation bill) {
    HolderFacts holder = bill.holder();
    VenueFacts venue = bill.venue();
    RandomBills.Counters counters = (RandomBills.Counters) bill.usage();
    return "S{\"h\":{\"cls\":%d,\"home\":%d,\"merit\":%d,\"dis\":%d,\"age\":%s,\"lists\":%s,\"house\":%s},"
            .formatted(
                holder.classes().bits(),
                holder.homeRegion().value(),
                holder.meritClass(),
                holder.disabilityGrade(),
                holder.ageYears(),
                array(holder.memberLists(), CaseLines::text),
                array(holder.householdLists(), CaseLines::text))
        + "\"ven\":{\"id\":\"%s\",\"kind\":\"%s\",\"region\":%d,\"a\":%d,\"own\":\"%s\",\"tags\":%s,\"active\":%s},"
            .formatted(
                venue.id(),
                venue.kind(),
                venue.region().value(),
                venue.aLevel(),
                venue.ownership(),
                array(venue.tags(), CaseLines::text),
                venue.active())
        + "\"bill\":%s,\"ch\":\"%s\",\"at\":%d,\"use\":%s,\"visit\":%s,\"on\":%s}"
            .formatted(
                array(bill.parts(), CaseLines::billPart),
                bill.channel(),
                bill.at().getEpochSecond(),
                map(
                    counters.byKey(),
                    each -> "[" + each.used() + "," + (each.counted() ? 1 : 0) + "]"),
                map(bill.visit().redeemed(), parts -> array(parts, CaseLines::text)),
                bill.online());
  }

  private static String billPart(BillPart part) {
    return "[\"%s\",%d,%d,%d,%d]"
        .formatted(
            part.label(), part.companion(), part.listFen(), part.referenceFen(), part.milliUnits());
  }

  private static String item(Item item) {
    Companions companions = item.extras().companions();
    return "{\"i\":\"%s\",\"cls\":%d,\"org\":%s,\"cond\":%s,\"where\":%s,\"when\":%s,"
            .formatted(
                item.id(),
                item.who().classes().bits(),
                array(item.who().origin().regions(), each -> Integer.toString(each.value())),
                item.who().condition() == null ? "null" : condition(item.who().condition()),
                where(item.where()),
                when(item.when()))
        + "\"parts\":%s,\"lim\":%s,\"stack\":%d,\"appr\":%s,\"bundle\":%s,\"ful\":%s,\"comp\":%s}"
            .formatted(
                array(item.parts(), CaseLines::part),
                array(item.limits(), CaseLines::limit),
                item.stackOrder(),
                item.proof().approvalAboveFen(),
                item.extras().bundle(),
                item.extras().fulfils() == null ? "null" : text(item.extras().fulfils()),
                companions == null
                    ? "null"
                    : "{\"max\":%d,\"parts\":%s}"
                        .formatted(companions.max(), array(companions.parts(), CaseLines::part)));
  }

  private static String limit(Limit limit) {
    return "[\"%s\",\"%s\",\"%s\",%d]"
        .formatted(limit.subject(), limit.period(), limit.unit(), limit.max());
  }

  private static String where(Where where) {
    return "{\"k\":%s,\"lo\":%d,\"hi\":%d,\"own\":%s,\"reg\":%d,\"tags\":%s,\"not\":%s,\"inc\":%s,\"exc\":%s}"
        .formatted(
            array(where.kinds(), CaseLines::text),
            where.aLevelMin(),
            where.aLevelMax(),
            array(where.ownerships(), CaseLines::text),
            where.region().value(),
            array(where.tags(), CaseLines::text),
            array(where.excludedTags(), CaseLines::text),
            array(where.includes(), CaseLines::text),
            array(where.excludes(), CaseLines::text));
  }

  private static String when(When when) {
    return "{\"from\":\"%s\",\"to\":%s,\"win\":%s,\"days\":%s,\"hrs\":%s}"
        .formatted(
            when.effectiveFrom(),
            when.effectiveTo() == null ? "null" : text(when.effectiveTo().toString()),
            array(
                when.windows(),
                each ->
                    "[\"%s\",\"%s\",%s]"
                        .formatted(
                            each.from(),
                            each.to(),
                            each.edition() == null ? "null" : text(each.edition()))),
            array(when.weekdays(), each -> Integer.toString(each.getValue())),
            array(when.hours(), each -> "[\"%s\",\"%s\"]".formatted(each.from(), each.to())));
  }

  private static String part(PartRule part) {
    return "[\"%s\",%s,%s]".formatted(part.label(), rule(part.rule()), part.listCapFen());
  }

  private static String rule(PriceRule rule) {
    return switch (rule) {
      case PriceRule.Free free -> "{\"kind\":\"FREE\"}";
      case PriceRule.NonMonetary priority -> "{\"kind\":\"NON_MONETARY\"}";
      case PriceRule.Unquantified reduced -> "{\"kind\":\"UNQUANTIFIED\"}";
      case PriceRule.PercentPayable percent ->
          "{\"kind\":\"PERCENT_PAYABLE\",\"percent\":%d,\"tiers\":%s,\"threshold\":%d,\"cap\":%s}"
              .formatted(
                  percent.percent(),
                  byClass(percent.tiers()),
                  percent.thresholdFen(),
                  percent.capFen());
      case PriceRule.FixedPrice fixed ->
          "{\"kind\":\"FIXED_PRICE\",\"fen\":%d,\"tiers\":%s}"
              .formatted(fixed.fen(), byClass(fixed.tiers()));
      case PriceRule.PerUnitOff off ->
          "{\"kind\":\"PER_UNIT_OFF\",\"off\":%d,\"most\":%s,\"cap\":%s}"
              .formatted(off.offFenPerUnit(), off.milliUnitsMax(), off.capFen());
      case PriceRule.AmountOff off ->
          "{\"kind\":\"AMOUNT_OFF\",\"steps\":%s,\"cap\":%s}"
              .formatted(
                  array(off.steps(), each -> "[" + each.thresholdFen() + "," + each.offFen() + "]"),
                  off.capFen());
    };
  }

  private static String byClass(Map<? extends Enum<?>, ?> tiers) {
    return tiers.entrySet().stream()
        .map(each -> "\"" + each.getKey().ordinal() + "\":" + each.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String condition(Condition condition) {
    return switch (condition) {
      case Condition.MeritAtMost merit -> "[\"MERIT\"," + merit.meritClass() + "]";
      case Condition.DisabilityGradeAtMost grade -> "[\"GRADE\"," + grade.grade() + "]";
      case Condition.AgeAtLeast age -> "[\"AGE\"," + age.years() + "]";
      case Condition.MemberOf member -> "[\"MEMBER\",\"" + member.list() + "\"]";
      case Condition.HouseholdOf household -> "[\"HOUSEHOLD\",\"" + household.list() + "\"]";
      case Condition.ChannelIs channel -> "[\"CHANNEL\",\"" + channel.channel() + "\"]";
      case Condition.All all -> "[\"ALL\"," + array(all.members(), CaseLines::condition) + "]";
      case Condition.Any any -> "[\"ANY\"," + array(any.members(), CaseLines::condition) + "]";
      case Condition.Not not -> "[\"NOT\"," + condition(not.member()) + "]";
    };
  }

  /** The reason; or each part with what is paid and its layers, and who needs an approval. */
  static String answer(Evaluation evaluation) {
    return switch (evaluation) {
      case Evaluation.Refused refused -> "R " + refused.reason();
      case Evaluation.Granted granted ->
          "G "
              + granted.parts().stream()
                  .map(part -> part.key() + " " + part.payableFen() + " " + layers(part.layers()))
                  .collect(Collectors.joining(";"))
              + " "
              + granted.approvals().stream()
                  .map(each -> each.itemId() + ":" + each.valueFen())
                  .sorted()
                  .collect(Collectors.joining(","));
    };
  }

  private static String layers(List<PartQuote.Layer> layers) {
    return layers.stream()
        .map(each -> each.itemId() + ":" + each.used().ordinal() + ":" + each.reductionFen())
        .collect(Collectors.joining(","));
  }

  private static <T> String array(Collection<T> values, Function<T, String> each) {
    return values.stream().map(each).collect(Collectors.joining(",", "[", "]"));
  }

  private static <T> String map(Map<String, T> values, Function<T, String> each) {
    return values.entrySet().stream()
        .map(entry -> text(entry.getKey()) + ":" + each.apply(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String text(String word) {
    return "\"" + word + "\"";
  }
}
