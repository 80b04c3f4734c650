package org.yongjun.pass.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every call that a terminal's roles may make, against every profile. */
class SecurityProfileTest {
  private static final String ID = "01arz3ndektsv4rrffq69g5fav";

  private static final Set<SecurityProfile> ALL = Set.of(SecurityProfile.values());
  private static final Set<SecurityProfile> ONLINE =
      Set.of(SecurityProfile.FULL, SecurityProfile.GATE_ONLINE);
  private static final Set<SecurityProfile> FULL = Set.of(SecurityProfile.FULL);

  private static final Map<String, Set<SecurityProfile>> MATRIX =
      Map.ofEntries(
          Map.entry("POST /v1/verifications", ALL),
          Map.entry("POST /v1/redemptions", ONLINE),
          Map.entry("GET /v1/redemptions/" + ID, ONLINE),
          Map.entry("HEAD /v1/redemptions/" + ID, ONLINE),
          Map.entry("POST /v1/reversals", ONLINE),
          Map.entry("POST /v1/taps", FULL),
          Map.entry("GET /v1/gates/bundle", FULL),
          Map.entry("POST /v1/terminals/" + ID + "/key", ALL),
          Map.entry("GET /v1/venues", FULL),
          Map.entry("GET /v1/venues/" + ID, ALL),
          Map.entry("GET /v1/venues/" + ID + "/terminals", FULL),
          Map.entry("GET /v1/catalogues", ALL),
          Map.entry("GET /v1/catalogues/some-code/versions/1", ALL),
          Map.entry("POST /v1/catalogues", FULL));

  @Test
  void eachProfileAllowsItsCallsAndNoOthers() {
    MATRIX.forEach(
        (call, expected) -> {
          String[] both = call.split(" ");
          Set<SecurityProfile> allowing =
              Stream.of(SecurityProfile.values())
                  .filter(profile -> profile.allows(both[0], both[1]))
                  .collect(Collectors.toSet());
          assertEquals(expected, allowing, call);
        });
  }

  @Test
  void pathsThatOnlyResembleAnAllowedOneAreNot() {
    for (String path :
        List.of("/v1/verifications/", "/v1/verifications/x", "//v1/verifications", "/v1", "/")) {
      assertFalse(SecurityProfile.VERIFY_ONLY.allows("POST", path), path);
    }
    assertTrue(SecurityProfile.FULL.allows("POST", "/"));
  }
}
