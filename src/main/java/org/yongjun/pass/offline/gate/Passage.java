package org.yongjun.pass.offline.gate;

/**
 * Who wants what of a gate, besides the code.
 *
 * @param gate which reader of the station, as its operator names it; 1 … {@link #NAME_LENGTH_MAX}
 *     characters
 * @param direction in or out
 * @param staffConfirmed whether staff have compared the holder with a photo
 */
public record Passage(String gate, Direction direction, boolean staffConfirmed) {
  public static final int NAME_LENGTH_MAX = 64;

  public Passage {
    if (gate.isEmpty() || gate.length() > NAME_LENGTH_MAX) {
      throw new IllegalArgumentException("length of a gate's name");
    }
  }

  /** Somebody alone in front of a reader. */
  public static Passage in(String gate) {
    return new Passage(gate, Direction.IN, false);
  }

  public static Passage out(String gate) {
    return new Passage(gate, Direction.OUT, false);
  }

  /** The same, with staff who have looked. */
  public Passage confirmed() {
    return new Passage(gate, direction, true);
  }
}
