package org.yongjun.pass.limit;

import java.util.function.Supplier;

class InMemoryCountersTest extends LimitCountersContract {
  private final InMemoryCounters counters = new InMemoryCounters();

  @Override
  LimitCounters counters() {
    return counters;
  }

  @Override
  <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
