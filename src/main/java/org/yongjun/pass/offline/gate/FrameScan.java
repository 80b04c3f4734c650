package org.yongjun.pass.offline.gate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is found in the bytes of one journal file.
 *
 * @param frames every sound record, in rising order of numbers
 * @param damaged spans of bytes that are no sound record, and after which one follows
 * @param soundLength where the last sound record ends; bytes behind it are a tail that was not
 *     written to its end, or that was damaged since
 */
record FrameScan(List<Frame> frames, List<Span> damaged, int soundLength) {
  /** Bytes from … to, the end not included. */
  record Span(int from, int to) {}

  static FrameScan of(ByteBuffer bytes) {
    List<Frame> frames = new ArrayList<>();
    List<Span> damaged = new ArrayList<>();
    int end = 0;
    long last = 0;
    for (int offset = 0; offset + Frame.HEAD_LENGTH <= bytes.limit(); ) {
      Optional<Frame> found = Frame.find(bytes, offset);
      if (found.isEmpty() || found.get().number() <= last) {
        offset++;
        continue;
      }
      if (offset > end) {
        damaged.add(new Span(end, offset));
      }
      frames.add(found.get());
      last = found.get().number();
      end = offset + found.get().length();
      offset = end;
    }
    return new FrameScan(List.copyOf(frames), List.copyOf(damaged), end);
  }

  boolean isSound(int length) {
    return damaged.isEmpty() && soundLength == length;
  }
}
