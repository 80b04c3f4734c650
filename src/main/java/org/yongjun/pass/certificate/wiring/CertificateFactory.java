package org.yongjun.pass.certificate.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.yongjun.pass.access.SessionStore;
import org.yongjun.pass.certificate.Cards;
import org.yongjun.pass.certificate.CertificateStore;
import org.yongjun.pass.certificate.Certificates;
import org.yongjun.pass.certificate.DocumentSigner;
import org.yongjun.pass.certificate.HolderPauses;
import org.yongjun.pass.certificate.Issuer;
import org.yongjun.pass.certificate.IssuerKeys;
import org.yongjun.pass.certificate.KeyListPublisher;
import org.yongjun.pass.certificate.KeyRotation;
import org.yongjun.pass.certificate.KeyWrap;
import org.yongjun.pass.certificate.Revocations;
import org.yongjun.pass.certificate.ShortCodeStore;
import org.yongjun.pass.certificate.ShortCodes;
import org.yongjun.pass.certificate.StatusListPublisher;
import org.yongjun.pass.certificate.StatusLists;
import org.yongjun.pass.certificate.StatusStore;
import org.yongjun.pass.certificate.adapter.JwsDocuments;
import org.yongjun.pass.certificate.adapter.JwsKeyList;
import org.yongjun.pass.certificate.adapter.JwsStatusLists;
import org.yongjun.pass.certificate.adapter.TinkKeyWrap;
import org.yongjun.pass.certificate.qr.QrImages;
import org.yongjun.pass.holder.HoldStore;
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
      Transactions transactions,
      Clock clock,
      @Value("${pass.issuer.number}") int number,
      @Value("${pass.issuer.name}") String name,
      @Value("${pass.issuer.region}") String region) {
    Issuer issuer = new Issuer(number, name, RegionCode.of(region));
    return new IssuerKeys(store, issuer, signatures, transactions, clock);
  }

  @Singleton
  KeyRotation keyRotation(
      IssuerKeys keys,
      Journal journal,
      Transactions transactions,
      Clock clock,
      SecureRandom random) {
    KeyRotation rotation = new KeyRotation(keys, journal, transactions, clock, random);
    rotation.ensureFirstKeys();
    return rotation;
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
  HolderPauses holderPauses(CertificateStore store, StatusStore statuses) {
    return new HolderPauses(store, statuses);
  }

  @Singleton
  Revocations revocations(
      CertificateStore store,
      StatusStore statuses,
      Holders holders,
      HoldStore holds,
      HolderPauses pauses,
      SessionStore sessions,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    return new Revocations(
        store, statuses, holders, holds, pauses, sessions, journal, transactions, clock);
  }

  @Singleton
  Cards cards(
      CertificateStore store,
      IssuerKeys keys,
      Holders holders,
      Revocations revocations,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new Cards(store, keys, holders, revocations, journal, transactions, ids, clock);
  }

  @Singleton
  ShortCodes shortCodes(
      ShortCodeStore codes,
      CertificateStore certificates,
      Ids ids,
      Clock clock,
      SecureRandom random,
      KeyDerivation keys) {
    byte[] key = keys.derive(ShortCodes.KEY_LABEL, ShortCodes.KEY_BYTES);
    return new ShortCodes(codes, certificates, ids, clock, random, key);
  }

  @Singleton
  StatusLists statusLists(
      StatusStore store,
      CertificateStore certificates,
      IssuerKeys keys,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    StatusLists lists = new StatusLists(store, certificates, keys, journal, transactions, clock);
    lists.begin();
    return lists;
  }

  @Singleton
  StatusListPublisher statusListPublisher(StatusLists lists, IssuerKeys keys, Clock clock) {
    return new JwsStatusLists(lists, keys, clock);
  }

  @Singleton
  DocumentSigner documentSigner(IssuerKeys keys) {
    return new JwsDocuments(keys);
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

  /** Makes what keys are missing and reads them before the first request, not during it. */
  @Singleton
  ApplicationEventListener<ServerStartupEvent> keysAtStart(
      KeyRotation rotation, KeyListPublisher publisher) {
    return event -> publisher.current();
  }
}
