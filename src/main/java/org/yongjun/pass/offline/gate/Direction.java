package org.yongjun.pass.offline.gate;

/** Which way somebody goes through a gate. */
public enum Direction {
  IN,
  OUT
}
