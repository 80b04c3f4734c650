package org.yongjun.pass.scenario;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;

/** The three officers of one city through whose hands a list goes. */
final class ListOffice {
  final Scene scene;
  final String clerk;
  final String reviewer;
  final String admin;

  ListOffice(Scene scene) {
    this.scene = scene;
    this.clerk = scene.officer(Role.CLERK, scene.city);
    this.reviewer = scene.officer(Role.REVIEWER, scene.city);
    this.admin = scene.officer(Role.ADMIN, scene.city);
  }

  /** One item at shops of a kind, for veterans from anywhere. */
  String document(String code, String from, String kind, int percent) {
    return """
    {"code": "%1$s-%2$s", "region": "%2$s", "level": "CITY", "batchNumber": 1,
     "title": {"zh": "清单", "en": "List"}, "source": {"title": "synthetic"},
     "effectiveFrom": "%3$s",
     "categories": [{"code": "SHOPS", "title": {"zh": "商超", "en": "Shops"}}],
     "items": [{"number": "1", "title": {"zh": "项目", "en": "Item"}, "category": "SHOPS",
       "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}},
       "where": {"kinds": ["%4$s"]},
       "parts": [{"label": "GOODS", "rule": {"kind": "PERCENT_PAYABLE", "percent": %5$d}}],
       "synthetic": true}]}
    """
        .formatted(code, scene.city, from, kind, percent);
  }

  StoryHttp.Reply draft(String token, String document) {
    return draft(token, "application/json", document.getBytes(StandardCharsets.UTF_8));
  }

  StoryHttp.Reply draft(String token, String type, byte[] document) {
    return scene.http.post("/v1/catalogue-drafts", token, type, document);
  }

  StoryHttp.Reply submit(String token, String draftId, long revision) {
    return scene.http.post(path(draftId) + "/submissions", token, Map.of("revision", revision));
  }

  StoryHttp.Reply approve(String token, String draftId, long revision) {
    return scene.http.post(
        path(draftId) + "/reviews", token, Map.of("revision", revision, "decision", "APPROVE"));
  }

  StoryHttp.Reply sendBack(String token, String draftId, long revision, String remark) {
    return scene.http.post(
        path(draftId) + "/reviews",
        token,
        Map.of("revision", revision, "decision", "SEND_BACK", "remark", remark));
  }

  StoryHttp.Reply publish(String token, String draftId, long revision) {
    return scene.http.post(path(draftId) + "/publications", token, Map.of("revision", revision));
  }

  /** Written by the clerk, approved by the reviewer; the draft's id, at revision 3. */
  String approved(String document) {
    return approved("application/json", document.getBytes(StandardCharsets.UTF_8));
  }

  String approved(String type, byte[] document) {
    String id = draft(clerk, type, document).expect(201).text("draft/draftId");
    submit(clerk, id, 1).expect(201);
    approve(reviewer, id, 2).expect(201);
    return id;
  }

  /** The whole way to a published version. */
  StoryHttp.Reply published(String type, byte[] document) {
    return publish(admin, approved(type, document), 3).expect(201);
  }

  StoryHttp.Reply published(String document) {
    return published("application/json", document.getBytes(StandardCharsets.UTF_8));
  }

  static String path(String draftId) {
    return "/v1/catalogue-drafts/" + draftId;
  }
}
