package org.yongjun.pass.scenario;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.yongjun.pass.outside.OutsideTools;

/** A picture of a code as somebody gets it who knows nothing of how it was drawn. */
record CodePicture(BufferedImage image) {
  private static final Pattern VIEW_BOX = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
  private static final Pattern DARK_PATH = Pattern.compile("<path d=\"([^\"]*)\"/>");
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
  private static final int WHITE = 0xFFFFFF;

  static CodePicture ofPng(byte[] png) {
    try {
      return new CodePicture(ImageIO.read(new ByteArrayInputStream(png)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Paints the path of rectangles that the document has, some pixels a unit. */
  static CodePicture ofSvg(byte[] svg, int pixelsPerUnit) {
    String document = new String(svg, StandardCharsets.UTF_8);
    int side = Integer.parseInt(find(VIEW_BOX, document).group(1));
    String path = find(DARK_PATH, document).group(1);
    if (!RUN.matcher(path).replaceAll("").isEmpty()) {
      throw new AssertionError("the path has more than rectangles one unit high");
    }
    int pixels = side * pixelsPerUnit;
    BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_GRAY);
    fill(image, 0, 0, pixels, pixels, WHITE);
    RUN.matcher(path)
        .results()
        .forEach(
            run -> {
              int width = number(run, 3);
              if (width != number(run, 4)) {
                throw new AssertionError("a rectangle that does not close: " + run.group());
              }
              fill(
                  image,
                  number(run, 1) * pixelsPerUnit,
                  number(run, 2) * pixelsPerUnit,
                  width * pixelsPerUnit,
                  pixelsPerUnit,
                  0);
            });
    return new CodePicture(image);
  }

  /** The module in that row and column of the symbol, which begins after four modules of white. */
  boolean isDark(int row, int column, int pixelsPerModule) {
    int x = (column + 4) * pixelsPerModule + pixelsPerModule / 2;
    int y = (row + 4) * pixelsPerModule + pixelsPerModule / 2;
    return (image.getRGB(x, y) & WHITE) == 0;
  }

  /** What zbarimg reads. */
  String scan(Path folder) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return scan(png.toByteArray(), folder);
  }

  /** What zbarimg reads in this very file. */
  static String scan(byte[] png, Path folder) throws IOException {
    Path file = Files.write(folder.resolve("code.png"), png);
    String text = OutsideTools.run("zbarimg", "--raw", "-q", file.toString()).text();
    // zbarimg ends each symbol by a line feed; a code has none of its own.
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static void fill(BufferedImage image, int x, int y, int width, int height, int colour) {
    for (int row = y; row < y + height; row++) {
      for (int column = x; column < x + width; column++) {
        image.setRGB(column, row, colour);
      }
    }
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private static MatchResult find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("the document lacks " + pattern);
    }
    return matcher.toMatchResult();
  }
}
