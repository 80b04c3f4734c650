package org.yongjun.pass.certificate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code issuer}. */
@MappedEntity("issuer")
record IssuerRow(@Id int number, String name, int region, long nextIndex) {}
