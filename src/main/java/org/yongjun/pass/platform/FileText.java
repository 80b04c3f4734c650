package org.yongjun.pass.platform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Turns the bytes of a file into text. */
public final class FileText {
  public static final Charset GB18030 = Charset.forName("GB18030");

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** UTF-8 goes first: Chinese text in GB18030 is practically never valid UTF-8. */
  private static final List<Charset> DETECTED = List.of(StandardCharsets.UTF_8, GB18030);

  private FileText() {}

  /**
   * Decodes strictly, in the first of UTF-8 and GB18030 that fits unless a charset is stated;
   * refuses with INVALID_REQUEST where none does. A byte order mark is dropped.
   */
  public static Outcome<String> decode(byte[] file, Optional<Charset> stated) {
    for (Charset charset : stated.map(List::of).orElse(DETECTED)) {
      Optional<String> text = tryDecode(file, charset);
      if (text.isPresent()) {
        return Outcome.done(text.get());
      }
    }
    return Outcome.refused(
        Problem.of(
            ProblemCode.INVALID_REQUEST,
            "文件编码应为UTF-8或GB18030",
            "The file's encoding must be UTF-8 or GB18030"));
  }

  private static Optional<String> tryDecode(byte[] file, Charset charset) {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file))
              .toString();
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return Optional.of(marked ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty(); // Not this charset: that is the question being asked.
    }
  }
}
