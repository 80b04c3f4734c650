package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.Algorithm;

/**
 * Goal: all nine pairs of issuer and device algorithm bind, verify and redeem over HTTP, and a
 * rotation ends no certificate. Method: rotate through the issuer algorithms, bind a phone of each
 * device algorithm under each, and use all of them again after the last rotation.
 */
class L01_EveryAlgorithmAndEveryKeyTest {
  private static final Map<String, Long> BILL = Map.of("GOODS", 1000L);
  private static final Scene SCENE = Scene.open();

  @AfterAll
  static void leaveTheDefault() {
    rotate("SM2", "DYNAMIC").expect(201);
  }

  @Test
  void allNinePairsBindVerifyAndRedeemAndOldCertificatesOutliveRotation() {
    StoryTerminal till = SCENE.counter("PHARMACY");
    List<Device> devices = new ArrayList<>();
    for (Algorithm issuer : Algorithm.values()) {
      String keyId = rotate(issuer.name(), "DYNAMIC").expect(201).text("keyId");
      for (Algorithm device : Algorithm.values()) {
        Device phone = Device.bind(SCENE, SCENE.register("VETERAN"), device);
        assertEquals(keyId, phone.keyId());
        assertEquals(issuer, phone.block.unverifiedFields().issuerAlgorithm());
        assertEquals(true, till.verify(phone.show(), BILL).at("accepted"));
        devices.add(phone);
      }
    }
    assertEquals(9, devices.size());
    for (Device phone : devices) {
      till.redeem(Scene.key(), phone.show(), BILL).expect(201);
    }
    assertNotEquals(devices.getFirst().keyId(), devices.getLast().keyId());
    OutsideKeys list = Published.keys();
    devices.forEach(
        phone -> assertEquals("DYNAMIC", list.key(phone.keyId()).get("purpose").textValue()));
  }

  @Test
  void theListHasAKeyOfEachPurposeFromTheFirstStart() {
    String list = Published.keys().list().toString();
    for (String purpose : List.of("DYNAMIC", "STATIC", "STATUS")) {
      assertTrue(list.contains("\"" + purpose + "\""), purpose);
    }
  }

  @Test
  void keysThatSignJwsAreP256() {
    assertEquals(400, rotate("SM2", "STATUS").status());
    assertEquals(400, rotate("ED25519", "BUNDLE").status());
    rotate("P256", "BUNDLE").expect(201);
    rotate("P256", "STATUS").expect(201);
    rotate("ED25519", "STATIC").expect(201);
    rotate("SM2", "STATIC").expect(201);
  }

  @Test
  void onlyTheWholeIssuersAdminRotates() {
    Map<String, String> body = Map.of("algorithm", "SM2", "purpose", "DYNAMIC");
    String local = SCENE.officer(Role.ADMIN, SCENE.city);
    assertEquals("OUT_OF_REGION", SCENE.http.post("/v1/issuer-keys", local, body).text("code"));
    String clerk = SCENE.officer(Role.CLERK, RegionCode.NATION);
    assertEquals(403, SCENE.http.post("/v1/issuer-keys", clerk, body).status());
  }

  private static StoryHttp.Reply rotate(String algorithm, String purpose) {
    return SCENE.http.post(
        "/v1/issuer-keys",
        SCENE.officer(Role.ADMIN, RegionCode.NATION),
        Map.of("algorithm", algorithm, "purpose", purpose));
  }
}
