package org.yongjun.pass.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must be right before a catalogue is published, though it could be read: counters that
 * several limits would share, parts that could never apply, counts that nobody keeps. A published
 * version is not checked again, so that a new check never closes an old list.
 */
final class PublicationChecks {
  private static final String HOLDERS = "HOLDERS";
  private static final String EDITION = "EDITION";

  private final DocumentNode root;
  private final Faults faults;
  private final Map<String, DocumentNode> programmeLimits = new HashMap<>();
  private final Map<String, List<String>> programmeWindows = new HashMap<>();

  PublicationChecks(DocumentNode root, Faults faults) {
    this.root = root;
    this.faults = faults;
  }

  void run() {
    Set<String> promises = new HashSet<>();
    String code = root.text("code");
    for (DocumentNode item : root.list("items")) {
      if (item.list("parts").stream().anyMatch(part -> isOfKind(part, "UNQUANTIFIED"))) {
        promises.add(code + "/" + item.text("number"));
      }
    }
    for (DocumentNode item : root.list("items")) {
      checkParts(item);
      checkLimits(item);
      checkFulfils(item, code, promises);
    }
  }

  private void checkParts(DocumentNode item) {
    List<DocumentNode> parts = new ArrayList<>(item.list("parts"));
    if (item.isTrue("bundle") && parts.size() < 2) {
      faults.add(item.get("bundle"), "捆绑优待至少有两项", "A bundle has at least two parts");
    }
    item.find("companions").ifPresent(each -> parts.addAll(each.list("parts")));
    parts.forEach(this::checkListCap);
  }

  private void checkListCap(DocumentNode part) {
    DocumentNode rule = part.get("rule");
    long capFen = part.find("listCapFen").map(DocumentNode::integer).orElse(Long.MAX_VALUE);
    List<DocumentNode> steps = new ArrayList<>(rule.list("steps"));
    steps.add(rule);
    for (DocumentNode step : steps) {
      long thresholdFen = step.find("thresholdFen").map(DocumentNode::integer).orElse(0L);
      if (thresholdFen > capFen) {
        faults.add(
            step.get("thresholdFen"),
            "门槛高于计价上限，永远达不到",
            "The threshold lies above the cap of the price and is never reached");
      }
    }
    if (capFen != Long.MAX_VALUE && isOfKind(part, "UNQUANTIFIED")) {
      faults.add(
          part.get("listCapFen"), "未写明数额的项目不能有计价上限", "What has no figure has no cap of the price");
    }
  }

  private void checkLimits(DocumentNode item) {
    Set<String> own = new HashSet<>();
    for (DocumentNode limit : item.list("limits")) {
      String key = limit.text("subject") + " " + limit.text("period") + " " + limit.text("unit");
      if (!own.add(key)) {
        faults.add(
            limit, "同一对象、周期和单位的限额重复", "A limit of this subject, period and unit stands twice");
      }
      if (limit.text("subject").equals("PROGRAMME")) {
        checkProgrammeLimit(item, limit, key);
      }
      if (limit.text("subject").equals("HOLDER") && limit.text("unit").equals(HOLDERS)) {
        faults.add(
            limit.get("unit"), "每位持证人只有一人，不能限人数", "One holder is one person; this limits nothing");
      }
    }
    List<DocumentNode> ofEditions =
        item.list("limits").stream().filter(each -> each.text("period").equals(EDITION)).toList();
    if (!ofEditions.isEmpty()) {
      checkEditions(item, ofEditions);
    }
  }

  /**
   * All items count together under such a limit, so that two maxima would contradict each other.
   */
  private void checkProgrammeLimit(DocumentNode item, DocumentNode limit, String key) {
    DocumentNode first = programmeLimits.putIfAbsent(key, limit);
    if (first != null && first.get("max").integer() != limit.get("max").integer()) {
      faults.add(
          limit.get("max"),
          "与 " + first.pointer() + " 共用一个总限额，上限须相同",
          "This shares one count with " + first.pointer() + "; both need the same maximum");
    }
    if (limit.text("period").equals(EDITION)) {
      List<String> windows = windowsOf(item).stream().map(Span::toString).toList();
      List<String> before = programmeWindows.putIfAbsent(key, windows);
      if (before != null && !before.equals(windows)) {
        faults.add(
            limit.get("period"),
            "共用每届总限额的项目须有相同的节期",
            "Items that share a count per edition have the same windows");
      }
    }
  }

  /** The days of a window, by their first. */
  private record Span(LocalDate from, LocalDate to, String edition) implements Comparable<Span> {
    @Override
    public int compareTo(Span other) {
      int byStart = from.compareTo(other.from);
      return byStart != 0 ? byStart : toString().compareTo(other.toString());
    }
  }

  private static List<Span> windowsOf(DocumentNode item) {
    TreeSet<Span> spans = new TreeSet<>();
    item.find("when")
        .ifPresent(
            when ->
                when.list("windows")
                    .forEach(
                        each ->
                            spans.add(
                                new Span(
                                    LocalDate.parse(each.text("from")),
                                    LocalDate.parse(each.text("to")),
                                    each.find("edition").map(DocumentNode::text).orElse("")))));
    return List.copyOf(spans);
  }

  private void checkEditions(DocumentNode item, List<DocumentNode> limits) {
    List<Span> spans = windowsOf(item);
    if (spans.isEmpty()) {
      limits.forEach(
          limit ->
              faults.add(
                  limit.get("period"), "按届限额的项目须有节期", "A limit per edition needs windows of days"));
    }
    for (int i = 1; i < spans.size(); i++) {
      if (!spans.get(i).from().isAfter(spans.get(i - 1).to())) {
        faults.add(
            item.get("when").get("windows"),
            "按届限额的项目，各节期不得重叠",
            "Windows of an item with a limit per edition do not overlap");
      }
    }
  }

  private void checkFulfils(DocumentNode item, String code, Set<String> promises) {
    String fulfils = item.find("fulfils").map(DocumentNode::text).orElse("");
    if (fulfils.startsWith(code + "/") && !promises.contains(fulfils)) {
      faults.add(
          item.get("fulfils"),
          "本清单中没有该项，或该项已写明数额",
          "There is no such item in this catalogue, or it has figures already");
    }
  }

  private static boolean isOfKind(DocumentNode part, String kind) {
    return part.get("rule").text("kind").equals(kind);
  }
}
