package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code sign_in_quota}. */
@MappedEntity("sign_in_quota")
record QuotaRow(@Id byte[] subject, int used, Instant endsAt) {}
