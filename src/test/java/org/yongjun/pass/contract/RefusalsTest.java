package org.yongjun.pass.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.yongjun.pass.contract.BadRequests.JSON;
import static org.yongjun.pass.contract.BadRequests.assertRefused;
import static org.yongjun.pass.contract.BadRequests.callerOf;
import static org.yongjun.pass.contract.BadRequests.deep;
import static org.yongjun.pass.contract.BadRequests.example;
import static org.yongjun.pass.contract.BadRequests.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;

/** What only some operations refuse, and how they say what is wrong. */
class RefusalsTest {
  @ParameterizedTest
  @ValueSource(strings = {"5.7", "\"5\"", "true", "[5]", "99999999999999999999", "-1", "1e99"})
  void anAmountIsAWholeNumberOfFen(String amount) {
    for (String field : List.of("listFen", "referenceFen")) {
      String body =
          """
          {"name":"a","kind":"SHOP","region":"130400","tariff":[{"label":"A","listFen":9,"%s":%s}]}
          """
              .formatted(field, amount)
              .replace(field.equals("listFen") ? "\"listFen\":9," : "none", "");
      assertRefused(400, "INVALID_REQUEST", Caller.office(Role.CLERK).post("/v1/venues", body));
    }
  }

  /** A misspelt yes must not count as a no, nor a day that no database keeps as a day. */
  @Test
  void yesAndNoAndDaysAreReadAsTheyAreWritten() {
    for (String field :
        List.of(
            "\"candidate\":\"no\"",
            "\"candidate\":\"true\"",
            "\"candidate\":1",
            "\"candidate\":{}",
            "\"candidate\":[true]",
            "\"listedOn\":\"+99999-01-01\"",
            "\"listedOn\":\"-0500-01-01\"",
            "\"listedOn\":\"0000-01-01\"",
            "\"listedOn\":\"2024-02-30\"",
            "\"listedOn\":20240101")) {
      String body = "{\"name\":\"a\",\"kind\":\"SHOP\",\"region\":\"130400\"," + field + "}";
      assertRefused(400, "INVALID_REQUEST", Caller.office(Role.CLERK).post("/v1/venues", body));
    }
  }

  @ParameterizedTest
  @CsvSource({"en, en", "EN-GB, en", "En;q=0.9, en", "zh-Hans, zh-CN", "fr, zh-CN"})
  void anAnswerSaysInWhichLanguageItIs(String accepted, String language) {
    HttpRequest request =
        HttpRequest.newBuilder(
                Caller.office(Role.CLERK).post("/v1/venues", "{}"), (name, value) -> true)
            .setHeader("Accept-Language", accepted)
            .build();
    String title =
        BadRequests.problem(400, "INVALID_REQUEST", request, language).get("title").asText();
    assertEquals(
        language.equals("zh-CN"), title.codePoints().anyMatch(Character::isIdeographic), title);
  }

  @Test
  void aFaultIsPointedAtWithoutRepeatingIt() {
    JsonNode problem =
        assertRefused(
            400,
            "INVALID_REQUEST",
            Caller.office(Role.CLERK)
                .post(
                    "/v1/venues",
                    """
                    {"name":" ","kind":"SHOP","region":"x",
                     "tariff":[{"label":"A","listFen":5},{"label":"?","listFen":-5}]}
                    """));
    List<String> pointers = new ArrayList<>();
    problem.get("errors").forEach(each -> pointers.add(each.get("pointer").asText()));
    assertEquals(List.of("/name", "/region", "/tariff/1/label", "/tariff/1/listFen"), pointers);
  }

