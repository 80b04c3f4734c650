package org.yongjun.pass.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;

/** The compiled main classes, without those that annotation processors generate. */
final class CompiledClasses {
  static final Path FOLDER = Path.of("target", "classes");
  static final String BASE = "org.yongjun.pass";

  private CompiledClasses() {}

  /** Imports once per call; a test class keeps the result. */
  static List<JavaClass> list() {
    return new ClassFileImporter()
        .importPath(FOLDER).stream()
            // Micronaut begins the names of what it generates with a dollar sign.
            .filter(each -> !each.getName().startsWith("$", each.getPackageName().length() + 1))
            .toList();
  }

  /** The package below the base package: {@code venue.store}. */
  static String packageOf(JavaClass javaClass) {
    String name = javaClass.getPackageName();
    return isOurs(name) ? name.substring(BASE.length() + 1) : name;
  }

  static boolean isOurs(String packageName) {
    return packageName.startsWith(BASE + ".");
  }

  /** The package that a dependency points at; empty for primitives and their arrays. */
  static String targetOf(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType().getPackageName();
  }
}
