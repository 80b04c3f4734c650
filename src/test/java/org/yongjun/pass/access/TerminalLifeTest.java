package org.yongjun.pass.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.access.People.HTTP;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;

/** What a terminal may do, from its pairing until it is revoked, and who decides. */
class TerminalLifeTest {
  private static final String CODE = "YJ1:0000";

  private final String clerk = People.minted(Role.CLERK, "130400");
  private String venueId = "";

  @BeforeEach
  void registerVenue() {
    venueId = newVenue();
  }

  @Test
  void theProfileDecidesBeforeAnythingElseDoes() {
    Device full = pair(clerk, venueId, null);
    Device looks = pair(clerk, venueId, "VERIFY_ONLY");
    assertEquals(200, verify(full.token()).status());
    assertEquals(200, verify(looks.token()).status());
    assertEquals("MALFORMED", redeem(full.token()).text("code"));
    StoryHttp.Reply refused = redeem(looks.token()).expect(403);
    assertEquals("NOT_ALLOWED", refused.text("code"));
    assertTrue(refused.text("detail").contains("VERIFY_ONLY"), refused.text("detail"));
    HTTP.get("/v1/venues/" + venueId, looks.token()).expect(200);
    HTTP.get("/v1/venues", looks.token()).expect(403);
    HTTP.get("/v1/venues", full.token()).expect(200);
  }

  @Test
  void aRolledKeyVoidsTheOldOneAtOnce() {
    Device before = pair(clerk, venueId, null);
    ECKey next = newKey();
    String path = "/v1/terminals/" + before.terminalId() + "/key";
    StoryHttp.Reply rolled = roll(path, before.token(), next).expect(200);
    assertEquals(2, rolled.number("keyVersion"));

    assertEquals("SESSION_ENDED", verify(before.token()).expect(401).text("code"));
    assertEquals("SESSION_ENDED", roll(path, before.token(), next).expect(401).text("code"));
    signIn(before.terminalId(), before.key()).expect(401);
    String token = signIn(before.terminalId(), next).expect(200).text("access_token");
    assertEquals(200, verify(token).status());
  }

  @Test
  void aTerminalRollsNoKeyButItsOwn() {
    Device one = pair(clerk, venueId, null);
    Device other = pair(clerk, venueId, null);
    roll("/v1/terminals/" + other.terminalId() + "/key", one.token(), newKey()).expect(404);
    roll("/v1/terminals/" + other.terminalId() + "/key", clerk, newKey()).expect(403);
  }

  @Test
  void aRevokedTerminalIsRefusedAtOnceAndForGood() {
    Device device = pair(clerk, venueId, null);
    assertEquals(200, verify(device.token()).status());
    revoke(People.minted(Role.CLERK, "340200"), device).expect(404);
    assertEquals("REVOKED", revoke(clerk, device).expect(200).text("state"));
    assertEquals("REVOKED", revoke(clerk, device).expect(200).text("state"));
    assertEquals("TERMINAL_REVOKED", verify(device.token()).expect(401).text("code"));
    signIn(device.terminalId(), device.key()).expect(401);
  }

  @Test
  void aTerminalThatWasNeverPairedCanBeRevokedToo() {
    StoryHttp.Reply waiting = addTerminal(clerk, venueId, null).expect(201);
    HTTP.post(
            "/v1/terminals/" + waiting.text("terminalId") + "/revocation",
            clerk,
            Map.of("reason", "误登记"))
        .expect(200);
    HTTP.post(
            "/v1/terminals/pair",
            null,
            Map.of("pairingCode", waiting.text("pairingCode"), "publicKey", jwk(newKey())))
        .expect(409);
  }

  @Test
  void anOwnerManagesTheTerminalsOfHisVenueAndOfNoOther() {
    String owner = ownerOf(venueId);
    Device device = pair(owner, venueId, "GATE_ONLINE");
    List<Map<String, Object>> listed =
        HTTP.get("/v1/venues/" + venueId + "/terminals", owner).expect(200).list("terminals");
    assertEquals(1, listed.size());
    assertEquals("GATE_ONLINE", listed.getFirst().get("profile"));
    assertEquals("ACTIVE", listed.getFirst().get("state"));
    revoke(owner, device).expect(200);

    String otherVenue = newVenue();
    Device others = pair(clerk, otherVenue, null);
    addTerminal(owner, otherVenue, null).expect(404);
    HTTP.get("/v1/venues/" + otherVenue + "/terminals", owner).expect(404);
    revoke(owner, others).expect(404);
    HTTP.get("/v1/venues/" + otherVenue + "/terminals", clerk).expect(200);
    HTTP.get("/v1/holders", owner).expect(403);
    String today = "/redemptions?day=" + LocalDate.now(ZoneId.of("Asia/Shanghai"));
    assertEquals(
        List.of(), HTTP.get("/v1/venues/" + venueId + today, owner).expect(200).list("entries"));
    HTTP.get("/v1/venues/" + otherVenue + today, owner).expect(404);
  }

