package org.yongjun.pass.programmes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.holder.IdNumbers;
import org.yongjun.pass.kernel.RegionCode;

/** An office of a place that takes applications for cards and counts them, over HTTP. */
record CardOffice(String region) {
  private static final List<String> WAY =
      List.of("ACCEPTED", "REVIEWED", "APPROVED", "MADE", "ISSUED", "ACTIVATED");
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  /** Sequence numbers of one birthday. */
  private static final int OF_ONE_DAY = 900;

  /** A made-up person who is registered. */
  record Person(String holderId, String idNumber) {}

  String token(Role role) {
    return Holders.officer(role, RegionCode.of(region));
  }

  /** A kind of card that is offered here; its maker is empty where it is our own. */
  String type(String title, String partner, String... classes) {
    Map<String, Object> body = new HashMap<>();
    body.put("cardType", "c-" + UUID.randomUUID());
    body.put("region", region);
    body.put("title", title);
    body.put("classes", List.of(classes));
    if (!partner.isEmpty()) {
      body.put("partner", partner);
    }
    return Holders.HTTP
        .post("/v1/card-types", token(Role.ADMIN), body)
        .expect(201)
        .text("cardType");
  }

  /** Files so many persons of these classes at home here, all in one file. */
  List<Person> people(int count, String classes) {
    StringBuilder csv = new StringBuilder("姓名,身份证号,手机号,类别,属地,生效日期,有效期\n");
    List<String> idNumbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = PEOPLE.incrementAndGet();
      String birth = "196302%02d".formatted(1 + number / OF_ONE_DAY);
      String idNumber = IdNumbers.of(region, birth, 1 + number % OF_ONE_DAY);
      idNumbers.add(idNumber);
      csv.append(
          "钱申领,%s,%s,%s,%s,%s,%s\n"
              .formatted(
                  idNumber,
                  "196%08d".formatted(number),
                  classes,
                  region,
                  Partners.TODAY.minusDays(9),
                  Partners.TODAY.plusDays(300)));
    }
    StoryHttp.Reply report =
        Holders.HTTP
            .post(
                "/v1/holders/imports",
                token(Role.CLERK),
                "text/csv",
                csv.toString().getBytes(UTF_8))
            .expect(200);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(new Person(report.text("outcomes/" + i + "/holderId"), idNumbers.get(i)));
    }
    return people;
  }

  StoryHttp.Reply tryToApply(String type, Person person, String channel) {
    return Holders.HTTP.post(
        "/v1/card-applications",
        token(Role.CLERK),
        Map.of("cardType", type, "holderId", person.holderId(), "channel", channel));
  }

  String apply(String type, Person person, String channel) {
    return tryToApply(type, person, channel).expect(201).text("cardApplicationId");
  }

  /** Each of them applies at the counter and is led up to that stage, which is named; the ids. */
  List<String> lead(String type, List<Person> people, String upTo) {
    return people.stream()
        .map(
            each -> {
              String application = apply(type, each, "COUNTER");
              lead(application, upTo);
              return application;
            })
        .toList();
  }

  /** From the first step up to that stage; the answer to the last. */
  StoryHttp.Reply lead(String application, String upTo) {
    for (String stage : WAY.subList(0, WAY.indexOf(upTo))) {
      step(application, stage);
    }
    return step(application, upTo);
  }

  StoryHttp.Reply step(String application, String stage, String... problems) {
    boolean isOfReviewer = stage.equals("REVIEWED") || stage.equals("APPROVED");
    return Holders.HTTP
        .post(
            "/v1/card-applications/" + application + "/steps",
            token(isOfReviewer ? Role.REVIEWER : Role.CLERK),
            Map.of("stage", stage, "problems", List.of(problems)))
        .expect(200);
  }

  /** What a partner has issued to these persons, and activated for the first so many of them. */
  StoryHttp.Reply enter(String type, List<Person> people, int activated) {
    StringBuilder csv = new StringBuilder("身份证号,发放日期,激活日期\n");
    for (int i = 0; i < people.size(); i++) {
      csv.append(
          "%s,%s,%s\n"
              .formatted(
                  people.get(i).idNumber(),
                  Partners.TODAY.minusDays(1),
                  i < activated ? Partners.TODAY.toString() : ""));
    }
    return Holders.HTTP
        .post(
            "/v1/card-types/" + type + "/imports?region=" + region,
            token(Role.CLERK),
            "text/csv",
            csv.toString().getBytes(UTF_8))
        .expect(200);
  }

  /** A total that a partner states of cards which it keeps itself. */
  void report(String type, String reporter, long cards) {
    Holders.HTTP
        .post(
            "/v1/card-reports",
            token(Role.CLERK),
            Map.of(
                "cardType",
                type,
                "region",
                region,
                "stage",
                "ISSUED",
                "asOf",
                Partners.TODAY.minusDays(1).toString(),
                "cards",
                cards,
                "reporter",
                reporter,
                "reportedOn",
                Partners.TODAY.toString(),
                "document",
                "报表"))
        .expect(201);
  }

  /** Applications of that type that are at a stage now. */
  List<Map<String, Object>> applications(String type, String stage) {
    return Holders.HTTP
        .get(
            "/v1/card-applications?region=%s&cardType=%s&stage=%s".formatted(region, type, stage),
            token(Role.AUDITOR))
        .expect(200)
        .list("applications");
  }

  /** The figures of that type as this office is told them. */
  Figure figure(String type) {
    return new Figure(
        type, Holders.HTTP.get("/v1/card-figures?region=" + region, token(Role.AUDITOR)));
  }

  /** The figures of a region, read for one type. */
  record Figure(String type, StoryHttp.Reply reply) {
    private Map<String, Object> ofType() {
      return reply.expect(200).list("types").stream()
          .filter(each -> ((Map<?, ?>) each.get("cardType")).get("cardType").equals(type))
          .findFirst()
          .orElseThrow();
    }

    /** How many applications reached each of these stages. */
    List<Long> reached(String... stages) {
      Map<Object, Long> counts = new HashMap<>();
      for (Object each : (List<?>) ofType().get("stages")) {
        Map<?, ?> count = (Map<?, ?>) each;
        counts.put(count.get("stage"), ((Number) count.get("applications")).longValue());
      }
      return List.of(stages).stream().map(counts::get).toList();
    }

    long persons() {
      return ((Number) ofType().get("persons")).longValue();
    }

    /** {@code persons/entitled rate} of {@code entryRate} or {@code issueRate}. */
    String rate(String name) {
      Map<?, ?> rate = (Map<?, ?>) ofType().get(name);
      return rate.get("persons") + "/" + rate.get("entitled") + " " + rate.get("rate");
    }

    /** {@code reporter cards} of each report. */
    List<String> reports() {
      return reply.list("reports").stream()
          .filter(each -> each.get("cardType").equals(type))
          .map(each -> each.get("reporter") + " " + each.get("cards"))
          .sorted()
          .toList();
    }
  }
}
