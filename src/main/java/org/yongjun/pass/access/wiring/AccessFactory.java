package org.yongjun.pass.access.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.context.annotation.Value;
import io.micronaut.security.token.jwt.signature.SignatureConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.yongjun.pass.access.AccessGuard;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.AccountSignIn;
import org.yongjun.pass.access.AccountStore;
import org.yongjun.pass.access.Accounts;
import org.yongjun.pass.access.Assertions;
import org.yongjun.pass.access.CredentialStore;
import org.yongjun.pass.access.DemoSms;
import org.yongjun.pass.access.HolderSignIn;
import org.yongjun.pass.access.KeyedHash;
import org.yongjun.pass.access.Limits;
import org.yongjun.pass.access.OtpStore;
import org.yongjun.pass.access.OwnedVenues;
import org.yongjun.pass.access.PasswordHasher;
import org.yongjun.pass.access.PhoneDirectory;
import org.yongjun.pass.access.PublicKeys;
import org.yongjun.pass.access.Quotas;
import org.yongjun.pass.access.SecretBox;
import org.yongjun.pass.access.SessionStore;
import org.yongjun.pass.access.Sessions;
import org.yongjun.pass.access.Sms;
import org.yongjun.pass.access.Terminals;
import org.yongjun.pass.access.adapter.Argon2Passwords;
import org.yongjun.pass.access.adapter.NimbusAccessTokens;
import org.yongjun.pass.access.adapter.NimbusAssertions;
import org.yongjun.pass.access.adapter.NimbusPublicKeys;
import org.yongjun.pass.access.adapter.TinkSecretBox;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.KeyDerivation;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

@Factory
final class AccessFactory {
  @Singleton
  AccessTokens accessTokens(KeyDerivation keys, Clock clock) {
    return new NimbusAccessTokens(signingKey(keys), clock);
  }

  /** The framework checks bearer tokens under the same key. */
  @Singleton
  @Named("access")
  SignatureConfiguration accessTokenSignature(KeyDerivation keys) {
    SecretSignatureConfiguration configuration = new SecretSignatureConfiguration("access");
    configuration.setBase64(true);
    configuration.setSecret(Base64.getEncoder().encodeToString(signingKey(keys)));
    return new SecretSignature(configuration);
  }

  @Singleton
  Assertions assertions() {
    return new NimbusAssertions();
  }

  @Singleton
  PublicKeys publicKeys() {
    return new NimbusPublicKeys();
  }

  @Singleton
  Terminals terminals(
      CredentialStore store,
      AccessTokens tokens,
      Assertions assertions,
      Journal journal,
      Transactions transactions,
      Clock clock,
      SecureRandom random) {
    return new Terminals(store, tokens, assertions, journal, transactions, clock, random);
  }

  @Singleton
  KeyedHash keyedHash(KeyDerivation keys) {
    return new KeyedHash(keys.derive(KeyedHash.KEY_LABEL, KeyedHash.KEY_BYTES));
  }

  @Singleton
  PasswordHasher passwordHasher(KeyDerivation keys, SecureRandom random) {
    return new Argon2Passwords(
        keys.derive(Argon2Passwords.KEY_LABEL, Argon2Passwords.KEY_BYTES), random);
  }

  @Singleton
  SecretBox secretBox(KeyDerivation keys) {
    return new TinkSecretBox(keys.derive(TinkSecretBox.KEY_LABEL, TinkSecretBox.KEY_BYTES));
  }

  /** Any other sender comes before this one. */
  @Singleton
  @Secondary
  Sms sms(@Value("${pass.demo:false}") boolean demo) {
    return demo ? new DemoSms() : Sms.unavailable();
  }

  @Singleton
  Sessions sessions(
      SessionStore store,
      PhoneDirectory phones,
      AccessTokens tokens,
      KeyedHash hash,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock,
      SecureRandom random) {
    return new Sessions(store, phones, tokens, hash, journal, transactions, ids, clock, random);
  }

  @Singleton
  Limits limits(Quotas quotas, KeyedHash hash, Clock clock) {
    return new Limits(quotas, hash, clock);
  }

  @Singleton
  HolderSignIn holderSignIn(
      PhoneDirectory phones,
      OtpStore codes,
      Limits limits,
      Sms sms,
      Sessions sessions,
      KeyedHash hash,
      Transactions transactions,
      Clock clock,
      SecureRandom random) {
    return new HolderSignIn(
        phones, codes, limits, sms, sessions, hash, transactions, clock, random);
  }

  @Singleton
  Accounts accounts(
      AccountStore store,
      SessionStore sessions,
      Regions regions,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock,
      SecureRandom random) {
    return new Accounts(store, sessions, regions, journal, transactions, ids, clock, random);
  }

  @Singleton
  OwnedVenues ownedVenues(AccountStore store) {
    return (accountId, venueId) ->
        store.findById(accountId).stream()
            .flatMap(account -> account.duties().stream())
            .anyMatch(duty -> venueId.equals(duty.venueId()));
  }

  @Singleton
  AccountSignIn accountSignIn(
      AccountStore store,
      Sessions sessions,
      Limits limits,
      PasswordHasher passwords,
      SecretBox box,
      Journal journal,
      Transactions transactions,
      Clock clock,
      SecureRandom random) {
    return new AccountSignIn(
        store, sessions, limits, passwords, box, journal, transactions, clock, random);
  }

  @Singleton
  AccessGuard accessGuard(CredentialStore credentials, Sessions sessions) {
    return new AccessGuard(credentials, sessions);
  }

  private static byte[] signingKey(KeyDerivation keys) {
    return keys.derive(NimbusAccessTokens.KEY_LABEL, NimbusAccessTokens.KEY_BYTES);
  }
}
