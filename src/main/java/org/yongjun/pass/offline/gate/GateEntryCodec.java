package org.yongjun.pass.offline.gate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.verify.ReplayKey;

/** The bytes of journal entries. The first byte says the kind; kinds are never given anew. */
final class GateEntryCodec {
  private static final int PASSED = 1;
  private static final int ANNULLED = 2;
  private static final int REFUSED = 3;
  private static final int BUNDLE_TAKEN = 4;
  private static final int ACKNOWLEDGED = 5;
  private static final int DAMAGED = 6;
  private static final int REMOVED = 7;

  private GateEntryCodec() {}

  static byte[] encode(GateEntry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(entry, out);
    } catch (IOException e) {
      throw new IllegalStateException("an array takes every byte", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IllegalStateException when a later release wrote the entry, whose kind or shape this
   *     one does not know: a gate must not go on as if it had not been there
   */
  static GateEntry decode(byte[] payload) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
      GateEntry entry = read(in.readUnsignedByte(), in);
      if (in.read() >= 0) {
        throw new IllegalStateException("a journal entry is longer than this release knows");
      }
      return entry;
    } catch (IOException e) {
      throw new IllegalStateException("a journal entry is shorter than this release knows", e);
    }
  }

  private static void write(GateEntry entry, DataOutputStream out) throws IOException {
    if (entry instanceof GateEntry.Passed passed) {
      writePassed(passed, out);
    } else if (entry instanceof GateEntry.Annulled annulled) {
      begin(ANNULLED, annulled, out);
      out.writeUTF(annulled.clientId());
      out.writeUTF(annulled.names());
    } else if (entry instanceof GateEntry.Refused refused) {
      begin(REFUSED, refused, out);
      out.writeUTF(refused.gate());
      out.writeByte(refused.direction().ordinal());
      out.writeByte(refused.reason().number());
    } else if (entry instanceof GateEntry.BundleTaken taken) {
      begin(BUNDLE_TAKEN, taken, out);
      out.writeLong(taken.version());
      out.writeLong(taken.steppedToSeconds());
    } else if (entry instanceof GateEntry.Acknowledged acknowledged) {
      begin(ACKNOWLEDGED, acknowledged, out);
      out.writeLong(acknowledged.throughNumber());
      writeCounts(acknowledged.counts(), out);
    } else if (entry instanceof GateEntry.Damaged damaged) {
      begin(DAMAGED, damaged, out);
      writeDamage(damaged.damage(), out);
    } else if (entry instanceof GateEntry.Removed removed) {
      begin(REMOVED, removed, out);
      out.writeLong(removed.throughNumber());
    } else {
      throw new IllegalStateException("no bytes for this kind of entry");
    }
  }

  private static void begin(int kind, GateEntry entry, DataOutputStream out) throws IOException {
    out.writeByte(kind);
    out.writeLong(entry.timeSeconds());
  }

  private static GateEntry read(int kind, DataInputStream in) throws IOException {
    long time = in.readLong();
    return switch (kind) {
      case PASSED -> readPassed(time, in);
      case ANNULLED -> new GateEntry.Annulled(time, in.readUTF(), in.readUTF());
      case REFUSED ->
          new GateEntry.Refused(
              time, in.readUTF(), direction(in.readUnsignedByte()), reason(in.readUnsignedByte()));
      case BUNDLE_TAKEN -> new GateEntry.BundleTaken(time, in.readLong(), in.readLong());
      case ACKNOWLEDGED -> new GateEntry.Acknowledged(time, in.readLong(), readCounts(in));
      case DAMAGED -> new GateEntry.Damaged(time, readDamage(in));
      case REMOVED -> new GateEntry.Removed(time, in.readLong());
      default -> throw new IllegalStateException("a later release wrote this journal");
    };
  }

