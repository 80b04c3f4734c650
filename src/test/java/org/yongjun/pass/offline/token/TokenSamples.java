package org.yongjun.pass.offline.token;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;

/** Keys and certificate fields for tests; {@link Fields} starts valid and changes one at a time. */
public final class TokenSamples {
  public static final Signatures SIGNATURES = new Signatures();
  public static final KeyId KEY_ID = new KeyId(3301, 7);

  /** 2026-03-01T00:00:00Z. */
  public static final long ISSUED_AT = 1_772_323_200L;

  private static final Map<Algorithm, TestKey> ISSUERS = new EnumMap<>(Algorithm.class);
  private static final Map<Algorithm, TestKey> DEVICES = new EnumMap<>(Algorithm.class);

  static {
    for (Algorithm each : Algorithm.values()) {
      ISSUERS.put(each, TestKey.generate(each));
      DEVICES.put(each, TestKey.generate(each));
    }
  }

  private TokenSamples() {}

  public static TestKey issuer(Algorithm algorithm) {
    return ISSUERS.get(algorithm);
  }

  public static TestKey device(Algorithm algorithm) {
    return DEVICES.get(algorithm);
  }

  /** A key pair in both of its forms. */
  public record TestKey(Algorithm algorithm, KeyPair pair) {
    public static TestKey generate(Algorithm algorithm) {
      return new TestKey(algorithm, SIGNATURES.keys().generate(algorithm, new SecureRandom()));
    }

    public RawPublicKey raw() {
      return SIGNATURES.keys().rawOf(algorithm, pair.getPublic());
    }

    public Signer signer() {
      return SIGNATURES.signer(algorithm, pair.getPrivate());
    }
  }

  /** Valid fields to begin with; a test changes what it is about. */
  public static final class Fields {
    public TokenType type = TokenType.DEVICE_BOUND;
    public Algorithm issuerAlgorithm = Algorithm.SM2;
    public @Nullable RawPublicKey deviceKey;
    public KeyId keyId = KEY_ID;
    public long bindingIndex = 4_000_000_001L;
    public HolderClasses classes =
        HolderClasses.of(HolderClass.VETERAN, HolderClass.MARTYR_SURVIVOR);
    public int disabilityGrade = 0;
    public int meritClass = 0;
    public RegionCode homeRegion = RegionCode.of("330100");
    public long issuedAtSeconds = ISSUED_AT;
    public int lifetimeHours = 1440;
    public int windowSeconds = 60;
    public KeyCustody custody = KeyCustody.SECURE_ELEMENT;
    public boolean photoCheckRequired;
    public HolderTag holderTag = HolderTag.ofHex("f00dfeed12345678");
    public Extension extension = Extension.NONE;

    private Fields() {}

    public static Fields deviceBound(Algorithm issuer, Algorithm device) {
      Fields fields = new Fields();
      fields.issuerAlgorithm = issuer;
      fields.deviceKey = device(device).raw();
      return fields;
    }

    public static Fields staticCard(Algorithm issuer) {
      Fields fields = new Fields();
      fields.type = TokenType.STATIC_CARD;
      fields.issuerAlgorithm = issuer;
      fields.lifetimeHours = 8760;
      fields.windowSeconds = 0;
      fields.custody = KeyCustody.SOFTWARE;
      return fields;
    }

    public CertificateFields build() {
      return new CertificateFields(
          type,
          issuerAlgorithm,
          deviceKey == null ? null : deviceKey.algorithm(),
          keyId,
          bindingIndex,
          classes,
          disabilityGrade,
          meritClass,
          homeRegion,
          issuedAtSeconds,
          lifetimeHours,
          windowSeconds,
          custody,
          photoCheckRequired,
          holderTag,
          deviceKey,
          extension);
    }

    /** The block, signed by the sample issuer of its algorithm. */
    public CertificateBlock sign() {
      return CertificateBlock.sign(build(), issuer(issuerAlgorithm).signer());
    }

    /** A dynamic code of that block, signed by the sample device of its algorithm. */
    public byte[] code(long timeSeconds, long counter) {
      Signer signer = device(build().deviceAlgorithm()).signer();
      return DynamicCode.sign(sign(), timeSeconds, counter, signer);
    }
  }
}
