package org.yongjun.pass.platform.adapter;

import com.github.f4b6a3.uuid.codec.base.BaseN;
import com.github.f4b6a3.uuid.codec.base.BaseNCodec;
import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.security.SecureRandom;
import java.time.Clock;
import org.yongjun.pass.platform.Ids;

/**
 * UUIDv7 (RFC 9562) in 26 lower-case characters of Crockford's base 32, which keeps their order:
 * sorting the text sorts by time.
 */
public final class TimeOrderedIds implements Ids {
  private static final BaseNCodec CODEC =
      BaseNCodec.newInstance(new BaseN("0123456789abcdefghjkmnpqrstvwxyz"));

  private final TimeOrderedEpochFactory factory;

  public TimeOrderedIds(SecureRandom random, Clock clock) {
    this.factory = new TimeOrderedEpochFactory(random, clock);
  }

  @Override
  public String next() {
    return CODEC.encode(factory.create());
  }
}
