package org.yongjun.pass.certificate.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Reads a QR symbol out of a picture, as a terminal's camera does. */
public final class QrReader {
  /** Empty where the picture cannot be read or shows no symbol. */
  public Optional<String> read(byte[] png) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      if (image == null) {
        return Optional.empty();
      }
      int width = image.getWidth();
      int height = image.getHeight();
      int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
      BinaryBitmap bitmap =
          new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
      Optional<String> drawn = read(bitmap, DecodeHintType.PURE_BARCODE);
      return drawn.isPresent() ? drawn : read(bitmap, DecodeHintType.TRY_HARDER);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * A drawn picture is read straight off its modules; the search for a symbol in a photo misses
   * about one drawn symbol of this size in fifty.
   */
  private static Optional<String> read(BinaryBitmap bitmap, DecodeHintType how) {
    try {
      return Optional.of(new QRCodeReader().decode(bitmap, Map.of(how, Boolean.TRUE)).getText());
    } catch (ReaderException none) {
      return Optional.empty();
    }
  }
}
