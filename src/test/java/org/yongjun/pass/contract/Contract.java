package org.yongjun.pass.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The contract as it is written in {@code api-spec/openapi/pass-v1.yaml}. */
public final class Contract {
  static final String TEXT = read();
  public static final OpenAPI MODEL = parse();
  static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(TEXT).build();

  /** Method and path template → operation, in the order of their names. */
  public static final SortedMap<String, Operation> OPERATIONS = operations();

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  private Contract() {}

  /** The name of the operation that a request calls, for example {@code GET /v1/venues/{id}}. */
  static Optional<String> findOperation(String method, String path) {
    // A fixed path wins over one with parameters, as it does in the server.
    return OPERATIONS.containsKey(method + " " + path)
        ? Optional.of(method + " " + path)
        : OPERATIONS.keySet().stream()
            .filter(name -> matches(name, method + " " + path))
            .findFirst();
  }

  /** The answer of that status, with a reference to a shared answer followed. */
  static ApiResponse answer(Operation operation, String status) {
    ApiResponse answer = operation.getResponses().get(status);
    return answer.get$ref() == null
        ? answer
        : MODEL.getComponents().getResponses().get(lastPart(answer.get$ref()));
  }

  static Map<String, Header> headers(ApiResponse answer) {
    return answer.getHeaders() == null ? Map.of() : answer.getHeaders();
  }

  public static String lastPart(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private static boolean matches(String name, String call) {
    StringBuilder regex = new StringBuilder();
    String[] fixed = PARAMETER.split(name, -1);
    for (int i = 0; i < fixed.length; i++) {
      regex.append(i == 0 ? "" : "[^/]+").append(Pattern.quote(fixed[i]));
    }
    return call.matches(regex.toString());
  }

  private static String read() {
    try {
      return Files.readString(Path.of("api-spec/openapi/pass-v1.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OpenAPI parse() {
    SwaggerParseResult result = new OpenAPIParser().readContents(TEXT, null, new ParseOptions());
    if (!result.getMessages().isEmpty()) {
      throw new AssertionError("the contract is not OpenAPI 3.0: " + result.getMessages());
    }
    return result.getOpenAPI();
  }

  private static SortedMap<String, Operation> operations() {
    SortedMap<String, Operation> operations = new TreeMap<>();
    for (Map.Entry<String, PathItem> path : MODEL.getPaths().entrySet()) {
      path.getValue()
          .readOperationsMap()
          .forEach((method, operation) -> operations.put(method + " " + path.getKey(), operation));
    }
    return operations;
  }
}
