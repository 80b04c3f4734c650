package org.yongjun.pass.reporting.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.reporting.FigureStore;
import org.yongjun.pass.reporting.Figures;

@Factory
final class ReportingFactory {
  @Singleton
  Figures figures(FigureStore store, Transactions transactions, Clock clock) {
    return new Figures(store, transactions, clock);
  }
}
