package org.yongjun.pass.certificate.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Draws the text of a code as a QR symbol: alphanumeric mode, error correction M, version 10 where
 * the text fits (57 × 57 modules), larger only for larger codes. Source: token specification, “Text
 * in the QR code”.
 */
public final class QrImages {
  /** What version 10-M holds in alphanumeric mode. */
  private static final int VERSION_10_CHARACTERS_MAX = 311;

  private static final int VERSION = 10;

  /** Modules of white that ISO/IEC 18004 asks for on each side. */
  private static final int QUIET_ZONE_MODULES = 4;

  private static final int BLACK = 0x000000;
  private static final int WHITE = 0xFFFFFF;

  /**
   * @param pixelsPerModule 1 … 20
   * @return a PNG file, black on white with its quiet zone
   */
  public byte[] png(String code, int pixelsPerModule) {
    BitMatrix modules = modules(code);
    int side = modules.getWidth() * pixelsPerModule;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = modules.get(x / pixelsPerModule, y / pixelsPerModule);
        image.setRGB(x, y, dark ? BLACK : WHITE);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  /** An SVG document, one unit per module, black on white with its quiet zone. */
  public String svg(String code) {
    BitMatrix modules = modules(code);
    int side = modules.getWidth();
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < side; y++) {
      int x = 0;
      while (x < side) {
        int from = x;
        while (x < side && modules.get(x, y)) {
          x++;
        }
        if (x > from) {
          int run = x - from;
          path.append('M').append(from).append(' ').append(y);
          path.append('h').append(run).append("v1h-").append(run).append('z');
        }
        x++;
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
    """
        .formatted(side, path);
  }

  private static BitMatrix modules(String code) {
    Map<EncodeHintType, Object> hints =
        code.length() <= VERSION_10_CHARACTERS_MAX
            ? Map.of(
                EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
                EncodeHintType.MARGIN, QUIET_ZONE_MODULES,
                EncodeHintType.QR_VERSION, VERSION)
            : Map.of(
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M,
                EncodeHintType.MARGIN,
                QUIET_ZONE_MODULES);
    try {
      // A width of 0 gives one pixel per module.
      return new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, 0, 0, hints);
    } catch (WriterException e) {
      throw new IllegalArgumentException("not a text that a QR symbol holds", e);
    }
  }
}