  private static void writePassed(GateEntry.Passed passed, DataOutputStream out)
      throws IOException {
    begin(PASSED, passed, out);
    out.writeByte(passed.direction().ordinal());
    out.writeUTF(passed.clientId());
    out.writeUTF(passed.gate());
    out.writeUTF(passed.code());
    out.writeShort(passed.person().issuer());
    out.writeLong(passed.person().holderTag().bits());
    out.writeInt((int) passed.bindingIndex());
    ReplayKey key = passed.replayKey();
    out.writeBoolean(key != null);
    if (key != null) {
      out.writeInt((int) key.counter());
    }
    out.writeLong(passed.spentUntilSeconds());
    GateEntry.Grant grant = passed.grant();
    out.writeBoolean(grant != null);
    if (grant != null) {
      out.writeUTF(grant.itemId());
      out.writeInt(grant.itemVersion());
      out.writeUTF(grant.label());
      out.writeLong(grant.listFen());
      out.writeLong(grant.payableFen());
      out.writeLong(grant.valueFen());
    }
    out.writeByte(bitsOf(passed.flags()));
    out.writeLong(passed.bundleVersion());
    writeOptional(passed.names(), out);
  }

  private static GateEntry.Passed readPassed(long time, DataInputStream in) throws IOException {
    Direction direction = direction(in.readUnsignedByte());
    String clientId = in.readUTF();
    String gate = in.readUTF();
    String code = in.readUTF();
    GateEntry.Person person =
        new GateEntry.Person(in.readUnsignedShort(), new HolderTag(in.readLong()));
    long index = Integer.toUnsignedLong(in.readInt());
    ReplayKey key = null;
    if (in.readBoolean()) {
      key = new ReplayKey(person.issuer(), index, Integer.toUnsignedLong(in.readInt()));
    }
    long spentUntil = in.readLong();
    GateEntry.Grant grant = null;
    if (in.readBoolean()) {
      grant =
          new GateEntry.Grant(
              in.readUTF(),
              in.readInt(),
              in.readUTF(),
              in.readLong(),
              in.readLong(),
              in.readLong());
    }
    return new GateEntry.Passed(
        time,
        direction,
        clientId,
        gate,
        code,
        person,
        index,
        key,
        spentUntil,
        grant,
        flagsOf(in.readUnsignedByte()),
        in.readLong(),
        readOptional(in));
  }

  private static void writeCounts(UploadCounts counts, DataOutputStream out) throws IOException {
    out.writeLong(counts.recorded());
    out.writeLong(counts.duplicate());
    out.writeLong(counts.conflict());
    out.writeLong(counts.rejected());
    out.writeLong(counts.flagged());
  }

  private static UploadCounts readCounts(DataInputStream in) throws IOException {
    return new UploadCounts(
        in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }

  private static void writeDamage(JournalDamage damage, DataOutputStream out) throws IOException {
    out.writeByte(damage.kind().ordinal());
    out.writeLong(damage.fromNumber());
    out.writeLong(damage.toNumber());
    out.writeLong(damage.bytes());
  }

  private static JournalDamage readDamage(DataInputStream in) throws IOException {
    JournalDamage.Kind kind = pick(JournalDamage.Kind.values(), in.readUnsignedByte());
    return new JournalDamage(kind, in.readLong(), in.readLong(), in.readLong());
  }

  private static void writeOptional(@Nullable String text, DataOutputStream out)
      throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static @Nullable String readOptional(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  private static int bitsOf(Set<GateFlag> flags) {
    int bits = 0;
    for (GateFlag flag : flags) {
      bits |= 1 << flag.ordinal();
    }
    return bits;
  }

  private static Set<GateFlag> flagsOf(int bits) {
    Set<GateFlag> flags = EnumSet.noneOf(GateFlag.class);
    for (GateFlag flag : GateFlag.values()) {
      if ((bits & 1 << flag.ordinal()) != 0) {
        flags.add(flag);
      }
    }
    return flags;
  }

  private static Direction direction(int ordinal) {
    return pick(Direction.values(), ordinal);
  }

  private static ReasonCode reason(int number) {
    for (ReasonCode each : ReasonCode.values()) {
      if (each.number() == number) {
        return each;
      }
    }
    throw new IllegalStateException("a later release wrote this journal");
  }

  private static <T> T pick(T[] values, int ordinal) {
    if (ordinal >= values.length) {
      throw new IllegalStateException("a later release wrote this journal");
    }
    return values[ordinal];
  }
}
