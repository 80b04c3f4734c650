package org.yongjun.pass.offline.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Text;

/**
 * A further condition of an item: a closed set of predicates, so that a reader in any language can
 * implement it. Answers have more than two values: what neither the code nor the terminal says is
 * undecided offline; what nobody knows is not met online, and neither is its contrary. Sentences
 * name what is asked for, never what the holder has.
 */
public sealed interface Condition {
  /** The most members of one list of conditions, and the deepest nesting. */
  int MEMBERS_MAX = 16;

  int DEPTH_MAX = 4;

  Decision decide(Situation situation);

  /**
   * Whether a code and a terminal can carry everything that this condition asks; otherwise a gate
   * without network cannot meet it.
   */
  boolean isDecidableFromCode();

  /** Whether the answer can depend on the holder's age, which nobody looks up without need. */
  default boolean asksAge() {
    return false;
  }

  /** How many levels of conditions there are, 1 for a simple one. */
  default int depth() {
    return 1;
  }

  /** A merit award of this class or a higher one; 一等功 is class 1. */
  record MeritAtMost(int meritClass) implements Condition {
    private static final String[] NAMES = {"一等功", "二等功", "三等功"};

    public MeritAtMost {
      if (meritClass < 1 || meritClass > HolderFacts.MERIT_CLASS_MAX) {
        throw new IllegalArgumentException("merit class out of range");
      }
    }

    @Override
    public Decision decide(Situation situation) {
      Text sentence =
          new Text(
              "需荣立" + NAMES[meritClass - 1] + (meritClass == 1 ? "" : "及以上"),
              "Needs a merit award of class " + meritClass + (meritClass == 1 ? "" : " or higher"));
      int actual = situation.holder().meritClass();
      return actual == 0
          ? Decision.notFound(situation, sentence)
          : Decision.of(actual <= meritClass, sentence);
    }

    @Override
    public boolean isDecidableFromCode() {
      return true;
    }
  }

  /** A disability grade of 1 … this one: “六级以上” is 6. */
  record DisabilityGradeAtMost(int grade) implements Condition {
    public DisabilityGradeAtMost {
      if (grade < 1 || grade > HolderFacts.DISABILITY_GRADE_MAX) {
        throw new IllegalArgumentException("disability grade out of range");
      }
    }

    @Override
    public Decision decide(Situation situation) {
      Text sentence =
          new Text("需残疾等级为 1 至 " + grade + " 级", "Needs a disability grade of 1 to " + grade);
      int actual = situation.holder().disabilityGrade();
      return actual == 0
          ? Decision.notFound(situation, sentence)
          : Decision.of(actual <= grade, sentence);
    }

    @Override
    public boolean isDecidableFromCode() {
      return true;
    }
  }

  /** An age of at least so many completed years. */
  record AgeAtLeast(int years) implements Condition {
    public static final int YEARS_MAX = 130;

    @Override
    public boolean asksAge() {
      return true;
    }

    public AgeAtLeast {
      if (years < 1 || years > YEARS_MAX) {
        throw new IllegalArgumentException("age out of range");
      }
    }

    @Override
    public Decision decide(Situation situation) {
      Text sentence = new Text("需年满 " + years + " 周岁", "Needs an age of at least " + years);
      Integer actual = situation.holder().ageYears();
      return actual == null
          ? Decision.notKnown(situation, sentence)
          : Decision.of(actual >= years, sentence);
    }

    @Override
    public boolean isDecidableFromCode() {
      return false;
    }
  }

  /**
   * The holder stands on a named list, which the office keeps with validity dates. The sentence
   * leaves the name out: shops read it, and a list may tell where somebody serves.
   */
  record MemberOf(String list) implements Condition {
    @Override
    public Decision decide(Situation situation) {
      Text sentence =
          new Text("需在此项优待所指的名单内", "Needs to be on the member list that this item names");
      return situation.holder().memberLists().contains(list)
          ? Decision.held(sentence)
          : Decision.notFound(situation, sentence);
    }

    @Override
    public boolean isDecidableFromCode() {
      return false;
    }
  }

  /** A person of the holder's household stands on a named list. */
  record HouseholdOf(String list) implements Condition {
    @Override
    public Decision decide(Situation situation) {
      Text sentence =
          new Text(
              "需有家庭成员在此项优待所指的名单内",
              "Needs a member of the household on the member list that this item names");
      return situation.holder().householdLists().contains(list)
          ? Decision.held(sentence)
          : Decision.notFound(situation, sentence);
    }

