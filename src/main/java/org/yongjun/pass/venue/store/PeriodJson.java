package org.yongjun.pass.venue.store;

import io.micronaut.serde.annotation.Serdeable;

/** A period of opening hours as it is stored. */
@Serdeable
record PeriodJson(String day, String from, String to) {}
