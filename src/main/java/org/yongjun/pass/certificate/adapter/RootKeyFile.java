package org.yongjun.pass.certificate.adapter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/**
 * The root key that signs key lists, and its successor. In production the file is on a machine that
 * is offline and lists are carried here; in the demo it lies in the data folder.
 */
final class RootKeyFile {
  private RootKeyFile() {}

  /** Reads the key, or makes it where there is none. The key id is the RFC 7638 thumbprint. */
  static ECKey readOrMake(Path file) {
    try {
      if (!Files.exists(file)) {
        ECKey made = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
            file, made.toJSONString(), StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
      }
      ECKey key = ECKey.parse(Files.readString(file, StandardCharsets.US_ASCII));
      publish(file, key);
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("the root key file cannot be used: " + file, e);
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("the root key file is not an EC JWK: " + file, e);
    }
  }

  /** The public half beside it, for whoever sets up gates: {@code root-key.pub.json}. */
  private static void publish(Path file, ECKey key) throws IOException {
    String name = file.getFileName().toString().replaceFirst("(\\.json)?$", ".pub.json");
    Path published = file.resolveSibling(name);
    if (!Files.exists(published)) {
      Files.writeString(published, key.toPublicJWK().toJSONString(), StandardCharsets.US_ASCII);
    }
  }
}
