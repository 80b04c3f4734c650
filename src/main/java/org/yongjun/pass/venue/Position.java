package org.yongjun.pass.venue;

/**
 * A place on earth in WGS-84, as a phone's satellite receiver reports it. Maps of China print
 * GCJ-02, which lies 100 to 700 metres beside it; whoever takes a position from such a map converts
 * it first, so that only one datum is ever stored or compared.
 *
 * @param latitudeE6 millionths of a degree, north is positive
 * @param longitudeE6 millionths of a degree, east is positive
 */
public record Position(int latitudeE6, int longitudeE6) {
  public static final int LATITUDE_MAX = 90;
  public static final int LONGITUDE_MAX = 180;

  /** The mean radius of the earth (IUGG). */
  public static final double EARTH_RADIUS_METRES = 6_371_008.8;

  private static final int E6 = 1_000_000;

  /** No degree of latitude is longer; the poles are where one of longitude has no length. */
  private static final double METRES_PER_DEGREE = 111_195;

  public Position {
    if (Math.abs(latitudeE6) > LATITUDE_MAX * E6 || Math.abs(longitudeE6) > LONGITUDE_MAX * E6) {
      throw new IllegalArgumentException("not a place on earth");
    }
  }

  /** Rounds to a millionth of a degree, a tenth of a metre. */
  public static Position ofDegrees(double latitude, double longitude) {
    return new Position((int) Math.rint(latitude * E6), (int) Math.rint(longitude * E6));
  }

  public double latitude() {
    return latitudeE6 / (double) E6;
  }

  public double longitude() {
    return longitudeE6 / (double) E6;
  }

  /** The great-circle distance. */
  public double metresTo(Position other) {
    double latitudes = Math.toRadians(other.latitude() - latitude()) / 2;
    double longitudes = Math.toRadians(other.longitude() - longitude()) / 2;
    double chord =
        Math.pow(Math.sin(latitudes), 2)
            + Math.cos(Math.toRadians(latitude()))
                * Math.cos(Math.toRadians(other.latitude()))
                * Math.pow(Math.sin(longitudes), 2);
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, chord)));
  }

  /**
   * A span of latitudes and longitudes that holds the whole circle around a position.
   *
   * @param minLatitudeE6 and the other three: bounds, inclusive
   */
  public record Box(int minLatitudeE6, int maxLatitudeE6, int minLongitudeE6, int maxLongitudeE6) {}

  /** The box around a circle; as wide as the earth where the circle reaches a pole. */
  public Box around(int radiusMetres) {
    double high = radiusMetres / METRES_PER_DEGREE;
    double farthest = Math.min(LATITUDE_MAX, Math.abs(latitude()) + high);
    double shrink = Math.cos(Math.toRadians(farthest));
    double wide =
        high >= shrink * LONGITUDE_MAX ? LONGITUDE_MAX : Math.min(LONGITUDE_MAX, high / shrink);
    return new Box(
        (int) Math.floor((latitude() - high) * E6),
        (int) Math.ceil((latitude() + high) * E6),
        (int) Math.floor((longitude() - wide) * E6),
        (int) Math.ceil((longitude() + wide) * E6));
  }

  /** Without the figures: where a person stands never lands in a log. */
  @Override
  public String toString() {
    return "Position";
  }
}
