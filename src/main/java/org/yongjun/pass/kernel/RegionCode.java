package org.yongjun.pass.kernel;

/**
 * A GB/T 2260 code: two digits province, two city, two county. A code that ends in 0000 is a
 * province, in 00 a city, otherwise a county; 0 is the whole country. (Counties that belong to a
 * province directly have city digits 90, as the standard has them.)
 *
 * @param value 0 … 999999
 */
public record RegionCode(int value) implements Comparable<RegionCode> {
  public static final int VALUE_MAX = 999_999;

  /** The whole country: contains every region. */
  public static final RegionCode NATION = new RegionCode(0);

  public RegionCode {
    if (value < 0 || value > VALUE_MAX) {
      throw new IllegalArgumentException("region code out of range");
    }
  }

  /** Parses exactly six digits; throws {@link IllegalArgumentException} otherwise. */
  public static RegionCode of(String sixDigits) {
    if (sixDigits.length() != 6 || !sixDigits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("a region code has six digits");
    }
    return new RegionCode(Integer.parseInt(sixDigits));
  }

  /** Whether {@code other} is this region or lies inside it. */
  public boolean contains(RegionCode other) {
    if (value == 0) {
      return true;
    }
    if (value % 10_000 == 0) {
      return other.value / 10_000 == value / 10_000;
    }
    if (value % 100 == 0) {
      return other.value / 100 == value / 100;
    }
    return other.value == value;
  }

  public RegionCode province() {
    return new RegionCode(value / 10_000 * 10_000);
  }

  public RegionCode city() {
    return new RegionCode(value / 100 * 100);
  }

  /** The highest code inside this region: it contains exactly the codes from itself to this. */
  public RegionCode last() {
    if (value == 0) {
      return new RegionCode(VALUE_MAX);
    }
    if (value % 10_000 == 0) {
      return new RegionCode(value + 9_999);
    }
    return value % 100 == 0 ? new RegionCode(value + 99) : this;
  }

  /** The region above: county → city → province → the whole country (which is its own parent). */
  public RegionCode parent() {
    if (value % 100 != 0) {
      return city();
    }
    return value % 10_000 != 0 ? province() : NATION;
  }

  /** The part directly below this region in which {@code place} lies, or this region itself. */
  public RegionCode partOf(RegionCode place) {
    RegionCode part = place;
    while (!part.equals(this) && !part.parent().equals(this)) {
      part = part.parent();
    }
    return part;
  }

  @Override
  public int compareTo(RegionCode other) {
    return Integer.compare(value, other.value);
  }

  /** Always six digits. */
  @Override
  public String toString() {
    String digits = Integer.toString(value);
    return "000000".substring(digits.length()) + digits;
  }
}
