package org.yongjun.pass.verification;

/** How a code was shown, which decides what of it can be spent, and how often. */
public sealed interface ShownAs {
  /** By a phone, each time with the next counter: spent by one redemption. */
  record Dynamic(long counter) implements ShownAs {
    @Override
    public String text() {
      return DYNAMIC + counter;
    }
  }

  /** As twenty digits that this server drew: spent by one redemption. */
  record ShortCode(String id) implements ShownAs {
    @Override
    public String text() {
      return SHORT + id;
    }
  }

  /** On paper, always the same: counted by the day. */
  record Card() implements ShownAs {
    @Override
    public String text() {
      return CARD;
    }
  }

  /** Not shown again: a further part of the visit that an earlier code has opened. */
  record Visit(String id) implements ShownAs {
    @Override
    public String text() {
      return VISIT + id;
    }
  }

  /** Not shown by the holder, who has died: what an office has registered for a survivor. */
  record Claim(String id) implements ShownAs {
    @Override
    public String text() {
      return CLAIM + id;
    }
  }

  String DYNAMIC = "DYNAMIC:";
  String SHORT = "SHORT:";
  String CARD = "CARD";
  String VISIT = "VISIT:";
  String CLAIM = "CLAIM:";

  /** As it is stored; {@link #of} reads it. */
  String text();

  static ShownAs of(String text) {
    if (text.startsWith(DYNAMIC)) {
      return new Dynamic(Long.parseLong(text.substring(DYNAMIC.length())));
    }
    if (text.startsWith(SHORT)) {
      return new ShortCode(text.substring(SHORT.length()));
    }
    if (text.startsWith(VISIT)) {
      return new Visit(text.substring(VISIT.length()));
    }
    if (text.startsWith(CLAIM)) {
      return new Claim(text.substring(CLAIM.length()));
    }
    if (text.equals(CARD)) {
      return new Card();
    }
    throw new IllegalArgumentException("not a way to show a code");
  }
}
