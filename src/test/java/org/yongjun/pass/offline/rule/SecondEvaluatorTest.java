package org.yongjun.pass.offline.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.outside.OutsideTools;

/**
 * Compares the evaluator with a second one, written in another language from a page of text, on
 * random holders, venues, bills and items: to the fen, the layer and the reason.
 */
class SecondEvaluatorTest {
  private static final long SEED = 20_261_122L;
  private static final int CASES = 1_000_000;
  private static final int BILLS_PER_LIST = 10;

  /** Of every so many bills, each of its items is also evaluated alone. */
  private static final int ALONE_EVERY = 50;

  private static final int QUEUE_MAX = 20_000;

  private final Random random = new Random(SEED);
  private final RandomItems items = new RandomItems(random);
  private final RandomBills bills = new RandomBills(random, items);
  private final Evaluator evaluator = new Evaluator();

  private final Map<ReasonCode, Integer> refused = new EnumMap<>(ReasonCode.class);
  private int granted;
  private int withValue;
  private long valueFen;

  /** One bill that was sent, with our answer. */
  private record Sent(List<Item> items, Situation bill, Evaluation evaluation) {}

  @Test
  void aSecondEvaluatorInAnotherLanguageComesToTheSameFen() throws Exception {
    OutsideTools.requireTool("node");
    Process process =
        new ProcessBuilder("node", program())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BlockingQueue<Sent> sent = new ArrayBlockingQueue<>(QUEUE_MAX);
    int compared;
    try (var workers = Executors.newSingleThreadExecutor();
        BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
      var comparing = workers.submit(() -> compare(answers, sent));
      try (BufferedWriter cases =
          new BufferedWriter(
              new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8))) {
        send(cases, sent, comparing::isDone);
      }
      compared = comparing.get(5, TimeUnit.MINUTES);
    } finally {
      process.destroyForcibly();
    }
    System.out.printf(
        "second evaluator: %,d bills compared, 0 differ; %,d granted (%,d with value, %,d fen in"
            + " all), refused %s%n",
        compared, granted, withValue, valueFen, refused);
    assertEquals(CASES, compared);
    assertTrue(granted > CASES / 10 && granted < CASES * 9 / 10, "granted " + granted);
    assertTrue(withValue > CASES / 10, "with value " + withValue);
    for (ReasonCode reason : ReasonCode.values()) {
      boolean isOfRules = reason.number() >= ReasonCode.VENUE_NOT_ACTIVE.number();
      assertTrue(!isOfRules || refused.getOrDefault(reason, 0) > CASES / 1000, reason + " is rare");
    }
  }

  private static String program() throws URISyntaxException {
    return Path.of(
            Objects.requireNonNull(SecondEvaluatorTest.class.getResource("/oracle/evaluate.mjs"))
                .toURI())
        .toString();
  }

  /** Stops asking for comparisons: whoever compares has ended, by a difference. */
  private interface Ended {
    boolean isEnded();
  }

  private void send(BufferedWriter cases, BlockingQueue<Sent> sent, Ended comparing)
      throws IOException, InterruptedException {
    for (int i = 0; i < CASES && !comparing.isEnded(); i += BILLS_PER_LIST) {
      List<Item> list = items.list();
      cases.write(CaseLines.items(list));
      cases.write('\n');
      for (int j = 0; j < BILLS_PER_LIST; j++) {
        Situation bill = bills.bill(list);
        cases.write(CaseLines.bill(bill));
        cases.write('\n');
        Sent one = new Sent(list, bill, evaluator.evaluate(bill, list));
        while (!sent.offer(one, 1, TimeUnit.SECONDS) && !comparing.isEnded()) {
          cases.flush();
        }
      }
    }
  }

  private int compare(BufferedReader answers, BlockingQueue<Sent> sent) throws Exception {
    for (int i = 0; i < CASES; i++) {
      String line = answers.readLine();
      if (line == null) {
        throw new AssertionError("the second evaluator ended after " + i + " bills");
      }
      Sent one = sent.take();
      int space = line.indexOf(' ');
      String ours = CaseLines.answer(one.evaluation());
      if (!line.substring(space + 1).equals(ours)) {
        throw new AssertionError(
            "case %d\nours   %s\ntheirs %s\n%s\n%s"
                .formatted(
                    i,
                    ours,
                    line.substring(space + 1),
                    CaseLines.items(one.items()),
                    CaseLines.bill(one.bill())));
      }
      check(i, one, Long.parseLong(line.substring(0, space)));
    }
    return CASES;
  }

  private void check(int number, Sent one, long bestAloneFen) {
    if (one.evaluation() instanceof Evaluation.Refused refusal) {
      refused.merge(refusal.reason(), 1, Integer::sum);
      assertEquals(0, bestAloneFen, "case " + number);
      return;
    }
    Evaluation.Granted grant = (Evaluation.Granted) one.evaluation();
    granted++;
    withValue += grant.benefitValueFen() > 0 ? 1 : 0;
    valueFen += grant.benefitValueFen();
    List<BillPart> parts = one.bill().parts();
    assertEquals(parts.size(), grant.parts().size());
    for (int i = 0; i < parts.size(); i++) {
      checkMoney(number, parts.get(i), grant.parts().get(i));
    }
    assertTrue(grant.benefitValueFen() >= bestAloneFen, "case " + number + ": one alone is better");
    if (number % ALONE_EVERY == 0) {
      for (Item item : one.items()) {
        if (evaluator.evaluate(one.bill(), List.of(item)) instanceof Evaluation.Granted alone) {
          assertTrue(grant.payableFen() <= alone.payableFen(), "case " + number);
        }
      }
    }
  }

  private static void checkMoney(int number, BillPart part, PartQuote quote) {
    long layersFen = 0;
    for (PartQuote.Layer layer : quote.layers()) {
      layersFen += layer.reductionFen();
    }
    boolean isOrdered =
        quote.listFen() >= quote.referenceFen()
            && quote.referenceFen() >= quote.payableFen()
            && quote.payableFen() >= 0;
    assertTrue(isOrdered, "case " + number);
    assertEquals(part.listFen(), quote.listFen());
    assertEquals(part.referenceFen(), quote.referenceFen());
    assertEquals(layersFen, quote.benefitValueFen());
    assertEquals(quote.referenceFen() - quote.payableFen(), quote.benefitValueFen());
  }
}
