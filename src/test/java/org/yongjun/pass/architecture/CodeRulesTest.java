package org.yongjun.pass.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The habits of the sources that a reader would otherwise have to watch for. */
class CodeRulesTest {
  private static final int FILE_LINES_MAX = 400;
  private static final int METHOD_LINES_MAX = 70;
  private static final int COLLABORATORS_MAX = 9;
  private static final int SENTENCES_MAX = 3;

  /** What JVMs of release 17 load. */
  private static final int CLASS_VERSION_17 = 61;

  /** Two words, so that this file does not find itself. */
  private static final Pattern MARKER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)");

  private static final List<JavaClass> CLASSES = CompiledClasses.list();

  @Test
  void everyPackageSaysWhatItIsForInOneToThreeSentencesAndIsNullMarked() {
    Set<String> faults = new TreeSet<>();
    for (Path root : List.of(Sources.MAIN, Sources.TEST)) {
      for (Path source : Sources.files(root, ".java")) {
        Path folder = source.getParent();
        Path main = Sources.MAIN.resolve(root.relativize(folder)).resolve("package-info.java");
        // A test package that mirrors a main package is described there.
        Path info = Files.exists(main) ? main : folder.resolve("package-info.java");
        if (!Files.exists(info)) {
          faults.add(folder + " has no package-info.java");
          continue;
        }
        String text = Sources.text(info);
        int sentences = sentences(text);
        if (sentences < 1 || sentences > SENTENCES_MAX) {
          faults.add(info + " has " + sentences + " sentences");
        }
        if (!text.contains("\n@NullMarked\n")) {
          faults.add(info + " is not @NullMarked");
        }
      }
    }
    assertEquals(Set.of(), faults);
  }

  @Test
  void theTimeAndTheZoneComeFromOutside() {
    Predicate<JavaCodeUnitAccess<?>> asksTheMachine =
        access -> {
          String owner = access.getTargetOwner().getName();
          String name = access.getTarget().getName();
          boolean takesClock =
              access.getTarget().getRawParameterTypes().stream()
                  .anyMatch(type -> type.isEquivalentTo(Clock.class));
          boolean isNow = owner.startsWith("java.time.") && name.equals("now") && !takesClock;
          boolean isDefault =
              Set.of("systemDefault", "systemDefaultZone", "getDefault").contains(name)
                  && (owner.startsWith("java.time.") || owner.equals("java.util.TimeZone"));
          return isNow
              || isDefault
              || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
              || (owner.equals("java.util.Calendar") && name.equals("getInstance"))
              || (owner.equals("java.util.Date")
                  && name.equals("<init>")
                  && access.getTarget().getRawParameterTypes().isEmpty());
        };
    assertEquals(List.of(), accesses(asksTheMachine));
  }

  /** Everything else is given one; the commands run outside the application context. */
  @Test
  void clocksAreMadeByTheWiringAndTheCommandsAlone() {
    List<String> made = new ArrayList<>();
    for (JavaClass each : CLASSES) {
      boolean mayMake =
          CompiledClasses.packageOf(each).equals("platform.wiring") || isCommand(each);
      each.getCodeUnitAccessesFromSelf().stream()
          .filter(access -> !mayMake && access.getTargetOwner().isEquivalentTo(Clock.class))
          .filter(access -> access.getTarget().getName().startsWith("system"))
          .forEach(access -> made.add(access.getDescription()));
    }
    assertEquals(List.of(), made);
  }

  @Test
  void onlyTheCommandsPrint() {
    List<String> printing = new ArrayList<>();
    for (JavaClass each : CLASSES) {
      for (JavaFieldAccess access : each.getFieldAccessesFromSelf()) {
        boolean isStream =
            access.getTargetOwner().isEquivalentTo(System.class)
                && Set.of("out", "err").contains(access.getTarget().getName());
        if (isStream && !isCommand(each)) {
          printing.add(access.getDescription());
        }
      }
    }
    assertEquals(List.of(), printing);
  }

  /** The server's commands, and the one class that is a gate's. */
  private static boolean isCommand(JavaClass each) {
    return CompiledClasses.packageOf(each).equals("app")
        || each.getName().equals("org.yongjun.pass.offline.gate.Main");
  }

  @Test
  void nothingIsLeftForLater() {
    List<String> marked = new ArrayList<>();
    for (String folder : List.of("src", "infra", "api-spec")) {
      for (Path file :
          Sources.files(
              Path.of(folder), ".java", ".sql", ".yml", ".yaml", ".json", ".xml", ".md", ".sh")) {
        if (MARKER.matcher(Sources.text(file)).find()) {
          marked.add(file.toString());
        }
      }
    }
    assertEquals(List.of(), marked);
  }

  @Test
  void noCatchBlockIsEmpty() {
    assertEquals(List.of(), Sources.parse(allSources()).emptyCatches());
  }

  @Test
  void methodsFitAScreen() {
    assertEquals(
        List.of(),
        Sources.parse(allSources()).methods().stream()
            .filter(method -> method.lines() > METHOD_LINES_MAX)
            .map(method -> method.where() + " has " + method.lines() + " lines")
            .toList());
  }

  @Test
  void classesHaveFewCollaborators() {
    assertEquals(
        List.of(),
        Sources.parse(Sources.files(Sources.MAIN, ".java")).methods().stream()
            .filter(Sources.Method::isConstructorOfClass)
            .filter(method -> method.parameters() > COLLABORATORS_MAX)
            .map(method -> method.where() + " takes " + method.parameters())
            .toList());
  }

  @Test
  void filesStayShort() {
    assertEquals(
        List.of(),
        allSources().stream()
            .filter(file -> Sources.lines(file).size() > FILE_LINES_MAX)
            .map(Path::toString)
            .toList());
  }

  @Test
  void noTestUsesAMockLibrary() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> mocks =
        Stream.of(classPath.split(File.pathSeparator))
            .map(entry -> Path.of(entry).getFileName().toString().toLowerCase(Locale.ROOT))
            .filter(name -> name.contains("mock"))
            .toList();
    assertEquals(List.of(), mocks);
    assertTrue(classPath.contains("archunit"), "this is the class path of the tests");
  }

  @Test
  void whatRunsOnAGateIsCompiledForRelease17() throws IOException {
    List<String> others = new ArrayList<>();
    int count = 0;
    for (String room : List.of("kernel", "offline")) {
      Path folder = CompiledClasses.FOLDER.resolve("org/yongjun/pass").resolve(room);
      for (Path file : Sources.files(folder, ".class")) {
        count++;
        if (classVersion(file) != CLASS_VERSION_17) {
          others.add(file + " is of version " + classVersion(file));
        }
      }
    }
    assertEquals(List.of(), others);
    assertTrue(count > 50, "the offline classes are compiled");
  }

  private static List<Path> allSources() {
    return Stream.of(Sources.MAIN, Sources.TEST)
        .flatMap(root -> Sources.files(root, ".java").stream())
        .toList();
  }

  private static List<String> accesses(Predicate<JavaCodeUnitAccess<?>> isMeant) {
    List<String> found = new ArrayList<>();
    for (JavaClass each : CLASSES) {
      for (JavaCodeUnitAccess<?> access : each.getCodeUnitAccessesFromSelf()) {
        if (isMeant.test(access)) {
          found.add(access.getDescription());
        }
      }
    }
    return found;
  }

  private static int sentences(String packageInfo) {
    Matcher javadoc = JAVADOC.matcher(packageInfo);
    if (!javadoc.find()) {
      return 0;
    }
    String text = javadoc.group(1).replaceAll("(?m)^\\s*\\*", " ").strip();
    return (int) SENTENCE_END.matcher(text).results().count();
  }

  private static int classVersion(Path file) throws IOException {
    try (DataInputStream bytes = new DataInputStream(Files.newInputStream(file))) {
      bytes.skipNBytes(6);
      return bytes.readUnsignedShort();
    }
  }
}
