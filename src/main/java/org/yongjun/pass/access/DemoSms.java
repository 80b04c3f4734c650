package org.yongjun.pass.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.kernel.Text;

/** Keeps the last message to each phone instead of sending it; for demonstrations alone. */
public final class DemoSms implements Sms {
  private static final int PHONES_MAX = 1_000;

  private final Map<String, Text> last = Collections.synchronizedMap(new Recent());

  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public void send(String phone, Text message) {
    last.put(phone, message);
  }

  public Optional<Text> findLast(String phone) {
    return Optional.ofNullable(last.get(phone));
  }

  /** Forgets the oldest. */
  private static final class Recent extends LinkedHashMap<String, Text> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Text> eldest) {
      return size() > PHONES_MAX;
    }
  }
}
