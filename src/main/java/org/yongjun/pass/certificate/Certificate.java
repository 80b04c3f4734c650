package org.yongjun.pass.certificate;

import java.time.Instant;
import org.yongjun.pass.offline.token.CertificateBlock;

/** An issued, signed certificate (电子优待凭证) of one binding. */
public record Certificate(
    String id, Binding binding, Instant issuedAt, Instant expiresAt, CertificateBlock block) {}
