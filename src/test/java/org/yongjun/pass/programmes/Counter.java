package org.yongjun.pass.programmes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;

/**
 * A counter of a venue, where holders show codes.
 *
 * @param venueId the venue that it stands in
 */
public record Counter(String venueId, StoryTerminal terminal) {

  /**
   * What a person of that description gets here for these parts of a bill at the venue's prices:
   * {@code list/reference/payable/value item}, all in fen and over all parts, or the reason why
   * nothing.
   *
   * @param holder as {@link Holders#phone}
   */
  String use(String holder, String... labels) {
    return use(Holders.phone(holder), labels);
  }

  public String use(StoryPhone phone, String... labels) {
    Map<String, Long> bill = new LinkedHashMap<>();
    for (String label : labels) {
      bill.put(label, 0L);
    }
    return read(terminal.redeem(UUID.randomUUID().toString(), phone.show(), bill));
  }

  /** The same by the code on a card. */
  String useCard(String code, String... labels) {
    Map<String, Long> bill = new LinkedHashMap<>();
    for (String label : labels) {
      bill.put(label, 0L);
    }
    return read(terminal.redeem(UUID.randomUUID().toString(), code, bill));
  }

  /** The same for one part whose price stands on the bill and not in the venue's tariff. */
  String useOf(String holder, String label, long listFen) {
    return read(
        terminal.redeem(
            UUID.randomUUID().toString(), Holders.phone(holder).show(), Map.of(label, listFen)));
  }

  /** The same for a part that is sold by quantity, in 0.001 of its unit. */
  String useOf(String holder, String label, long listFen, long milliUnits) {
    Map<String, Object> part = Map.of("label", label, "listFen", listFen, "milliUnits", milliUnits);
    return read(
        terminal.redeem(
            UUID.randomUUID().toString(),
            Map.of("code", Holders.phone(holder).show(), "bill", List.of(part))));
  }

  /** The same of any answer to a redemption. */
  public static String read(StoryHttp.Reply reply) {
    if (reply.status() != 201) {
      return reply.text("code");
    }
    TreeSet<String> items = new TreeSet<>();
    for (Map<String, Object> part : reply.list("parts")) {
      for (Object layer : (Iterable<?>) part.get("layers")) {
        items.add(((Map<?, ?>) layer).get("itemId").toString().replaceFirst("^terms-.*", "terms"));
      }
    }
    return sum(reply, "listFen")
        + "/"
        + sum(reply, "referenceFen")
        + "/"
        + reply.number("payableFen")
        + "/"
        + reply.number("benefitValueFen")
        + items.stream().collect(Collectors.joining(" ", " ", ""));
  }

  private static long sum(StoryHttp.Reply reply, String field) {
    return reply.list("parts").stream()
        .mapToLong(part -> ((Number) part.get(field)).longValue())
        .sum();
  }
}
