package org.yongjun.pass.limit.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.yongjun.pass.limit.LimitCounters;
import org.yongjun.pass.limit.Limits;
import org.yongjun.pass.platform.Transactions;

@Factory
final class LimitFactory {
  @Singleton
  Limits limits(LimitCounters counters, Transactions transactions) {
    return new Limits(counters, transactions);
  }
}
