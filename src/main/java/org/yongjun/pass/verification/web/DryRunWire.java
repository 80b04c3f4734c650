package org.yongjun.pass.verification.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.verification.DryRuns;
import org.yongjun.pass.verification.Presented;
import org.yongjun.pass.verification.web.VerificationWire.BillPartRequest;
import org.yongjun.pass.verification.web.VerificationWire.PartAnswer;
import org.yongjun.pass.verification.web.VerificationWire.Sentence;
import org.yongjun.pass.verification.web.VerificationWire.TraceLineAnswer;

/** What travels over HTTP about dry runs. */
final class DryRunWire {
  private static final int TAGS_MAX = 50;
  private static final int CLASSES_MAX = 14;
  private static final int AGE_MAX = 130;

  /** The id of a venue that does not exist. */
  private static final String MADE_UP = "SAMPLE";

  private DryRunWire() {}

  @Serdeable
  record SampleHolder(
      @Nullable @NotNull @Size(min = 1, max = CLASSES_MAX) List<@NotNull HolderClass> classes,
      @NotNull @Pattern(regexp = "[0-9]{6}") String homeRegion,
      @Nullable @Min(0) @Max(HolderFacts.MERIT_CLASS_MAX) Integer meritClass,
      @Nullable @Min(0) @Max(HolderFacts.DISABILITY_GRADE_MAX) Integer disabilityGrade,
      @Nullable @Min(0) @Max(AGE_MAX) Integer ageYears,
      @Nullable @Size(max = TAGS_MAX) List<@NotNull String> memberLists,
      @Nullable @Size(max = TAGS_MAX) List<@NotNull String> householdLists) {
    HolderFacts toDomain() {
      return new HolderFacts(
          HolderClasses.of(Set.copyOf(classes)),
          RegionCode.of(homeRegion),
          meritClass == null ? 0 : meritClass,
          disabilityGrade == null ? 0 : disabilityGrade,
          ageYears,
          memberLists == null ? Set.of() : Set.copyOf(memberLists),
          householdLists == null ? Set.of() : Set.copyOf(householdLists));
    }

    @Override
    public String toString() {
      return "SampleHolder";
    }
  }

  @Serdeable
  record SampleVenue(
      @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,31}") String kind,
      @NotNull @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @Min(0) @Max(VenueFacts.A_LEVEL_MAX) Integer aLevel,
      @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,31}") String ownership,
      @Nullable @Size(max = TAGS_MAX) List<@NotNull String> tags) {
    VenueFacts toDomain() {
      return new VenueFacts(
          MADE_UP,
          kind,
          RegionCode.of(region),
          aLevel == null ? 0 : aLevel,
          ownership == null ? "" : ownership,
          tags == null ? Set.of() : Set.copyOf(tags),
          true);
    }
  }

  @Serdeable
  record SampleRequest(
      @Nullable @Valid SampleHolder holder,
      @Nullable @Pattern(regexp = Ids.GIVEN_PATTERN) String holderId,
      @Nullable @Valid SampleVenue venue,
      @Nullable @Pattern(regexp = Ids.GIVEN_PATTERN) String venueId,
      @Nullable @NotNull @Valid @Size(min = 1, max = Presented.PARTS_MAX)
          List<@Valid @NotNull BillPartRequest> bill,
      @Nullable @Pattern(regexp = VerificationWire.CHANNEL_PATTERN) String channel,
      @Nullable Instant at) {
    DryRuns.Sample toDomain() {
      return new DryRuns.Sample(
          holder == null ? null : holder.toDomain(),
          holderId,
          venue == null ? null : venue.toDomain(),
          venueId,
          bill.stream().map(BillPartRequest::toDomain).toList(),
          channel == null ? VerificationWire.CHANNEL_DEFAULT : channel,
          at);
    }
  }

  @Serdeable
  record DryRunRequest(
      @Nullable @Pattern(regexp = Ids.GIVEN_PATTERN) String draftId,
      @Nullable Map<String, Object> document,
      @Nullable @NotNull @Valid @Size(min = 1, max = DryRuns.SAMPLES_MAX)
          List<@Valid @NotNull SampleRequest> samples) {}

  /** A refusal has a reason and no parts. */
  @Serdeable
  record SamplePrice(
      boolean granted,
      @Nullable Long payableFen,
      @Nullable Long benefitValueFen,
      @Nullable List<PartAnswer> parts,
      @Nullable ReasonCode reason,
      @Nullable Sentence explanation,
      List<TraceLineAnswer> trace) {
    static SamplePrice of(Evaluation evaluation) {
      return switch (evaluation) {
        case Evaluation.Granted granted ->
            new SamplePrice(
                true,
                granted.payableFen(),
                granted.benefitValueFen(),
                granted.parts().stream().map(PartAnswer::of).toList(),
                null,
                null,
                TraceLineAnswer.of(granted.trace()));
        case Evaluation.Refused refused ->
            new SamplePrice(
                false,
                null,
                null,
                null,
                refused.reason(),
                Sentence.of(refused.explanation()),
                TraceLineAnswer.of(refused.trace()));
      };
    }

    private long value() {
      return benefitValueFen == null ? 0 : benefitValueFen;
    }
  }

  /**
   * @param benefitChangeFen how much more benefit the draft gives than what is in force
   */
  @Serdeable
  record SampleAnswer(Instant at, SamplePrice inForce, SamplePrice draft, long benefitChangeFen) {
    static SampleAnswer of(DryRuns.Priced priced) {
      SamplePrice inForce = SamplePrice.of(priced.inForce());
      SamplePrice draft = SamplePrice.of(priced.draft());
      return new SampleAnswer(priced.at(), inForce, draft, draft.value() - inForce.value());
    }
  }

  @Serdeable
  record DryRunAnswer(
      String code,
      @Nullable Integer baseVersion,
      List<String> added,
      List<String> removed,
      List<String> changed,
      List<SampleAnswer> samples) {
    static DryRunAnswer of(DryRuns.Report report) {
      return new DryRunAnswer(
          report.code(),
          report.changes().baseVersion(),
          report.changes().added(),
          report.changes().removed(),
          report.changes().changed(),
          report.samples().stream().map(SampleAnswer::of).toList());
    }
  }
}