  @Test
  void anOfficeInvitesOwnersInItsRegionAlone() {
    Map<String, String> owner = Map.of("login", People.newLogin(), "name", "掌柜");
    String path = "/v1/venues/" + venueId + "/owners";
    HTTP.post(path, People.minted(Role.CLERK, "340200"), owner).expect(404);
    HTTP.post(path, clerk, owner).expect(201);
    HTTP.post(path, clerk, owner).expect(409);
  }

  private String ownerOf(String venue) {
    StoryHttp.Reply invited =
        HTTP.post(
                "/v1/venues/" + venue + "/owners",
                clerk,
                Map.of("login", People.newLogin(), "name", "掌柜"))
            .expect(201);
    People.Person owner = People.accept(invited.text("accountId"), invited.text("inviteCode"));
    StoryHttp.Reply session = HTTP.post("/v1/sessions", null, owner.signIn(0)).expect(201);
    assertEquals("VENUE_OWNER", session.text("session/role"));
    assertEquals(venue, session.text("session/venueId"));
    return session.text("session/accessToken");
  }

  private record Device(String terminalId, ECKey key, String token) {}

  private String newVenue() {
    return HTTP.post(
            "/v1/venues",
            People.minted(Role.ADMIN, "130400"),
            Map.of("name", "试用药房", "kind", "PHARMACY", "region", "130402"))
        .expect(201)
        .text("venueId");
  }

  private static StoryHttp.Reply addTerminal(String token, String venue, @Nullable String profile) {
    Map<String, Object> body = new HashMap<>(Map.of("label", "试用终端", "kind", "COUNTER"));
    if (profile != null) {
      body.put("profile", profile);
    }
    return HTTP.post("/v1/venues/" + venue + "/terminals", token, body);
  }

  private static Device pair(String token, String venue, @Nullable String profile) {
    StoryHttp.Reply added = addTerminal(token, venue, profile).expect(201);
    ECKey key = newKey();
    HTTP.post(
            "/v1/terminals/pair",
            null,
            Map.of("pairingCode", added.text("pairingCode"), "publicKey", jwk(key)))
        .expect(201);
    String id = added.text("terminalId");
    return new Device(id, key, signIn(id, key).expect(200).text("access_token"));
  }

  private static StoryHttp.Reply verify(String token) {
    return HTTP.post(
        "/v1/verifications",
        token,
        Map.of("code", CODE, "bill", List.of(Map.of("label", "GOODS", "listFen", 1000))));
  }

  private static StoryHttp.Reply redeem(String token) {
    return HTTP.post(
        "/v1/redemptions",
        token,
        Map.of("code", CODE, "bill", List.of(Map.of("label", "GOODS", "listFen", 1000))),
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  private static StoryHttp.Reply roll(String path, String token, ECKey next) {
    return HTTP.post(path, token, Map.of("publicKey", jwk(next)));
  }

  private static StoryHttp.Reply revoke(String token, Device device) {
    return HTTP.post(
        "/v1/terminals/" + device.terminalId() + "/revocation", token, Map.of("reason", "遗失"));
  }

  private static Map<String, String> jwk(ECKey key) {
    return Map.of(
        "kty", "EC", "crv", "P-256", "x", key.getX().toString(), "y", key.getY().toString());
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static StoryHttp.Reply signIn(String terminalId, ECKey key) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(terminalId)
            .subject(terminalId)
            .audience(Assertions.AUDIENCE)
            .jwtID(UUID.randomUUID().toString())
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .build();
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
    try {
      jwt.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    String form =
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
            + jwt.serialize();
    return HTTP.post(
        "/v1/tokens",
        null,
        "application/x-www-form-urlencoded",
        form.getBytes(StandardCharsets.US_ASCII));
  }
}
