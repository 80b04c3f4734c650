package org.yongjun.pass.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number plate in its one written form: full-width characters narrow, letters in upper case, no
 * space and no dot. Covers civil plates of GA 36 (with the suffixes 学, 警, 港, 澳, 挂, 试, 超, 领), those
 * of new-energy vehicles, of the fire and rescue service (应急), of the forces in both forms (two
 * letters, or a character and a letter, before five digits) and of the armed police (WJ).
 */
public record Plate(String text) {
  /** Longer than any plate with its dots and spaces. */
  public static final int GIVEN_LENGTH_MAX = 20;

  private static final String PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁]";

  /** Without I and O, which look like digits. */
  private static final String LETTER = "[A-HJ-NP-Z]";

  private static final String SIGN = "[A-HJ-NP-Z0-9]";

  private static final Pattern FORM =
      Pattern.compile(
          String.join(
              "|",
              PROVINCE + LETTER + SIGN + "{4}[A-HJ-NP-Z0-9学警港澳挂试超领]",
              PROVINCE + LETTER + "(?:[A-HJ-K]" + SIGN + "[0-9]{4}|[0-9]{5}[A-HJ-K])",
              PROVINCE + "[XS][0-9]{4}应急",
              "[A-Z]{2}[0-9]{5}",
              "[军海空北沈兰济南广成][A-Z][0-9]{5}",
              "WJ" + PROVINCE + "?[0-9]{4}[0-9A-Z]"));

  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}.·•・‧∙]");

  /** How much of a plate is shown to an officer. */
  private static final int SHOWN = 2;

  public Plate {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not the written form of a plate");
    }
  }

  /** Empty where what is given is no plate. */
  public static Optional<Plate> read(String given) {
    if (given.length() > GIVEN_LENGTH_MAX) {
      return Optional.empty();
    }
    String narrow = Normalizer.normalize(given, Normalizer.Form.NFKC);
    String text = SEPARATORS.matcher(narrow).replaceAll("").toUpperCase(Locale.ROOT);
    return FORM.matcher(text).matches() ? Optional.of(new Plate(text)) : Optional.empty();
  }

  /** The first two characters and the last one, as {@code 京A***5}. */
  public String masked() {
    return text.substring(0, SHOWN) + "***" + text.substring(text.length() - 1);
  }

  /** Nothing that could be logged shows it. */
  @Override
  public String toString() {
    return "Plate[masked]";
  }
}
