package org.yongjun.pass.access.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SourcesTest {
  @Test
  void addressesOfOneIpv6NetworkCountTogether() {
    String one = Sources.networkOf("2001:db8:1:2::1");
    assertEquals(one, Sources.networkOf("2001:db8:1:2:ffff:ffff:ffff:ffff"));
    assertEquals(one, Sources.networkOf("2001:0db8:0001:0002:0:0:0:9"));
    assertNotEquals(one, Sources.networkOf("2001:db8:1:3::1"));
  }

  @Test
  void anIpv4AddressCountsByItselfHoweverItIsWritten() {
    assertEquals("192.0.2.7", Sources.networkOf("192.0.2.7"));
    assertEquals("192.0.2.7", Sources.networkOf("::ffff:192.0.2.7"));
    assertNotEquals(Sources.networkOf("192.0.2.7"), Sources.networkOf("192.0.2.8"));
  }

  @Test
  void whatIsNoAddressCountsAsItStands() {
    assertEquals("", Sources.networkOf(""));
    assertEquals("edge:cell", Sources.networkOf("edge:cell"));
  }
}
