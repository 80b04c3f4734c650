package org.yongjun.pass.offline.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.offline.bundle.BundleReader;
import org.yongjun.pass.offline.bundle.BundleReading;
import org.yongjun.pass.offline.bundle.GateBundle;
import org.yongjun.pass.offline.bundle.JsonText;
import org.yongjun.pass.offline.bundle.RootKey;
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.offline.verify.CodeVerdict;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.offline.verify.Reader;
import org.yongjun.pass.offline.verify.Views;

/** The command line of the offline jar. */
public final class Main {
  private static final int DONE = 0;
  private static final int DISAGREES = 1;
  private static final int WRONG_USE = 2;
  private static final int FAILED = 3;
  private static final int FILE_BYTES_MAX = 64 << 20;

  private static final String USAGE =
      """
      java -cp offline.jar:bcprov.jar:jackson-core.jar org.yongjun.pass.offline.gate.Main COMMAND

      gate     reads codes, one a line, from standard input and prints one decision a line as JSON
               --state FOLDER --root FILE --venue ID --terminal ID [--gate NAME]
               [--bundle FILE]                       takes a bundle that came by hand
               [--sync URL --token FILE] [--every SECONDS] [--batch TAPS]
               [--online]                            asks the server first, within the bundle's budget
               [--offline]                           no network, whatever else is said
               [--flush each|group]                  when the journal is on the disk (default: each)
               [--clock-offset SECONDS]              for trials: a machine's clock that is wrong
               A line that begins with { is a command: {"code": C, "direction": "IN"|"OUT",
               "gate": NAME, "staff": true}, {"annul": CLIENT_ID}, {"sync": true}, {"tally": true}
      verify   verifies codes from standard input by a bundle, without state
               --bundle FILE --root FILE --venue ID --terminal ID [--time SECONDS] [--attended]
      vectors  FOLDER   runs the test vectors of the token
      bench    [--seconds N]   decisions per second beside bare signature verifications
      """;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final Clock clock;

