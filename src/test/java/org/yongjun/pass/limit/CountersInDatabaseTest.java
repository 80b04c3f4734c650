package org.yongjun.pass.limit;

import java.util.function.Supplier;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.platform.Transactions;

/** The counters on the real database. */
class CountersInDatabaseTest extends LimitCountersContract {
  @Override
  LimitCounters counters() {
    return PassServer.context().getBean(LimitCounters.class);
  }

  @Override
  <T> T inTransaction(Supplier<T> work) {
    return PassServer.context().getBean(Transactions.class).write(work);
  }
}