    @Override
    public boolean isDecidableFromCode() {
      return false;
    }
  }

  /** Paid or shown through one channel, for example a bank's card; the terminal knows it. */
  record ChannelIs(String channel) implements Condition {
    @Override
    public Decision decide(Situation situation) {
      return Decision.of(
          situation.channel().equals(channel),
          new Text("需通过渠道“" + channel + "”办理", "Needs the channel “" + channel + "”"));
    }

    @Override
    public boolean isDecidableFromCode() {
      return true;
    }
  }

  /** Every member holds. */
  record All(List<Condition> members) implements Condition {
    public All {
      members = requireMembers(members);
    }

    /** The first failure, else the first member that leaves it open, else held by all. */
    @Override
    public Decision decide(Situation situation) {
      List<Decision> decisions = decideEach(members, situation);
      for (Decision decision : decisions) {
        if (decision.state() == Decision.State.FAILED) {
          return decision;
        }
      }
      Decision open = openOf(decisions);
      if (open != null) {
        return open;
      }
      return Decision.held(join(decisions, "；", "; "));
    }

    @Override
    public boolean isDecidableFromCode() {
      return members.stream().allMatch(Condition::isDecidableFromCode);
    }

    @Override
    public int depth() {
      return depthOf(members);
    }

    @Override
    public boolean asksAge() {
      return members.stream().anyMatch(Condition::asksAge);
    }
  }

  /** At least one member holds. */
  record Any(List<Condition> members) implements Condition {
    public Any {
      members = requireMembers(members);
    }

    @Override
    public Decision decide(Situation situation) {
      List<Decision> decisions = decideEach(members, situation);
      for (Decision decision : decisions) {
        if (decision.isHeld()) {
          return decision;
        }
      }
      Text sentence = join(decisions, "，或", ", or ");
      Decision open = openOf(decisions);
      return open == null ? Decision.failed(sentence) : open.saying(sentence);
    }

    @Override
    public boolean isDecidableFromCode() {
      return members.stream().allMatch(Condition::isDecidableFromCode);
    }

    @Override
    public int depth() {
      return depthOf(members);
    }

    @Override
    public boolean asksAge() {
      return members.stream().anyMatch(Condition::asksAge);
    }
  }

  /** The member does not hold. */
  record Not(Condition member) implements Condition {
    @Override
    public Decision decide(Situation situation) {
      Decision decision = member.decide(situation);
      Text sentence =
          new Text(
              "不适用于以下情形：" + decision.sentence().zh(),
              "Does not apply where this holds: " + decision.sentence().en());
      return switch (decision.state()) {
        case HELD -> Decision.failed(sentence);
        case FAILED -> Decision.held(sentence);
        case UNDECIDED, UNKNOWN -> decision.saying(sentence);
      };
    }

    @Override
    public boolean isDecidableFromCode() {
      return member.isDecidableFromCode();
    }

    @Override
    public int depth() {
      return member.depth() + 1;
    }

    @Override
    public boolean asksAge() {
      return member.asksAge();
    }
  }

  /**
   * What leaves it open, where no member settles it: first what the register may know, then what
   * nobody does; null where nothing is open.
   */
  private static @Nullable Decision openOf(List<Decision> decisions) {
    Decision unknown = null;
    for (Decision decision : decisions) {
      if (decision.state() == Decision.State.UNDECIDED) {
        return decision;
      }
      unknown = decision.isUnknown() ? decision : unknown;
    }
    return unknown;
  }

  private static List<Condition> requireMembers(List<Condition> members) {
    if (members.isEmpty() || members.size() > MEMBERS_MAX) {
      throw new IllegalArgumentException("1 to " + MEMBERS_MAX + " conditions");
    }
    return List.copyOf(members);
  }

  private static List<Decision> decideEach(List<Condition> members, Situation situation) {
    List<Decision> decisions = new ArrayList<>();
    for (Condition member : members) {
      decisions.add(member.decide(situation));
    }
    return decisions;
  }

  private static int depthOf(List<Condition> members) {
    return 1 + members.stream().mapToInt(Condition::depth).max().orElse(0);
  }

  private static Text join(List<Decision> decisions, String zh, String en) {
    return new Text(
        decisions.stream().map(d -> d.sentence().zh()).collect(Collectors.joining(zh)),
        decisions.stream().map(d -> d.sentence().en()).collect(Collectors.joining(en)));
  }
}
