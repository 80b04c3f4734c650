package org.yongjun.pass.certificate.store;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.yongjun.pass.certificate.KeyRotation;
import org.yongjun.pass.certificate.ShortCodes;
import org.yongjun.pass.certificate.StatusLists;

/** What has to be done now and then; any number of instances may do it at once. */
@Singleton
class CertificateHousekeeping {
  private final KeyRotation rotation;
  private final StatusLists statusLists;
  private final ShortCodes shortCodes;

  CertificateHousekeeping(KeyRotation rotation, StatusLists statusLists, ShortCodes shortCodes) {
    this.rotation = rotation;
    this.statusLists = statusLists;
    this.shortCodes = shortCodes;
  }

  @Scheduled(initialDelay = "5m", fixedDelay = "1h")
  @ExecuteOn(TaskExecutors.BLOCKING)
  void tidy() {
    rotation.ensureSuccessors();
    statusLists.clearDue();
    shortCodes.deleteExpired();
  }
}
