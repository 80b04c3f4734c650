package org.yongjun.pass.verification.store;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A bill line as it is stored. */
@Serdeable
record BillLineJson(String label, @Nullable Long listFen, @Nullable Long referenceFen) {}
