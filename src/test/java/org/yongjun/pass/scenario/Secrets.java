package org.yongjun.pass.scenario;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Values that must be found nowhere, and the search for them: as they are, in other encodings, and
 * in the rows of a hex dump, which break a value in two.
 */
final class Secrets {
  private static final int CHUNK_BYTES = 8 << 20;

  /** Longer than any form of a value, so that none is lost where two chunks meet. */
  private static final int OVERLAP_BYTES = 8 << 10;

  private static final int PLACE_CHARACTERS = 160;
  private static final Pattern DUMP_ROW =
      Pattern.compile("\\|[0-9a-f]{8}\\| ((?:[0-9a-f]{2} ){1,16})");

  /** What to look for, as Latin-1 text of its bytes; and what it is. */
  private final Map<String, String> forms = new LinkedHashMap<>();

  /** Adds a text in every form that a program could print it in. */
  Secrets add(String what, String text) {
    addBytes(what, text.getBytes(StandardCharsets.UTF_8));
    put(what + " in GB18030", text.getBytes(Charset.forName("GB18030")));
    put(what + " percent-encoded", URLEncoder.encode(text, StandardCharsets.UTF_8));
    put(what + " escaped as in JSON", escaped(text));
    String misread = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    put(what + " misread as Latin-1", misread.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds bytes as they are, in hex, in Base64 and as a Java array prints. */
  Secrets addBytes(String what, byte[] bytes) {
    put(what, bytes);
    put(what + " in hex", HexFormat.of().formatHex(bytes));
    put(what + " in hex", HexFormat.of().withUpperCase().formatHex(bytes));
    put(what + " in Base64", Base64.getEncoder().withoutPadding().encodeToString(bytes));
    put(what + " in Base64", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    String array = Arrays.toString(bytes);
    put(what + " as an array", array.substring(1, array.length() - 1));
    return this;
  }

  /** Where each value stands in the file; empty if there is none. */
  List<String> foundIn(Path file) throws IOException {
    List<String> found = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
      long size = channel.size();
      for (long at = 0; at < size; at += CHUNK_BYTES - OVERLAP_BYTES) {
        chunk.clear();
        while (chunk.hasRemaining() && channel.read(chunk, at + chunk.position()) >= 0) {
          // Reads on until the chunk or the file ends.
        }
        String text = new String(chunk.array(), 0, chunk.position(), StandardCharsets.ISO_8859_1);
        find(text).forEach(each -> found.add(file + ": " + each));
      }
    }
    return found;
  }

  List<String> foundIn(String text) {
    return find(latin1(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> find(String text) {
    List<String> found = new ArrayList<>();
    String dumped = undump(text);
    forms.forEach(
        (form, what) -> {
          int at = text.indexOf(form);
          if (at >= 0) {
            found.add(what + ", in the line “" + place(text, at) + "”");
          }
          if (dumped.contains(form)) {
            found.add(what + ", in a hex dump");
          }
        });
    return found;
  }

  private static String undump(String text) {
    StringBuilder hex = new StringBuilder();
    DUMP_ROW.matcher(text).results().forEach(row -> hex.append(row.group(1).replace(" ", "")));
    return latin1(HexFormat.of().parseHex(hex));
  }

  /** The beginning of the line, which names the logger. */
  private static String place(String text, int at) {
    int from = text.lastIndexOf('\n', at) + 1;
    return text.substring(from, Math.min(at, from + PLACE_CHARACTERS));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(c < 128 ? "" + (char) c : "\\u%04x".formatted(c)));
    return escaped.toString();
  }

  private void put(String what, String ascii) {
    put(what, ascii.getBytes(StandardCharsets.US_ASCII));
  }

  private void put(String what, byte[] form) {
    forms.putIfAbsent(latin1(form), what);
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
