import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs google-java-format over every Java file below a folder: {@code Format check|write FOLDER}.
 * It is a program of its own because the formatter needs JDK 25's compiler, and Maven may run on 17.
 */
class Format {
  public static void main(String[] arguments) throws Exception {
    List<String> call = new ArrayList<>();
    if (arguments[0].equals("write")) {
      call.add("--replace");
    } else {
      call.addAll(List.of("--dry-run", "--set-exit-if-changed"));
    }
    try (Stream<Path> files = Files.walk(Path.of(arguments[1]))) {
      files.filter(file -> file.toString().endsWith(".java")).map(Path::toString).sorted().forEach(call::add);
    }
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter errors = new PrintWriter(System.err, true);
    int status =
        new com.google.googlejavaformat.java.Main(out, errors, System.in)
            .format(call.toArray(String[]::new));
    if (status != 0) {
      System.err.println("Not formatted: the files above. Run infra/dev/format.");
    }
    System.exit(status);
  }
}
