package org.yongjun.pass.benefit;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.benefit.CatalogueDocuments.Format;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.PriceRule;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;

/** Opens documents of drafts, and finds everything that stands against their publication. */
public final class DraftChecks {
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,47}");
  private static final Pattern REGION = Pattern.compile("[0-9]{6}");
  private static final Pattern VENUE = Pattern.compile("[A-Za-z0-9]{1,26}");

  private final CatalogueDocuments documents;
  private final Regions regions;
  private final Catalogues catalogues;
  private final OfferVenues venues;

  public DraftChecks(
      CatalogueDocuments documents, Regions regions, Catalogues catalogues, OfferVenues venues) {
    this.documents = documents;
    this.regions = regions;
    this.catalogues = catalogues;
    this.venues = venues;
  }

  /** A document that says whose it is, and nothing more is known of it. */
  record Opened(Draft.Heading heading, String canonical) {}

  Outcome<Opened> open(Caller caller, byte[] document, Format format) {
    return documents
        .parse(document, format)
        .then(
            tree ->
                permit(caller, tree).map(heading -> new Opened(heading, CanonicalJson.of(tree))));
  }

  Outcome<Draft.Heading> permit(Caller caller, Map<String, Object> tree) {
    return heading(tree).then(heading -> permitted(caller, heading));
  }

  Map<String, Object> documentOf(Draft draft) {
    return documents.readPublished(draft.document());
  }

  private Outcome<Draft.Heading> heading(Map<String, Object> tree) {
    Faults faults = new Faults(Lines.NONE);
    String code = word(tree.get("code"), CODE, "/code", faults);
    String region = word(tree.get("region"), REGION, "/region", faults);
    if (region != null && !regions.exists(RegionCode.of(region))) {
      faults.add("/region", "行政区划代码不存在", "There is no such region code");
    }
    String venueId =
        tree.get("offer") instanceof Map<?, ?> offer
            ? word(offer.get("venueId"), VENUE, "/offer/venueId", faults)
            : null;
    return code == null || region == null || faults.count() > 0
        ? Outcome.refused(faults.problem())
        : Outcome.done(new Draft.Heading(code, RegionCode.of(region), venueId));
  }

  private static @Nullable String word(
      @Nullable Object value, Pattern pattern, String pointer, Faults faults) {
    if (value instanceof String text && pattern.matcher(text).matches()) {
      return text;
    }
    faults.add(
        pointer,
        "须符合格式 " + pattern.pattern() + "，否则无法保存为草稿",
        "This must match " + pattern.pattern() + " for a draft to be saved");
    return null;
  }

  /** An owner writes offers of the own venue alone; where that lies is checked with the rest. */
  private static Outcome<Draft.Heading> permitted(Caller caller, Draft.Heading heading) {
    boolean may =
        heading.venueId() == null
            ? caller.answersFor(heading.region())
            : caller.manages(heading.venueId(), heading.region());
    return may ? Outcome.done(heading) : Outcome.refused(ProblemCode.OUT_OF_REGION);
  }

  /** The catalogue that the draft would become; refuses with INVALID_CATALOGUE and every fault. */
  Outcome<Catalogue> check(Draft draft) {
    return check(documents.readPublished(draft.document()));
  }

  /** The same for a document that is no draft yet. */
  public Outcome<Catalogue> check(Map<String, Object> document) {
    return documents
        .check(document, Lines.NONE)
        .then(
            tree ->
                CatalogueReader.ofDrafts(regions::exists)
                    .read(tree, catalogues.latestVersion(String.valueOf(tree.get("code"))) + 1)
                    .then(catalogue -> checkOffer(catalogue, DocumentNode.root(tree))));
  }

  private Outcome<Catalogue> checkOffer(Catalogue catalogue, DocumentNode root) {
    Faults faults = new Faults(Lines.NONE);
    Catalogue.Offer offer = catalogue.offer();
    Optional<VenueFacts> venue = offer == null ? Optional.empty() : venues.find(offer.venueId());
    if (offer != null && venue.isEmpty()) {
      faults.add(root.get("offer"), "没有这个场所", "There is no such venue");
    }
    if (venue.isPresent() && !venue.get().region().equals(catalogue.region())) {
      faults.add(
          root.get("region"),
          "须为场所所在地区 " + venue.get().region(),
          "This must be the venue's region " + venue.get().region());
    }
    for (DocumentNode item : root.list("items")) {
      item.find("fulfils")
          .filter(node -> !node.text().startsWith(catalogue.code() + "/"))
          .ifPresent(node -> checkFulfils(node, venue, faults));
    }
    return faults.count() == 0 ? Outcome.done(catalogue) : Outcome.refused(faults.problem());
  }

  /** Terms are filed for an item of another list that has none, at a venue that it is for. */
  private void checkFulfils(DocumentNode node, Optional<VenueFacts> venue, Faults faults) {
    Optional<Item> item = catalogues.findLatestItem(node.text());
    if (item.isEmpty()) {
      faults.add(node, "没有这个已发布的项目", "No published item has this id");
    } else if (item.get().parts().stream()
        .noneMatch(part -> part.rule() instanceof PriceRule.Unquantified)) {
      faults.add(node, "该项目已有明确的优惠标准", "That item states its terms itself");
    } else if (venue.isPresent() && !item.get().where().matches(venue.get())) {
      faults.add(node, "该项目不适用于此场所", "That item is not for this venue");
    }
  }
}
