package org.yongjun.pass.contract;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yongjun.pass.PassServer;

/** The operations that the code offers, by the names that the contract gives them. */
final class Routes {
  private static final String OURS = "org.yongjun.pass.";

  private Routes() {}

  /** One operation as its controller's method has it. */
  record Route(Method method) {
    Optional<Parameter> body() {
      return with(Body.class).stream().findFirst();
    }

    List<String> queryNames() {
      return with(QueryValue.class).stream()
          .map(each -> named(each.getAnnotation(QueryValue.class).value(), each))
          .toList();
    }

    List<String> pathNames() {
      return with(PathVariable.class).stream()
          .map(each -> named(each.getAnnotation(PathVariable.class).value(), each))
          .toList();
    }

    List<String> headerNames() {
      return with(Header.class).stream()
          .map(each -> named(each.getAnnotation(Header.class).value(), each))
          .toList();
    }

    /** What {@code @Secured} says at the method, or else at its class. */
    List<String> secured() {
      Secured own = method.getAnnotation(Secured.class);
      Secured secured = own == null ? method.getDeclaringClass().getAnnotation(Secured.class) : own;
      return secured == null ? List.of() : Arrays.asList(secured.value());
    }

    private List<Parameter> with(Class<? extends Annotation> annotation) {
      return Arrays.stream(method.getParameters())
          .filter(each -> each.isAnnotationPresent(annotation))
          .toList();
    }

    private static String named(String stated, Parameter parameter) {
      return stated.isEmpty() ? parameter.getName() : stated;
    }
  }

  /** The routes of this program's own controllers. */
  static SortedMap<String, Route> own() {
    SortedMap<String, Route> routes = new TreeMap<>();
    router()
        .uriRoutes()
        .filter(route -> isOwn(route) && isOperation(route.getHttpMethod()))
        .forEach(
            route ->
                routes.put(nameOf(route), new Route(route.getTargetMethod().getTargetMethod())));
    return routes;
  }

  /** The routes that come with the framework, such as those of management. */
  static List<String> foreign() {
    return router()
        .uriRoutes()
        .filter(route -> !isOwn(route) && isOperation(route.getHttpMethod()))
        .map(Routes::nameOf)
        .sorted()
        .toList();
  }

  private static Router router() {
    return PassServer.context().getBean(Router.class);
  }

  private static boolean isOwn(UriRouteInfo<?, ?> route) {
    return route.getTargetMethod().getDeclaringType().getName().startsWith(OURS);
  }

  private static boolean isOperation(HttpMethod method) {
    return method != HttpMethod.HEAD && method != HttpMethod.OPTIONS;
  }

  private static String nameOf(UriRouteInfo<?, ?> route) {
    return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
  }
}
