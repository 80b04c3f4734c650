package org.yongjun.pass.certificate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.certificate.Certificates;
import org.yongjun.pass.certificate.Revocations;
import org.yongjun.pass.certificate.qr.QrImages;
import org.yongjun.pass.certificate.web.CertificateWire.BindRequest;
import org.yongjun.pass.certificate.web.CertificateWire.CertificateAnswer;
import org.yongjun.pass.certificate.web.CertificateWire.CertificateList;
import org.yongjun.pass.certificate.web.CertificateWire.CertificateSummary;
import org.yongjun.pass.certificate.web.CertificateWire.CodeImageRequest;
import org.yongjun.pass.certificate.web.CertificateWire.RenewRequest;
import org.yongjun.pass.certificate.web.CertificateWire.RevokeRequest;
import org.yongjun.pass.offline.token.KeyCustody;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Conditional;

/** A holder's devices and their certificates. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class CertificateController {
  private static final String IMAGE_SVG = "image/svg+xml";
  private static final int PIXELS_PER_MODULE = 6;

  private final Certificates certificates;
  private final Revocations revocations;
  private final QrImages images;
  private final Conditional conditional;

  CertificateController(
      Certificates certificates,
      Revocations revocations,
      QrImages images,
      Conditional conditional) {
    this.certificates = certificates;
    this.revocations = revocations;
    this.images = images;
    this.conditional = conditional;
  }

  /** Renews the certificate of the caller's device: 201 from the seventh day on, earlier 200. */
  @Post("/certificates/{certificateId}/renewal")
  @Secured(Role.Names.HOLDER)
  HttpResponse<CertificateAnswer> renew(
      @PathVariable String certificateId, @Body @Valid RenewRequest body, Caller caller) {
    return answer(Answers.orThrow(certificates.renew(caller, certificateId, body.deviceKey())));
  }

  /** Binds the caller's device: 201 with a new certificate, 200 with the one that it has. */
  @Post("/certificates")
  @Secured(Role.Names.HOLDER)
  HttpResponse<CertificateAnswer> bind(@Body @Valid BindRequest body, Caller caller) {
    KeyCustody custody = body.custody() == null ? KeyCustody.SOFTWARE : body.custody();
    return answer(Answers.orThrow(certificates.bind(caller, deviceKey(body), custody)));
  }

  private static HttpResponse<CertificateAnswer> answer(Certificates.Bound bound) {
    CertificateAnswer answer = CertificateAnswer.of(bound.certificate());
    return bound.isNew() ? HttpResponse.created(answer) : HttpResponse.ok(answer);
  }

  /** Revokes one phone or card: by its holder, or by the holder's office. */
  @Post("/certificates/{certificateId}/revocation")
  @Secured({Role.Names.HOLDER, Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.ADMIN})
  CertificateSummary revoke(
      @PathVariable String certificateId, @Body @Valid RevokeRequest body, Caller caller) {
    return CertificateSummary.of(
        Answers.orThrow(revocations.revoke(caller, certificateId, body.reason())));
  }

  @Get("/certificates")
  @Secured(Role.Names.HOLDER)
  HttpResponse<CertificateList> list(Caller caller, HttpRequest<?> request) {
    return conditional.byContent(
        request,
        new CertificateList(
            certificates.listOf(caller).stream().map(CertificateAnswer::of).toList()));
  }

  /**
   * Draws the code that a phone has signed, or a card's. It is a POST so that no log has the code.
   */
  @Post("/code-images")
  @Secured({Role.Names.HOLDER, Role.Names.CLERK, Role.Names.ADMIN})
  @Produces({MediaType.IMAGE_PNG, IMAGE_SVG})
  HttpResponse<byte[]> draw(@Body @Valid CodeImageRequest body, HttpRequest<?> request) {
    boolean svg =
        request.accept().stream()
            .findFirst()
            .filter(t -> t.getName().equals(IMAGE_SVG))
            .isPresent();
    int scale = body.pixelsPerModule() == null ? PIXELS_PER_MODULE : body.pixelsPerModule();
    byte[] image =
        svg
            ? images.svg(body.code()).getBytes(StandardCharsets.UTF_8)
            : images.png(body.code(), scale);
    return HttpResponse.ok(image)
        .contentType(svg ? MediaType.of(IMAGE_SVG) : MediaType.IMAGE_PNG_TYPE)
        .header("Cache-Control", "no-store");
  }

  private static RawPublicKey deviceKey(BindRequest body) {
    try {
      return RawPublicKey.ofBase64Url(body.deviceAlgorithm(), body.deviceKey());
    } catch (IllegalArgumentException notAKey) {
      throw Answers.refuse(
          Problem.invalid(
              "/deviceKey",
              "不是该算法的公钥（33 字节，base64url）",
              "This is not a public key of that algorithm (33 bytes, base64url)"));
    }
  }
}
