package org.yongjun.pass.architecture;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Java sources of the project, read by the compiler's own parser. */
final class Sources {
  static final Path MAIN = Path.of("src", "main", "java");
  static final Path TEST = Path.of("src", "test", "java");

  private Sources() {}

  /**
   * A method, constructor or catch block.
   *
   * @param where file and line
   * @param lines from the first modifier to the closing brace
   */
  record Method(String where, int lines, int parameters, boolean isConstructorOfClass) {}

  /** What the parser saw. */
  record Parsed(List<Method> methods, List<String> emptyCatches) {}

  /** The files below a folder whose names end so, in the order of their paths. */
  static List<Path> files(Path folder, String... endings) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path file) {
    return text(file).lines().toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Parsed parse(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      Scanner scanner = new Scanner(Trees.instance(task).getSourcePositions());
      for (CompilationUnitTree unit : task.parse()) {
        scanner.scan(unit, null);
      }
      return new Parsed(scanner.methods, scanner.emptyCatches);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Scanner extends TreePathScanner<Void, Void> {
    private final SourcePositions positions;
    private final List<Method> methods = new ArrayList<>();
    private final List<String> emptyCatches = new ArrayList<>();

    Scanner(SourcePositions positions) {
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
      LineMap map = unit.getLineMap();
      long first = map.getLineNumber(positions.getStartPosition(unit, method));
      long last = map.getLineNumber(positions.getEndPosition(unit, method));
      boolean isConstructorOfClass =
          method.getReturnType() == null
              && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree parent
              && parent.getKind() == Tree.Kind.CLASS;
      methods.add(
          new Method(
              where(method) + " " + method.getName(),
              (int) (last - first + 1),
              method.getParameters().size(),
              isConstructorOfClass));
      return super.visitMethod(method, none);
    }

    @Override
    public Void visitCatch(CatchTree each, Void none) {
      if (each.getBlock().getStatements().isEmpty()) {
        emptyCatches.add(where(each));
      }
      return super.visitCatch(each, none);
    }

    private String where(Tree tree) {
      CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
      long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
      return Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line;
    }
  }
}
