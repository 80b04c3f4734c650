package org.yongjun.pass.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileTextTest {
  private static final String TEXT = "姓名,备注\n王测试,㐀𠮷\n";

  @Test
  void utf8AndGb18030AreToldApart() {
    assertEquals(
        Outcome.done(TEXT),
        FileText.decode(TEXT.getBytes(StandardCharsets.UTF_8), Optional.empty()));
    assertEquals(
        Outcome.done(TEXT), FileText.decode(TEXT.getBytes(FileText.GB18030), Optional.empty()));
  }

  @Test
  void aByteOrderMarkIsDropped() {
    assertEquals(
        Outcome.done(TEXT),
        FileText.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8), Optional.empty()));
    assertEquals(
        Outcome.done(TEXT),
        FileText.decode(("\uFEFF" + TEXT).getBytes(FileText.GB18030), Optional.empty()));
  }

  @Test
  void aStatedCharsetIsNotSecondGuessed() {
    assertInstanceOf(
        Outcome.Refused.class,
        FileText.decode(TEXT.getBytes(FileText.GB18030), Optional.of(StandardCharsets.UTF_8)));
  }

  @Test
  void bytesThatAreNeitherAreRefused() {
    byte[] neither = {(byte) 0xFF, (byte) 0xFF, 0x00};
    assertInstanceOf(Outcome.Refused.class, FileText.decode(neither, Optional.empty()));
  }
}
