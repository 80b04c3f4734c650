package org.yongjun.pass.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.CertificateBlock;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.DynamicCode;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.Signer;
import org.yongjun.pass.offline.token.TokenSamples;
import org.yongjun.pass.offline.token.TokenSamples.Fields;
import org.yongjun.pass.offline.token.TokenSamples.TestKey;
import org.yongjun.pass.offline.verify.CodeVerdict;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.offline.verify.Reader;
import org.yongjun.pass.offline.verify.StatusView;
import org.yongjun.pass.offline.verify.Views;

/**
 * Goal: codes of every issuer and device algorithm are what another implementation makes and
 * verifies. Method: 100 codes per pair, both signatures of each, to and from OpenSSL's library.
 */
class NinePairsTest {
  private static final int CODES = 100;
  private static final long TIME = TokenSamples.ISSUED_AT + 3_600;
  private static final HexFormat HEX = HexFormat.of();
  private static final Views NOTHING_KNOWN =
      new Views(
          (issuer, index, issuedAt, now) -> StatusView.Status.GOOD,
          (issuer, index, counter) -> false,
          (issuer, tag, now) -> false);

  static Stream<Arguments> pairs() {
    return Arrays.stream(Algorithm.values())
        .flatMap(
            issuer ->
                Arrays.stream(Algorithm.values()).map(device -> Arguments.of(issuer, device)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void opensslVerifiesBothSignaturesOfOurCodes(Algorithm issuer, Algorithm device) {
    List<String> requests = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < CODES; i++) {
      byte[] code = fields(issuer, device, i).code(TIME, i);
      byte[] certificate = prefixed("YJ1cert", Arrays.copyOf(code, 66));
      byte[] shown = prefixed("YJ1code", Arrays.copyOf(code, 139));
      byte[] issuerSignature = Arrays.copyOfRange(code, 66, 130);
      byte[] deviceSignature = Arrays.copyOfRange(code, 139, 203);
      requests.add(verify(TokenSamples.issuer(issuer), certificate, issuerSignature));
      requests.add(verify(TokenSamples.device(device), shown, deviceSignature));
      shown[20 + i % 100] ^= 1;
      requests.add(verify(TokenSamples.device(device), shown, deviceSignature));
      expected.addAll(List.of("yes", "yes", "no"));
    }
    assertEquals(expected, openssl(requests));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void weAcceptCodesThatOpensslSigned(Algorithm issuer, Algorithm device) {
    TestKey issuerKey = TokenSamples.issuer(issuer);
    TestKey deviceKey = TokenSamples.device(device);
    List<CertificateFields> fields = new ArrayList<>();
    List<String> requests = new ArrayList<>();
    for (int i = 0; i < CODES; i++) {
      CertificateFields each = fields(issuer, device, i).build();
      fields.add(each);
      requests.add(sign(issuerKey, message(issuer, s -> CertificateBlock.sign(each, s))));
    }
    List<String> issuerSignatures = openssl(requests);
    requests.clear();
    List<CertificateBlock> blocks = new ArrayList<>();
    for (int i = 0; i < CODES; i++) {
      CertificateBlock block =
          CertificateBlock.sign(fields.get(i), new Ready(issuer, issuerSignatures.get(i)));
      blocks.add(block);
      int counter = i;
      requests.add(
          sign(deviceKey, message(device, s -> DynamicCode.sign(block, TIME, counter, s))));
    }
    List<String> deviceSignatures = openssl(requests);
    CodeVerifier verifier = verifier(issuerKey);
    for (int i = 0; i < CODES; i++) {
      byte[] code =
          DynamicCode.sign(blocks.get(i), TIME, i, new Ready(device, deviceSignatures.get(i)));
      assertInstanceOf(
          CodeVerdict.Accepted.class,
          verifier.verify(CodeText.encode(code), Reader.ATTENDED, NOTHING_KNOWN, TIME));
    }
  }

  private static Fields fields(Algorithm issuer, Algorithm device, int index) {
    Fields fields = Fields.deviceBound(issuer, device);
    fields.bindingIndex = index;
    return fields;
  }

  private static CodeVerifier verifier(TestKey issuer) {
    ListedKey listed =
        new ListedKey(
            TokenSamples.KEY_ID,
            issuer.raw(),
            KeyPurpose.DYNAMIC,
            HolderClasses.of(HolderClass.values()),
            RegionCode.NATION,
            TokenSamples.ISSUED_AT,
            TIME,
            TIME);
    return new CodeVerifier(
        TokenSamples.SIGNATURES,
        id -> id.equals(TokenSamples.KEY_ID) ? Optional.of(listed) : Optional.empty());
  }

  /** A signature that was made elsewhere. */
  private record Ready(Algorithm algorithm, String hex) implements Signer {
    @Override
    public byte[] sign(byte[] message) {
      return HEX.parseHex(hex);
    }
  }

  /** What a signer is given to sign. */
  private static byte[] message(Algorithm algorithm, Function<Signer, ?> use) {
    byte[][] seen = new byte[1][];
    use.apply(
        new Signer() {
          @Override
          public Algorithm algorithm() {
            return algorithm;
          }

          @Override
          public byte[] sign(byte[] message) {
            seen[0] = message;
            return new byte[64];
          }
        });
    return seen[0];
  }

  private static byte[] prefixed(String prefix, byte[] rest) {
    byte[] head = prefix.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, whole, head.length, rest.length);
    return whole;
  }

  private static String verify(TestKey key, byte[] message, byte[] signature) {
    return String.join(
        " ",
        "V",
        key.algorithm().name(),
        HEX.formatHex(key.raw().bytes()),
        HEX.formatHex(message),
        HEX.formatHex(signature));
  }

  private static String sign(TestKey key, byte[] message) {
    byte[] pkcs8 = TokenSamples.SIGNATURES.keys().pkcs8(key.pair());
    return String.join(
        " ", "S", key.algorithm().name(), HEX.formatHex(pkcs8), HEX.formatHex(message));
  }

  private static List<String> openssl(List<String> requests) {
    String script = OutsideTools.resource("/outside/sign_verify.py");
    byte[] lines = (String.join("\n", requests) + "\n").getBytes(StandardCharsets.US_ASCII);
    return OutsideTools.run(lines, "python3", script).text().lines().toList();
  }
}
