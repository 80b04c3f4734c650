package org.yongjun.pass.outside;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs command-line tools that are not ours. A tool that is missing fails the test: an unproven
 * claim must not look like a proven one.
 */
public final class OutsideTools {
  private static final long TIMEOUT_SECONDS = 60;
  private static final String SM2_DISTID = "distid:1234567812345678";

  /** SubjectPublicKeyInfo (RFC 5480, RFC 8410) up to the key itself. */
  private static final String P256_SPKI = "3039301306072a8648ce3d020106082a8648ce3d030107032200";

  private static final String SM2_SPKI = "3039301306072a8648ce3d020106082a811ccf5501822d032200";
  private static final String ED25519_SPKI = "302a300506032b6570032100";

  private OutsideTools() {}

  /**
   * What a tool said.
   *
   * @param exit its exit status
   * @param out standard output
   * @param err standard error
   */
  public record Result(int exit, byte[] out, String err) {
    /** Standard output as UTF-8 text; throws {@link AssertionError} unless the tool succeeded. */
    public String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Standard output; throws {@link AssertionError} unless the tool succeeded. */
    public byte[] bytes() {
      if (exit != 0) {
        throw new AssertionError("exit status " + exit + ": " + err);
      }
      return out;
    }
  }

  /** Throws {@link AssertionError} when the search path has no such program. */
  public static void requireTool(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    boolean isThere =
        Stream.of(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    if (!isThere) {
      throw new AssertionError("this test needs the program " + name + " on the search path");
    }
  }

  /** Runs a program with nothing on standard input. */
  public static Result run(String... command) {
    return run(new byte[0], command);
  }

  /** Runs a program to its end, with {@code input} on standard input. */
  public static Result run(byte[] input, String... command) {
    requireTool(command[0]);
    return inFolder(
        folder -> {
          Path in = Files.write(folder.resolve("in"), input);
          Path out = folder.resolve("out");
          Path err = folder.resolve("err");
          Process process =
              new ProcessBuilder(command)
                  .redirectInput(in.toFile())
                  .redirectOutput(out.toFile())
                  .redirectError(err.toFile())
                  .start();
          if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command[0] + " did not end");
          }
          return new Result(process.exitValue(), Files.readAllBytes(out), Files.readString(err));
        });
  }

  /** The file of a test resource, for tools that want a path. */
  public static String resource(String name) {
    try {
      return Path.of(OutsideTools.class.getResource(name).toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets openssl verify an SM2 signature r‖s with SM3 and the usual user id. */
  public static boolean verifySm2(byte[] rawPub33, byte[] message, byte[] sig64) {
    return verifyDigest(
        spki(SM2_SPKI, rawPub33), message, der(sig64), "-sm3", "-sigopt", SM2_DISTID);
  }

  /** Lets openssl verify an ECDSA P-256 signature r‖s with SHA-256. */
  public static boolean verifyP256(byte[] rawPub33, byte[] message, byte[] sig64) {
    return verifyDigest(spki(P256_SPKI, rawPub33), message, der(sig64), "-sha256");
  }

  /** Lets openssl verify an Ed25519 signature. */
  public static boolean verifyEd25519(byte[] rawPub33, byte[] message, byte[] sig64) {
    byte[] key = spki(ED25519_SPKI, Arrays.copyOfRange(rawPub33, 1, rawPub33.length));
    return inFolder(
        folder -> {
          List<String> command = new ArrayList<>(List.of("openssl", "pkeyutl", "-verify"));
          command.addAll(List.of("-pubin", "-keyform", "DER", "-rawin"));
          command.addAll(List.of("-inkey", write(folder, "key", key)));
          command.addAll(List.of("-in", write(folder, "message", message)));
          command.addAll(List.of("-sigfile", write(folder, "signature", sig64)));
          return isVerified(run(command.toArray(String[]::new)));
        });
  }

  /** Lets openssl sign with an SM2 key in PKCS#8; r‖s. */
  public static byte[] signSm2(byte[] pkcs8, byte[] message) {
    return plain(signDigest(pkcs8, message, "-sm3", "-sigopt", SM2_DISTID));
  }

  /** Lets openssl sign with a P-256 key in PKCS#8; r‖s. */
  public static byte[] signP256(byte[] pkcs8, byte[] message) {
    return plain(signDigest(pkcs8, message, "-sha256"));
  }

  /** Lets openssl sign with an Ed25519 key in PKCS#8. */
  public static byte[] signEd25519(byte[] pkcs8, byte[] message) {
    return inFolder(
        folder -> {
          List<String> command = new ArrayList<>(List.of("openssl", "pkeyutl", "-sign"));
          command.addAll(List.of("-keyform", "DER", "-rawin"));
          command.addAll(List.of("-inkey", write(folder, "key", pkcs8)));
          command.addAll(List.of("-in", write(folder, "message", message)));
          return run(command.toArray(String[]::new)).bytes();
        });
  }

  private static boolean verifyDigest(
      byte[] key, byte[] message, byte[] signature, String... options) {
    return inFolder(
        folder -> {
          List<String> command = new ArrayList<>(List.of("openssl", "dgst"));
          command.addAll(List.of(options));
          command.addAll(List.of("-keyform", "DER", "-verify", write(folder, "key", key)));
          command.addAll(List.of("-signature", write(folder, "signature", signature)));
          command.add(write(folder, "message", message));
          return isVerified(run(command.toArray(String[]::new)));
        });
  }

  private static byte[] signDigest(byte[] pkcs8, byte[] message, String... options) {
    return inFolder(
        folder -> {
          List<String> command = new ArrayList<>(List.of("openssl", "dgst"));
          command.addAll(List.of(options));
          command.addAll(List.of("-keyform", "DER", "-sign", write(folder, "key", pkcs8)));
          command.add(write(folder, "message", message));
          return run(command.toArray(String[]::new)).bytes();
        });
  }

  /** Tells “no” from “could not”: openssl says the one in words, with the same exit status. */
  private static boolean isVerified(Result result) {
    String said = new String(result.out(), StandardCharsets.UTF_8) + result.err();
    boolean isYes = said.contains("Verified OK") || said.contains("Verified Successfully");
    boolean isNo = said.contains("Verification failure") || said.contains("Verification Failure");
    if (isYes == isNo || isYes != (result.exit() == 0)) {
      throw new AssertionError("openssl could not verify: " + said);
    }
    return isYes;
  }

  private static byte[] spki(String head, byte[] key) {
    byte[] prefix = HexFormat.of().parseHex(head);
    byte[] whole = Arrays.copyOf(prefix, prefix.length + key.length);
    System.arraycopy(key, 0, whole, prefix.length, key.length);
    return whole;
  }

  /** ECDSA-Sig-Value (RFC 3279): a SEQUENCE of the INTEGERs r and s, shorter than 128 bytes. */
  private static byte[] der(byte[] sig64) {
    byte[] r = new BigInteger(1, Arrays.copyOf(sig64, 32)).toByteArray();
    byte[] s = new BigInteger(1, Arrays.copyOfRange(sig64, 32, 64)).toByteArray();
    byte[] der = new byte[6 + r.length + s.length];
    der[0] = 0x30;
    der[1] = (byte) (der.length - 2);
    putInteger(der, 2, r);
    putInteger(der, 4 + r.length, s);
    return der;
  }

  private static void putInteger(byte[] der, int offset, byte[] integer) {
    der[offset] = 0x02;
    der[offset + 1] = (byte) integer.length;
    System.arraycopy(integer, 0, der, offset + 2, integer.length);
  }

  private static byte[] plain(byte[] der) {
    byte[] sig64 = new byte[64];
    int rLength = der[3];
    copyRight(der, 4, rLength, sig64, 32);
    copyRight(der, 6 + rLength, der[5 + rLength], sig64, 64);
    return sig64;
  }

  /** Copies a DER integer so that it ends at {@code end}; drops its sign byte. */
  private static void copyRight(byte[] der, int offset, int length, byte[] target, int end) {
    int used = Math.min(length, 32);
    System.arraycopy(der, offset + length - used, target, end - used, used);
  }

  private static String write(Path folder, String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private interface Work<T> {
    T in(Path folder) throws IOException, InterruptedException;
  }

  /** Does the work in a folder of its own and removes it with its files. */
  private static <T> T inFolder(Work<T> work) {
    try {
      Path folder = Files.createTempDirectory("outside");
      try {
        return work.in(folder);
      } finally {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path each : files.toList()) {
            Files.delete(each);
          }
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a tool ran", e);
    }
  }
}