  private Main(InputStream in, PrintStream out, PrintStream err, Clock clock) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int status = new Main(System.in, out, err, Clock.systemUTC()).run(List.of(arguments));
    out.flush();
    System.exit(status);
  }

  private int run(List<String> arguments) {
    String command = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
    try {
      switch (command) {
        case "gate":
          return gate(rest);
        case "verify":
          return verify(rest);
        case "vectors":
          return vectors(rest);
        case "bench":
          return bench(rest);
        default:
          err.print(USAGE);
          return WRONG_USE;
      }
    } catch (Arguments.Fault fault) {
      err.println(fault.getMessage());
      return WRONG_USE;
    } catch (IOException e) {
      err.println("failed: " + e.getMessage());
      return FAILED;
    }
  }

  private int gate(List<String> rest) throws IOException {
    Arguments given =
        Arguments.parse(
            rest,
            Set.of(
                "state",
                "root",
                "venue",
                "terminal",
                "gate",
                "bundle",
                "sync",
                "token",
                "every",
                "batch",
                "flush",
                "clock-offset"),
            Set.of("offline", "online"));
    long offset = given.number("clock-offset", 0, -GateShell.OFFSET_MAX, GateShell.OFFSET_MAX);
    Clock machine = Clock.offset(clock, Duration.ofSeconds(offset));
    @Nullable GateHttp http =
        given.has("offline") || !given.has("sync")
            ? null
            : new GateHttp(given.get("sync"), Path.of(given.get("token")));
    Gate.Options options =
        new Gate.Options(
            flush(given),
            machine,
            System::nanoTime,
            http != null && given.has("online") ? http : OnlineDesk.NONE);
    String name = given.find("gate").orElse(given.get("terminal"));
    try (Gate gate = Gate.open(Path.of(given.get("state")), reader(given), options)) {
      for (JournalDamage damage : gate.damage()) {
        err.println(DecisionJson.line(DecisionJson.of(damage)));
      }
      if (given.has("bundle")) {
        BundleReading reading = gate.take(read(Path.of(given.get("bundle"))));
        if (reading instanceof BundleReading.Refused refused) {
          err.println("the bundle is refused: " + refused.reason());
        }
      }
      int batch = (int) given.number("batch", UploadBatch.TAPS_MAX, 1, UploadBatch.TAPS_MAX);
      long every = given.number("every", 0, 0, GateShell.OFFSET_MAX);
      GateShell shell = new GateShell(gate, http, batch, name, out);
      return shell.run(new Lines(lines()), every) ? DONE : FAILED;
    }
  }

  private static Flush flush(Arguments given) {
    String word = given.find("flush").orElse("each");
    if (!word.equals("each") && !word.equals("group")) {
      throw new Arguments.Fault("--flush is each or group");
    }
    return word.equals("each") ? Flush.EACH : Flush.GROUP;
  }

  private static BundleReader reader(Arguments given) throws IOException {
    RootKey root =
        RootKey.read(read(Path.of(given.get("root"))))
            .orElseThrow(() -> new Arguments.Fault("--root is no public key (JWK, P-256)"));
    return new BundleReader(root, new Signatures(), given.get("venue"), given.get("terminal"));
  }

  private int verify(List<String> rest) throws IOException {
    Arguments given =
        Arguments.parse(
            rest, Set.of("bundle", "root", "venue", "terminal", "time"), Set.of("attended"));
    long now = given.number("time", clock.instant().getEpochSecond(), 0, 0xFFFFFFFFL);
    BundleReading reading = reader(given).read(read(Path.of(given.get("bundle"))), null, now);
    if (!(reading instanceof BundleReading.Accepted accepted)) {
      err.println("the bundle is refused: " + ((BundleReading.Refused) reading).reason());
      return FAILED;
    }
    GateBundle bundle = accepted.bundle();
    CodeVerifier verifier = new CodeVerifier(new Signatures(), bundle.keyList());
    Views views =
        new Views(bundle.statuses(), (issuer, index, counter) -> false, (issuer, tag, at) -> false);
    Lines lines = new Lines(lines());
    for (String line = lines.next(); line != null; line = lines.next()) {
      CodeVerdict verdict = verifier.verify(line, new Reader(given.has("attended")), views, now);
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("accepted", verdict instanceof CodeVerdict.Accepted);
      if (verdict instanceof CodeVerdict.Refused refused) {
        DecisionJson.putReason(tree, refused.reason());
      }
      out.println(DecisionJson.line(tree));
    }
    return DONE;
  }

  private int vectors(List<String> rest) throws IOException {
    Arguments given = Arguments.parse(rest, Set.of(), Set.of());
    if (given.rest().size() != 1) {
      throw new Arguments.Fault("vectors FOLDER");
    }
    int files = 0;
    int readings = 0;
    int faulty = 0;
    for (String kind : List.of("valid", "invalid")) {
      for (Path file : list(Path.of(given.rest().get(0)).resolve(kind))) {
        VectorRun.Result result = VectorRun.of(JsonText.read(read(file)));
        files++;
        readings += result.readings();
        faulty += result.faults().isEmpty() ? 0 : 1;
        result
            .faults()
            .forEach(fault -> out.println(kind + "/" + file.getFileName() + ": " + fault));
      }
    }
    out.println(files + " vectors, " + readings + " readings, " + faulty + " vectors disagree");
    return faulty == 0 && files > 0 ? DONE : DISAGREES;
  }

  private int bench(List<String> rest) throws IOException {
    Arguments given = Arguments.parse(rest, Set.of("seconds"), Set.of());
    long seconds = given.number("seconds", 3, 1, 600);
    new Bench(Duration.ofSeconds(seconds)).run().forEach(out::println);
    return DONE;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] read = bytes.readNBytes(FILE_BYTES_MAX + 1);
      if (read.length > FILE_BYTES_MAX) {
        throw new IOException("too large: " + file.getFileName());
      }
      return read;
    }
  }

  private BufferedReader lines() {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
