package org.yongjun.pass.certificate.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.yongjun.pass.certificate.Binding;
import org.yongjun.pass.certificate.Certificate;
import org.yongjun.pass.certificate.RevocationReason;
import org.yongjun.pass.holder.HolderStatus;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.KeyCustody;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.RawPublicKey;

/** What travels over HTTP about certificates. */
final class CertificateWire {
  private static final int PIXELS_PER_MODULE_MAX = 20;

  /** Longer than the longest code; what is no code is not drawn either. */
  private static final int CODE_LENGTH_MAX = 400;

  private CertificateWire() {}

  @Serdeable
  record BindRequest(
      @NotNull Algorithm deviceAlgorithm,
      @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{44}") String deviceKey,
      @Nullable KeyCustody custody) {}

  /** Proves by the device's key which certificate is meant. */
  @Serdeable
  record RenewRequest(@NotNull @Pattern(regexp = "[A-Za-z0-9_-]{44}") String deviceKey) {}

  @Serdeable
  record RevokeRequest(@NotNull RevocationReason reason) {}

  /**
   * A certificate for an office: what tells it apart, and nothing that could be shown as a code.
   */
  @Serdeable
  record CertificateSummary(
      String certificateId,
      Binding.Kind kind,
      Binding.State state,
      String keyId,
      int issuer,
      long bindingIndex,
      Instant issuedAt,
      Instant expiresAt) {
    static CertificateSummary of(Certificate certificate) {
      Binding binding = certificate.binding();
      return new CertificateSummary(
          certificate.id(),
          binding.kind(),
          binding.state(),
          certificate.block().unverifiedFields().keyId().hex(),
          binding.issuer(),
          binding.index(),
          certificate.issuedAt(),
          certificate.expiresAt());
    }
  }

  @Serdeable
  record CertificateSummaries(List<CertificateSummary> certificates) {}

  /** A new card with the text of its code, which is printed and not kept by the office. */
  @Serdeable
  record CardAnswer(CertificateSummary certificate, String code) {
    static CardAnswer of(Certificate card) {
      return new CardAnswer(CertificateSummary.of(card), CodeText.encode(card.block().bytes()));
    }

    @Override
    public String toString() {
      return "CardAnswer";
    }
  }

  @Serdeable
  record HolderStatusAnswer(String holderId, HolderStatus status) {}

  @Serdeable
  record ShortCodeAnswer(String code, Instant expiresAt) {
    @Override
    public String toString() {
      return "ShortCodeAnswer";
    }
  }

  @Serdeable
  record RotateRequest(@NotNull Algorithm algorithm, @NotNull KeyPurpose purpose) {}

  @Serdeable
  record IssuerKeyAnswer(
      String keyId,
      Algorithm algorithm,
      KeyPurpose purpose,
      long notBefore,
      long signUntil,
      long expires) {
    static IssuerKeyAnswer of(ListedKey key) {
      return new IssuerKeyAnswer(
          key.id().hex(),
          key.publicKey().algorithm(),
          key.purpose(),
          key.notBeforeSeconds(),
          key.signUntilSeconds(),
          key.expiresSeconds());
    }
  }

  @Serdeable
  record CertificateAnswer(
      String certificateId,
      Binding.Kind kind,
      Binding.State state,
      String keyId,
      int issuer,
      long bindingIndex,
      List<HolderClass> classes,
      String homeRegion,
      @Nullable Algorithm deviceAlgorithm,
      @Nullable String deviceKey,
      Instant issuedAt,
      Instant expiresAt,
      int windowSeconds,
      String block) {
    static CertificateAnswer of(Certificate certificate) {
      CertificateFields fields = certificate.block().unverifiedFields();
      Binding binding = certificate.binding();
      RawPublicKey deviceKey = binding.deviceKey();
      return new CertificateAnswer(
          certificate.id(),
          binding.kind(),
          binding.state(),
          fields.keyId().hex(),
          binding.issuer(),
          binding.index(),
          fields.classes().list(),
          fields.homeRegion().toString(),
          deviceKey == null ? null : deviceKey.algorithm(),
          deviceKey == null ? null : deviceKey.base64Url(),
          certificate.issuedAt(),
          certificate.expiresAt(),
          fields.windowSeconds(),
          Base64.getUrlEncoder().withoutPadding().encodeToString(certificate.block().bytes()));
    }
  }

  @Serdeable
  record CertificateList(List<CertificateAnswer> certificates) {}

  @Serdeable
  record CodeImageRequest(
      @NotNull @Size(min = 1, max = CODE_LENGTH_MAX) @Pattern(regexp = "YJ1:[0-9A-Z $%*+./:-]+")
          String code,
      @Nullable @Min(1) @Max(PIXELS_PER_MODULE_MAX) Integer pixelsPerModule) {
    @Override
    public String toString() {
      return "CodeImageRequest";
    }
  }
}
