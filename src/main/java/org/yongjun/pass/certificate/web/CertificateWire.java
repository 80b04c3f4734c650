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
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.token.KeyCustody;

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

  @Serdeable
  record CertificateAnswer(
      String certificateId,
      Binding.State state,
      String keyId,
      int issuer,
      long bindingIndex,
      List<HolderClass> classes,
      String homeRegion,
      Algorithm deviceAlgorithm,
      String deviceKey,
      Instant issuedAt,
      Instant expiresAt,
      int windowSeconds,
      String block) {
    static CertificateAnswer of(Certificate certificate) {
      CertificateFields fields = certificate.block().unverifiedFields();
      Binding binding = certificate.binding();
      return new CertificateAnswer(
          certificate.id(),
          binding.state(),
          fields.keyId().hex(),
          binding.issuer(),
          binding.index(),
          fields.classes().list(),
          fields.homeRegion().toString(),
          binding.deviceKey().algorithm(),
          binding.deviceKey().base64Url(),
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
