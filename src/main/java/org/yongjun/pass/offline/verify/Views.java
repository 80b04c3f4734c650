package org.yongjun.pass.offline.verify;

/**
 * What a reader knows beside the code, asked only after every signature held, in this order; an
 * implementation may read a database.
 */
public record Views(StatusView status, ReplayView replay, PassbackView passback, PlateView plate) {

  /** The views of a reader that sees no number plates. */
  public Views(StatusView status, ReplayView replay, PassbackView passback) {
    this(status, replay, passback, PlateView.NONE);
  }
}
