package org.yongjun.pass.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.DynamicCode;
import org.yongjun.pass.offline.token.TokenParser;
import org.yongjun.pass.offline.token.TokenSamples.TestKey;

/** The phone of the holder whom the contract's import example registers. */
final class Phone {
  private final TestKey key = TestKey.generate(Algorithm.P256);
  private final String holderId;
  private final Caller holder;
  private byte[] block = {};
  private long counter;

  private Phone(String holderId) {
    this.holderId = holderId;
    this.holder = Caller.of(holderId, Role.HOLDER, RegionCode.NATION, null);
  }

  /** Registers the holder, if that has not been done, and binds a new phone. */
  static Phone bound() {
    Phone phone = new Phone(registered());
    HttpResponse<byte[]> answer = phone.bind();
    phone.block = Base64.getUrlDecoder().decode(Json.of(answer).get("block").asText());
    return phone;
  }

  static String importFile() {
    return (String) Examples.raw("POST /v1/holders/imports", "text/csv", "oneHolder");
  }

  private static String registered() {
    HttpResponse<byte[]> report =
        CheckedHttp.send(
            Caller.office(Role.CLERK)
                .send("POST", "/v1/holders/imports", "text/csv", importFile())
                .build());
    JsonNode line = Json.of(report).get("outcomes").get(0);
    return line.get("holderId").asText();
  }

  HttpResponse<byte[]> bind() {
    return CheckedHttp.send(holder.post("/v1/certificates", bindRequest()));
  }

  String bindRequest() {
    return Json.text(
        Examples.json(
            "POST /v1/certificates", "phone", Map.of("deviceKey", key.raw().base64Url())));
  }

  Caller holder() {
    return holder;
  }

  String holderId() {
    return holderId;
  }

  /** A code as the phone shows it next. */
  String show() {
    counter++;
    return CodeText.encode(
        DynamicCode.sign(
            TokenParser.parseBlock(block).orElseThrow(),
            Instant.now().getEpochSecond(),
            counter,
            key.signer()));
  }
}
