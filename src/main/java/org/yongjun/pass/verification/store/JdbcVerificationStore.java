package org.yongjun.pass.verification.store;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.verification.BillLine;
import org.yongjun.pass.verification.ShownAs;
import org.yongjun.pass.verification.ShownCode;
import org.yongjun.pass.verification.Verification;
import org.yongjun.pass.verification.VerificationStore;

@Singleton
final class JdbcVerificationStore implements VerificationStore {
  private final VerificationRows rows;
  private final ObjectMapper mapper;

  JdbcVerificationStore(VerificationRows rows, ObjectMapper mapper) {
    this.rows = rows;
    this.mapper = mapper;
  }

  @Override
  public void insert(Verification verification) {
    ShownCode code = verification.code();
    rows.save(
        new VerificationRow(
            verification.id(),
            verification.terminalId(),
            code.issuer(),
            code.bindingIndex(),
            code.shownAs().text(),
            code.staffCheck() ? 1 : 0,
            0,
            code.holderTag().hex(),
            code.classes().bits(),
            code.homeRegion().value(),
            write(verification.bill()),
            verification.channel(),
            verification.payableFen(),
            verification.at(),
            verification.expiresAt(),
            verification.venueId(),
            verification.region().value(),
            verification.benefitValueFen(),
            verification.approvalItems().isEmpty() ? 0 : 1,
            verification.approvalItems().isEmpty()
                ? null
                : String.join(",", verification.approvalItems())));
  }

  @Override
  public boolean spend(String id) {
    return rows.spend(id) == 1;
  }

  @Override
  public Optional<Verification> findById(String id) {
    return rows.findById(id).map(this::toDomain);
  }

  Verification toDomain(VerificationRow row) {
    return new Verification(
        row.id(),
        row.terminalId(),
        new ShownCode(
            row.issuer(),
            row.bindingIndex(),
            ShownAs.of(row.shownAs()),
            row.staffCheck() == 1,
            HolderTag.ofHex(row.holderTag()),
            new HolderClasses(row.classBits()),
            new RegionCode(row.homeRegion())),
        read(row.bill()),
        row.channel(),
        row.payableFen(),
        row.at(),
        row.expiresAt(),
        row.venueId(),
        new RegionCode(row.region()),
        row.benefitValueFen(),
        items(row.approvalItems()));
  }

  private static List<String> items(@Nullable String joined) {
    return joined == null ? List.of() : List.of(joined.split(","));
  }

  @Override
  public int deleteExpired(Instant time) {
    return rows.deleteExpired(time);
  }

  private String write(List<BillLine> bill) {
    try {
      return mapper.writeValueAsString(bill.stream().map(BillLineJson::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("a bill is JSON", e);
    }
  }

  private List<BillLine> read(String json) {
    try {
      return mapper.readValue(json, Argument.listOf(BillLineJson.class)).stream()
          .map(BillLineJson::toDomain)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("a stored bill is JSON", e);
    }
  }
}
