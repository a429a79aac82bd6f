package cn.doublerandom.servicekit.border;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.text.TextGuard;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Parameters of an address are those it has, with values it understands: an unknown name, a word
 * that is none of its words, a number that is none are refused by name and never taken for
 * something else. A page may be called with whatever else a link carries, but no text of it holds
 * what no text may hold.
 */
public class ParameterGuard {
  private static final String OF_PROGRAMS = ".rest";

  private final Map<Method, Parameters> known = new ConcurrentHashMap<>();

  /** Takes away what nobody can see, before anyone reads the address. */
  @ServerRequestFilter(preMatching = true)
  public void see(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    boolean seen =
        uri.getQueryParameters().values().stream()
            .flatMap(List::stream)
            .allMatch(value -> TextGuard.hidden(value).isEmpty() && TextGuard.isComposed(value));
    if (seen) {
      return;
    }
    UriBuilder visible = uri.getRequestUriBuilder().replaceQuery("");
    uri.getQueryParameters()
        .forEach((name, values) ->
            values.forEach(value ->
                visible
                    .queryParam("{n}", "{v}")
                    .resolveTemplate("n", name)
                    .resolveTemplate("v", TextGuard.visible(value))));
    request.setRequestUri(visible.build());
  }

  /** Refuses what is not understood. */
  @ServerRequestFilter
  public void understand(ContainerRequestContext request, ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    if (method == null) {
      return;
    }
    UriInfo uri = request.getUriInfo();
    List<Problem.FieldError> errors = new ArrayList<>();
    uri.getPathParameters().forEach((name, values) -> texts(name, values, true, errors));
    uri.getQueryParameters().forEach((name, values) -> texts(name, values, false, errors));
    boolean isOfPrograms = resource.getResourceClass().getPackageName().endsWith(OF_PROGRAMS);
    if (errors.isEmpty()) {
      Parameters parameters = known.computeIfAbsent(method, Parameters::of);
      uri.getPathParameters()
          .forEach((name, values) -> errors.addAll(parameters.path(name, values)));
      uri.getQueryParameters()
          .forEach((name, values) -> {
            if (isOfPrograms || parameters.query().containsKey(name)) {
              errors.addAll(parameters.query(name, values));
            }
          });
    }
    if (errors.isEmpty() && isOfPrograms && answersInJson(resource) && !takesJson(request)) {
      throw new ProblemException(
          EdgeRejection.NOT_ACCEPTABLE,
          List.of(),
          Map.of("available", List.of(MediaType.APPLICATION_JSON)));
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(EdgeRejection.PARAMETER_INVALID, errors, Map.of());
    }
  }

  /** Where nothing else is declared the framework would write a record as text for who asks so. */
  private static boolean answersInJson(ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    return !method.isAnnotationPresent(Produces.class)
        && !resource.getResourceClass().isAnnotationPresent(Produces.class)
        && method.getReturnType() != RestMulti.class;
  }

  private static boolean takesJson(ContainerRequestContext request) {
    return request.getAcceptableMediaTypes().stream()
        .anyMatch(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE));
  }

  private static void texts(
      String name, List<String> values, boolean isCode, List<Problem.FieldError> errors) {
    TextGuard.unreadableInLine(name)
        .ifPresent(o -> errors.add(error("", o.fault().code(), "参数名" + o.text())));
    for (String value : values) {
      TextGuard.unreadableInLine(value)
          .ifPresent(o -> errors.add(error(name, o.fault().code(), o.text())));
      if (isCode) {
        TextGuard.hidden(value).stream()
            .findFirst()
            .ifPresent(hidden -> errors.add(error(name, "hidden-character", hidden.text() + "。")));
        if (!TextGuard.isComposed(value)) {
          errors.add(error(name, "not-composed", "有的字写成了字母加附加符号，应为一个字符（Unicode NFC）。"));
        }
      }
    }
  }

  static Problem.FieldError error(String field, String code, String text) {
    return new Problem.FieldError(field, null, code, text);
  }
}
