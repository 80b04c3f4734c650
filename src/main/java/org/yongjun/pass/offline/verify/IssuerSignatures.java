package org.yongjun.pass.offline.verify;

import java.security.PublicKey;
import java.util.Optional;
import org.yongjun.pass.offline.token.CertificateBlock;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.Signatures;

/**
 * Checks issuers' signatures over blocks and remembers two things that save work but can never
 * change a verdict: the blocks that held, by their exact bytes and the key's, so that a returning
 * phone costs one signature check and not two; and the few issuers' keys in the provider's form,
 * which verifies in half the time once it has served a few blocks.
 */
final class IssuerSignatures {
  /** Far more keys than a region's issuers have listed at once. */
  private static final int REMEMBERED_KEYS = 256;

  private final Signatures signatures;
  private final Recent<SignedBlock, Boolean> held;
  private final Recent<RawPublicKey, PublicKey> keys = new Recent<>(REMEMBERED_KEYS);

  IssuerSignatures(Signatures signatures, int rememberedBlocks) {
    this.signatures = signatures;
    this.held = new Recent<>(rememberedBlocks);
  }

  /** Whether {@code key} signed the block; a key that is no point of its curve signed nothing. */
  boolean holds(RawPublicKey key, CertificateBlock block) {
    SignedBlock signed = new SignedBlock(key, block);
    if (held.find(signed).isPresent()) {
      return true;
    }
    Optional<PublicKey> publicKey = findKey(key);
    boolean holds =
        publicKey.isPresent()
            && signatures.verify(
                key.algorithm(), publicKey.get(), block.signedMessage(), block.signature());
    if (holds) {
      held.put(signed, true);
    }
    return holds;
  }

  private Optional<PublicKey> findKey(RawPublicKey key) {
    Optional<PublicKey> remembered = keys.find(key);
    if (remembered.isPresent()) {
      return remembered;
    }
    Optional<PublicKey> read = signatures.keys().findPublicKey(key);
    read.ifPresent(each -> keys.put(key, each));
    return read;
  }

  private record SignedBlock(RawPublicKey key, CertificateBlock block) {}
}
