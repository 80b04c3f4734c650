package org.yongjun.pass.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.scenario.PersonScene.today;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.programmes.Counter;

/**
 * Goal: a hundred visiting dependents a year, over all sites together, see them free, each as often
 * as they like while they visit, and the hundred-and-first pays (组织100名临时来队家属免费参观景点). Method: the
 * list of 张掖 over HTTP: 64 threads, 400 attempts by 133 persons at three sites; a ticket of 60.00
 * is made up, sums by hand in fen.
 */
class H09_AHundredVisitingDependentsAYearTest {
  private static final int PERSONS = 133;
  private static final int ATTEMPTS = 400;
  private static final int THREADS = 64;
  private static final int MAX = 100;
  private static final int TRIES_MAX = 50;

  private final HardCase zhangye = new HardCase("zhangye-2023");
  private final Scene scene = zhangye.scene;
  private final Scene elsewhere = Scene.open();
  private final List<Counter> sites =
      List.of(site("SCENIC_SPOT"), site("SCENIC_SPOT"), site("SCENIC_SPOT"));

  private Counter site(String kind) {
    return zhangye.counter(kind, Map.of(), Map.of("ADMISSION", 6_000L));
  }

  /** Dependents of another city, on this city's list while they visit. */
  private List<StoryPhone> visitors() {
    String list = zhangye.list("VISITING_FAMILY");
    StringBuilder register = new StringBuilder("姓名,身份证号,手机号,类别,属地,生效日期,有效期\n");
    StringBuilder members = new StringBuilder("身份证号,生效日期,截止日期\n");
    for (int i = 0; i < PERSONS; i++) {
      Scene.Person person = elsewhere.person();
      register.append(
          "王来队,%s,%s,VISITING_DEPENDENT,%s,%s,%s\n"
              .formatted(
                  person.idNumber(),
                  person.phone(),
                  elsewhere.city,
                  today().minusDays(1),
                  today().plusDays(300)));
      members.append("%s,%s,%s\n".formatted(person.idNumber(), today(), today().plusDays(14)));
    }
    Map<Integer, String> ids = elsewhere.office.importHolders(register.toString().getBytes(UTF_8));
    List<StoryPhone> phones = new ArrayList<>();
    for (int i = 1; i <= PERSONS; i++) {
      phones.add(elsewhere.phone(ids.get(i)));
    }
    assertEquals("CONDITION_FAILED", zhangye.use(sites.getFirst(), phones.getFirst(), "ADMISSION"));
    assertEquals(
        PERSONS,
        scene
            .http
            .post(
                "/v1/member-lists/" + list + "/imports",
                zhangye.clerk,
                "text/csv",
                members.toString().getBytes(UTF_8))
            .expect(200)
            .number("created"));
    return phones;
  }

  /** A count that is held by others for long is answered by 503, to be tried again. */
  private StoryHttp.Reply enter(Counter site, StoryPhone phone) {
    String key = Scene.key();
    String code = phone.show();
    StoryHttp.Reply reply = site.terminal().redeem(key, code, Map.of("ADMISSION", 0L));
    for (int i = 0; reply.status() == 503 && i < TRIES_MAX; i++) {
      reply = site.terminal().redeem(key, code, Map.of("ADMISSION", 0L));
    }
    return reply;
  }

  @Test
  void exactlyAHundredPersonsGetInHoweverManyTry() throws Exception {
    List<StoryPhone> phones = visitors();
    List<StoryHttp.Reply> replies = tryAll(phones);
    Set<Integer> admitted = new HashSet<>();
    long visits = 0;
    for (int i = 0; i < ATTEMPTS; i++) {
      if (replies.get(i).status() == 201) {
        assertEquals("6000/6000/0/6000 zhangye-2023/7", zhangye.read(replies.get(i)));
        admitted.add(i % PERSONS);
        visits++;
      } else {
        assertEquals("LIMIT_REACHED", replies.get(i).expect(422).text("code"));
      }
    }
    assertEquals(MAX, admitted.size());
    // Whoever is counted comes again to any site; whoever is not pays, this year.
    for (int i = 0; i < PERSONS; i += 12) {
      boolean isIn = admitted.contains(i);
      visits += isIn ? 1 : 0;
      assertEquals(
          isIn ? "6000/6000/0/6000 zhangye-2023/7" : "LIMIT_REACHED",
          zhangye.use(sites.get(i % 3), phones.get(i), "ADMISSION"));
    }
    // Each visit is worth 60.00, whatever the number of persons.
    assertEquals(
        new Totals(visits, visits, visits * 6_000, visits * 6_000, 0, visits * 6_000),
        Totals.ofFigure(scene));
  }

  private List<StoryHttp.Reply> tryAll(List<StoryPhone> phones)
      throws InterruptedException, ExecutionException {
    List<StoryHttp.Reply> replies = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<StoryHttp.Reply>> running = new ArrayList<>();
      for (int i = 0; i < ATTEMPTS; i++) {
        StoryPhone phone = phones.get(i % PERSONS);
        Counter site = sites.get(i % sites.size());
        running.add(threads.submit(() -> enter(site, phone)));
      }
      for (Future<StoryHttp.Reply> each : running) {
        replies.add(each.get());
      }
    }
    return replies;
  }
}
