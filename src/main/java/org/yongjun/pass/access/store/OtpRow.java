package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code sign_in_code}. */
@MappedEntity("sign_in_code")
record OtpRow(
    @Id byte[] phoneHash, byte[] codeHash, int triesLeft, boolean spent, Instant expiresAt) {}
