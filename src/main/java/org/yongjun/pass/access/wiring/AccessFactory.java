package org.yongjun.pass.access.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.SignatureConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Assertions;
import org.yongjun.pass.access.CredentialStore;
import org.yongjun.pass.access.PublicKeys;
import org.yongjun.pass.access.Terminals;
import org.yongjun.pass.access.adapter.NimbusAccessTokens;
import org.yongjun.pass.access.adapter.NimbusAssertions;
import org.yongjun.pass.access.adapter.NimbusPublicKeys;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.platform.KeyDerivation;
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

  private static byte[] signingKey(KeyDerivation keys) {
    return keys.derive(NimbusAccessTokens.KEY_LABEL, NimbusAccessTokens.KEY_BYTES);
  }
}