  @Test
  void anotherOfficesThingsAreOutOfItsRegion() {
    Caller elsewhere = Caller.of("officer-elsewhere", Role.ADMIN, RegionCode.of("340200"), null);
    String venue = example("POST /v1/venues");
    assertRefused(403, "OUT_OF_REGION", elsewhere.post("/v1/venues", venue));
    assertRefused(
        403, "OUT_OF_REGION", elsewhere.post("/v1/catalogues", example("POST /v1/catalogues")));
    assertRefused(403, "OUT_OF_REGION", elsewhere.get("/v1/holders?region=130400"));
    for (String path : List.of("/v1/figures", "/v1/figures/conservation")) {
      assertRefused(
          403,
          "OUT_OF_REGION",
          elsewhere.get(path + "?region=130400&from=2026-01-01&to=2026-01-02"));
    }
  }

  @Test
  void aCatalogueThatIsNotValidSaysWhere() {
    for (String document : List.of("{", "[]", "{}", "{\"code\":\"a\"}", deep())) {
      JsonNode problem =
          assertRefused(
              422, "INVALID_CATALOGUE", Caller.office(Role.ADMIN).post("/v1/catalogues", document));
      assertFalse(problem.get("errors").isEmpty());
    }
  }

  @Test
  void anAssertionOfWhomeverIsNoSignIn() {
    for (String assertion :
        List.of("x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", Shop.assertion("🎖"))) {
      String form =
          "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + assertion;
      assertRefused(
          401,
          "NOT_SIGNED_IN",
          Caller.NOBODY
              .send("POST", "/v1/tokens", "application/x-www-form-urlencoded", form)
              .build());
    }
    for (String form : List.of("", "grant_type=x&assertion=y", "assertion=y", "a=b", "%zz")) {
      assertRefused(
          400,
          "INVALID_REQUEST",
          Caller.NOBODY
              .send("POST", "/v1/tokens", "application/x-www-form-urlencoded", form)
              .build());
    }
  }

  @Test
  void aFileThatIsNoTableIsInvalid() {
    for (String file : List.of("", "made up", "\u0000")) {
      assertRefused(
          400,
          "INVALID_REQUEST",
          Caller.office(Role.CLERK).send("POST", "/v1/holders/imports", "text/csv", file).build());
    }
  }

  @Test
  void whatIsNotThereCannotBeUsed() {
    String pair = Json.text(object("POST /v1/terminals/pair"));
    assertRefused(409, "PAIRING_CODE_INVALID", Caller.NOBODY.post("/v1/terminals/pair", pair));
    String bind = Json.text(object("POST /v1/certificates"));
    assertRefused(404, "NOT_FOUND", callerOf(Role.HOLDER).post("/v1/certificates", bind));
    Shop shop = Shop.open();
    HttpRequest redemption =
        shop.terminal()
            .send("POST", "/v1/redemptions", JSON, example("POST /v1/redemptions"))
            .header("Idempotency-Key", "not-there")
            .build();
    assertRefused(404, "NOT_FOUND", redemption);
    HttpRequest reversal =
        shop.terminal()
            .send("POST", "/v1/reversals", JSON, example("POST /v1/reversals"))
            .header("Idempotency-Key", "not-there")
            .build();
    assertRefused(404, "NOT_FOUND", reversal);
    String unpriced = "{\"code\":\"YJ1:0000\",\"bill\":[{\"label\":\"BILL\"}]}";
    assertRefused(422, "PRICE_MISSING", shop.terminal().post("/v1/verifications", unpriced));
  }

  @Test
  void aDeviceKeyOfAnotherHolderIsInConflict() {
    Phone phone = Phone.bound();
    String line = Phone.importFile().lines().toList().get(1);
    String other = line.replace("130402190001010010", "130402190001010037").replace("王", "李");
    String file = Phone.importFile().replace(line, other);
    HttpResponse<byte[]> report =
        CheckedHttp.send(
            Caller.office(Role.CLERK)
                .send("POST", "/v1/holders/imports", "text/csv", file)
                .build());
    String id = Json.of(report).get("outcomes").get(0).get("holderId").asText();
    assertRefused(
        409,
        "CONFLICT",
        Caller.of(id, Role.HOLDER, RegionCode.NATION, null)
            .post("/v1/certificates", phone.bindRequest()));
  }
}
