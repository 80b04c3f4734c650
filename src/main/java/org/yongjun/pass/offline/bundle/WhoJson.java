package org.yongjun.pass.offline.bundle;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.Condition;
import org.yongjun.pass.offline.rule.Origin;
import org.yongjun.pass.offline.rule.Who;

/** For whom an item is, in a bundle. */
final class WhoJson {
  private WhoJson() {}

  static Map<String, Object> write(Who who) {
    Condition condition = who.condition();
    return new JsonMembers()
        .put("classes", JsonMembers.list(who.classes().list(), HolderClass::name))
        .put("origin", writeOrigin(who.origin()))
        .putIfAny("condition", condition == null ? null : writeCondition(condition))
        .tree();
  }

  static Who read(JsonObject who) {
    JsonObject condition = who.findObject("condition");
    return new Who(
        readClasses(who),
        JsonObject.whole(who.object("origin"), WhoJson::readOrigin),
        condition == null ? null : readCondition(condition, 1));
  }

  static HolderClasses readClasses(JsonObject object) {
    return HolderClasses.of(
        object.texts("classes", HolderClass.values().length).stream()
            .map(HolderClass::valueOf)
            .collect(Collectors.toList()));
  }

  private static Map<String, Object> writeOrigin(Origin origin) {
    JsonMembers members = new JsonMembers();
    if (origin instanceof Origin.Local local) {
      return members.put("scope", "LOCAL").put("region", local.region().toString()).tree();
    }
    if (origin instanceof Origin.Listed listed) {
      return members
          .put("scope", "LISTED")
          .put("regions", JsonMembers.list(listed.regions(), RegionCode::toString))
          .tree();
    }
    return members.put("scope", "NATIONWIDE").tree();
  }

  private static Origin readOrigin(JsonObject origin) {
    String scope = origin.text("scope");
    switch (scope) {
      case "NATIONWIDE":
        return new Origin.Nationwide();
      case "LOCAL":
        return new Origin.Local(RegionCode.of(origin.text("region")));
      case "LISTED":
        return new Origin.Listed(
            origin.texts("regions", Origin.Listed.REGIONS_MAX).stream()
                .map(RegionCode::of)
                .collect(Collectors.toList()));
      default:
        throw new IllegalArgumentException("an origin of another kind");
    }
  }

  private static Map<String, Object> writeCondition(Condition condition) {
    if (condition instanceof Condition.MeritAtMost merit) {
      return kind("MERIT_AT_MOST").put("meritClass", merit.meritClass()).tree();
    }
    if (condition instanceof Condition.DisabilityGradeAtMost grade) {
      return kind("DISABILITY_GRADE_AT_MOST").put("grade", grade.grade()).tree();
    }
    if (condition instanceof Condition.AgeAtLeast age) {
      return kind("AGE_AT_LEAST").put("years", age.years()).tree();
    }
    if (condition instanceof Condition.MemberOf member) {
      return kind("MEMBER_OF").put("list", member.list()).tree();
    }
    if (condition instanceof Condition.HouseholdOf household) {
      return kind("HOUSEHOLD_OF").put("list", household.list()).tree();
    }
    if (condition instanceof Condition.ChannelIs channel) {
      return kind("CHANNEL_IS").put("channel", channel.channel()).tree();
    }
    if (condition instanceof Condition.All all) {
      return kind("ALL").putAll("members", all.members(), WhoJson::writeCondition).tree();
    }
    if (condition instanceof Condition.Any any) {
      return kind("ANY").putAll("members", any.members(), WhoJson::writeCondition).tree();
    }
    Condition.Not not = (Condition.Not) condition;
    return kind("NOT").put("member", writeCondition(not.member())).tree();
  }

  private static Condition readCondition(JsonObject object, int depth) {
    if (depth > Condition.DEPTH_MAX) {
      throw new IllegalArgumentException("conditions are nested too deep");
    }
    return JsonObject.whole(object, condition -> readKind(condition, depth));
  }

  private static Condition readKind(JsonObject condition, int depth) {
    switch (condition.text("kind")) {
      case "MERIT_AT_MOST":
        return new Condition.MeritAtMost(condition.integer("meritClass"));
      case "DISABILITY_GRADE_AT_MOST":
        return new Condition.DisabilityGradeAtMost(condition.integer("grade"));
      case "AGE_AT_LEAST":
        return new Condition.AgeAtLeast(condition.integer("years"));
      case "MEMBER_OF":
        return new Condition.MemberOf(condition.text("list"));
      case "HOUSEHOLD_OF":
        return new Condition.HouseholdOf(condition.text("list"));
      case "CHANNEL_IS":
        return new Condition.ChannelIs(condition.text("channel"));
      case "ALL":
        return new Condition.All(members(condition, depth));
      case "ANY":
        return new Condition.Any(members(condition, depth));
      case "NOT":
        return new Condition.Not(readCondition(condition.object("member"), depth + 1));
      default:
        throw new IllegalArgumentException("a condition of another kind");
    }
  }

  private static List<Condition> members(JsonObject condition, int depth) {
    return condition.objects(
        "members", Condition.MEMBERS_MAX, each -> readCondition(each, depth + 1));
  }

  private static JsonMembers kind(String kind) {
    return new JsonMembers().put("kind", kind);
  }
}
