package org.yongjun.pass.certificate.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.yongjun.pass.certificate.CertificateStore;
import org.yongjun.pass.certificate.Certificates;
import org.yongjun.pass.certificate.Issuer;
import org.yongjun.pass.certificate.IssuerKeys;
import org.yongjun.pass.certificate.KeyListPublisher;
import org.yongjun.pass.certificate.KeyWrap;
import org.yongjun.pass.certificate.adapter.JwsKeyList;
import org.yongjun.pass.certificate.adapter.TinkKeyWrap;
import org.yongjun.pass.certificate.qr.QrImages;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.KeyDerivation;
import org.yongjun.pass.platform.StartRefusedException;
import org.yongjun.pass.platform.Transactions;

@Factory
final class CertificateFactory {
  @Singleton
  Signatures signatures() {
    return new Signatures();
  }

  @Singleton
  KeyWrap keyWrap(KeyDerivation keys) {
    return new TinkKeyWrap(keys.derive(TinkKeyWrap.KEY_LABEL, TinkKeyWrap.KEY_BYTES));
  }

  @Singleton
  IssuerKeys issuerKeys(
      CertificateStore store,
      Signatures signatures,
      Journal journal,
      Transactions transactions,
      Clock clock,
      SecureRandom random,
      @Value("${pass.issuer.number}") int number,
      @Value("${pass.issuer.name}") String name,
      @Value("${pass.issuer.region}") String region) {
    Issuer issuer = new Issuer(number, name, RegionCode.of(region));
    IssuerKeys keys = new IssuerKeys(store, issuer, signatures, journal, transactions, clock);
    keys.ensureFirstKey(random);
    return keys;
  }

  @Singleton
  Certificates certificates(
      CertificateStore store,
      IssuerKeys keys,
      Holders holders,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new Certificates(store, keys, holders, journal, transactions, ids, clock);
  }

  @Singleton
  KeyListPublisher keyListPublisher(
      IssuerKeys keys,
      Signatures signatures,
      Clock clock,
      @Value("${pass.root-key-file:}") String rootFile,
      @Value("${pass.root-key-successor-file:}") String successorFile) {
    if (rootFile.isEmpty() || successorFile.isEmpty()) {
      throw new StartRefusedException(
          "使用外部数据库和 Redis 时必须用 PASS_ROOT_KEY_FILE 和 PASS_ROOT_KEY_SUCCESSOR_FILE 指定根密钥文件。",
          "With a database and Redis of your own, name the root key's files by PASS_ROOT_KEY_FILE"
              + " and PASS_ROOT_KEY_SUCCESSOR_FILE; they are made where they do not exist.");
    }
    return new JwsKeyList(
        keys, signatures.keys(), clock, Path.of(rootFile), Path.of(successorFile));
  }

  @Singleton
  QrImages qrImages() {
    return new QrImages();
  }

  /** Reads the keys and the root key before the first request, not during it. */
  @Singleton
  ApplicationEventListener<ServerStartupEvent> keysAtStart(KeyListPublisher publisher) {
    return event -> publisher.current();
  }
}
